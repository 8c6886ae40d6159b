import type { Cell, Table } from "#exchange/report.ts";
import type { TextOf } from "#i18n/i18n.ts";
import { disciplines } from "#model/discipline.ts";
import type { Id } from "#model/journey-map.ts";
import { isOverdue, isPending } from "#model/overdue.ts";
import type { Contested } from "#model/portfolio/contested.ts";
import { keyOf } from "#model/portfolio/people.ts";
import { findingCount, type PortfolioMeasure } from "#model/portfolio/portfolio.ts";
import type { PortfolioData } from "./portfolio-data.ts";

/** The parts of the portfolio; each has a name `portfolio.part.<it>`, and is a table that can be taken away. */
export const portfolioParts = ["overview", "rules", "people", "contested", "measures"] as const;
export type PortfolioPart = (typeof portfolioParts)[number];

export interface Words {
  readonly t: TextOf;
  /** BCP 47. */
  readonly language: string;
  /** ISO date without time. */
  readonly today: string;
}

/** A part in words, for a spreadsheet and for the report. */
export function portfolioTable(part: PortfolioPart, data: PortfolioData, words: Words): Table {
  const tables = { overview, rules, people, contested, measures };
  return { title: words.t(`portfolio.part.${part}`), ...tables[part](data, words) };
}

type Rows = Omit<Table, "title">;

const columns = ({ t }: Words, names: readonly string[]) =>
  names.map((name) => t(`portfolio.columns.${name}`));

function overview({ maps, titleOf }: PortfolioData, words: Words): Rows {
  const names = ["map", "counted", "withOwner", "withManager", "findings", "reviewOn"];
  return {
    columns: columns(words, names),
    rows: maps.map((map) => [
      titleOf(map.mapId),
      map.counted,
      map.withOwner,
      map.withManager,
      findingCount(map, words.today),
      map.reviewOn ?? "",
    ]),
  };
}

/** How much each discipline owns in each map. */
export function ownershipByMap({ maps, titleOf }: PortfolioData, { t }: Pick<Words, "t">): Table {
  return {
    title: t("portfolio.matrix"),
    columns: [
      t("portfolio.columns.map"),
      ...[...disciplines, "nobody"].map((owner) => t(`common.discipline.${owner}`)),
      t("auditPage.total"),
    ],
    rows: maps.map(({ mapId, byDiscipline, counted, withOwner }) => [
      titleOf(mapId),
      ...disciplines.map((discipline) => byDiscipline[discipline]),
      counted - withOwner,
      counted,
    ]),
  };
}

function rules(data: PortfolioData, words: Words): Rows {
  const { t } = words;
  return {
    columns: columns(words, ["rule", "severity", "findings", "maps"]),
    rows: data.rules.map(({ ruleId, severity, count, maps }) => [
      t(`rule.${ruleId}.name`),
      t(`audit.severity.${severity}`),
      count,
      maps.length,
    ]),
  };
}

function people(data: PortfolioData, words: Words): Rows {
  const { t } = words;
  const names = ["person", "email", "discipline", "maps", "touchpoints", "moments", "pending"];
  const pending = pendingByPerson(data.measures);
  return {
    columns: columns(words, names),
    rows: [
      ...data.people.map((person) => [
        person.name,
        person.email,
        person.discipline === null ? "" : t(`common.discipline.${person.discipline}`),
        person.maps,
        person.touchpoints,
        person.moments,
        pending.get(person.key) ?? 0,
      ]),
      ...(hasNobody(data) ? [nobodyRow(data, words)] : []),
    ],
  };
}

function nobodyRow({ ofNobody, measures: all }: PortfolioData, { t }: Words): readonly Cell[] {
  const { maps, touchpoints, moments } = ofNobody;
  return [t("common.discipline.nobody"), "", "", maps, touchpoints, moments, pendingOfNobody(all)];
}

/** Whether there is anything that nobody answers for. */
export function hasNobody({ ofNobody, measures: all }: PortfolioData): boolean {
  return ofNobody.touchpoints > 0 || pendingOfNobody(all) > 0;
}

/** How many measures are still to do and have nobody to do them. */
export function pendingOfNobody(all: readonly PortfolioMeasure[]): number {
  return all.filter((measure) => measure.person === null && isPending(measure)).length;
}

/** The headline figures of the portfolio, one sentence each. */
export function portfolioFigures(
  { totals, contested: hits }: PortfolioData,
  { t }: Pick<Words, "t">,
): readonly string[] {
  return [
    t("library.count", { count: totals.maps }),
    t("audit.withOwner", { count: totals.withOwner, total: totals.counted }),
    t("audit.withManager", { count: totals.withManager, total: totals.counted }),
    t("things.finding", { count: totals.findings }),
    `${t("portfolio.contestedAmong")}: ${hits.length}`,
  ];
}

/** How many measures each person, by their key, has still to do. */
export function pendingByPerson(measures: readonly PortfolioMeasure[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const measure of measures)
    if (measure.person && isPending(measure))
      counts.set(measure.person.key, (counts.get(measure.person.key) ?? 0) + 1);
  return counts;
}

function contested({ contested: found, titleOf }: PortfolioData, words: Words): Rows {
  const { t } = words;
  const owners = ["marketing", "sales", "it", null] as const;
  const titles = (ids: readonly Id[] = []) => ids.map(titleOf).join(", ");
  return {
    columns: [
      ...columns(words, ["touchpoint", "channel"]),
      ...owners.map((owner) => t(`common.discipline.${owner ?? "nobody"}`)),
      t("report.columns.finding"),
    ],
    rows: found.map((one) => [
      one.title,
      one.channel,
      ...owners.map((owner) => titles(one.mapsByOwner.get(owner))),
      contestedText(one, words),
    ]),
  };
}

function contestedText({ title, owners }: Contested, { t, language }: Words): string {
  const names = owners.map((owner) => t(`common.discipline.${owner}`));
  return t("rule.contested.finding", { title, owners: new Intl.ListFormat(language).format(names) });
}

function measures(data: PortfolioData, words: Words): Rows {
  return measureRows(data.measures, data, words);
}

/** Some of the measures, all of whose columns say what they are about. */
export function measureRows(
  some: readonly PortfolioMeasure[],
  { titleOf }: PortfolioData,
  words: Words,
): Rows {
  const { t } = words;
  return {
    columns: columns(words, [
      "measure",
      "map",
      "person",
      "discipline",
      "status",
      "startOn",
      "dueOn",
      "overdue",
    ]),
    rows: some.map((measure): Cell[] => [
      measure.title.trim() || t("kind.untitled"),
      titleOf(measure.mapId),
      measure.person ? measure.person.name.trim() || t("kind.untitled") : t("common.discipline.nobody"),
      t(`common.discipline.${measure.owner ?? "nobody"}`),
      t(`plan.status.${measure.status}`),
      measure.startOn ?? "",
      measure.dueOn ?? "",
      isOverdue(measure, words.today) ? t("table.yes") : "",
    ]),
  };
}

/** Tells rows of measures apart: ids are those of their maps. */
export function measureKey({ mapId, id }: PortfolioMeasure): string {
  return keyOf({ mapId, personId: id });
}
