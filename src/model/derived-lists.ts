import { changedParts, changesBetween } from "./changed-parts.ts";
import { derived } from "./derive.ts";
import type { Id, JourneyMap } from "./journey-map.ts";

/** How a list is made of which each entry depends on a few nodes and connections. */
export interface ListParts<I, R> {
  /**
   * What there is an entry for, in lists that are the same objects for as long as all is the same that an entry depends on
   * besides its nodes and connections.
   */
  listsOf(map: JourneyMap): readonly (readonly I[])[];
  /** The nodes and the connections that an entry is made of. */
  idsOf(item: I): readonly Id[];
  /** Whether where these nodes stand has a part in it too. */
  readonly isOfPlaces?: boolean;
  /** Of nothing but these and what the list stands for. */
  make(map: JourneyMap, item: I): R;
}

type Contents = Pick<JourneyMap, "nodes" | "connections">;

interface Known<R> {
  /** The state that the entries are of. */
  of: Contents;
  entries: readonly R[];
  /** The entries in which each node and each connection has a part; null until something changes. */
  places: ReadonlyMap<Id, readonly number[]> | null;
}

/**
 * Remembers such a list. From one state of a map to the next only those entries are made anew of which a part has changed,
 * or whose list is another: a few of thousands. Where all entries are the same, so is the result.
 */
export function derivedOfItems<I, R>({
  listsOf,
  idsOf,
  isOfPlaces = false,
  make,
}: ListParts<I, R>): (map: JourneyMap) => readonly R[] {
  const knownByItems = new WeakMap<readonly I[], Known<R>>();
  let newest: { readonly parts: readonly (readonly R[])[]; readonly whole: readonly R[] } | null = null;

  function entriesOf(
    map: JourneyMap,
    items: readonly I[],
    changesSince: (of: Contents) => readonly Id[] | null,
  ): readonly R[] {
    const { nodes, connections } = map;
    const known = knownByItems.get(items);
    const changes = known && changesSince(known.of);
    if (known && changes) {
      if (changes.length > 0) {
        known.places ??= placesOf(items.map(idsOf));
        known.entries = withChanges(known.entries, placesAt(known.places, changes), (place) =>
          make(map, items[place] as I),
        );
      }
      known.of = { nodes, connections };
      return known.entries;
    }
    const entries = items.map((item) => make(map, item));
    knownByItems.set(items, { of: { nodes, connections }, entries, places: known?.places ?? null });
    return entries;
  }

  return derived((map: JourneyMap): readonly R[] => {
    const changesSince = derived((of: Contents) => changedIds(of, map, isOfPlaces));
    const parts = listsOf(map).map((items) => entriesOf(map, items, changesSince));
    const isSame =
      newest !== null &&
      newest.parts.length === parts.length &&
      newest.parts.every((part, index) => part === parts[index]);
    if (!newest || !isSame) newest = { parts, whole: parts.length === 1 ? (parts[0] ?? []) : wholeOf(parts) };
    return newest.whole;
  });
}

/** Several times as quick as `flat`. */
function wholeOf<R>(parts: readonly (readonly R[])[]): readonly R[] {
  const none: R[] = [];
  return none.concat(...parts);
}

function changedIds(before: Contents, after: Contents, isOfPlaces: boolean): readonly Id[] | null {
  const nodes = isOfPlaces
    ? changedParts(before.nodes, after.nodes)
    : changesBetween(before.nodes, after.nodes)?.changed;
  const connections = changedParts(before.connections, after.connections);
  // What came or went is in no list that was there before and still is.
  if (!nodes || !connections) return null;
  return [...nodes, ...connections].flatMap(([old, now]) => (old && now ? [now.id] : []));
}

function placesAt(places: NonNullable<Known<unknown>["places"]>, ids: readonly Id[]): ReadonlySet<number> {
  return new Set(ids.flatMap((id) => places.get(id) ?? []));
}

function withChanges<R>(
  entries: readonly R[],
  places: Iterable<number>,
  makeAt: (place: number) => R,
): readonly R[] {
  let after: R[] | null = null;
  for (const place of places) {
    const entry = makeAt(place);
    if (entry === entries[place]) continue;
    after ??= [...entries];
    after[place] = entry;
  }
  return after ?? entries;
}

function placesOf(idLists: readonly (readonly Id[])[]): ReadonlyMap<Id, readonly number[]> {
  const places = new Map<Id, number[]>();
  for (const [place, ids] of idLists.entries()) {
    for (const id of ids) {
      const known = places.get(id);
      if (known) known.push(place);
      else places.set(id, [place]);
    }
  }
  return places;
}
