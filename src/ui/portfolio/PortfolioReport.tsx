import { Button, Text } from "@mantine/core";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { tableIds } from "#exchange/report.ts";
import { useText } from "#i18n/i18n.ts";
import { isPending } from "#model/overdue.ts";
import type { PortfolioPerson } from "#model/portfolio/people.ts";
import { measuresByPerson } from "#model/portfolio/portfolio.ts";
import { dateText } from "../finding-words.ts";
import { isShown, MOST_AT_ONCE, type Pages, ReportBar } from "../reports/ReportBar.tsx";
import { ReportTable } from "../reports/ReportTable.tsx";
import { ReportTables } from "../reports/ReportTables.tsx";
import report from "../reports/report.module.css";
import { SharePage } from "../reports/SharePage.tsx";
import type { Gathered } from "./gathered.ts";
import type { PartProps } from "./part-props.ts";
import classes from "./portfolio.module.css";
import { measureRows, ownershipByMap, portfolioFigures, portfolioTable } from "./portfolio-tables.ts";
import { useGathered } from "./use-gathered.ts";

type OverviewProps = Pick<PartProps, "data" | "today">;

interface ReportProps extends OverviewProps {
  /** All figures are there. */
  readonly isComplete: boolean;
}

/** All maps as pages to be printed, or kept as a PDF by the browser. */
export function PortfolioReport({ data, today, isComplete }: ReportProps) {
  const { t } = useTranslation();
  const [chosen, setPages] = useState<Pages | null>(null);
  const pages = chosen ?? (data.totals.counted > MOST_AT_ONCE ? "overview" : "all");
  const { what: gathered, isOld, again } = useGathered(data, today, isComplete && pages !== "overview");
  const isReading = typeof gathered === "number";
  // Who only maintains a map is known once all maps are read.
  const isGathered = typeof gathered === "object" && gathered !== null;
  const people = isGathered ? gathered.people.map(({ person }) => person) : withPart(data);
  return (
    <section className={`${report.report} ${classes.report}`} aria-label={t("portfolio.report")}>
      <ReportBar
        hint={t("portfolio.reportHint")}
        pages={pages}
        general={["all", "overview"]}
        people={people.map(({ key, name }) => ({ id: key, name }))}
        isWaiting={isReading || !isComplete}
        onPages={setPages}
      />
      {isReading && (
        <Text role="status" className={classes.reading ?? ""} ta="center">
          {t("portfolio.gathering", { done: gathered, total: data.maps.length })}
        </Text>
      )}
      {gathered === "failed" && (
        <p className={classes.late} role="alert">
          {t("portfolio.gatheringFailed")}
        </p>
      )}
      {isOld && !isReading && gathered !== null && (
        <Text component="div" className={classes.reading ?? ""} ta="center">
          {t("portfolio.gatheredOld")}{" "}
          <Button variant="default" size="compact-sm" onClick={again}>
            {t("portfolio.gatherAgain")}
          </Button>
        </Text>
      )}
      {isShown(pages, "overview") && <OverviewPages data={data} today={today} />}
      {isGathered && <GatheredPages gathered={gathered} pages={pages} today={today} />}
    </section>
  );
}

/** Who answers for touchpoints or measures. */
function withPart({ people, measures }: PartProps["data"]): readonly PortfolioPerson[] {
  const withMeasures = new Set(measures.map(({ person }) => person));
  return people.filter((person) => person.touchpoints > 0 || withMeasures.has(person));
}

/** What the stored figures say. */
const OverviewPages = memo(function OverviewPages({ data, today }: OverviewProps) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const words = { t: text, language: i18n.language, today };
  const { people } = data;
  const pending = measuresByPerson(data.measures.filter(isPending), people);
  const managers = { ...data, people: withPart(data) };
  const ownership = ownershipByMap(data, words);
  const tables = [
    portfolioTable("overview", data, words),
    portfolioTable("rules", data, words),
    portfolioTable("people", managers, words),
    portfolioTable("contested", data, words),
  ];
  return (
    <>
      <article className={report.page}>
        <h2 className={report.title}>{t("portfolio.title")}</h2>
        <p className={report.meta}>{t("report.asOf", { date: dateText(today, i18n.language) })}</p>
        <ul className={report.figures}>
          {portfolioFigures(data, words).map((figure) => (
            <li key={figure}>{figure}</li>
          ))}
        </ul>
        <h3>{ownership.title}</h3>
        <ReportTable table={ownership} />
      </article>
      <ReportTables tables={tables} />
      {pending.length > 0 && (
        <article className={report.page}>
          <h2>{t("portfolio.measuresToDo")}</h2>
          {pending.map(({ person, measures }) => (
            <div key={person?.key ?? ""}>
              <h3>
                {person ? person.name || t("kind.untitled") : t("common.discipline.nobody")} (
                {measures.length})
              </h3>
              <ReportTable table={withoutPerson(measureRows(measures, data, words))} />
            </div>
          ))}
        </article>
      )}
    </>
  );
});

interface GatheredPagesProps extends Pick<PartProps, "today"> {
  readonly gathered: Gathered;
  readonly pages: Pages;
}

/** What the maps themselves say: all of it, then what concerns each person and each discipline. */
function GatheredPages({ gathered, pages, today }: GatheredPagesProps) {
  const { tables, people, disciplines, unread } = gathered;
  const { t } = useTranslation();
  return (
    <>
      {unread > 0 && <p className={classes.late}>{t("portfolio.notGathered", { count: unread })}</p>}
      {pages === "all" && (
        <ReportTables
          tables={tableIds.filter((id) => id !== "touchpoints" && id !== "measures").map((id) => tables[id])}
        />
      )}
      {people
        .filter(({ person }) => isShown(pages, `person ${person.key}`))
        .map(({ person, tables: own }) => (
          <SharePage
            key={person.key}
            title={person.name.trim() || t("kind.untitled")}
            of={t("portfolio.title")}
            today={today}
            about={[person.email]}
            tables={own}
            isPersonal
          />
        ))}
      {disciplines
        .filter(({ discipline }) => isShown(pages, `discipline ${discipline}`))
        .map(({ discipline, tables: own }) => (
          <SharePage
            key={discipline}
            title={t(`common.discipline.${discipline}`)}
            of={t("portfolio.title")}
            today={today}
            about={[t("report.ofDiscipline")]}
            tables={own}
          />
        ))}
    </>
  );
}

const PERSON = 2;

/** The name stands above the rows. */
function withoutPerson({ columns, rows }: ReturnType<typeof measureRows>): ReturnType<typeof measureRows> {
  return { columns: columns.toSpliced(PERSON, 1), rows: rows.map((row) => row.toSpliced(PERSON, 1)) };
}
