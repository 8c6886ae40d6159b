import { derived } from "./derive.ts";
import { journeysInOrder } from "./geometry.ts";
import type { Id, JourneyMap, Touchpoint } from "./journey-map.ts";
import { connectionsOf, isKind, touchpointsInPathOrder } from "./queries.ts";

/** One step of the customer from a touchpoint to the next one. */
export interface Step {
  readonly from: Touchpoint;
  readonly to: Touchpoint;
}

export interface Ways {
  readonly steps: readonly Step[];
  readonly after: ReadonlyMap<Id, readonly Touchpoint[]>;
  readonly before: ReadonlyMap<Id, readonly Touchpoint[]>;
}

/**
 * The ways that customers go: along the connections between touchpoints, and where none is drawn from the one and none
 * to the other, from neighbour to neighbour in path order. A map without arrows has ways too.
 */
export const waysOf = derived((map: JourneyMap): Ways => {
  const steps: Step[] = [];
  const after = new Map<Id, Touchpoint[]>();
  const before = new Map<Id, Touchpoint[]>();
  const add = (from: Touchpoint, to: Touchpoint) => {
    const following = after.get(from.id);
    if (following?.includes(to)) return;
    steps.push({ from, to });
    if (following) following.push(to);
    else after.set(from.id, [to]);
    const preceding = before.get(to.id);
    if (preceding) preceding.push(from);
    else before.set(to.id, [from]);
  };
  const journeys = journeysInOrder(map);
  const inOrder = [
    ...journeys.flatMap(({ id }) => touchpointsInPathOrder(map, id)),
    ...Object.values(map.nodes).filter(
      (node): node is Touchpoint => node.kind === "touchpoint" && node.journeyId === null,
    ),
  ];
  for (const from of inOrder) {
    for (const connection of connectionsOf(map, from.id).outgoing) {
      const to = map.nodes[connection.to];
      if (isKind(to, "touchpoint") && to !== from) add(from, to);
    }
  }
  for (const { id } of journeys) {
    const path = touchpointsInPathOrder(map, id);
    const drawn = path.map((touchpoint) => [after.has(touchpoint.id), before.has(touchpoint.id)] as const);
    path.forEach((to, index) => {
      const from = path[index - 1];
      if (from && !drawn[index - 1]?.[0] && !drawn[index]?.[1]) add(from, to);
    });
  }
  return { steps, after, before };
});

const nobody: readonly Touchpoint[] = [];

/** The touchpoints to which customers go from this one. */
export function touchpointsAfter(map: JourneyMap, id: Id): readonly Touchpoint[] {
  return waysOf(map).after.get(id) ?? nobody;
}

export function touchpointsBefore(map: JourneyMap, id: Id): readonly Touchpoint[] {
  return waysOf(map).before.get(id) ?? nobody;
}
