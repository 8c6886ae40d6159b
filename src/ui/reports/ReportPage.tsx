import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { tableIds } from "#exchange/report.ts";
import { useText } from "#i18n/i18n.ts";
import { auditOf } from "#model/audit/audit.ts";
import { disciplines } from "#model/discipline.ts";
import { peopleInOrder } from "#model/queries.ts";
import { dateText } from "../finding-words.ts";
import { useJourneyMap } from "../map/open-map.ts";
import { useGone } from "../panels/audit/back-again.ts";
import { useToday } from "../today.ts";
import { isShown, MOST_AT_ONCE, type Pages, ReportBar } from "./ReportBar.tsx";
import { ReportMatrix } from "./ReportMatrix.tsx";
import { ReportTables } from "./ReportTables.tsx";
import classes from "./report.module.css";
import { reportTools } from "./report-tools.ts";
import { SharePage } from "./SharePage.tsx";
import { isEmptyShare, type Share, shareOfDiscipline, shareOfPerson } from "./share.ts";
import { shareTables } from "./share-tables.ts";

/** The audit of a map as pages to be printed, or kept as a PDF by the browser: one for each who has a part in it. */
export function ReportPage() {
  const { t, i18n } = useTranslation();
  const text = useText();
  const map = useJourneyMap();
  const today = useToday();
  const [wanted, setPages] = useState<Pages | null>(null);
  const audit = auditOf(map, today);
  const { findings, coverage } = audit;
  const chosen = wanted ?? (coverage.counted > MOST_AT_ONCE ? "cover" : "all");
  const gone = useGone(map, audit);
  const tools = useMemo(
    () => reportTools(text, i18n.language, today, gone),
    [text, i18n.language, today, gone],
  );
  const maintainer = map.people[map.maintainerId ?? ""]?.name;
  const title = map.title.trim() || t("kind.untitled");
  const review = map.reviewOn ? t("report.reviewOn", { date: dateText(map.reviewOn, i18n.language) }) : "";
  const tablesOf = (share: Share) => shareTables(text, i18n.language, map, share, today);
  const managers = useMemo(
    () =>
      peopleInOrder(map)
        .map((person) => ({ ...person, share: shareOfPerson(map, findings, new Set([person.id])) }))
        // Whoever keeps the map alive has to do with it, whatever else it says of them.
        .filter(({ id, share }) => id === map.maintainerId || !isEmptyShare(share)),
    [map, findings],
  );
  // A person may lose their page while it is shown: by an undo, or in another window.
  const pages =
    managers.some(({ id }) => chosen === `person ${id}`) || !chosen.startsWith("person") ? chosen : "all";
  return (
    <section className={classes.report} aria-label={t("report.title")}>
      <ReportBar
        hint={t("report.hint")}
        pages={pages}
        general={["all", "overview", "cover"]}
        people={managers}
        onPages={setPages}
      />
      {(pages === "cover" || isShown(pages, "overview")) && (
        <article className={classes.page}>
          <p className={classes.kicker}>{t("report.auditOf")}</p>
          <h2 className={classes.title}>{title}</h2>
          {map.description.trim() !== "" && <p className={classes.description}>{map.description}</p>}
          <p className={classes.meta}>
            {t("report.asOf", { date: dateText(today, i18n.language) })}
            {maintainer && ` · ${t("report.maintainedBy", { name: maintainer })}`}
            {review && ` · ${review}`}
          </p>
          <ul className={classes.figures}>
            {tools.figuresOf(map).map((figure) => (
              <li key={figure}>{figure}</li>
            ))}
          </ul>
          <ReportMatrix map={map} />
        </article>
      )}
      {isShown(pages, "overview") && (
        <ReportTables
          tables={tableIds.filter((id) => id !== "touchpoints").map((id) => tools.tableOf(map, id))}
        />
      )}
      {managers
        .filter(({ id }) => isShown(pages, `person ${id}`))
        .map(({ id, name, role, share }) => (
          <SharePage
            key={id}
            title={name.trim() || t("kind.untitled")}
            of={title}
            today={today}
            about={[role, id === map.maintainerId ? t("report.youMaintain") : "", review]}
            tables={tablesOf(share)}
            isPersonal
          />
        ))}
      {disciplines
        .filter((discipline) => isShown(pages, `discipline ${discipline}`))
        .map((discipline) => (
          <SharePage
            key={discipline}
            title={t(`common.discipline.${discipline}`)}
            of={title}
            today={today}
            about={[t("report.ofDiscipline"), review]}
            tables={tablesOf(shareOfDiscipline(map, findings, discipline))}
          />
        ))}
    </section>
  );
}
