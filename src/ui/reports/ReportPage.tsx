import { Button } from "@mantine/core";
import { Printer } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { tableIds } from "#exchange/report.ts";
import { useText } from "#i18n/i18n.ts";
import { auditOf } from "#model/audit/audit.ts";
import { managerOf } from "#model/audit/manager-of.ts";
import { disciplines } from "#model/discipline.ts";
import { peopleInOrder } from "#model/queries.ts";
import { useGoneInVersions } from "../audit/use-gone-in-versions.ts";
import { dateText } from "../finding-words.ts";
import { useJourneyMap } from "../map/open-map.ts";
import { useGone } from "../panels/audit/back-again.ts";
import { useToday } from "../today.ts";
import { ReportMatrix } from "./ReportMatrix.tsx";
import { ReportTable } from "./ReportTable.tsx";
import classes from "./report.module.css";
import { reportTools } from "./report-tools.ts";
import { SharePage } from "./SharePage.tsx";
import { isEmptyShare, shareOf } from "./share.ts";

/** The audit of a map as pages to be printed, or kept as a PDF by the browser: one for each who has a part in it. */
export function ReportPage() {
  const { t, i18n } = useTranslation();
  const text = useText();
  const map = useJourneyMap();
  const today = useToday();
  const audit = auditOf(map, today);
  const { findings } = audit;
  const gone = useGone(map, audit, useGoneInVersions(map.id));
  const tools = useMemo(
    () => reportTools(text, i18n.language, today, gone),
    [text, i18n.language, today, gone],
  );
  const maintainer = map.people[map.maintainerId ?? ""]?.name;
  const title = map.title.trim() || t("kind.untitled");
  const managers = peopleInOrder(map).map((person) => ({
    person,
    share: shareOf(map, findings, {
      isOfNode: ({ managerId }) => managerId === person.id,
      isOfMeasure: ({ managerId }) => managerId === person.id,
      isOfFinding: (finding) => managerOf(map, finding) === person.id,
    }),
  }));
  return (
    <section className={classes.report} aria-label={t("report.title")}>
      <div className={classes.bar}>
        <p>{t("report.hint")}</p>
        <Button leftSection={<Printer size="1.1rem" aria-hidden />} onClick={() => window.print()}>
          {t("report.print")}
        </Button>
      </div>
      <article className={classes.page}>
        <p className={classes.kicker}>{t("report.auditOf")}</p>
        <h2 className={classes.title}>{title}</h2>
        {map.description.trim() !== "" && <p className={classes.description}>{map.description}</p>}
        <p className={classes.meta}>
          {t("report.asOf", { date: dateText(today, i18n.language) })}
          {maintainer && ` · ${t("report.maintainedBy", { name: maintainer })}`}
          {map.reviewOn && ` · ${t("report.reviewOn", { date: dateText(map.reviewOn, i18n.language) })}`}
        </p>
        <ul className={classes.figures}>
          {tools.figuresOf(map).map((figure) => (
            <li key={figure}>{figure}</li>
          ))}
        </ul>
        <ReportMatrix map={map} />
      </article>
      {tableIds
        .filter((id) => id !== "touchpoints")
        .map((id) => {
          const table = tools.tableOf(map, id);
          if (table.rows.length === 0) return null;
          return (
            <article key={id} className={classes.page}>
              <h2>{table.title}</h2>
              <ReportTable table={table} />
            </article>
          );
        })}
      {managers
        .filter(({ share }) => !isEmptyShare(share))
        .map(({ person, share }) => (
          <SharePage
            key={person.id}
            map={map}
            title={person.name.trim() || t("kind.untitled")}
            subtitle={person.role}
            share={share}
            isPersonal
          />
        ))}
      {disciplines.map((discipline) => (
        <SharePage
          key={discipline}
          map={map}
          title={t(`common.discipline.${discipline}`)}
          subtitle={t("report.ofDiscipline")}
          share={shareOf(map, findings, {
            isOfNode: ({ owner }) => owner === discipline,
            isOfMeasure: ({ owner }) => owner === discipline,
            isOfFinding: () => false,
          })}
        />
      ))}
    </section>
  );
}
