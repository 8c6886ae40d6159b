import { listsByJourney } from "../../courses.ts";
import { derivedOfItems, type ListParts } from "../../derived-lists.ts";
import type { Id, JourneyMap } from "../../journey-map.ts";
import { idsInPathOrder } from "../../path-order.ts";
import { connectionsOf } from "../../queries.ts";
import type { Rule, RuleHit } from "../rule.ts";

/**
 * A check of many like parts of a map, each of which is made of a few nodes: after an edit only those are looked at
 * again in which a node changed.
 */
export function everyItem<I>(parts: ListParts<I, RuleHit | null>): Rule["check"] {
  const found = derivedOfItems(parts);
  return (map) => found(map).filter((hit) => hit !== null);
}

interface JourneyPart {
  readonly journeyId: Id;
  /** Its touchpoints, the connections that lead on from these, and the nodes to which they lead. */
  readonly ids: readonly Id[];
}

const journeyParts = listsByJourney((map: JourneyMap, journeyId: Id | null): readonly JourneyPart[] => {
  if (journeyId === null) return [];
  const own = idsInPathOrder(map, journeyId);
  const next = own.flatMap((from) => connectionsOf(map, from).outgoing).flatMap((one) => [one.id, one.to]);
  return [{ journeyId, ids: [...new Set([...own, ...next])] }];
});

/** A check of one journey after the other, which looks at its touchpoints and at where their connections lead. */
export function everyJourney(check: (map: JourneyMap, journeyId: Id) => RuleHit | null): Rule["check"] {
  return everyItem<JourneyPart>({
    listsOf: journeyParts,
    idsOf: ({ ids }) => ids,
    make: (map, { journeyId }) => check(map, journeyId),
  });
}
