import { Button } from "@mantine/core";
import { Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { isPending } from "#model/overdue.ts";
import { measuresByPerson } from "#model/portfolio/portfolio.ts";
import { dateText } from "../finding-words.ts";
import { ReportTable } from "../reports/ReportTable.tsx";
import report from "../reports/report.module.css";
import type { PartProps } from "./part-props.ts";
import classes from "./portfolio.module.css";
import { measureRows, portfolioTable } from "./portfolio-tables.ts";

/** All maps as pages to be printed, or kept as a PDF by the browser. */
export function PortfolioReport({ data, today }: Pick<PartProps, "data" | "today">) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const words = { t: text, language: i18n.language, today };
  const { totals, people } = data;
  const pending = measuresByPerson(data.measures.filter(isPending), people);
  const managers = { ...data, people: people.filter(({ touchpoints }) => touchpoints > 0) };
  const figures = [
    t("library.count", { count: totals.maps }),
    t("audit.withOwner", { count: totals.withOwner, total: totals.counted }),
    t("audit.withManager", { count: totals.withManager, total: totals.counted }),
    t("things.finding", { count: totals.findings }),
  ];
  const tables = [
    portfolioTable("overview", data, words),
    portfolioTable("rules", data, words),
    portfolioTable("people", managers, words),
    portfolioTable("contested", data, words),
  ];
  return (
    <section className={`${report.report} ${classes.report}`} aria-label={t("portfolio.report")}>
      <div className={report.bar}>
        <p>{t("portfolio.reportHint")}</p>
        <Button leftSection={<Printer size="1.1rem" aria-hidden />} onClick={() => window.print()}>
          {t("report.print")}
        </Button>
      </div>
      <article className={report.page}>
        <h2 className={report.title}>{t("portfolio.title")}</h2>
        <p className={report.meta}>{t("report.asOf", { date: dateText(today, i18n.language) })}</p>
        <ul className={report.figures}>
          {figures.map((figure) => (
            <li key={figure}>{figure}</li>
          ))}
        </ul>
      </article>
      {tables
        .filter(({ rows }) => rows.length > 0)
        .map((table) => (
          <article key={table.title} className={report.page}>
            <h2>{table.title}</h2>
            <ReportTable table={table} />
          </article>
        ))}
      {pending.length > 0 && (
        <article className={report.page}>
          <h2>{t("portfolio.measuresToDo")}</h2>
          {pending.map(({ person, measures }) => (
            <div key={person?.key ?? ""}>
              <h3>
                {person ? person.name || t("kind.untitled") : t("plan.nobody")} ({measures.length})
              </h3>
              <ReportTable table={withoutPerson(measureRows(measures, data, words))} />
            </div>
          ))}
        </article>
      )}
    </section>
  );
}

const PERSON = 2;

/** The name stands above the rows. */
function withoutPerson({ columns, rows }: ReturnType<typeof measureRows>): ReturnType<typeof measureRows> {
  return { columns: columns.toSpliced(PERSON, 1), rows: rows.map((row) => row.toSpliced(PERSON, 1)) };
}
