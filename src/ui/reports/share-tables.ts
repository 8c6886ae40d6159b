import type { Cell, Table } from "#exchange/report.ts";
import type { TextOf } from "#i18n/i18n.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { isOverdue } from "#model/overdue.ts";
import { handoverState } from "#model/queries.ts";
import { dateText, findingText } from "../finding-words.ts";
import type { Share } from "./share.ts";

/** A table of a page for one manager or one discipline; its headings are `report.yours.<part>` and `report.theirs.<part>`. */
export interface ShareTable extends Omit<Table, "title"> {
  readonly part: "maps" | "touchpoints" | "handovers" | "findings" | "measures";
}

/** What somebody has to do with a map, in words. */
export function shareTables(
  t: TextOf,
  language: string,
  map: JourneyMap,
  share: Share,
  today: string,
): ShareTable[] {
  const column = (name: string) => t(`report.columns.${name}`);
  const nameOf = (id: Id) => map.nodes[id]?.title.trim() || t("kind.untitled");
  // All that a discipline has is its own.
  const hasOwners = share.discipline === null;
  const signed = new Intl.NumberFormat(language, { signDisplay: "exceptZero" });
  return [
    {
      part: "touchpoints",
      columns: ["title", "journeyId", "stageId", ...(hasOwners ? ["owner"] : []), "customerRating"].map(
        (name) => t(`field.${name}`),
      ),
      rows: share.touchpoints.map(
        ({ title: name, journeyId, stageId, owner, customerRating, momentOfTruth }): Cell[] => [
          `${momentOfTruth ? "★ " : ""}${name.trim() || t("kind.untitled")}`,
          journeyId === null ? "" : nameOf(journeyId),
          map.stages.find(({ id }) => id === stageId)?.name ?? "",
          ...(hasOwners ? [t(`common.discipline.${owner ?? "nobody"}`)] : []),
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
        findingText(t, language, map, finding),
      ]),
    },
    {
      part: "measures",
      columns: [
        ...["title", "status", "dueOn"].map((name) => t(`plan.fields.${name}`)),
        column("overdue"),
        t("plan.fields.desiredResult"),
      ],
      rows: share.measures.map((measure) => [
        measure.title.trim() || t("kind.untitled"),
        t(`plan.status.${measure.status}`),
        measure.dueOn === null ? "" : dateText(measure.dueOn, language),
        isOverdue(measure, today) ? t("table.yes") : "",
        measure.desiredResult,
      ]),
    },
  ];
}
