import type { JourneyMap, MapNode, Touchpoint } from "../../journey-map.ts";
import { isCounted, nodesInReadingOrder } from "../../queries.ts";
import type { RuleHit } from "../rule.ts";

type Found = Omit<RuleHit, "nodeIds"> | null;

/** A check that looks at one node after the other, in reading order; notes are left out. */
export function everyNode(
  check: (node: MapNode, map: JourneyMap) => Found,
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

/**
 * The same for what a node says of itself, whatever is around it: what was found is remembered as long as the node
 * lives, since a command changes a few of thousands.
 */
export function everyNodeAlone(check: (node: MapNode) => Found): (map: JourneyMap) => readonly RuleHit[] {
  const known = new WeakMap<MapNode, RuleHit | null>();
  const hitOf = (node: MapNode): RuleHit | null => {
    const found = isCounted(node) ? check(node) : null;
    const hit = found && { nodeIds: [node.id], ...found };
    known.set(node, hit);
    return hit;
  };
  return (map) => {
    const hits: RuleHit[] = [];
    for (const node of nodesInReadingOrder(map)) {
      const hit = known.get(node);
      const now = hit === undefined ? hitOf(node) : hit;
      if (now) hits.push(now);
    }
    return hits;
  };
}

export function everyTouchpointAlone(
  check: (touchpoint: Touchpoint) => Found,
): (map: JourneyMap) => readonly RuleHit[] {
  return everyNodeAlone((node) => (node.kind === "touchpoint" ? check(node) : null));
}

/** For touchpoints and what is around them. */
export function everyTouchpoint(
  check: (touchpoint: Touchpoint, map: JourneyMap) => Found,
): (map: JourneyMap) => readonly RuleHit[] {
  return everyNode((node, map) => (node.kind === "touchpoint" ? check(node, map) : null));
}
