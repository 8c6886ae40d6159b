import { journeysInOrder } from "./geometry.ts";
import type { JourneyMap, Touchpoint } from "./journey-map.ts";
import { touchpointsInPathOrder } from "./path-order.ts";
import { isKind } from "./queries.ts";
import { nodesInReadingOrder } from "./reading-order.ts";

/** The touchpoints of one journey after the other, as the customer lives them; those of none at the end. */
export function touchpointsInOrder(map: JourneyMap): readonly Touchpoint[] {
  return [
    ...journeysInOrder(map).flatMap(({ id }) => touchpointsInPathOrder(map, id)),
    ...nodesInReadingOrder(map)
      .filter((node) => isKind(node, "touchpoint"))
      .filter(({ journeyId }) => journeyId === null),
  ];
}
