import type { Cell, Table } from "#exchange/report.ts";
import { durationText } from "../duration-text.ts";

type AnyTable = Omit<Table, "title">;

/** A table with words where a spreadsheet gets numbers to reckon with, and all that it says. `language`: BCP 47. */
export function inWords<Some extends AnyTable>(table: Some, language: string): Some {
  const { onPaper: other = {}, columns } = table;
  return read(
    table,
    columns.map((column) => other[column] ?? column),
    language,
  );
}

/** The same with what a page has room for. */
export function onPaper<Some extends AnyTable>(table: Some, language: string): Some {
  const { onPaper: other = {}, columns } = table;
  return read(
    table,
    columns.map((column) => (column in other ? (other[column] ?? null) : column)),
    language,
  );
}

/** `heads`: what is above the columns instead; null: without that column. */
function read<Some extends AnyTable>(table: Some, heads: readonly (string | null)[], language: string): Some {
  const { columns, rows } = table;
  const cellOf = (cell: Cell, index: number) =>
    typeof cell === "number" && heads[index] !== columns[index] ? durationText(cell, language) : cell;
  return {
    ...table,
    columns: heads.filter((head) => head !== null),
    rows: rows.map((row) => row.map(cellOf).filter((_, index) => heads[index] !== null)),
    onPaper: {},
  };
}
