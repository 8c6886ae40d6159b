import { derived } from "./derive.ts";
import { journeysInOrder } from "./geometry.ts";
import type { Connection, Id, JourneyMap, Touchpoint } from "./journey-map.ts";
import { type HandoverState, handoverState, isKind, touchpointsInPathOrder } from "./queries.ts";

/** A connection between two touchpoints. */
export interface Passage {
  readonly connection: Connection;
  readonly from: Touchpoint;
  readonly to: Touchpoint;
}

/** The connections between two touchpoints in the order of the paths, those of no journey last. */
export const passagesOf = derived((map: JourneyMap): readonly Passage[] => {
  const place = new Map<Id, number>();
  for (const { id } of journeysInOrder(map))
    for (const touchpoint of touchpointsInPathOrder(map, id)) place.set(touchpoint.id, place.size);
  const at = (id: Id) => place.get(id) ?? place.size;
  return Object.values(map.connections)
    .flatMap((connection) => {
      const from = map.nodes[connection.from];
      const to = map.nodes[connection.to];
      return isKind(from, "touchpoint") && isKind(to, "touchpoint") ? [{ connection, from, to }] : [];
    })
    .sort(
      (a, b) =>
        at(a.from.id) - at(b.from.id) ||
        at(a.to.id) - at(b.to.id) ||
        (a.connection.id < b.connection.id ? -1 : 1),
    );
});

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
