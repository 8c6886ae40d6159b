import { changedParts } from "./changed-parts.ts";
import { derived } from "./derive.ts";
import type { Id, JourneyMap, MapNode } from "./journey-map.ts";

/**
 * All by which paths run, shared by the states of a map in which they run alike: what was made of it for one of them
 * holds for all. Most commands change who owns a card, or what it says, and not where the customer goes.
 */
export interface PathShape {
  /** By journey, the ids of its touchpoints in path order. */
  readonly orders: Map<Id, readonly Id[]>;
  /** What else was made of it, by the name of whoever made it. */
  readonly more: Map<string, unknown>;
}

let newest: { readonly map: JourneyMap; readonly shape: PathShape } | null = null;

export const pathShapeOf = derived((map: JourneyMap): PathShape => {
  const shape =
    newest && isSameShape(newest.map, map)
      ? newest.shape
      : { orders: new Map(), more: new Map<string, unknown>() };
  newest = { map, shape };
  return shape;
});

/** Remembers what a pure function makes of the course of the paths alone: places, stages, journeys and connections. */
export function derivedOfPaths<R>(name: string, compute: (map: JourneyMap) => R): (map: JourneyMap) => R {
  return (map) => {
    const { more } = pathShapeOf(map);
    if (more.has(name)) return more.get(name) as R;
    const result = compute(map);
    more.set(name, result);
    return result;
  };
}

/** How a list is made of which each entry depends on the course of the paths and on a few nodes and connections. */
export interface ListParts<I, R> {
  /** What there is an entry for: derived of the paths. */
  itemsOf(map: JourneyMap): readonly I[];
  /** The nodes and the connections that an entry is made of. */
  idsOf(item: I): readonly Id[];
  /** Of nothing but these and the course of the paths. */
  make(map: JourneyMap, item: I): R;
}

interface KnownList<R> {
  readonly map: Pick<JourneyMap, "nodes" | "connections">;
  readonly list: readonly R[];
  /** The entries in which each node and each connection has a part. */
  readonly placesById: () => ReadonlyMap<Id, readonly number[]>;
}

/**
 * Remembers such a list. From one state of a map to the next, in which the paths run alike, only those entries are made
 * anew of which a part has changed: a few of thousands. Where all entries are the same, so is the list.
 */
export function derivedOfItems<I, R>(
  name: string,
  { itemsOf, idsOf, make }: ListParts<I, R>,
): (map: JourneyMap) => readonly R[] {
  return derived((map: JourneyMap): readonly R[] => {
    const { more } = pathShapeOf(map);
    const items = itemsOf(map);
    const known = more.get(name) as KnownList<R> | undefined;
    const changes = known ? changedIds(known.map, map) : null;
    const makeAt = (place: number) => make(map, items[place] as I);
    const list =
      known && changes ? withChanges(known, changes, makeAt) : items.map((item) => make(map, item));
    const placesById = known?.placesById ?? once(() => placesOf(items.map(idsOf)));
    const { nodes, connections } = map;
    more.set(name, { map: { nodes, connections }, list, placesById } satisfies KnownList<R>);
    return list;
  });
}

function changedIds(before: KnownList<unknown>["map"], after: JourneyMap): readonly Id[] | null {
  const nodes = changedParts(before.nodes, after.nodes);
  const connections = changedParts(before.connections, after.connections);
  return nodes && connections && [...nodes, ...connections].map(([, { id }]) => id);
}

function withChanges<R>(
  { list, placesById }: KnownList<R>,
  changedIds: readonly Id[],
  makeAt: (place: number) => R,
): readonly R[] {
  const places = new Set(changedIds.flatMap((id) => placesById().get(id) ?? []));
  let after: R[] | null = null;
  for (const place of places) {
    const entry = makeAt(place);
    if (entry === list[place]) continue;
    after ??= [...list];
    after[place] = entry;
  }
  return after ?? list;
}

function once<T>(compute: () => T): () => T {
  let result: { readonly value: T } | null = null;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
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

function isSameShape(before: JourneyMap, after: JourneyMap): boolean {
  if (before.id !== after.id || before.stages !== after.stages) return false;
  const connections = changedParts(before.connections, after.connections);
  const isSameWay = connections?.every(([old, now]) => old.from === now.from && old.to === now.to) ?? false;
  return (
    isSameWay &&
    (changedParts(before.nodes, after.nodes)?.every(([old, now]) => isSamePlace(old, now)) ?? false)
  );
}

function isSamePlace(before: MapNode, after: MapNode): boolean {
  if (before.kind !== after.kind) return false;
  if (before.position.x !== after.position.x || before.position.y !== after.position.y) return false;
  if (before.kind !== "touchpoint" || after.kind !== "touchpoint") return true;
  return before.journeyId === after.journeyId && before.stageId === after.stageId;
}
