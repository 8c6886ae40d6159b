import { derived } from "./derive.ts";
import { journeysInOrder } from "./geometry.ts";
import type { Connection, Id, JourneyMap, Touchpoint } from "./journey-map.ts";
import { derivedOfPaths } from "./path-shape.ts";
import { type HandoverState, handoverState, isKind, touchpointsInPathOrder } from "./queries.ts";

/** A connection between two touchpoints. */
export interface Passage {
  readonly connection: Connection;
  readonly from: Touchpoint;
  readonly to: Touchpoint;
}

/** The ids of the connections between two touchpoints in the order of the paths, those of no journey last. */
const passageIds = derivedOfPaths("passages", (map: JourneyMap): readonly Id[] => {
  const place = new Map<Id, number>();
  for (const { id } of journeysInOrder(map))
    for (const touchpoint of touchpointsInPathOrder(map, id)) place.set(touchpoint.id, place.size);
  const at = (id: Id) => place.get(id) ?? place.size;
  return Object.values(map.connections)
    .filter(({ from, to }) => isKind(map.nodes[from], "touchpoint") && isKind(map.nodes[to], "touchpoint"))
    .sort((a, b) => at(a.from) - at(b.from) || at(a.to) - at(b.to) || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
});

/** The connections between two touchpoints in the order of the paths, those of no journey last. */
export const passagesOf = derived((map: JourneyMap): readonly Passage[] => {
  const passages: Passage[] = [];
  for (const id of passageIds(map)) {
    const connection = map.connections[id];
    const from = map.nodes[connection?.from ?? ""];
    const to = map.nodes[connection?.to ?? ""];
    if (connection && isKind(from, "touchpoint") && isKind(to, "touchpoint"))
      passages.push({ connection, from, to });
  }
  return passages;
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
