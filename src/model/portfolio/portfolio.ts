import { type Severity, severities } from "../audit/rule.ts";
import { rules } from "../audit/rules.ts";
import type { Id } from "../journey-map.ts";
import { isOverdue } from "../overdue.ts";
import { portfolioRules } from "./contested.ts";
import type { MapFigures, MeasureFigures } from "./figures.ts";
import { keyOf, type PortfolioPerson } from "./people.ts";

/** The open findings of a map on a day (ISO date), by rule. */
export function findingsOn({ findings, later }: MapFigures, today: string): ReadonlyMap<string, number> {
  const counts = new Map(Object.entries(findings));
  for (const { ruleId, date } of later) if (date < today) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return counts;
}

/** How many findings of a map are open on a day. */
export function findingCount(figures: MapFigures, today: string): number {
  return [...findingsOn(figures, today).values()].reduce((sum, count) => sum + count, 0);
}

export interface RuleFigures {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly count: number;
  /** The maps in which it finds something, the one with the most findings first. */
  readonly maps: readonly { readonly mapId: Id; readonly count: number }[];
}

/** What the rules find in all maps, those that look at all of them together too; the gravest first. Rules without a finding are left out. */
export function findingsByRule(all: readonly MapFigures[], today: string): readonly RuleFigures[] {
  const byRule = new Map<string, { mapId: Id; count: number }[]>(rules.map(({ id }) => [id, []]));
  for (const figures of all)
    for (const [ruleId, count] of findingsOn(figures, today))
      byRule.get(ruleId)?.push({ mapId: figures.mapId, count });
  const inMaps = rules.map(({ id, severity }) => {
    const maps = (byRule.get(id) ?? []).sort((a, b) => b.count - a.count || (a.mapId < b.mapId ? -1 : 1));
    return { ruleId: id, severity, count: maps.reduce((sum, { count }) => sum + count, 0), maps };
  });
  const together = portfolioRules.map(({ id, severity, check }) => {
    const hits = check(all);
    const counts = new Map<Id, number>();
    for (const { mapIds } of hits)
      for (const mapId of mapIds) counts.set(mapId, (counts.get(mapId) ?? 0) + 1);
    const maps = [...counts]
      .map(([mapId, count]) => ({ mapId, count }))
      .sort((a, b) => b.count - a.count || (a.mapId < b.mapId ? -1 : 1));
    return { ruleId: id, severity, count: hits.length, maps };
  });
  const found = [...together, ...inMaps].filter(({ count }) => count > 0);
  return severities.flatMap((severity) => found.filter((rule) => rule.severity === severity));
}

export interface PortfolioMeasure extends MeasureFigures {
  readonly mapId: Id;
  /** Over all maps; null: nobody. */
  readonly person: PortfolioPerson | null;
}

/** The measures of all maps by date; those without one come last. */
export function measuresOf(
  all: readonly MapFigures[],
  people: readonly PortfolioPerson[],
): readonly PortfolioMeasure[] {
  const byEntry = new Map(people.flatMap((person) => person.entries.map((entry) => [keyOf(entry), person])));
  const order = ({ dueOn, title, mapId, id }: PortfolioMeasure) =>
    `${dueOn ?? "~"}\n${title}\n${mapId}\n${id}`;
  return all
    .flatMap(({ mapId, measures }) =>
      measures.map((measure): PortfolioMeasure => {
        const entry = { mapId, personId: measure.managerId ?? "" };
        return { ...measure, mapId, person: byEntry.get(keyOf(entry)) ?? null };
      }),
    )
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

export interface MeasuresOfPerson {
  /** Null: those of nobody. */
  readonly person: PortfolioPerson | null;
  readonly measures: readonly PortfolioMeasure[];
}

/** Measures by whoever answers for them, in the order of the people, those of nobody last; each in the order in which they came. */
export function measuresByPerson(
  measures: readonly PortfolioMeasure[],
  people: readonly PortfolioPerson[],
): readonly MeasuresOfPerson[] {
  const groups = new Map<PortfolioPerson | null, PortfolioMeasure[]>();
  for (const person of [...people, null]) groups.set(person, []);
  for (const measure of measures) groups.get(measure.person)?.push(measure);
  return [...groups]
    .filter(([, found]) => found.length > 0)
    .map(([person, found]) => ({ person, measures: found }));
}

export interface PortfolioTotals {
  readonly maps: number;
  readonly counted: number;
  readonly withOwner: number;
  readonly withManager: number;
  /** Of all rules, those that look at all maps together too. */
  readonly findings: number;
  /** Measures that should be done by now. */
  readonly overdue: number;
}

/** `found`: what the rules find in these maps. */
export function totalsOf(
  all: readonly MapFigures[],
  found: readonly RuleFigures[],
  today: string,
): PortfolioTotals {
  const sum = (amount: (figures: MapFigures) => number) =>
    all.reduce((total, figures) => total + amount(figures), 0);
  return {
    maps: all.length,
    counted: sum(({ counted }) => counted),
    withOwner: sum(({ withOwner }) => withOwner),
    withManager: sum(({ withManager }) => withManager),
    findings: found.reduce((total, { count }) => total + count, 0),
    overdue: sum(({ measures }) => measures.filter((measure) => isOverdue(measure, today)).length),
  };
}
