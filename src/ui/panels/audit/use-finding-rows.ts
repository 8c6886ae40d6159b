import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import type { Finding } from "#model/audit/audit.ts";
import { ruleOf } from "#model/audit/rules.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { isWrittenDown } from "#model/queries.ts";
import { findingSubject, findingText } from "../../finding-words.ts";
import { useEditorState, useJourneyMap } from "../../map/open-map.ts";
import { useToday } from "../../today.ts";
import { useIsBack } from "./back-again.ts";

/** What an item of a list shows of a finding. Made for the items that are on the screen, not for thousands. */
export function useFindingProps() {
  const t = useText();
  const { i18n } = useTranslation();
  const map = useJourneyMap();
  const today = useToday();
  const selection = useEditorState((state) => state.selection);
  const isBack = useIsBack();
  return useMemo(() => {
    const { nodeIds, connectionIds } = selection;
    const node = nodeIds.length === 1 ? nodeIds[0] : undefined;
    const connection = connectionIds.length === 1 ? connectionIds[0] : undefined;
    const isCurrent = (finding: Finding) =>
      (node !== undefined && finding.nodeIds.includes(node)) ||
      (connection !== undefined && (finding.connectionIds ?? []).includes(connection));
    const propsOf = (finding: Finding) => ({
      finding,
      title: findingSubject(t, map, finding),
      kind: kindOf(map, finding),
      sentence: findingText(t, i18n.language, map, finding),
      isCurrent: isCurrent(finding),
      hasFix: hasFix(map, finding, today),
      agreesOn: agreesOn(map, finding),
      isBack: isBack(finding),
    });
    return { isCurrent, propsOf };
  }, [t, i18n.language, map, today, selection, isBack]);
}

function kindOf(map: JourneyMap, { nodeIds, subject }: Finding) {
  if (subject && subject.kind !== "stage") return undefined;
  return map.nodes[nodeIds[0] ?? ""]?.kind;
}

/** The handover that somebody has to agree on to settle it: of some there and back one that is not written down. */
function agreesOn(map: JourneyMap, { ruleId, connectionIds = [] }: Finding): Id | undefined {
  if (ruleOf(ruleId)?.scope !== "handovers") return undefined;
  const open = connectionIds.find((id) => !isWrittenDown(map.connections[id]?.handover ?? null));
  return open ?? connectionIds[0];
}

function hasFix(map: JourneyMap, finding: Finding, today: string): boolean {
  const fix = ruleOf(finding.ruleId)?.fix;
  return (
    fix !== undefined && fix(map, finding, { today, newId: () => "new", measureTitle: () => "" }) !== null
  );
}
