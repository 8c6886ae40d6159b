import { journeysInOrder } from "../../geometry.ts";
import type { Id, JourneyMap } from "../../journey-map.ts";
import { touchpointsInPathOrder } from "../../path-order.ts";
import { derivedOfItems, derivedOfPaths, type ListParts } from "../../path-shape.ts";
import { connectionsOf } from "../../queries.ts";
import type { Rule, RuleHit } from "../rule.ts";

/**
 * A check of many like parts of a map, each of which is made of a few nodes: after an edit only those are looked at
 * again in which a node changed. `id`: that of the rule.
 */
export function everyItem<I>(id: string, parts: ListParts<I, RuleHit | null>): Rule["check"] {
  const found = derivedOfItems(`rule ${id}`, parts);
  return (map) => found(map).filter((hit) => hit !== null);
}

interface JourneyPart {
  readonly journeyId: Id;
  /** Its touchpoints, the connections that lead on from these, and the nodes to which they lead. */
  readonly ids: readonly Id[];
}

const journeyParts = derivedOfPaths("journeys with their parts", (map: JourneyMap): readonly JourneyPart[] =>
  journeysInOrder(map).map(({ id }) => {
    const own = touchpointsInPathOrder(map, id).map((touchpoint) => touchpoint.id);
    const next = own.flatMap((from) => connectionsOf(map, from).outgoing).flatMap((one) => [one.id, one.to]);
    return { journeyId: id, ids: [...new Set([...own, ...next])] };
  }),
);

/** A check of one journey after the other, which looks at its touchpoints and at where their connections lead. */
export function everyJourney(
  id: string,
  check: (map: JourneyMap, journeyId: Id) => RuleHit | null,
): Rule["check"] {
  return everyItem<JourneyPart>(id, {
    itemsOf: journeyParts,
    idsOf: ({ ids }) => ids,
    make: (map, { journeyId }) => check(map, journeyId),
  });
}
