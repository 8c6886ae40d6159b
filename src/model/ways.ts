import { journeysInOrder } from "./geometry.ts";
import type { Id, JourneyMap, Touchpoint } from "./journey-map.ts";
import { touchpointsInPathOrder } from "./path-order.ts";
import { derivedOfItems, derivedOfPaths } from "./path-shape.ts";
import { connectionsOf, isKind } from "./queries.ts";

/** One step of the customer from a touchpoint to the next one. */
export interface Step {
  readonly from: Touchpoint;
  readonly to: Touchpoint;
}

interface Ways {
  readonly steps: readonly (readonly [from: Id, to: Id])[];
  readonly after: ReadonlyMap<Id, readonly Id[]>;
  readonly before: ReadonlyMap<Id, readonly Id[]>;
}

/**
 * The ways that customers go: along the connections between touchpoints, and where none is drawn from the one and none
 * to the other, from neighbour to neighbour in path order. A map without arrows has ways too.
 */
const waysOf = derivedOfPaths("ways", (map: JourneyMap): Ways => {
  const steps: (readonly [Id, Id])[] = [];
  const after = new Map<Id, Id[]>();
  const before = new Map<Id, Id[]>();
  const add = (from: Id, to: Id) => {
    const following = after.get(from);
    if (following?.includes(to)) return;
    steps.push([from, to]);
    if (following) following.push(to);
    else after.set(from, [to]);
    const preceding = before.get(to);
    if (preceding) preceding.push(from);
    else before.set(to, [from]);
  };
  const journeys = journeysInOrder(map);
  const inOrder = [
    ...journeys.flatMap(({ id }) => touchpointsInPathOrder(map, id)),
    ...Object.values(map.nodes).filter(
      (node): node is Touchpoint => node.kind === "touchpoint" && node.journeyId === null,
    ),
  ];
  for (const from of inOrder) {
    for (const { to } of connectionsOf(map, from.id).outgoing)
      if (to !== from.id && isKind(map.nodes[to], "touchpoint")) add(from.id, to);
  }
  for (const { id } of journeys) {
    const path = touchpointsInPathOrder(map, id);
    const drawn = path.map((touchpoint) => [after.has(touchpoint.id), before.has(touchpoint.id)] as const);
    path.forEach((to, index) => {
      const from = path[index - 1];
      if (from && !drawn[index - 1]?.[0] && !drawn[index]?.[1]) add(from.id, to.id);
    });
  }
  return { steps, after, before };
});

/** All steps of all customers. */
export const stepsOf = derivedOfItems<Ways["steps"][number], Step>("steps", {
  itemsOf: (map) => waysOf(map).steps,
  idsOf: (ids) => ids,
  make: ({ nodes }, [from, to]) => ({ from: nodes[from] as Touchpoint, to: nodes[to] as Touchpoint }),
});

const none: readonly Touchpoint[] = [];

function touchpointsAt(map: JourneyMap, ids: readonly Id[] | undefined): readonly Touchpoint[] {
  if (!ids) return none;
  return ids.map((id) => map.nodes[id]).filter((node) => isKind(node, "touchpoint"));
}

/** The same as ids, for what is derived of the paths. */
export function idsAfter(map: JourneyMap, id: Id): readonly Id[] {
  return waysOf(map).after.get(id) ?? [];
}

/** The touchpoints to which customers go from this one. */
export function touchpointsAfter(map: JourneyMap, id: Id): readonly Touchpoint[] {
  return touchpointsAt(map, waysOf(map).after.get(id));
}

export function touchpointsBefore(map: JourneyMap, id: Id): readonly Touchpoint[] {
  return touchpointsAt(map, waysOf(map).before.get(id));
}
