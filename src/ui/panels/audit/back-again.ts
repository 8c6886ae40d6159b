import { createContext, useContext, useEffect, useMemo } from "react";
import type { Audit, Finding } from "#model/audit/audit.ts";
import { isBackAgain } from "#model/audit/gone-findings.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { useEditor } from "../../map/open-map.ts";
import { goneOnTheWay, seeFindings } from "./seen-findings.ts";

const nothing: ReadonlySet<string> = new Set();

/** The ids of what was gone once, for the lists within. */
const GoneContext = createContext(nothing);
export const GoneProvider = GoneContext.Provider;

/**
 * The ids of what was gone once: in this session, and as far as `before` says it earlier. The present state is looked at
 * after it is on the screen.
 */
export function useGone(map: JourneyMap, audit: Audit, before = nothing): ReadonlySet<string> {
  const editor = useEditor();
  useEffect(() => seeFindings(editor, map, audit), [editor, map, audit]);
  return useMemo(() => {
    const { past } = editor.store.getState();
    return new Set([...before, ...goneOnTheWay({ map, past })]);
  }, [editor, map, before]);
}

/** Tells whether a finding is there again. */
export function useIsBack(): (finding: Finding) => boolean {
  const gone = useContext(GoneContext);
  return useMemo(() => (finding) => isBackAgain(finding, gone), [gone]);
}
