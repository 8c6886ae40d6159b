import type { Id } from "#model/journey-map.ts";
import { type Contested, contested } from "#model/portfolio/contested.ts";
import type { MapFigures } from "#model/portfolio/figures.ts";
import { loadOfNobody, type PortfolioLoad, type PortfolioPerson, peopleOf } from "#model/portfolio/people.ts";
import {
  findingsByRule,
  measuresOf,
  type PortfolioMeasure,
  type PortfolioTotals,
  type RuleFigures,
  totalsOf,
} from "#model/portfolio/portfolio.ts";

/** All that the parts of the portfolio show. */
export interface PortfolioData {
  /** By title. */
  readonly maps: readonly MapFigures[];
  readonly totals: PortfolioTotals;
  readonly rules: readonly RuleFigures[];
  readonly people: readonly PortfolioPerson[];
  /** What nobody answers for. */
  readonly ofNobody: PortfolioLoad;
  readonly contested: readonly Contested[];
  readonly measures: readonly PortfolioMeasure[];
  titleOf(mapId: Id): string;
}

/** `today`: ISO date. `nameless`: what a map without a title is called. */
export function portfolioData(
  figures: readonly MapFigures[],
  today: string,
  language: string,
  nameless: string,
): PortfolioData {
  const { compare } = new Intl.Collator(language, { numeric: true });
  const maps = figures.toSorted((a, b) => compare(a.title, b.title) || (a.mapId < b.mapId ? -1 : 1));
  const titles = new Map(maps.map(({ mapId, title }) => [mapId, title.trim() || nameless]));
  const people = peopleOf(maps);
  const rules = findingsByRule(maps, today);
  return {
    maps,
    totals: totalsOf(maps, rules, today),
    rules,
    people,
    ofNobody: loadOfNobody(maps),
    contested: contested.check(maps),
    measures: measuresOf(maps, people),
    titleOf: (mapId) => titles.get(mapId) ?? nameless,
  };
}
