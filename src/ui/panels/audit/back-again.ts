import { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { Audit, Finding } from "#model/audit/audit.ts";
import { isBackAgain } from "#model/audit/gone-findings.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { useEditor } from "../../map/open-map.ts";
import { useServices } from "../../services.ts";
import { goneBefore, goneOnTheWay, knownNow, rememberEarlier, seeFindings } from "./seen-findings.ts";
import { useEarlier } from "./use-earlier.ts";

const nothing: ReadonlySet<string> = new Set();

/** The ids of what was gone once, for the lists within. */
const GoneContext = createContext(nothing);
export const GoneProvider = GoneContext.Provider;

/**
 * The ids of what was gone once, in this session or earlier. The present state is looked at after it is on the screen,
 * and what is known then is kept for the next session.
 */
export function useGone(map: JourneyMap, audit: Audit): ReadonlySet<string> {
  const editor = useEditor();
  const { findings } = useServices();
  const earlier = useEarlier(map.id);
  const [before, setBefore] = useState(() => goneBefore(editor));
  useEffect(() => {
    if (earlier) rememberEarlier(editor, earlier, map, audit);
    seeFindings(editor, map, audit);
    setBefore(goneBefore(editor));
    const known = knownNow(editor, audit);
    if (known) findings.keep(map.id, known);
  }, [editor, map, audit, earlier, findings]);
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
