import type { Command } from "../commands/command.ts";
import type { Id, JourneyMap, MapNode, Touchpoint } from "../journey-map.ts";

export const severities = ["critical", "warning", "hint"] as const;
export type Severity = (typeof severities)[number];

/** What rules are about: the parts of the audit page by which they can be filtered. */
export const ruleScopes = ["ownership", "handovers", "path", "experience", "plan", "structure"] as const;
export type RuleScope = (typeof ruleScopes)[number];

/** What a finding is about besides nodes. */
export interface Subject {
  readonly kind: "person" | "stage" | "measure" | "content";
  readonly id: Id;
}

/** What a rule found. */
export interface RuleHit {
  /** The nodes concerned; the first is where one goes. None where it is about the map as a whole. */
  readonly nodeIds: readonly Id[];
  /** The ids that tell this hit from others of its rule, where these are not `nodeIds`. */
  readonly key?: readonly Id[];
  readonly subject?: Subject;
  /** The connections that it is about: handovers. */
  readonly connectionIds?: readonly Id[];
  /** The fields of the nodes that close the finding when they are filled. */
  readonly missing?: readonly ("owner" | "managerId")[];
  /** Figures and words for its sentence, without a language: disciplines, dates (ISO), minutes, counts. */
  readonly values?: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What a rule found in a node; the node itself is added. */
export type NodeHit = Omit<RuleHit, "nodeIds">;

export interface AuditContext {
  /** ISO date without time. */
  readonly today: string;
}

export interface FixTools extends AuditContext {
  newId(): Id;
  /** What a measure against a disappointment of a touchpoint is called, in the user's language. */
  measureTitle(touchpoint: Touchpoint, disappointment: string): string;
}

/** Names of fields, by what has them. */
export type Reads = Readonly<
  Partial<
    Record<"node" | "connection" | "measure" | "content" | "person" | "stage" | "map", readonly string[]>
  >
>;

/**
 * One audit rule. Its texts are `rule.<id>.name`, `.finding` (one sentence, with `{{title}}` and the hit's values),
 * `.why` (what it means for the customer), `.not` (what it does not report) and, with a fix, `.fix`.
 */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly scope: RuleScope;
  /**
   * The fields that it looks at: of the nodes of a hit, of the measures and content pieces linked to them, of the
   * connections at them. When one of these changes, a dismissed finding is no longer dismissed. Empty: it looks all
   * over the map, and a dismissal ends when the fault is gone.
   */
  readonly reads: Reads;
  /** Nodes do not wear its badge: it concerns a person, and each of their nodes only by the way. */
  readonly isBroad?: boolean;
  /** It finds something once a day is over: then every hit has that day (ISO date) as its value `date`. */
  readonly waitsForDay?: boolean;
  /** All hits in a map; an empty list when there is nothing to say. Must not depend on key order. */
  check(map: JourneyMap, context: AuditContext): readonly RuleHit[];
  /** Only where it looks at nothing but the node: then what was found is remembered as long as the node lives. */
  checkNode?(node: MapNode): NodeHit | null;
  /** A command after which the hit is gone and no new one of this rule is there; null where none can do that. */
  fix?(map: JourneyMap, hit: RuleHit, tools: FixTools): Command | null;
}

/** Rule and sorted ids: the same fault has the same id at every run. */
export function findingId(ruleId: string, { key, nodeIds }: RuleHit): string {
  const ids = key ?? nodeIds;
  return `${ruleId}:${ids.length === 1 ? ids[0] : [...ids].sort().join(",")}`;
}
