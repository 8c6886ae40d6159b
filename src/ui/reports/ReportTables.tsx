import type { Table } from "#exchange/report.ts";
import { ReportTable } from "./ReportTable.tsx";
import classes from "./report.module.css";

/** Each table in which there is anything, one after the other. */
export function ReportTables({ tables }: { readonly tables: readonly Table[] }) {
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map((table) => (
      <article key={table.title} className={classes.page}>
        <h2>{table.title}</h2>
        <ReportTable table={table} />
      </article>
    ));
}
