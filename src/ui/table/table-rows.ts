import type { Audit } from "#model/audit/audit.ts";
import type { Id, MapNode } from "#model/journey-map.ts";
import { foldForSearch, isCounted } from "#model/queries.ts";
import { nodesInReadingOrder } from "#model/reading-order.ts";
import type { Sorting } from "../lists/sort-rows.ts";
import { type CellWords, cellOrder, cellText } from "./cell-kinds.ts";
import { type Column, FINDINGS, KIND } from "./columns.ts";

export interface TableWords extends CellWords {
  readonly findings: Audit["findingsByNode"];
}

/** The text of any column; null where the node has no such field. */
export function columnText(words: TableWords, node: MapNode, name: string): string | null {
  if (name === KIND) return words.t(`kind.${node.kind}`);
  if (name === FINDINGS) return String(words.findings.get(node.id)?.length || "");
  return cellText(words, node, name);
}

function columnOrder(words: TableWords, node: MapNode, name: string): number | string | null {
  if (name === FINDINGS) return words.findings.get(node.id)?.length ?? 0;
  return name === KIND ? words.t(`kind.${node.kind}`) : cellOrder(words, node, name);
}

/** What one looks for all the time; each has a text `table.filters.<it>`. Notes are nobody's gap. */
export const quickFilters = {
  noOwner: (node: MapNode) => isCounted(node) && node.owner === null,
  noManager: (node: MapNode) => isCounted(node) && node.managerId === null,
  moments: (node: MapNode) => node.kind === "touchpoint" && node.momentOfTruth,
  touchpoints: (node: MapNode) => node.kind === "touchpoint",
} as const;
export type QuickFilter = keyof typeof quickFilters;
export const quickFilterNames = Object.keys(quickFilters) as readonly QuickFilter[];

/** Which rows are shown. */
export interface RowFilter {
  /** All of them must hold. */
  readonly quick: readonly QuickFilter[];
  /** Words that must all be somewhere in a row, in the columns that are shown. */
  readonly search: string;
  /** For columns by name: the texts of which a row must have one; an empty text stands for nothing. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export const noFilter: RowFilter = { quick: [], search: "", values: {} };

/** The rows that pass a filter, sorted by a column, or in the reading order of the map. */
export function shownRows(
  words: TableWords,
  columns: readonly Column[],
  filter: RowFilter,
  sorting: Sorting<string> | null,
): readonly Id[] {
  const rows = nodesInReadingOrder(words.map).filter((node) => passes(words, columns, filter, node));
  if (!sorting) return rows.map(({ id }) => id);
  const { compare } = new Intl.Collator(words.language, { numeric: true });
  const sign = sorting.isDescending ? -1 : 1;
  const keyed = rows.map((node) => ({ id: node.id, key: columnOrder(words, node, sorting.by) }));
  // Sorting keeps the reading order among equals. What is empty comes last, either way round.
  keyed.sort(({ key: a }, { key: b }) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    if (typeof a === "number" && typeof b === "number") return sign * (a - b);
    return sign * compare(String(a), String(b));
  });
  return keyed.map(({ id }) => id);
}

function passes(words: TableWords, columns: readonly Column[], filter: RowFilter, node: MapNode): boolean {
  if (!filter.quick.every((name) => quickFilters[name](node))) return false;
  for (const [name, texts] of Object.entries(filter.values)) {
    const text = columnText(words, node, name);
    // A note has no channel: it is not one of those that lack theirs.
    if (text === null || !texts.includes(text)) return false;
  }
  const wanted = foldForSearch(filter.search).split(/\s+/u).filter(Boolean);
  if (wanted.length === 0) return true;
  const row = foldForSearch(columns.map(({ name }) => columnText(words, node, name) ?? "").join("\n"));
  return wanted.every((word) => row.includes(word));
}

/** The texts of a column with how many rows have each, the most frequent first; the empty one at the end. */
export function valuesOf(
  words: TableWords,
  name: string,
): readonly { readonly text: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const node of Object.values(words.map.nodes)) {
    const text = columnText(words, node, name);
    if (text !== null) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const { compare } = new Intl.Collator(words.language, { numeric: true });
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort(
      (a, b) => Number(a.text === "") - Number(b.text === "") || b.count - a.count || compare(a.text, b.text),
    );
}
