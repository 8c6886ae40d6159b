import { Menu } from "@mantine/core";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
} from "react";
import { type TextOf, useText } from "#i18n/i18n.ts";
import { auditOf } from "#model/audit/audit.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { useEditor, useEditorState, useJourneyMap } from "../map/open-map.ts";
import { useToday } from "../today.ts";
import { OutlineRowView, titleOfRow } from "./OutlineRowView.tsx";
import styles from "./outline.module.css";
import { handleRowKey } from "./outline-keys.ts";
import type { OutlineRow } from "./outline-rows.ts";
import type { Renamed } from "./RenameInput.tsx";
import { rowWords } from "./row-words.ts";
import type { OutlineEdits } from "./use-outline-edits.ts";
import type { OutlineRows } from "./use-outline-rows.ts";

interface OutlineTreeProps {
  outline: OutlineRows;
  edits: OutlineEdits;
  /** Shown at the pointer on a right click and by the keyboard's menu key. */
  menuItems: ReactNode;
  announce(text: string): void;
}

/** The rows as a tree; one of them is a stop for Tab, the arrow keys reach the others. */
export function OutlineTree({ outline, edits, menuItems, announce }: OutlineTreeProps) {
  const t = useText();
  const editor = useEditor();
  const map = useJourneyMap();
  const { rows, cursor, renaming } = outline;
  const today = useToday();
  const views = useMemo(() => rows.map((row) => viewOf(t, map, row, today)), [t, map, rows, today]);
  const handleKeyDown = useTreeKeys(outline, edits, announce);
  const rowHandlers = useRowHandlers(outline, edits);
  const selected = useEditorState((state) => state.selection.nodeIds);
  const selectedIds = new Set(selected);

  const handleClick = (event: MouseEvent<HTMLElement>) => {
    const key = (event.target as Element).closest<HTMLElement>("[data-row]")?.dataset.row;
    const row = rows.find((candidate) => candidate.key === key);
    if (row?.content.type !== "node" || renaming) return;
    const { id } = row.content.node;
    if (!hasCommandKey(event)) return editor.select({ nodeIds: [id], connectionIds: [] });
    outline.focusRow(row.key, true);
    const others = selected.filter((other) => other !== id);
    editor.select({ nodeIds: selectedIds.has(id) ? others : [...others, id], connectionIds: [] });
  };
  // With Ctrl the click decides on the selection; the focus that comes before it must not.
  const handleMouseDown = (event: MouseEvent) => hasCommandKey(event) && event.preventDefault();
  const handlePaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    // Nodes on the clipboard and whole map files are JSON: they are not lines of a list.
    if (isInput(event.target) || text.trim() === "" || text.trimStart().startsWith("{")) return;
    event.preventDefault();
    event.stopPropagation();
    edits.paste(cursor, text);
  };

  return (
    <Menu returnFocus={false} onClose={outline.restoreFocus}>
      <Menu.ContextMenu>
        <div
          ref={outline.tree}
          role="tree"
          className={styles.tree}
          aria-label={t("outline.rows")}
          aria-describedby="outline-keys"
          aria-multiselectable
          onKeyDown={handleKeyDown}
          onClick={handleClick}
          onMouseDown={handleMouseDown}
          onPaste={handlePaste}
          onFocus={outline.handleFocus}
          onBlur={outline.handleBlur}
        >
          {views.map(({ row, node, ...view }) => (
            <OutlineRowView
              key={row.key}
              node={node}
              {...view}
              isCursor={row === cursor}
              isSelected={node !== null && selectedIds.has(node.id)}
              renameText={renaming?.key === row.key ? renaming.text : undefined}
              {...rowHandlers}
            />
          ))}
        </div>
      </Menu.ContextMenu>
      <Menu.Dropdown className={styles.menu}>{menuItems}</Menu.Dropdown>
    </Menu>
  );
}

/** What a row shows of the document; the same as long as the document is. */
function viewOf(t: TextOf, map: JourneyMap, row: OutlineRow, today: string) {
  const { content } = row;
  const node = content.type === "node" ? content.node : null;
  const manager = node?.managerId ? map.people[node.managerId] : undefined;
  return {
    row,
    node,
    rowKey: row.key,
    type: content.type,
    title: titleOfRow(t, content),
    words: rowWords(t, map, row, today),
    managerName: manager?.name ?? null,
    findings: node ? (auditOf(map, today).findingsByNode.get(node.id)?.length ?? 0) : 0,
    level: row.level,
    position: row.position,
    siblings: row.siblings,
    amount: row.children,
    isFolded: row.isFolded,
  };
}

function hasCommandKey(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey;
}

function isInput(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, [contenteditable]") !== null;
}

/** The keys of the tree; Escape gives Tab back to the browser until the list is left. */
function useTreeKeys(outline: OutlineRows, edits: OutlineEdits, announce: (text: string) => void) {
  const t = useText();
  const editor = useEditor();
  const isLeaving = useRef(false);
  const extendTo = (row: OutlineRow) => {
    const { selection } = editor.store.getState();
    outline.focusRow(row.key, true);
    if (row.content.type !== "node") return;
    const { id } = row.content.node;
    editor.select({ nodeIds: [...selection.nodeIds.filter((other) => other !== id), id], connectionIds: [] });
  };
  return (event: KeyboardEvent<HTMLElement>) => {
    const row = outline.rows.find(({ key }) => key === (event.target as HTMLElement).dataset.row);
    if (!row || event.nativeEvent.isComposing) return;
    if (event.key === "Tab" && isLeaving.current) {
      isLeaving.current = false;
      return;
    }
    if (event.key !== "Shift") isLeaving.current = false;
    if (event.key === "Escape") {
      isLeaving.current = true;
      announce(t("outline.left"));
      return;
    }
    const { map } = editor.store.getState();
    if (!handleRowKey(event, { map, row, outline, edits, extendTo })) return;
    // What means something here must not run a shortcut of the page as well.
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Handlers that stay the same, so that rows are not drawn anew for them. */
function useRowHandlers(outline: OutlineRows, edits: OutlineEdits) {
  const latest = useRef({ outline, edits });
  useLayoutEffect(() => {
    latest.current = { outline, edits };
  });
  const rowOf = useCallback((key: string) => latest.current.outline.rows.find((row) => row.key === key), []);
  const onToggle = outline.setIsFolded;
  const onRename = useCallback(
    (key: string) => {
      const content = rowOf(key)?.content;
      const hasName = content?.type === "node" || (content?.type === "stage" && content.stage !== null);
      if (hasName) latest.current.edits.startRenaming(key, null);
    },
    [rowOf],
  );
  const onTypeTitle = useCallback(
    (key: string, title: string) => {
      const row = rowOf(key);
      if (row) latest.current.edits.typeTitle(row, title);
    },
    [rowOf],
  );
  const onRenamed = useCallback(
    (key: string, renamed: Renamed) => {
      const row = rowOf(key);
      if (row) latest.current.edits.rename(row, renamed);
    },
    [rowOf],
  );
  return { onToggle, onRename, onTypeTitle, onRenamed };
}
