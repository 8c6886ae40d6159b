import type { Cell, DueDay, ReportTools, Table, TableId } from "#exchange/report.ts";
import type { TextOf } from "#i18n/i18n.ts";
import { auditOf } from "#model/audit/audit.ts";
import { isBackAgain } from "#model/audit/gone-findings.ts";
import { managerOf } from "#model/audit/manager-of.ts";
import { fieldsOf } from "#model/fields.ts";
import { handoversOf } from "#model/handovers.ts";
import type { Id, JourneyMap, Owner, Touchpoint } from "#model/journey-map.ts";
import { isOverdue, isPending } from "#model/overdue.ts";
import { raciOf, rolesWith } from "#model/raci.ts";
import { type RaciPart, type RaciRole, raciParts } from "#model/raci-parts.ts";
import { touchpointsInOrder } from "#model/touchpoints-in-order.ts";
import { findingSubject, findingText } from "../finding-words.ts";
import { valueTexts } from "../versions/value-text.ts";
import { inWords } from "./on-paper.ts";

const nothing: ReadonlySet<string> = new Set();

/** Puts what a map says into the words of a language. `today`: ISO date. `gone`: the ids of findings that were gone once. */
export function reportTools(t: TextOf, language: string, today: string, gone = nothing): ReportTools {
  const tables: Readonly<Record<TableId, (map: JourneyMap) => Omit<Table, "title">>> = {
    touchpoints: (map) => touchpointTable(t, language, map),
    findings: (map) => findingTable(t, language, map, today, gone),
    handovers: (map) => handoverTable(t, map),
    measures: (map) => measureTable(t, map, today),
    raci: (map) => raciTable(t, map),
  };
  return {
    language,
    tableOf: (map, id) => ({ title: t(`report.tables.${id}`), ...tables[id](map) }),
    inWords: (table) => inWords(table, language),
    figuresOf: (map) => figures(t, map, today),
    dueDaysOf: (map) => dueDays(t, map),
  };
}

function touchpointTable(t: TextOf, language: string, map: JourneyMap): Omit<Table, "title"> {
  const fields = Object.entries(fieldsOf("touchpoint"));
  const words = { t, language, map };
  const cellOf = (touchpoint: Touchpoint, name: string, control: string): Cell => {
    const value = (touchpoint as unknown as Readonly<Record<string, unknown>>)[name];
    // Numbers stay numbers, so that a spreadsheet can reckon with them.
    if (control === "rating" || control === "duration") return typeof value === "number" ? value : null;
    return valueTexts(words, "touchpoint", name, value).join("\n");
  };
  const inMinutes = (name: string) => t("report.inMinutes", { field: t(`field.${name}`) });
  const durations = fields.filter(([, { control }]) => control === "duration");
  return {
    columns: fields.map(([name, { control }]) =>
      control === "duration" ? inMinutes(name) : t(`field.${name}`),
    ),
    onPaper: Object.fromEntries(durations.map(([name]) => [inMinutes(name), t(`field.${name}`)])),
    rows: touchpointsInOrder(map).map((touchpoint) =>
      fields.map(([name, { control }]) => cellOf(touchpoint, name, control)),
    ),
  };
}

function findingTable(
  t: TextOf,
  language: string,
  map: JourneyMap,
  today: string,
  gone: ReadonlySet<string>,
): Omit<Table, "title"> {
  const { findings, dismissed } = auditOf(map, today);
  const column = (name: string) => t(`report.columns.${name}`);
  return {
    columns: ["severity", "rule", "about", "finding", "person", "state", "reason"].map(column),
    // The sentence names what it is about, too; and a page has no room for wide heads.
    onPaper: { [column("about")]: null, [column("person")]: t("portfolio.columns.person") },
    rows: [...findings, ...dismissed].map((finding) => {
      const { dismissal } = finding;
      const state = isBackAgain(finding, gone) ? "back" : dismissal ? "dismissed" : "open";
      return [
        t(`audit.severity.${finding.severity}`),
        t(`rule.${finding.ruleId}.name`),
        findingSubject(t, map, finding),
        findingText(t, language, map, finding),
        personName(t, map, managerOf(map, finding)),
        t(`auditPage.states.${state}`),
        dismissal?.reason ?? "",
      ];
    }),
  };
}

function handoverTable(t: TextOf, map: JourneyMap): Omit<Table, "title"> {
  const column = (name: string) => t(`report.columns.${name}`);
  const journey = t("field.journeyId");
  const timeLimit = t("report.inMinutes", { field: column("timeLimit") });
  return {
    columns: [
      journey,
      ...["from", "fromOwner", "fromManager", "to", "toOwner", "toManager"].map(column),
      ...["state", "information", "promise"].map(column),
      timeLimit,
    ],
    // A page has no room for all of them.
    onPaper: {
      [journey]: null,
      [column("fromManager")]: null,
      [column("toManager")]: null,
      [timeLimit]: column("timeLimit"),
    },
    rows: handoversOf(map).map(({ from, to, connection: { handover }, state }) => [
      from.journeyId === null ? "" : titleOf(t, map.nodes[from.journeyId]),
      titleOf(t, from),
      ownerName(t, from.owner),
      personName(t, map, from.managerId),
      titleOf(t, to),
      ownerName(t, to.owner),
      personName(t, map, to.managerId),
      t(`report.handover.${state}`),
      handover?.information ?? "",
      handover?.promise ?? "",
      handover?.timeLimit ?? null,
    ]),
  };
}

function measureTable(t: TextOf, map: JourneyMap, today: string): Omit<Table, "title"> {
  const measures = Object.values(map.measures).toSorted((a, b) =>
    `${a.dueOn ?? "9"}${a.title}${a.id}` < `${b.dueOn ?? "9"}${b.title}${b.id}` ? -1 : 1,
  );
  const field = (name: string) => t(`plan.fields.${name}`);
  return {
    columns: [
      ...["title", "status", "owner", "person", "startOn", "dueOn"].map(field),
      t("report.columns.overdue"),
      ...["budget", "desiredResult", "touchpoints"].map(field),
    ],
    // A page has no room for wide heads, and what counts is until when.
    onPaper: { [field("owner")]: t("portfolio.columns.discipline"), [field("startOn")]: null },
    rows: measures.map((measure) => [
      titleOf(t, measure),
      t(`plan.status.${measure.status}`),
      ownerName(t, measure.owner),
      personName(t, map, measure.managerId),
      measure.startOn ?? "",
      measure.dueOn ?? "",
      isOverdue(measure, today) ? t("table.yes") : "",
      measure.budget,
      measure.desiredResult,
      measure.touchpointIds.map((id) => titleOf(t, map.nodes[id])).join("\n"),
    ]),
  };
}

function raciTable(t: TextOf, map: JourneyMap): Omit<Table, "title"> {
  const all = raciOf(map);
  const nameOf = (role: RaciRole, { managerId }: Touchpoint) =>
    role === "manager" ? personName(t, map, managerId) : ownerName(t, role);
  return {
    columns: [t("report.columns.about"), ...raciParts.map((part) => t(`raci.part.${part}`))],
    rows: touchpointsInOrder(map).map((touchpoint) => {
      const raci = all.get(touchpoint.id);
      const names = (part: RaciPart) => {
        const roles = raci ? rolesWith(raci, part) : [];
        if (roles.length === 0 && isNeeded(part)) return t("common.discipline.nobody");
        return roles.map((role) => nameOf(role, touchpoint)).join(", ");
      };
      return [titleOf(t, touchpoint), ...raciParts.map(names)];
    }),
  };
}

/** Somebody has to do the work, and to answer for it; to be asked or told nobody need be. */
function isNeeded(part: RaciPart): boolean {
  return part === "responsible" || part === "accountable";
}

/** What has no title can be talked about all the same. */
function titleOf(t: TextOf, named: { readonly title: string } | undefined): string {
  return named?.title.trim() || t("kind.untitled");
}

function ownerName(t: TextOf, owner: Owner): string {
  return t(`common.discipline.${owner ?? "nobody"}`);
}

function personName(t: TextOf, map: JourneyMap, id: Id | null): string {
  return id === null ? t("common.discipline.nobody") : map.people[id]?.name.trim() || t("kind.untitled");
}

function figures(t: TextOf, map: JourneyMap, today: string): readonly string[] {
  const { coverage, findings } = auditOf(map, today);
  const { counted: total, withOwner, withManager, withBoth } = coverage;
  return [
    t("audit.withOwner", { count: withOwner, total }),
    t("audit.withManager", { count: withManager, total }),
    t("audit.withBoth", { count: withBoth, total }),
    t("things.finding", { count: findings.length }),
  ];
}

function dueDays(t: TextOf, map: JourneyMap): readonly DueDay[] {
  const days: DueDay[] = [];
  const mapTitle = titleOf(t, map);
  if (map.reviewOn !== null)
    days.push({
      id: `${map.id}-review`,
      date: map.reviewOn,
      summary: t("report.review", { title: mapTitle }),
      description: "",
    });
  for (const measure of Object.values(map.measures)) {
    const { id, dueOn, managerId, desiredResult } = measure;
    if (dueOn === null || !isPending(measure)) continue;
    const person = map.people[managerId ?? ""]?.name;
    days.push({
      id: `${map.id}-${id}`,
      date: dueOn,
      summary: [titleOf(t, measure), ...(person ? [person] : [])].join(" – "),
      // A calendar holds days of several maps.
      description: [desiredResult.trim(), mapTitle].filter(Boolean).join("\n"),
    });
  }
  return days.toSorted((a, b) => (`${a.date}${a.id}` < `${b.date}${b.id}` ? -1 : 1));
}
