/** A cell by its place in what is shown. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** From the cell on which one stands to the opposite corner. */
export interface GridSelection {
  readonly active: Place;
  readonly corner: Place;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that are on the screen at once. */
  readonly page: number;
}

export interface CellRange {
  readonly top: number;
  readonly left: number;
  /** Inclusive. */
  readonly bottom: number;
  readonly right: number;
}

export const single = (place: Place): GridSelection => ({ active: place, corner: place });

export function rangeOf({ active, corner }: GridSelection): CellRange {
  return {
    top: Math.min(active.row, corner.row),
    left: Math.min(active.column, corner.column),
    bottom: Math.max(active.row, corner.row),
    right: Math.max(active.column, corner.column),
  };
}

export const cellCount = ({ top, left, bottom, right }: CellRange) => (bottom - top + 1) * (right - left + 1);

export function isWithin({ top, left, bottom, right }: CellRange, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** What is pressed; `isFar`: with Ctrl (or the command key). */
export interface GridKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly isFar: boolean;
}

/** The selection after a key, as in spreadsheets; null: the key does not move it. */
export function selectionAfter(
  selection: GridSelection,
  pressed: GridKey,
  size: GridSize,
): GridSelection | null {
  const { key, shiftKey, isFar } = pressed;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  if (key === "Tab") return single(afterTab(selection.active, shiftKey, last));
  if (key === "a" && isFar) return whole(last);
  if (key === " " && (shiftKey || isFar)) {
    const { top, left, bottom, right } = rangeOf(selection);
    return shiftKey
      ? { active: { row: top, column: 0 }, corner: { row: bottom, column: last.column } }
      : { active: { row: 0, column: left }, corner: { row: last.row, column: right } };
  }
  const from = shiftKey ? selection.corner : selection.active;
  const to = moved(from, key, isFar, size);
  if (!to) return null;
  const place = within(to, last);
  return shiftKey ? { active: selection.active, corner: place } : single(place);
}

function whole(last: Place): GridSelection {
  return { active: { row: 0, column: 0 }, corner: last };
}

function moved(
  { row, column }: Place,
  key: string,
  isFar: boolean,
  { rows, columns, page }: GridSize,
): Place | null {
  switch (key) {
    case "ArrowUp":
      return { row: isFar ? 0 : row - 1, column };
    case "ArrowDown":
      return { row: isFar ? rows - 1 : row + 1, column };
    case "ArrowLeft":
      return { row, column: isFar ? 0 : column - 1 };
    case "ArrowRight":
      return { row, column: isFar ? columns - 1 : column + 1 };
    case "Home":
      return { row: isFar ? 0 : row, column: 0 };
    case "End":
      return { row: isFar ? rows - 1 : row, column: columns - 1 };
    case "PageUp":
      return { row: row - page, column };
    case "PageDown":
      return { row: row + page, column };
    default:
      return null;
  }
}

/** On to the next cell, at the end of a row to the next row; at the end of all it stays. */
function afterTab({ row, column }: Place, isBack: boolean, last: Place): Place {
  const width = last.column + 1;
  const place = row * width + column + (isBack ? -1 : 1);
  const bound = Math.min(Math.max(place, 0), (last.row + 1) * width - 1);
  return { row: Math.floor(bound / width), column: bound % width };
}

/** The nearest place that there is; rows may have gone since. */
export function within({ row, column }: Place, last: Place): Place {
  return {
    row: Math.max(0, Math.min(row, last.row)),
    column: Math.max(0, Math.min(column, last.column)),
  };
}
