import { listsByJourney } from "./courses.ts";
import { derivedOfItems } from "./derived-lists.ts";
import type { Connection, Id, JourneyMap, Touchpoint } from "./journey-map.ts";
import { idsInPathOrder, placesInPath } from "./path-order.ts";
import { compareText, connectionsOf, type HandoverState, handoverState, isKind } from "./queries.ts";

/** A connection between two touchpoints. */
export interface Passage {
  readonly connection: Connection;
  readonly from: Touchpoint;
  readonly to: Touchpoint;
}

/** A connection without what it says: states of a map in which the paths run alike have it in common. */
export type Ends = Pick<Connection, "id" | "from" | "to">;

/**
 * The connections that lead from the touchpoints of each journey to other touchpoints, in the order of the path: from one
 * touchpoint first to those of the same journey, in their order. Those from touchpoints of no journey come last.
 */
export const passageEnds = listsByJourney((map: JourneyMap, journeyId: Id | null): readonly Ends[] => {
  const places = placesInPath(map, journeyId);
  const at = (id: Id) => places.get(id) ?? places.size;
  return idsInPathOrder(map, journeyId).flatMap((id) =>
    connectionsOf(map, id)
      .outgoing.filter(({ to }) => isKind(map.nodes[to], "touchpoint"))
      .sort((a, b) => at(a.to) - at(b.to) || compareText(a.id, b.id)),
  );
});

/** The same with all that they say, and the touchpoints at their ends. */
export const passagesOf = derivedOfItems<Ends, Passage>({
  listsOf: passageEnds,
  idsOf: ({ id, from, to }) => [id, from, to],
  isOfPlaces: true,
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
