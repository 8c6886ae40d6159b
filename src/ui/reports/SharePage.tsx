import { useTranslation } from "react-i18next";
import type { Cell } from "#exchange/report.ts";
import { useText } from "#i18n/i18n.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { handoverState } from "#model/queries.ts";
import { dateText, findingText } from "../finding-words.ts";
import { ReportTable } from "./ReportTable.tsx";
import classes from "./report.module.css";
import type { Share } from "./share.ts";

interface SharePageProps {
  readonly map: JourneyMap;
  readonly title: string;
  readonly subtitle: string;
  readonly share: Share;
  /** It is handed to the person that it is about. */
  readonly isPersonal?: boolean;
}

/** The page for one manager, or one discipline: what is theirs, and what is open in it. */
export function SharePage({ map, title, subtitle, share, isPersonal = false }: SharePageProps) {
  const { t, i18n } = useTranslation();
  const text = useText();
  const column = (name: string) => text(`report.columns.${name}`);
  const heading = (part: string) => text(`report.${isPersonal ? "yours" : "theirs"}.${part}`);
  const nameOf = (id: Id) => map.nodes[id]?.title.trim() || t("kind.untitled");
  const day = (date: string | null) => (date === null ? "" : dateText(date, i18n.language));
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: "exceptZero" });
  const parts: readonly { readonly part: string; readonly columns: string[]; readonly rows: Cell[][] }[] = [
    {
      part: "touchpoints",
      columns: [
        t("field.title"),
        t("field.journeyId"),
        t("field.stageId"),
        t("field.owner"),
        t("field.customerRating"),
      ],
      rows: share.touchpoints.map(
        ({ title: name, journeyId, stageId, owner, customerRating, momentOfTruth }) => [
          `${momentOfTruth ? "★ " : ""}${name.trim() || t("kind.untitled")}`,
          journeyId === null ? "" : nameOf(journeyId),
          map.stages.find(({ id }) => id === stageId)?.name ?? "",
          t(`common.discipline.${owner ?? "nobody"}`),
          customerRating === null ? "" : signed.format(customerRating),
        ],
      ),
    },
    {
      part: "handovers",
      columns: ["from", "to", "state", "information"].map(column),
      rows: share.handovers.map((connection) => [
        nameOf(connection.from),
        nameOf(connection.to),
        t(`report.handover.${handoverState(map, connection) ?? "open"}`),
        connection.handover?.information ?? "",
      ]),
    },
    {
      part: "findings",
      columns: ["severity", "finding"].map(column),
      rows: share.findings.map((finding) => [
        t(`audit.severity.${finding.severity}`),
        findingText(text, i18n.language, map, finding),
      ]),
    },
    {
      part: "measures",
      columns: ["title", "status", "dueOn", "desiredResult"].map((name) => text(`plan.fields.${name}`)),
      rows: share.measures.map(({ title: name, status, dueOn, desiredResult }) => [
        name,
        t(`plan.status.${status}`),
        day(dueOn),
        desiredResult,
      ]),
    },
  ];
  return (
    <article className={classes.page}>
      <h2>{title}</h2>
      <p className={classes.meta}>
        {[subtitle, map.title, map.reviewOn && t("report.reviewOn", { date: day(map.reviewOn) })]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {parts.map(({ part, columns, rows }) => (
        <div key={part}>
          <h3>
            {heading(part)} ({rows.length})
          </h3>
          {rows.length > 0 ? <ReportTable table={{ columns, rows }} /> : <p>{t("report.none")}</p>}
        </div>
      ))}
    </article>
  );
}
