import { Button } from "@mantine/core";
import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { auditOf, type Finding } from "#model/audit/audit.ts";
import { assignOwner } from "#model/commands/nodes.ts";
import type { Discipline, Id } from "#model/journey-map.ts";
import { useEditor, useEditorState } from "../../map/open-map.ts";
import styles from "./audit.module.css";
import { FindingItem } from "./FindingItem.tsx";
import { findingAfter } from "./next-gap.ts";
import { useShownCount } from "./use-shown-count.ts";

interface FindingListProps {
  findings: readonly Finding[];
  onSelect(nodeIds: readonly Id[]): void;
  announce(text: string): void;
}

/** All findings, each with what settles it; settling one hands the keyboard on to the next. */
export function FindingList({ findings, onSelect, announce }: FindingListProps) {
  const { t } = useTranslation();
  const nodes = useEditorState((state) => state.map.nodes);
  const selected = useEditorState((state) => state.selection.nodeIds);
  const list = useRef<HTMLUListElement>(null);
  const { assignOwnerOf, assignManagerOf, neededPlace } = useSettling(list, findings, announce);
  const latestSelect = useRef(onSelect);
  useLayoutEffect(() => {
    latestSelect.current = onSelect;
  });
  const select = useCallback((nodeIds: readonly Id[]) => latestSelect.current(nodeIds), []);
  const only = selected.length === 1 ? selected[0] : undefined;
  const end = useRef<HTMLLIElement>(null);
  const current = only === undefined ? -1 : findings.findIndex(({ nodeIds }) => nodeIds.includes(only));
  const { shown, more } = useShownCount(findings.length, Math.max(current, neededPlace()), end);

  useLayoutEffect(() => {
    if (only === undefined) return;
    const current = list.current?.querySelector('[aria-current="true"]');
    // The very list that was clicked in must not move under the pointer.
    if (current && !list.current?.contains(document.activeElement)) {
      current.closest("li")?.scrollIntoView?.({ block: "nearest" });
    }
  }, [only]);

  return (
    // biome-ignore lint/a11y/noRedundantRoles: without bullets some browsers take the list for none.
    <ul ref={list} className={styles.findings} aria-label={t("audit.findings")} role="list">
      {findings.slice(0, shown).map((finding) => (
        <FindingItem
          key={finding.id}
          finding={finding}
          node={nodes[finding.nodeIds[0] ?? ""]}
          isCurrent={only !== undefined && finding.nodeIds.includes(only)}
          onSelect={select}
          onAssignOwner={assignOwnerOf}
          onAssignManager={assignManagerOf}
        />
      ))}
      {shown < findings.length && (
        <li ref={end}>
          <Button variant="subtle" size="compact-sm" onClick={more}>
            {t("audit.moreFindings", { count: findings.length - shown })}
          </Button>
        </li>
      )}
    </ul>
  );
}

function useSettling(
  list: RefObject<HTMLUListElement | null>,
  findings: readonly Finding[],
  announce: (text: string) => void,
) {
  const { t } = useTranslation();
  const editor = useEditor();
  const wanted = useRef<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus can move once the list is the new one.
  useLayoutEffect(() => {
    if (wanted.current !== null) focusFinding(list.current, wanted.current);
    wanted.current = null;
  }, [findings]);

  const settle = useCallback(
    (finding: Finding, assign: () => void, done: string) => {
      const { map } = editor.store.getState();
      const before = auditOf(map).findings;
      // Known before the document changes, because the list may be drawn anew before `assign` returns.
      assign();
      // Refused: whoever refused it says why.
      if (editor.store.getState().map === map) return;
      const after = auditOf(editor.store.getState().map).findings;
      wanted.current = findingAfter(before, finding.id, after)?.id ?? null;
      // The list goes away with its last finding; the keyboard stays in the panel.
      if (after.length === 0) {
        list.current?.closest("section")?.querySelector<HTMLElement>("[data-findings-heading]")?.focus();
      }
      announce(`${done} ${t("audit.gapsLeft", { count: after.length })}`);
    },
    [editor, announce, t, list],
  );
  const assignOwnerOf = useCallback(
    (finding: Finding, owner: Discipline) =>
      settle(
        finding,
        () => editor.dispatch(assignOwner(editor.store.getState().map, finding.nodeIds, owner)),
        t("audit.ownerAssigned"),
      ),
    [editor, settle, t],
  );
  const assignManagerOf = useCallback(
    (finding: Finding, assign: () => void) => settle(finding, assign, t("audit.managerAssigned")),
    [settle, t],
  );
  /** The place of the finding that the keyboard goes on to; it must be there to take the focus. */
  const neededPlace = () => findings.findIndex(({ id }) => id === wanted.current);
  return { assignOwnerOf, assignManagerOf, neededPlace };
}

function focusFinding(list: HTMLElement | null, findingId: string): void {
  const item = list?.querySelector(`[data-finding="${CSS.escape(findingId)}"]`);
  const target =
    item?.querySelector<HTMLElement>("[data-remedy]") ?? item?.querySelector<HTMLElement>("button");
  target?.focus({ preventScroll: true });
  item?.scrollIntoView?.({ block: "nearest" });
}
