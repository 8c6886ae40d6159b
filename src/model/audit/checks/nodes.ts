import type { MapNode, Touchpoint } from "../../journey-map.ts";
import { isCounted } from "../../queries.ts";
import { nodesInReadingOrder } from "../../reading-order.ts";
import type { NodeHit, Rule, RuleHit } from "../rule.ts";

type NodeRule = Omit<Rule, "check" | "checkNode"> & { checkNode(node: MapNode): NodeHit | null };

/** A rule about what a node says of itself, whatever is around it; notes are left out. */
export function nodeRule({ checkNode, ...rule }: NodeRule): Rule {
  return {
    ...rule,
    checkNode: (node) => (isCounted(node) ? checkNode(node) : null),
    check(map) {
      const hits: RuleHit[] = [];
      for (const node of nodesInReadingOrder(map)) {
        const hit = isCounted(node) ? checkNode(node) : null;
        if (hit) hits.push({ nodeIds: [node.id], ...hit });
      }
      return hits;
    },
  };
}

type TouchpointRule = Omit<Rule, "check" | "checkNode"> & {
  checkTouchpoint(touchpoint: Touchpoint): NodeHit | null;
};

/** The same for touchpoints alone. */
export function touchpointRule({ checkTouchpoint, ...rule }: TouchpointRule): Rule {
  return nodeRule({
    ...rule,
    checkNode: (node) => (node.kind === "touchpoint" ? checkTouchpoint(node) : null),
  });
}
