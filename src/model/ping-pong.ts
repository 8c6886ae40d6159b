import { listsByJourney } from "./courses.ts";
import { derived } from "./derive.ts";
import { derivedOfItems } from "./derived-lists.ts";
import type { Id, JourneyMap } from "./journey-map.ts";
import { idsInPathOrder } from "./path-order.ts";
import { idsAfter, idsBefore } from "./ways.ts";

/** Touchpoints that a customer comes to one after the other. */
export type Three = readonly [first: Id, second: Id, third: Id];

/** So many ways through one touchpoint at most: through a hub of thousands more lead than anybody could look at. */
const MOST_THROUGH_ONE = 1000;

/** Each two steps that customers go in a row; there and back over the same three stands in it once. */
export const doubleSteps = listsByJourney((map: JourneyMap, journeyId: Id | null): readonly Three[] =>
  idsInPathOrder(map, journeyId).flatMap((id) => threesAround(map, id)),
);

function threesAround(map: JourneyMap, id: Id): readonly Three[] {
  let [before, after] = [idsBefore(map, id), idsAfter(map, id)];
  // Which of them are left out must not depend on the order in which the connections are kept.
  if (before.length * after.length > MOST_THROUGH_ONE)
    [before, after] = [before.toSorted(), after.toSorted()];
  // Only where customers go to and from both, the same three are come by twice.
  const [comesFrom, goesTo] = [new Set(before), new Set(after)];
  const isBackToo = (first: Id, last: Id) => comesFrom.has(last) && goesTo.has(first);
  const threes: Three[] = [];
  for (const first of before) {
    for (const last of after) {
      if (threes.length >= MOST_THROUGH_ONE) return threes;
      if (first === last || (first > last && isBackToo(first, last))) continue;
      threes.push([first, id, last]);
    }
  }
  return threes;
}

/** Whether the customer is handed to another owner and straight back. */
export function isPingPong({ nodes }: JourneyMap, three: Three): boolean {
  const [first = null, second = null, third = null] = three.map((id) => nodes[id]?.owner ?? null);
  return first !== null && second !== null && first !== second && third === first;
}

const middles = derivedOfItems<Three, Id | null>({
  listsOf: doubleSteps,
  idsOf: (ids) => ids,
  make: (map, three) => (isPingPong(map, three) ? three[1] : null),
});

/** The touchpoints to which the customer is handed only to come straight back. */
export const middlesOfPingPong = derived(
  (map: JourneyMap): ReadonlySet<Id> => new Set(middles(map).filter((id) => id !== null)),
);
