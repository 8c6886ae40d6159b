import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useText } from "#i18n/i18n.ts";
import { changeCells } from "#model/commands/cells.ts";
import type { Id } from "#model/journey-map.ts";
import { useEditor } from "../map/open-map.ts";
import { useServices } from "../services.ts";
import { useRunner } from "../shell/runner.ts";
import { changedTogether, placeInColumn } from "./bulk-columns.ts";
import type { Onward } from "./CellEditor.tsx";
import { cellText } from "./cell-kinds.ts";
import { editWords } from "./edit-words.ts";
import {
  type CellRange,
  type GridSelection,
  isWithin,
  type Place,
  rangeOf,
  selectionAfter,
  single,
  within,
} from "./grid-selection.ts";
import { fillDown, fillRange, type TableEdit } from "./table-edits.ts";
import type { Table } from "./use-table.ts";

interface Editing extends Place {
  /** What is edited: rows may come and go meanwhile. */
  readonly nodeId: Id;
  /** What is changed with it, as selected when it began: a click elsewhere selects something else before the field is left. */
  readonly range: CellRange;
  /** What is typed over the cell; null: what stands in it is changed. */
  readonly text: string | null;
  /** The text is for all selected cells. */
  readonly isForAll: boolean;
}

export interface GridControl {
  readonly selection: GridSelection;
  readonly range: CellRange;
  readonly editing: Editing | null;
  /** The field that is open puts here how it is left. */
  readonly leaving: RefObject<(() => void) | null>;
  /** Rows that a page key moves by. */
  readonly page: RefObject<number>;
  readonly pointer: {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onDoubleClick(event: { readonly target: EventTarget }): void;
  };
  /** Of what has the keyboard of the grid. */
  handleKeyDown(event: KeyboardEvent<HTMLElement>, openMenu: () => void): void;
  /** Selects what is there, unless it is selected already. False: there is no cell. */
  choose(target: EventTarget): boolean;
  /**
   * Changes the cell one stands on, or of another selected column; `isForAll`: what comes of it is for all selected
   * ones of that column.
   */
  edit(text: string | null, isForAll?: boolean, column?: number): void;
  /** Empties all selected cells. */
  clear(): void;
  /** Repeats the first selected row in those below it. */
  fillDown(): void;
  /** False: the map cannot be changed here now, and what was typed stays in its field. */
  commit(text: string, isForAll: boolean, onward: Onward): boolean;
  /** `isLeft`: the keyboard is somewhere else already. */
  cancel(isLeft: boolean): void;
  /** Does it as one step and says what came of it. */
  apply(edit: TableEdit): void;
}

const start: Place = { row: 0, column: 0 };

/** Where one stands in the grid, what is selected and what is edited. */
export function useGrid(table: Table, scroll: () => HTMLElement | null): GridControl {
  const t = useText();
  const editor = useEditor();
  const { newId } = useServices();
  const { announce } = useRunner().context;
  const [chosen, setChosen] = useState<GridSelection>(single(start));
  const [editing, setEditing] = useState<Editing | null>(null);
  const leaving = useRef<(() => void) | null>(null);
  const page = useRef(10);
  /** Escape was pressed: the next Tab leaves the grid. */
  const mayLeave = useRef(false);
  const { rows, columns, words } = table;
  const last = { row: rows.length - 1, column: columns.length - 1 };
  const selection = useMemo(
    () => ({
      active: within(chosen.active, { row: rows.length - 1, column: columns.length - 1 }),
      corner: within(chosen.corner, { row: rows.length - 1, column: columns.length - 1 }),
    }),
    [chosen, rows.length, columns.length],
  );
  const range = rangeOf(selection);
  const edited = { words, rows, columns, newId };
  // A field that goes with its page is not told that the keyboard leaves it.
  useLayoutEffect(() => () => leaving.current?.(), []);
  const focus = () => scroll()?.focus({ preventScroll: true });

  function apply(edit: TableEdit): void {
    const command = changeCells(editor.store.getState().map, edit.changes, edit.people);
    // A window that only looks on says so itself.
    if (edit.changes.length > 0 && !editor.dispatch(command)) return;
    announce(editWords(t, edit));
  }

  function edit(text: string | null, isForAll = false, place = selection.active.column): void {
    // What could not be taken over before is not lost for something new.
    leaving.current?.();
    if (editing && !editor.mayEdit()) return;
    const column = columns[place];
    const { row } = selection.active;
    const at = { row: isForAll ? placeInColumn(rows, column, range, row) : row, column: place };
    const node = rows[at.row];
    const isEditable = node && column?.isField && cellText(words, node, column.name) !== null;
    const together = changedTogether(columns, range, at);
    if (isEditable) setEditing({ ...at, nodeId: node.id, range: together, text, isForAll });
    else announce(t("table.notHere"));
  }

  function commit(text: string, isForAll: boolean, onward: Onward): boolean {
    const row = rows.findIndex(({ id }) => id === editing?.nodeId);
    const isGone = !editing || row < 0 || (isForAll && row !== editing.row);
    const here = { top: row, left: editing?.column ?? 0, bottom: row, right: editing?.column ?? 0 };
    const result = isGone ? null : fillRange(edited, isForAll ? editing.range : here, text);
    const hasNews = result && (result.changes.length + result.refused.length > 0 || isForAll);
    const isKept = hasNews && result.changes.length > 0 && !editor.mayEdit();
    if (!isKept) setEditing(null);
    if (!isKept && onward !== "left behind") focus();
    if (hasNews) apply(result);
    if (!isKept && !isGone && !isForAll)
      setChosen((now) => placeAfter(now, { row, column: here.left }, onward));
    return !isKept;
  }

  const clear = () => apply(fillRange(edited, range, ""));
  const repeatDown = () => apply(fillDown(edited, range));

  function choose(target: EventTarget): boolean {
    const place = isInEditor(target) ? null : placeOf(target, last);
    if (!place) return false;
    const isRow = place.column < 0;
    const at = { row: place.row, column: Math.max(0, place.column) };
    const isChosen = isRow ? at.row >= range.top && at.row <= range.bottom : isWithin(range, at);
    if (!isChosen)
      setChosen(isRow ? { active: at, corner: { row: at.row, column: last.column } } : single(at));
    return true;
  }

  function placeAfter(now: GridSelection, { row, column }: Place, onward: Onward): GridSelection {
    if (onward === "stay" || onward === "left behind") return now;
    const moves = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1] } as const;
    const [down, right] = moves[onward];
    return single(within({ row: row + down, column: column + right }, last));
  }

  function handleKeyDown(event: KeyboardEvent<HTMLElement>, openMenu: () => void): void {
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey, altKey } = event;
    const isFar = (event.ctrlKey || event.metaKey) && !event.getModifierState("AltGraph");
    const isLeaving = key === "Tab" && mayLeave.current;
    mayLeave.current = key === "Escape";
    if (isLeaving) return;
    if (rows.length === 0) {
      // Nothing is here that they could mean, and elsewhere they mean the whole map.
      if (key !== "Tab" && !altKey) event.stopPropagation();
      return;
    }
    if (key === "Tab" && isAtEnd(selection.active, last, shiftKey)) return;
    if (altKey && key === "ArrowDown") openMenu();
    // With it keyboards write signs such as @.
    else if (altKey && !event.getModifierState("AltGraph")) return;
    else if (key === "Escape") setChosen(single(selection.active));
    else if (key === "F2" || (key === "Enter" && !isFar)) edit(null);
    else if (key === "Enter") edit(null, true);
    else if (key === "Delete" || key === "Backspace") clear();
    else if (isFar && key.toLowerCase() === "d") repeatDown();
    else {
      const next = selectionAfter(
        selection,
        { key, shiftKey, isFar },
        { rows: rows.length, columns: columns.length, page: page.current },
      );
      const isTyped = !isFar && [...key].length === 1;
      if (next) setChosen(next);
      else if (isTyped) edit(key);
      else return;
    }
    event.preventDefault();
    // Letters are commands elsewhere on the page.
    event.stopPropagation();
  }

  const pointer: GridControl["pointer"] = {
    onPointerDown(event) {
      const place = placeOf(event.target, last);
      if (!place || event.button !== 0 || isInEditor(event.target)) return;
      const isRow = place.column < 0;
      const from = event.shiftKey ? selection.active : { row: place.row, column: Math.max(0, place.column) };
      setChosen({
        active: isRow ? { row: from.row, column: 0 } : from,
        corner: isRow ? { row: place.row, column: last.column } : place,
      });
    },
    onPointerMove(event) {
      if (event.buttons !== 1 || isInEditor(event.target)) return;
      const place = placeOf(event.target, last);
      if (!place) return;
      const column = place.column < 0 ? last.column : place.column;
      if (place.row !== selection.corner.row || column !== selection.corner.column)
        setChosen({ active: selection.active, corner: { row: place.row, column } });
    },
    onDoubleClick({ target }) {
      const place = placeOf(target, last);
      if (place && place.column >= 0 && !isInEditor(target)) edit(null);
    },
  };

  return {
    selection,
    range,
    editing,
    leaving,
    page,
    pointer,
    handleKeyDown,
    choose,
    edit,
    clear,
    fillDown: repeatDown,
    commit,
    cancel: (isLeft) => {
      setEditing(null);
      if (!isLeft) focus();
    },
    apply,
  };
}

function isAtEnd({ row, column }: Place, last: Place, isBack: boolean): boolean {
  return isBack ? row === 0 && column === 0 : row === last.row && column === last.column;
}

const isInEditor = (target: EventTarget) =>
  target instanceof Element && target.closest("textarea, input") !== null;

/** The cell under the pointer; column -1: the number of a row. */
function placeOf(target: EventTarget, last: Place): Place | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>("[data-row]")?.dataset.row;
  if (row === undefined) return null;
  const column = target.closest<HTMLElement>("[data-column]")?.dataset.column;
  return { row: Math.min(Number(row), last.row), column: column === undefined ? -1 : Number(column) };
}
