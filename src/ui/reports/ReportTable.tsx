import { useTranslation } from "react-i18next";
import type { Table } from "#exchange/report.ts";
import { dateText } from "../finding-words.ts";
import { BreakableText } from "./BreakableText.tsx";
import { onPaper } from "./on-paper.ts";
import classes from "./report.module.css";

/** Files hold dates as spreadsheets read them. */
const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/u.test(text);

/** With more columns the first one, which says what a row is about, would be pressed together by the others. */
const MANY = 7;

/** Dates, durations and amounts stay in one line. */
const isFigure = (text: string) => /\d/u.test(text) && text.length <= 12;

/** A table with only those of its columns in which there is anything. */
export function ReportTable({ table }: { readonly table: Omit<Table, "title"> }) {
  const { language } = useTranslation().i18n;
  const { columns, rows } = onPaper(table, language);
  const used = columns.map((_, index) => rows.some((row) => (row[index] ?? "") !== ""));
  const number = new Intl.NumberFormat(language);
  return (
    <table className={classes.table} data-many={used.filter(Boolean).length > MANY || undefined}>
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
              const shown =
                typeof cell === "number"
                  ? number.format(cell)
                  : isDate(cell)
                    ? dateText(cell, language)
                    : cell;
              return (
                used[index] && (
                  <td key={column} className={isFigure(shown) ? classes.figure : undefined}>
                    <BreakableText text={shown} />
                  </td>
                )
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
