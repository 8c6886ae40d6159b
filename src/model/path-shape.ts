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

function isSameShape(before: JourneyMap, after: JourneyMap): boolean {
  if (before.id !== after.id || before.stages !== after.stages || before.connections !== after.connections)
    return false;
  if (before.nodes === after.nodes) return true;
  const ids = Object.keys(after.nodes);
  if (ids.length !== Object.keys(before.nodes).length) return false;
  return ids.every((id) => {
    const [old, now] = [before.nodes[id], after.nodes[id]];
    return old === now || (old !== undefined && now !== undefined && isSamePlace(old, now));
  });
}

function isSamePlace(before: MapNode, after: MapNode): boolean {
  if (before.kind !== after.kind) return false;
  if (before.position.x !== after.position.x || before.position.y !== after.position.y) return false;
  if (before.kind !== "touchpoint" || after.kind !== "touchpoint") return true;
  return before.journeyId === after.journeyId && before.stageId === after.stageId;
}
