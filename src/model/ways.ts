import { derivedOfCourse } from "./courses.ts";
import type { Id, JourneyMap } from "./journey-map.ts";
import { idsInPathOrder } from "./path-order.ts";
import { connectionsOf, isKind } from "./queries.ts";

/** The ways to and from each touchpoint of a journey, or of none. */
interface Ways {
  readonly after: ReadonlyMap<Id, readonly Id[]>;
  readonly before: ReadonlyMap<Id, readonly Id[]>;
}

/**
 * The ways that customers go: along the connections between touchpoints, and where none is drawn from the one and none
 * to the other, from neighbour to neighbour in path order. A map without arrows has ways too.
 */
const waysOf = derivedOfCourse((map: JourneyMap, journeyId: Id | null): Ways => {
  const path = idsInPathOrder(map, journeyId);
  const others = (id: Id, ends: readonly Id[]) =>
    [...new Set(ends)].filter((end) => end !== id && isKind(map.nodes[end], "touchpoint"));
  const drawn = path.map((id) => {
    const { incoming, outgoing } = connectionsOf(map, id);
    const [froms, tos] = [incoming.map(({ from }) => from), outgoing.map(({ to }) => to)];
    return { id, before: others(id, froms), after: others(id, tos) };
  });
  // What belongs to no journey stands in no row.
  const isRow = journeyId !== null;
  const ways = drawn.map(({ id, before, after }, place) => {
    const [last, next] = isRow ? [drawn[place - 1], drawn[place + 1]] : [];
    return {
      id,
      before: last && before.length === 0 && last.after.length === 0 ? [last.id] : before,
      after: next && after.length === 0 && next.before.length === 0 ? [next.id] : after,
    };
  });
  return {
    after: new Map(ways.map(({ id, after }) => [id, after])),
    before: new Map(ways.map(({ id, before }) => [id, before])),
  };
});

const nowhere: readonly Id[] = [];

function waysAt(map: JourneyMap, id: Id): Ways | null {
  const node = map.nodes[id];
  return isKind(node, "touchpoint") ? waysOf(map, node.journeyId) : null;
}

/** The touchpoints to which customers go from this one. */
export function idsAfter(map: JourneyMap, id: Id): readonly Id[] {
  return waysAt(map, id)?.after.get(id) ?? nowhere;
}

/** The touchpoints from which customers come to this one. */
export function idsBefore(map: JourneyMap, id: Id): readonly Id[] {
  return waysAt(map, id)?.before.get(id) ?? nowhere;
}
