import { type FocusEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { useEditor, useEditorState } from "../map/open-map.ts";
import { keysAbove, nodeKey, type OutlineRow, outlineRows } from "./outline-rows.ts";

/** A title that is being typed in the list; `text` null: it begins as it is, selected. */
export interface Renaming {
  readonly key: string;
  readonly text: string | null;
}

/** Which rows are in sight, which of them the keyboard is at, and what is being renamed. */
export function useOutlineRows(map: JourneyMap) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [renaming, setRenaming] = useState<Renaming | null>(null);
  const rows = useMemo(() => outlineRows(map, folded), [map, folded]);

  const unfoldTo = useCallback((within: JourneyMap, nodeId: Id) => {
    const above = keysAbove(within, nodeId);
    setFolded((before) =>
      above.some((key) => before.has(key))
        ? new Set([...before].filter((key) => !above.includes(key)))
        : before,
    );
  }, []);
  const setIsFolded = useCallback((key: string, isFolded: boolean) => {
    setFolded(
      (before) => new Set(isFolded ? [...before, key] : [...before].filter((other) => other !== key)),
    );
  }, []);
  const foldAll = () => setFolded(new Set(rows.filter(({ children }) => children > 0).map(({ key }) => key)));
  const unfoldAll = () => setFolded(new Set());

  const cursor = useCursor(rows, unfoldTo);
  return { rows, renaming, setRenaming, unfoldTo, setIsFolded, foldAll, unfoldAll, ...cursor };
}

export type OutlineRows = ReturnType<typeof useOutlineRows>;

/** The one row that Tab reaches. Focus and selection are the same thing here: what is focused is selected. */
function useCursor(rows: readonly OutlineRow[], unfoldTo: (map: JourneyMap, nodeId: Id) => void) {
  const editor = useEditor();
  const [cursorKey, setCursorKey] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const focused = useRef<string | null>(null);
  // What focus does to the selection: a row that is stepped on is selected alone, a return of the keyboard
  // leaves several selected nodes as they are.
  const selectionMode = useRef<"only" | "keep" | "within">("within");
  const selectedId = useEditorState(({ selection }) => selection.nodeIds.at(-1));
  // Undo may take the row away that the keyboard is at; what is selected then is where it was before.
  const find = (wantedKey: string | null) => rows.find(({ key }) => key === wantedKey);
  const cursor = find(cursorKey) ?? find(selectedId === undefined ? null : nodeKey(selectedId)) ?? rows[0];

  const focusRow = useCallback((key: string, keepSelection = false) => {
    wanted.current = key;
    selectionMode.current = keepSelection ? "keep" : "only";
    setCursorKey(key);
    focusElement(tree.current, key);
  }, []);

  const present = useRef(cursor?.key);
  useLayoutEffect(() => {
    present.current = cursor?.key;
  });
  /** Gives the keyboard back to the list after a menu or a dialog, unless the list has it or waits for it. */
  const restoreFocus = useCallback(() => {
    if (wanted.current !== null || tree.current?.contains(document.activeElement)) return;
    if (present.current !== undefined) focusRow(present.current, true);
  }, [focusRow]);

  // Without dependencies: a wanted row may take several renders to appear.
  useLayoutEffect(() => {
    const isLost =
      focused.current !== null &&
      document.activeElement === document.body &&
      !rowElement(tree.current, focused.current);
    const key = wanted.current ?? (isLost ? (cursor?.key ?? null) : null);
    if (key !== null) focusElement(tree.current, key);
  });

  useEffect(() => {
    if (selectedId === undefined) return;
    unfoldTo(editor.store.getState().map, selectedId);
    setCursorKey(nodeKey(selectedId));
  }, [selectedId, editor, unfoldTo]);

  const handleFocus = (event: FocusEvent<HTMLElement>) => {
    const key = event.target.dataset.row;
    if (key === undefined) {
      // A title that is being typed now: no row may take the keyboard from it.
      wanted.current = null;
      return;
    }
    focused.current = key;
    wanted.current = null;
    setCursorKey(key);
    const mode = selectionMode.current;
    selectionMode.current = "within";
    if (mode === "keep") return;
    const row = rows.find((candidate) => candidate.key === key);
    const id = row?.content.type === "node" ? row.content.node.id : null;
    const { nodeIds } = editor.store.getState().selection;
    if (mode === "within" && id !== null && nodeIds.includes(id)) return;
    editor.select({ nodeIds: id === null ? [] : [id], connectionIds: [] });
  };
  const handleBlur = (event: FocusEvent<HTMLElement>) => {
    if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget))
      focused.current = null;
  };

  return { tree, cursor, focusRow, restoreFocus, handleFocus, handleBlur };
}

function rowElement(tree: HTMLElement | null, key: string): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;
}

function focusElement(tree: HTMLElement | null, key: string): void {
  rowElement(tree, key)?.focus();
}
