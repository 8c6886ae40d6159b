import { fieldsOf } from "#model/fields.ts";
import type { MapNode } from "#model/journey-map.ts";
import type { Column } from "./columns.ts";
import type { CellRange, Place } from "./grid-selection.ts";

/** A selected column with its cells that can all get the same text. */
export interface BulkColumn {
  readonly column: Column;
  readonly index: number;
  readonly count: number;
}

const hasField = ({ kind }: MapNode, { name, isField }: Column) =>
  isField && Object.hasOwn(fieldsOf(kind), name);

/** Titles tell rows apart: nobody means them as long as something else is selected with them. */
const isMeant = ({ name }: Column, { left, right }: CellRange) => name !== "title" || left === right;

/** The columns of a range in which many cells can be changed at once. */
export function bulkColumns(
  rows: readonly MapNode[],
  columns: readonly Column[],
  range: CellRange,
): readonly BulkColumn[] {
  const within = rows.slice(range.top, range.bottom + 1);
  return columns.slice(range.left, range.right + 1).flatMap((column, place) => {
    const count = isMeant(column, range) ? within.filter((node) => hasField(node, column)).length : 0;
    return count === 0 ? [] : [{ column, index: range.left + place, count }];
  });
}

/** The cells of a range that are changed together with one of them: those of its column. */
export function changedTogether(columns: readonly Column[], range: CellRange, at: Place): CellRange {
  const column = columns[at.column];
  const rows = column && isMeant(column, range) ? range : { top: at.row, bottom: at.row };
  return { top: rows.top, bottom: rows.bottom, left: at.column, right: at.column };
}

/** Where one writes what all selected cells of a column get: in the row one stands on, if it has such a cell. */
export function placeInColumn(
  rows: readonly MapNode[],
  column: Column | undefined,
  { top, bottom }: CellRange,
  here: number,
): number {
  const has = (row: number) => {
    const node = rows[row];
    return node !== undefined && column !== undefined && hasField(node, column);
  };
  if (has(here)) return here;
  for (let row = top; row <= bottom; row += 1) if (has(row)) return row;
  return here;
}
