import { createContext, useCallback, useContext, useEffect, useMemo } from "react";
import type { Audit, Finding } from "#model/audit/audit.ts";
import { isBackAgain } from "#model/audit/gone-findings.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { useGoneBefore } from "../../audit/use-gone-before.ts";
import { useEditor } from "../../map/open-map.ts";
import { useServices } from "../../services.ts";
import { goneOnTheWay, seeFindings } from "./seen-findings.ts";

const nothing: ReadonlySet<string> = new Set();

/** The ids of what was gone once, for the lists within. */
const GoneContext = createContext(nothing);
export const GoneProvider = GoneContext.Provider;

/**
 * The ids of what was gone once, in this session or earlier. The present state is looked at after it is on the screen,
 * and what has gone is kept for the next session.
 */
export function useGone(map: JourneyMap, audit: Audit): ReadonlySet<string> {
  const editor = useEditor();
  const { gone: kept } = useServices();
  const before = useGoneBefore(map.id);
  const goneNow = useCallback(() => {
    const { past } = editor.store.getState();
    return new Set([...(before ?? nothing), ...goneOnTheWay({ map, past })]);
  }, [editor, map, before]);
  useEffect(() => {
    seeFindings(editor, map, audit);
    // Before it is known what is kept, it would be forgotten.
    if (before) kept.keep(map.id, goneNow());
  }, [editor, map, audit, before, kept, goneNow]);
  return useMemo(goneNow, [goneNow]);
}

/** Tells whether a finding is there again. */
export function useIsBack(): (finding: Finding) => boolean {
  const gone = useContext(GoneContext);
  return useMemo(() => (finding) => isBackAgain(finding, gone), [gone]);
}
