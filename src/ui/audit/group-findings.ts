import type { Finding } from "#model/audit/audit.ts";
import { managerOf } from "#model/audit/manager-of.ts";
import { type RuleScope, type Severity, severities } from "#model/audit/rule.ts";
import { ruleOf, rules } from "#model/audit/rules.ts";
import { journeysInOrder } from "#model/geometry.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { foldForSearch, peopleInOrder } from "#model/queries.ts";

export const groupings = ["rule", "person", "journey", "severity"] as const;
export type Grouping = (typeof groupings)[number];

/** Which findings are listed: those that are open, those of them that are back again, or those that were dismissed. */
export type FindingState = "open" | "back" | "dismissed";

export interface FindingGroup {
  /** A rule, a person, a journey or a severity by its id; null: of nobody, of no journey. */
  readonly key: string | null;
  readonly findings: readonly Finding[];
}

/** Findings in groups, each in the order in which they came; empty groups are left out. */
export function groupFindings(
  map: JourneyMap,
  findings: readonly Finding[],
  grouping: Grouping,
): readonly FindingGroup[] {
  const groups = new Map<string | null, Finding[]>(keysInOrder(map, grouping).map((key) => [key, []]));
  for (const finding of findings) {
    const key = keyOf(map, finding, grouping);
    const known = groups.get(key);
    if (known) known.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups]
    .filter(([, found]) => found.length > 0)
    .map(([key, found]) => ({ key, findings: found }));
}

function keysInOrder(map: JourneyMap, grouping: Grouping): readonly (string | null)[] {
  switch (grouping) {
    case "rule":
      return ruleIdsInOrder();
    case "severity":
      return severities;
    case "person":
      return [...peopleInOrder(map).map(({ id }) => id), null];
    case "journey":
      return [...journeysInOrder(map).map(({ id }) => id), null];
  }
}

/** The gravest rules first. */
export function ruleIdsInOrder(): readonly string[] {
  return severities.flatMap((severity) =>
    rules.filter((rule) => rule.severity === severity).map(({ id }) => id),
  );
}

function keyOf(map: JourneyMap, finding: Finding, grouping: Grouping): string | null {
  if (grouping === "rule") return finding.ruleId;
  if (grouping === "severity") return finding.severity;
  return grouping === "person" ? managerOf(map, finding) : journeyOf(map, finding);
}

function journeyOf(map: JourneyMap, { nodeIds: [first = ""] }: Finding): Id | null {
  const node = map.nodes[first];
  if (node?.kind === "journey") return node.id;
  return node?.kind === "touchpoint" ? node.journeyId : null;
}

export interface FindingFilter {
  readonly search: string;
  /** Null: all. */
  readonly severity: Severity | null;
  readonly scope: RuleScope | null;
  /** The id of a rule. */
  readonly ruleId: string | null;
  /** Only those that were dismissed or settled once and are there again. */
  readonly isBackOnly: boolean;
}

export const noFilter: FindingFilter = {
  search: "",
  severity: null,
  scope: null,
  ruleId: null,
  isBackOnly: false,
};

interface FilterTools {
  /** All words by which a finding may be found. */
  textOf(finding: Finding): string;
  /** Whether it is there again. */
  isBack(finding: Finding): boolean;
}

export function filterFindings(
  findings: readonly Finding[],
  { search, severity, scope, ruleId, isBackOnly }: FindingFilter,
  { textOf, isBack }: FilterTools,
): readonly Finding[] {
  const words = foldForSearch(search).split(/\s+/u).filter(Boolean);
  return findings.filter((finding) => {
    if (severity !== null && finding.severity !== severity) return false;
    if (ruleId !== null && finding.ruleId !== ruleId) return false;
    if (scope !== null && ruleOf(finding.ruleId)?.scope !== scope) return false;
    if (isBackOnly && !isBack(finding)) return false;
    if (words.length === 0) return true;
    const text = foldForSearch(textOf(finding));
    return words.every((word) => text.includes(word));
  });
}
