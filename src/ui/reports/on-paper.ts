import type { Cell, Table } from "#exchange/report.ts";
import { durationText } from "../duration-text.ts";

/** A table as people read it, where a spreadsheet gets more columns, or numbers to reckon with. `language`: BCP 47. */
export function onPaper<Some extends Omit<Table, "title">>(table: Some, language: string): Some {
  const { onPaper: other = {}, columns, rows } = table;
  const heads = columns.map((column) => (column in other ? (other[column] ?? null) : column));
  const cellOf = (cell: Cell, index: number) =>
    typeof cell === "number" && heads[index] !== columns[index] ? durationText(cell, language) : cell;
  return {
    ...table,
    columns: heads.filter((head) => head !== null),
    rows: rows.map((row) => row.map(cellOf).filter((_, index) => heads[index] !== null)),
    onPaper: {},
  };
}
