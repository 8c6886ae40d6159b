import { derived } from "./derive.ts";
import type { Id, JourneyMap } from "./journey-map.ts";
import { derivedOfItems, derivedOfPaths } from "./path-shape.ts";
import { idsAfter, stepsOf } from "./ways.ts";

/** Touchpoints that a customer comes to one after the other. */
export type Three = readonly [first: Id, second: Id, third: Id];

/** Each two steps that customers go in a row; there and back over the same three stands in it once. */
export const doubleSteps = derivedOfPaths("double steps", (map: JourneyMap): readonly Three[] => {
  const found = new Map<string, Three>();
  for (const { from, to } of stepsOf(map)) {
    for (const last of idsAfter(map, to.id)) {
      if (last === from.id) continue;
      const key = `${[from.id, last].sort().join(" ")} ${to.id}`;
      if (!found.has(key)) found.set(key, [from.id, to.id, last]);
    }
  }
  return [...found.values()];
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
