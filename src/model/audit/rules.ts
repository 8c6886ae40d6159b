import type { Id, JourneyMap, MapNode } from "../journey-map.ts";
import { isCounted, nodesInReadingOrder } from "../queries.ts";

export const severities = ["critical", "warning", "hint"] as const;
export type Severity = (typeof severities)[number];

/** What a rule found: the nodes concerned, and which field closes the finding when it is filled. */
export interface RuleHit {
  readonly nodeIds: readonly Id[];
  readonly missing: readonly ("owner" | "managerId")[];
}

/**
 * One audit rule. Its texts are `rule.<id>.name`, `rule.<id>.finding` (one sentence about a node, with
 * `{{title}}`) and `rule.<id>.why` (what it means for the customer).
 */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** All hits in a map; an empty list when there is nothing to say. Must not depend on key order. */
  check(map: JourneyMap): readonly RuleHit[];
}

const nothing: RuleHit["missing"] = [];

const everyNode =
  (missing: (node: MapNode) => RuleHit["missing"]) =>
  (map: JourneyMap): readonly RuleHit[] => {
    const hits: RuleHit[] = [];
    // In reading order, so that nearly nothing is left to be sorted.
    for (const node of nodesInReadingOrder(map)) {
      const fields = isCounted(node) ? missing(node) : nothing;
      if (fields.length > 0) hits.push({ nodeIds: [node.id], missing: fields });
    }
    return hits;
  };

/** The table of rules, the gravest first: one entry here is all that a new rule needs besides its texts. */
export const rules: readonly Rule[] = [
  {
    id: "moment-of-truth-unowned",
    severity: "critical",
    check: everyNode((node) => {
      if (node.kind !== "touchpoint" || !node.momentOfTruth) return [];
      return [
        ...(node.owner === null ? (["owner"] as const) : []),
        ...(node.managerId === null ? (["managerId"] as const) : []),
      ];
    }),
  },
  {
    id: "no-owner",
    severity: "warning",
    check: everyNode((node) => (node.owner === null ? ["owner"] : [])),
  },
  {
    id: "no-manager",
    severity: "warning",
    check: everyNode((node) => (node.managerId === null ? ["managerId"] : [])),
  },
];
