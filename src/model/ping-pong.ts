import { derived } from "./derive.ts";
import type { Id, JourneyMap } from "./journey-map.ts";
import { derivedOfItems, derivedOfPaths } from "./path-shape.ts";
import { idsAfter, stepsOf } from "./ways.ts";

/** Touchpoints that a customer comes to one after the other. */
export type Three = readonly [first: Id, second: Id, third: Id];

/** So many ways through one touchpoint at most: through a hub of thousands more lead than anybody could look at. */
const MOST_THROUGH_ONE = 1000;

/** Each two steps that customers go in a row; there and back over the same three stands in it once. */
export const doubleSteps = derivedOfPaths("double steps", (map: JourneyMap): readonly Three[] => {
  const through = new Map<Id, Map<string, Three>>();
  for (const { from, to } of stepsOf(map)) {
    const found = through.get(to.id) ?? new Map<string, Three>();
    through.set(to.id, found);
    for (const last of idsAfter(map, to.id)) {
      if (found.size >= MOST_THROUGH_ONE) break;
      if (last === from.id) continue;
      const key = from.id < last ? `${from.id} ${last}` : `${last} ${from.id}`;
      if (!found.has(key)) found.set(key, [from.id, to.id, last]);
    }
  }
  return [...through.values()].flatMap((found) => [...found.values()]);
});

/** Whether the customer is handed to another owner and straight back. */
export function isPingPong({ nodes }: JourneyMap, three: Three): boolean {
  const [first = null, second = null, third = null] = three.map((id) => nodes[id]?.owner ?? null);
  return first !== null && second !== null && first !== second && third === first;
}

const middles = derivedOfItems<Three, Id | null>("middles of ping-pong", {
  itemsOf: doubleSteps,
  idsOf: (ids) => ids,
  make: (map, three) => (isPingPong(map, three) ? three[1] : null),
});

/** The touchpoints to which the customer is handed only to come straight back. */
export const middlesOfPingPong = derived(
  (map: JourneyMap): ReadonlySet<Id> => new Set(middles(map).filter((id) => id !== null)),
);
