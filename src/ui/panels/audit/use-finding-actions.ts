import { type RefObject, useLayoutEffect, useMemo, useRef } from "react";
import { useText } from "#i18n/i18n.ts";
import { type Audit, auditOf, type Finding } from "#model/audit/audit.ts";
import { ruleOf } from "#model/audit/rules.ts";
import { assignOwner } from "#model/commands/nodes.ts";
import { dismissFindings, reopenFindings } from "#model/commands/triage.ts";
import type { Id, JourneyMap, Touchpoint } from "#model/journey-map.ts";
import { findingSubject } from "../../finding-words.ts";
import { useEditor } from "../../map/open-map.ts";
import { measureTitle } from "../../plan/measure-title.ts";
import { useServices } from "../../services.ts";
import { localDate } from "../../today.ts";
import type { FindingActions } from "./finding-actions.ts";
import { findingAfter } from "./next-gap.ts";
import { showSettled } from "./settled-notice.tsx";
import { useNextFinding, useOpenPlanned } from "./use-open-planned.ts";

interface Options {
  /** The findings as they stand in the list. */
  readonly findings: readonly Finding[];
  /** The element of the list, within the section that keeps the keyboard when the list is empty. */
  readonly list: RefObject<HTMLElement | null>;
  onShow(finding: Finding): void;
  onAgree(connectionId: Id): void;
  announce(text: string): void;
}

/** Settling findings from a list of them: when one is settled, the keyboard goes on to the next. */
export function useFindingActions({ findings, list, onShow, onAgree, announce }: Options) {
  const t = useText();
  const editor = useEditor();
  const { newId, now } = useServices();
  const next = useNextFinding();
  const wanted = useRef(next.read() ?? null);
  const openPlanned = useOpenPlanned();
  const latest = useRef({ findings, onShow, onAgree, openPlanned });
  useLayoutEffect(() => {
    latest.current = { findings, onShow, onAgree, openPlanned };
  });
  useLayoutEffect(() => next.write(null), [next]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus can move once the list is the new one.
  useLayoutEffect(() => {
    if (wanted.current !== null && !focusFinding(list.current, wanted.current))
      focusHeading(list.current?.closest("section") ?? null);
    wanted.current = null;
  }, [findings]);

  const actions = useMemo((): FindingActions => {
    const map = () => editor.store.getState().map;
    const today = () => localDate(now());
    const nameOf = (before: JourneyMap, finding: Finding) =>
      t("audit.findingNamed", {
        rule: t(`rule.${finding.ruleId}.name`),
        title: findingSubject(t, before, finding),
      });
    const settle = (finding: Finding, change: () => void, doneIn: (after: JourneyMap) => string) => {
      const before = map();
      const known = knownIds(auditOf(before, today()));
      const shown = latest.current.findings;
      const section = list.current?.closest("section") ?? null;
      // Known before the document changes, because the list may be drawn anew before `change` returns.
      change();
      // Refused: whoever refused it says why.
      if (map() === before) return;
      const audit = auditOf(map(), today());
      const done = doneIn(map());
      const come = audit.findings.filter(({ id }) => !known.has(id));
      const [first] = come;
      const news = first && t("audit.foundBy", { count: come.length, first: nameOf(map(), first) });
      // What is opened again leaves the list of what was dismissed.
      const { dismissal } = finding;
      const after = dismissal && !dismissal.isLapsed ? audit.dismissed : audit.findings;
      wanted.current = findingAfter(shown, finding.id, after)?.id ?? null;
      // The list goes away with its last finding; the keyboard stays in the panel.
      if (wanted.current === null) focusHeading(section);
      const left = t("audit.settled", { done, count: audit.findings.length });
      announce(news === undefined ? left : `${left} ${news}`);
      showSettled({
        editor,
        title: done,
        text: nameOf(before, finding),
        news,
        undo: t("action.undo"),
        onUndo() {
          // The notice goes away under the keyboard, which goes back to the finding as soon as that is there.
          focusHeading(section);
          wanted.current = finding.id;
          if (!editor.undo()) wanted.current = null;
          else announce(t("audit.undone", { finding: nameOf(before, finding) }));
        },
      });
    };
    return {
      show: (finding) => latest.current.onShow(finding),
      agree: (connectionId) => latest.current.onAgree(connectionId),
      assignOwner: (finding, owner) =>
        settle(
          finding,
          () => editor.dispatch(assignOwner(map(), finding.nodeIds, owner)),
          () => t("audit.ownerAssigned", { owner: t(`common.discipline.${owner}`) }),
        ),
      assignManager: (finding, assign) =>
        settle(finding, assign, (after) =>
          t("audit.managerAssigned", { name: managerName(after, finding) ?? t("kind.untitled") }),
        ),
      fix(finding) {
        const before = map();
        const tools = {
          today: today(),
          newId,
          measureTitle: (touchpoint: Touchpoint, text: string) => measureTitle(t, touchpoint, text),
        };
        const command = ruleOf(finding.ruleId)?.fix?.(before, finding, tools);
        if (!command) return;
        settle(
          finding,
          () => editor.dispatch(command),
          () => t("audit.fixed"),
        );
        const planned = Object.keys(map().measures).find((id) => !before.measures[id]);
        if (planned !== undefined)
          latest.current.openPlanned(planned, nameOf(before, finding), wanted.current);
      },
      dismiss: (finding, reason) =>
        settle(
          finding,
          () => editor.dispatch(dismissFindings([finding.id], reason, now())),
          () => t("audit.dismissed"),
        ),
      reopen: (finding) =>
        settle(
          finding,
          () => editor.dispatch(reopenFindings([finding.id])),
          () => t("audit.reopened"),
        ),
    };
  }, [editor, newId, now, list, announce, t]);
  /** The place of the finding that the keyboard goes on to; it must be there to take the focus. */
  const neededPlace = () => findings.findIndex(({ id }) => id === wanted.current);
  return { actions, neededPlace };
}

const knownIds = ({ findings, dismissed }: Audit) => new Set([...findings, ...dismissed].map(({ id }) => id));

function managerName(map: JourneyMap, { nodeIds }: Finding): string | undefined {
  const node = map.nodes[nodeIds[0] ?? ""];
  const managerId = node && "managerId" in node ? node.managerId : null;
  return map.people[managerId ?? ""]?.name.trim() || undefined;
}

/**
 * Whether the finding was there to take the focus. It is the finding itself: on one of its buttons, an Enter that was
 * meant for the one before would settle it too.
 */
function focusFinding(list: HTMLElement | null, findingId: string): boolean {
  const item = list?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(findingId)}"]`);
  item?.focus({ preventScroll: true });
  item?.scrollIntoView?.({ block: "nearest" });
  return item != null;
}

function focusHeading(section: HTMLElement | null): void {
  section?.querySelector<HTMLElement>("[data-findings-heading]")?.focus();
}
