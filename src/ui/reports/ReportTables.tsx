import { useTranslation } from "react-i18next";
import type { Table } from "#exchange/report.ts";
import { ReportTable } from "./ReportTable.tsx";
import classes from "./report.module.css";

/** One table after the other; of those in which there is nothing a line says so. */
export function ReportTables({ tables }: { readonly tables: readonly Table[] }) {
  const { t } = useTranslation();
  return tables.map((table) => (
    <article key={table.title} className={classes.page}>
      {table.rows.length > 0 ? (
        <>
          <h2>{table.title}</h2>
          <ReportTable table={table} />
        </>
      ) : (
        <p>{t("report.none", { what: table.title })}</p>
      )}
    </article>
  ));
}
