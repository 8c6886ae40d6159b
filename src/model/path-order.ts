import { derivedOfCourse } from "./courses.ts";
import { derived } from "./derive.ts";
import type { Id, JourneyMap, Touchpoint } from "./journey-map.ts";
import { createHeap } from "./number-heap.ts";
import { compareText, connectionsOf, isKind, touchpointsOf } from "./queries.ts";

const pathOrders = derived((_map: JourneyMap) => new Map<Id | null, readonly Touchpoint[]>());

/**
 * The touchpoints of a journey, or of none, as the customer lives them: by stage (without one comes last), inside of a
 * stage along the connections, and where these leave it open or run in a circle by x, y, id.
 */
export function touchpointsInPathOrder(map: JourneyMap, journeyId: Id | null): readonly Touchpoint[] {
  const known = pathOrders(map).get(journeyId);
  if (known) return known;
  const order = idsInPathOrder(map, journeyId)
    .map((id) => map.nodes[id])
    .filter((node) => isKind(node, "touchpoint"));
  pathOrders(map).set(journeyId, order);
  return order;
}

/** The same as ids, for what is derived of the course of a journey. */
export const idsInPathOrder = derivedOfCourse((map: JourneyMap, journeyId: Id | null): readonly Id[] => {
  const stageIndex = new Map<Id | null, number>(map.stages.map((stage, index) => [stage.id, index]));
  const byStage = new Map<number, Touchpoint[]>();
  for (const touchpoint of touchpointsOf(map, journeyId)) {
    const place = stageIndex.get(touchpoint.stageId) ?? map.stages.length;
    const there = byStage.get(place);
    if (there) there.push(touchpoint);
    else byStage.set(place, [touchpoint]);
  }
  return [...byStage.entries()]
    .sort(([a], [b]) => a - b)
    .flatMap(([, touchpoints]) => alongConnections(map, touchpoints))
    .map(({ id }) => id);
});
/** The place of each touchpoint of a journey, or of none, in its path. */
export const placesInPath = derivedOfCourse(
  (map: JourneyMap, journeyId: Id | null): ReadonlyMap<Id, number> =>
    new Map(idsInPathOrder(map, journeyId).map((id, place) => [id, place])),
);

/** Always the one that stands first of those to which nothing leads any more. */
function alongConnections(map: JourneyMap, touchpoints: readonly Touchpoint[]): Touchpoint[] {
  const inPlace = [...touchpoints].sort(
    (a, b) => a.position.x - b.position.x || a.position.y - b.position.y || compareText(a.id, b.id),
  );
  const places = new Map(inPlace.map(({ id }, place) => [id, place]));
  const waitsFor = inPlace.map(
    ({ id }) => connectionsOf(map, id).incoming.filter(({ from }) => places.has(from)).length,
  );
  const free = createHeap();
  for (const [place, count] of waitsFor.entries()) if (count === 0) free.push(place);
  const result: Touchpoint[] = [];
  const isTaken = inPlace.map(() => false);
  let first = 0;
  while (result.length < inPlace.length) {
    while (isTaken[first]) first += 1;
    // A circle has no free touchpoint: then the one that stands first goes first.
    const place = free.pop() ?? first;
    const next = inPlace[place];
    if (!next || isTaken[place]) continue;
    isTaken[place] = true;
    result.push(next);
    for (const { to } of connectionsOf(map, next.id).outgoing) {
      const other = places.get(to);
      if (other === undefined) continue;
      waitsFor[other] = (waitsFor[other] ?? 0) - 1;
      if (waitsFor[other] === 0) free.push(other);
    }
  }
  return result;
}
