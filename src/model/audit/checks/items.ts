import { journeysInOrder } from "../../geometry.ts";
import type { Id, JourneyMap } from "../../journey-map.ts";
import { derivedOfItems, derivedOfPaths, type ListParts } from "../../path-shape.ts";
import { connectionsOf, touchpointsInPathOrder } from "../../queries.ts";
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
  /** Its touchpoints, and those to which its connections lead. */
  readonly nodeIds: readonly Id[];
}

const journeyParts = derivedOfPaths("journeys with their nodes", (map: JourneyMap): readonly JourneyPart[] =>
  journeysInOrder(map).map(({ id }) => {
    const own = touchpointsInPathOrder(map, id).map((touchpoint) => touchpoint.id);
    const next = own.flatMap((from) => connectionsOf(map, from).outgoing.map(({ to }) => to));
    return { journeyId: id, nodeIds: [...new Set([...own, ...next])] };
  }),
);

/** A check of one journey after the other, which looks at its touchpoints and at those to which their connections lead. */
export function everyJourney(
  id: string,
  check: (map: JourneyMap, journeyId: Id) => RuleHit | null,
): Rule["check"] {
  return everyItem<JourneyPart>(id, {
    itemsOf: journeyParts,
    idsOf: ({ nodeIds }) => nodeIds,
    make: (map, { journeyId }) => check(map, journeyId),
  });
}
