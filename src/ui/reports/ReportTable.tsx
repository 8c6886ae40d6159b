import { useTranslation } from "react-i18next";
import type { Table } from "#exchange/report.ts";
import classes from "./report.module.css";

/** A table with only those of its columns in which there is anything. */
export function ReportTable({ table: { columns, rows } }: { readonly table: Omit<Table, "title"> }) {
  const { i18n } = useTranslation();
  const used = columns.map((_, index) => rows.some((row) => (row[index] ?? "") !== ""));
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <table className={classes.table}>
      <thead>
        <tr>{columns.map((column, index) => used[index] && <th key={column}>{column}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          // Rows of a table that is only read have no identity besides their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <tr key={place}>
            {columns.map((column, index) => {
              const cell = row[index] ?? "";
              return (
                used[index] && <td key={column}>{typeof cell === "number" ? number.format(cell) : cell}</td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
