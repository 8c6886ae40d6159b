import { foldForSearch } from "#model/queries.ts";
import type { MapSummary, SettingsState } from "../services.ts";

export type LibrarySort = SettingsState["librarySort"];

/** The share of counted nodes with an owner, 0 to 1; null when there is nothing to own. */
export function coverageShare({
  counted,
  withOwner,
}: Pick<MapSummary, "counted" | "withOwner">): number | null {
  return counted === 0 ? null : withOwner / counted;
}

/** The maps outside of the bin that hold every word of the search in title or description, sorted. */
export function listedMaps(
  rows: readonly MapSummary[],
  search: string,
  sort: LibrarySort,
  locale: string,
): readonly MapSummary[] {
  const words = foldForSearch(search).split(/\s+/).filter(Boolean);
  const collator = new Intl.Collator(locale, { numeric: true });
  const byTitle = (a: MapSummary, b: MapSummary) => collator.compare(a.title, b.title);
  const byChange = (a: MapSummary, b: MapSummary) => compare(b.updatedAt, a.updatedAt);
  // A map with nothing to own has no gap either: it comes last.
  const byCoverage = (a: MapSummary, b: MapSummary) => (coverageShare(a) ?? 2) - (coverageShare(b) ?? 2);
  const orders = { updated: byChange, title: byTitle, coverage: byCoverage } as const;
  return rows
    .filter(({ deletedAt }) => deletedAt === null)
    .filter(({ title, description }) => {
      const text = foldForSearch(`${title}\n${description}`);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => orders[sort](a, b) || byChange(a, b) || byTitle(a, b) || compare(a.id, b.id));
}

/** The maps in the bin, the one deleted last first. */
export function binnedMaps(rows: readonly MapSummary[]): readonly MapSummary[] {
  return rows
    .filter(({ deletedAt }) => deletedAt !== null)
    .sort((a, b) => compare(b.deletedAt ?? "", a.deletedAt ?? "") || compare(a.id, b.id));
}

/** The wanted title, with the first free number behind it when a map of this title exists. */
export function freeTitle(wanted: string, rows: readonly MapSummary[]): string {
  const taken = new Set(rows.filter(({ deletedAt }) => deletedAt === null).map(({ title }) => title));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted} ${number}`)) number += 1;
  return `${wanted} ${number}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
