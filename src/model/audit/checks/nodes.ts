import type { JourneyMap, MapNode, Touchpoint } from "../../journey-map.ts";
import { isCounted, nodesInReadingOrder } from "../../queries.ts";
import type { RuleHit } from "../rule.ts";

/** A check that looks at one node after the other, in reading order; notes are left out. */
export function everyNode(
  check: (node: MapNode, map: JourneyMap) => Omit<RuleHit, "nodeIds"> | null,
): (map: JourneyMap) => readonly RuleHit[] {
  return (map) => {
    const hits: RuleHit[] = [];
    for (const node of nodesInReadingOrder(map)) {
      const hit = isCounted(node) ? check(node, map) : null;
      if (hit) hits.push({ nodeIds: [node.id], ...hit });
    }
    return hits;
  };
}

/** The same for touchpoints alone. */
export function everyTouchpoint(
  check: (touchpoint: Touchpoint, map: JourneyMap) => Omit<RuleHit, "nodeIds"> | null,
): (map: JourneyMap) => readonly RuleHit[] {
  return everyNode((node, map) => (node.kind === "touchpoint" ? check(node, map) : null));
}
