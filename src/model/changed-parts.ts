import { derived } from "./derive.ts";
import type { Id } from "./journey-map.ts";

type Parts<T> = Readonly<Record<Id, T>>;

/** A node or a connection as it was and as it is. */
export type Changed<T> = readonly [before: T, after: T];

const valuesOf = derived((parts: Parts<unknown>): readonly unknown[] => Object.values(parts));

interface Comparison {
  readonly before: object;
  readonly after: object;
  readonly changes: readonly Changed<unknown>[] | null;
}

/** Nodes and connections are compared in turn, each several times. */
const MOST_COMPARISONS = 4;
let newest: readonly Comparison[] = [];

/** What became of the nodes, or the connections, from one state of a map to another; null where any came or went. */
export function changedParts<T extends { readonly id: Id }>(
  before: Parts<T>,
  after: Parts<T>,
): readonly Changed<T>[] | null {
  if (before === after) return [];
  const known = newest.find((one) => one.before === before && one.after === after);
  if (known) return known.changes as readonly Changed<T>[] | null;
  const changes = compare(before, after);
  newest = [{ before, after, changes }, ...newest.slice(0, MOST_COMPARISONS - 1)];
  return changes;
}

/** By place: to look up thousands of parts by their ids takes longer than all that follows from the few that changed. */
function compare<T extends { readonly id: Id }>(
  before: Parts<T>,
  after: Parts<T>,
): readonly Changed<T>[] | null {
  const [old, now] = [valuesOf(before) as readonly T[], valuesOf(after) as readonly T[]];
  if (old.length !== now.length) return null;
  const changes: Changed<T>[] = [];
  for (const [place, part] of now.entries()) {
    const there = old[place];
    if (there === part) continue;
    const known = there?.id === part.id ? there : before[part.id];
    if (!known) return null;
    if (known !== part) changes.push([known, part]);
  }
  return changes;
}
