import type { Id } from "./journey-map.ts";
import { valuesOf } from "./values.ts";

type Parts<T> = Readonly<Record<Id, T>>;

/** A node or a connection as it was and as it is: null where it came or went. */
export type Changed<T> = readonly [before: T | null, after: T | null];

/** After so many changes all that follows from them is made anew sooner than it is mended. */
export const MOST_CHANGES = 200;

export interface Changes<T> {
  readonly changed: readonly Changed<T>[];
  /** What stands in another place and is the same in all else: a stage in the middle moves thousands of cards. */
  readonly moved: readonly Changed<T>[];
}

interface Comparison {
  readonly before: object;
  readonly after: object;
  readonly changes: Changes<unknown> | null;
}

/** Nodes and connections are compared in turn, each several times. */
const MOST_COMPARISONS = 4;
let newest: readonly Comparison[] = [];

/** The same without that difference; null where it is very much, too. */
export function changedParts<T extends { readonly id: Id }>(
  before: Parts<T>,
  after: Parts<T>,
): readonly Changed<T>[] | null {
  const changes = changesBetween(before, after);
  if (!changes || changes.changed.length + changes.moved.length > MOST_CHANGES) return null;
  return changes.moved.length === 0 ? changes.changed : [...changes.changed, ...changes.moved];
}

const none: Changes<never> = { changed: [], moved: [] };

/**
 * What became of the nodes, or the connections, from one state of a map to another; null where very much changed in
 * something else than its place.
 */
export function changesBetween<T extends { readonly id: Id }>(
  before: Parts<T>,
  after: Parts<T>,
): Changes<T> | null {
  if (before === after) return none;
  const known = newest.find((one) => one.before === before && one.after === after);
  if (known) return known.changes as Changes<T> | null;
  const changes = compare(before, after);
  newest = [{ before, after, changes }, ...newest.slice(0, MOST_COMPARISONS - 1)];
  return changes;
}

/** Side by side: to look up thousands of parts by their ids takes longer than all that follows from the few that changed. */
function compare<T extends { readonly id: Id }>(before: Parts<T>, after: Parts<T>): Changes<T> | null {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  const [changed, moved]: [Changed<T>[], Changed<T>[]] = [[], []];
  let [left, right] = [0, 0];
  while (left < old.length || right < now.length) {
    const [was, is] = [old[left], now[right]];
    if (was === is) {
      left += 1;
      right += 1;
      continue;
    }
    const isGone = was !== undefined && !Object.hasOwn(after, was.id);
    // Where the order differs, each part of the present order is compared with what it was, wherever that stood.
    const known = is && Object.hasOwn(before, is.id) ? before[is.id] : undefined;
    if (isGone) changed.push([was, null]);
    else if (is && known !== is)
      (known && differInPlaceAlone(known, is) ? moved : changed).push([known ?? null, is]);
    if (changed.length > MOST_CHANGES) return null;
    if (isGone) left += 1;
    else {
      right += 1;
      if (known || !is) left += 1;
    }
  }
  return { changed, moved };
}

function differInPlaceAlone(before: object, after: object): boolean {
  const [old, now] = [before, after] as Readonly<Record<string, unknown>>[];
  if (!old || !now || old.position === now.position) return false;
  const names = Object.keys(now);
  return (
    names.length === Object.keys(old).length &&
    names.every((name) => name === "position" || old[name] === now[name])
  );
}
