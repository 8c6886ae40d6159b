import { journeysInOrder } from "./geometry.ts";
import type { Connection, Id, JourneyMap, Touchpoint } from "./journey-map.ts";
import { touchpointsInPathOrder } from "./path-order.ts";
import { derivedOfItems, derivedOfPaths } from "./path-shape.ts";
import { type HandoverState, handoverState, isKind } from "./queries.ts";

/** A connection between two touchpoints. */
export interface Passage {
  readonly connection: Connection;
  readonly from: Touchpoint;
  readonly to: Touchpoint;
}

/** A connection without what it says: states of a map in which the paths run alike have it in common. */
export type Ends = Pick<Connection, "id" | "from" | "to">;

/** The connections between two touchpoints in the order of the paths, those of no journey last. */
export const passageEnds = derivedOfPaths("passages", (map: JourneyMap): readonly Ends[] => {
  const place = new Map<Id, number>();
  for (const { id } of journeysInOrder(map))
    for (const touchpoint of touchpointsInPathOrder(map, id)) place.set(touchpoint.id, place.size);
  const at = (id: Id) => place.get(id) ?? place.size;
  return Object.values(map.connections)
    .filter(({ from, to }) => isKind(map.nodes[from], "touchpoint") && isKind(map.nodes[to], "touchpoint"))
    .sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to) || (a.id < b.id ? -1 : 1));
});

/** The same with all that they say, and the touchpoints at their ends. */
export const passagesOf = derivedOfItems<Ends, Passage>("passages with ends", {
  itemsOf: passageEnds,
  idsOf: ({ id, from, to }) => [id, from, to],
  make: passageOf,
});

export function passageOf({ nodes, connections }: JourneyMap, { id, from, to }: Ends): Passage {
  return {
    connection: connections[id] as Connection,
    from: nodes[from] as Touchpoint,
    to: nodes[to] as Touchpoint,
  };
}

export interface HandedOver extends Passage {
  readonly state: HandoverState;
}

/** The passages at which the customer changes owners. */
export function handoversOf(map: JourneyMap): readonly HandedOver[] {
  return passagesOf(map).flatMap((passage) => {
    const state = handoverState(map, passage.connection);
    return state === null ? [] : [{ ...passage, state }];
  });
}
