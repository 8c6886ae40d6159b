import { LARGE_RATING_GAP } from "../../audit-settings.ts";
import { planMeasure } from "../../commands/plan.ts";
import { derived } from "../../derive.ts";
import type { Id, JourneyMap, MapNode, Touchpoint } from "../../journey-map.ts";
import { isPending } from "../../overdue.ts";
import { isKind, measuresAt } from "../../queries.ts";
import { nodesInReadingOrder } from "../../reading-order.ts";
import type { FixTools, NodeHit, Rule, RuleHit } from "../rule.ts";
import { touchpointRule } from "./nodes.ts";

export const perceptionGap = touchpointRule({
  id: "perception-gap",
  severity: "warning",
  scope: "experience",
  reads: { node: ["customerRating", "teamRating"] },
  checkTouchpoint: ({ customerRating: customer, teamRating: team }) =>
    customer === null || team === null || Math.abs(customer - team) < LARGE_RATING_GAP
      ? null
      : { values: { customer, team } },
});

export const selfRatedOnly = touchpointRule({
  id: "self-rated-only",
  severity: "hint",
  scope: "experience",
  reads: { node: ["customerRating", "teamRating", "evidence", "momentOfTruth"] },
  checkTouchpoint: ({ customerRating, teamRating, evidence, momentOfTruth }) => {
    const isSelfRated = teamRating !== null && customerRating === null;
    return isSelfRated || (momentOfTruth && evidence === "assumed") ? {} : null;
  },
});

export const tooSlow = touchpointRule({
  id: "too-slow",
  severity: "warning",
  scope: "experience",
  reads: { node: ["expectedResponse", "actualResponse"] },
  checkTouchpoint: ({ expectedResponse: expected, actualResponse: actual }) =>
    expected === null || actual === null || actual <= expected ? null : { values: { expected, actual } },
});

/** The touchpoints that disappoint, in reading order: a few of thousands. */
const disappointing = derived((nodes: readonly MapNode[]): readonly Touchpoint[] =>
  nodes.filter((node): node is Touchpoint => node.kind === "touchpoint" && node.disappointments.length > 0),
);

function whereDisappointed(
  map: JourneyMap,
  check: (touchpoint: Touchpoint) => NodeHit | null,
): readonly RuleHit[] {
  return disappointing(nodesInReadingOrder(map)).flatMap((touchpoint) => {
    const hit = check(touchpoint);
    return hit ? [{ nodeIds: [touchpoint.id], ...hit }] : [];
  });
}

/** Whether anything is planned for a touchpoint. */
function hasPlan(map: JourneyMap, id: Id): boolean {
  return measuresAt(map, id).some(isPending);
}

export const burdenOnCustomer: Rule = {
  id: "burden-on-customer",
  severity: "warning",
  scope: "experience",
  reads: { node: ["disappointments"], measure: ["status"] },
  check: (map) =>
    whereDisappointed(map, ({ id, disappointments }) => {
      const count = disappointments.filter(({ burden }) => burden === "customer").length;
      return count === 0 || hasPlan(map, id) ? null : { values: { count } };
    }),
  fix: (map, hit, tools) => planFor(map, hit, tools, ({ burden }) => burden === "customer"),
};

export const delightOnDisappointment: Rule = {
  id: "delight-on-disappointment",
  severity: "hint",
  scope: "experience",
  reads: { node: ["disappointments", "delights", "journeyId"], measure: ["status"] },
  check(map) {
    const delighted = journeysWithDelightMeasures(map);
    return whereDisappointed(map, ({ id, journeyId, disappointments, delights }) => {
      if (isTouched(map, id)) return null;
      const isElsewhere = journeyId !== null && delighted.has(journeyId);
      return delights.length > 0 || isElsewhere ? { values: { count: disappointments.length } } : null;
    });
  },
  fix: (map, hit, tools) => planFor(map, hit, tools, () => true),
};

/** A measure that was dropped touches nothing. */
function isTouched(map: JourneyMap, id: Id): boolean {
  return measuresAt(map, id).some(({ status }) => status !== "dropped");
}

/** The journeys for which something is planned only where nothing disappoints. */
function journeysWithDelightMeasures(map: JourneyMap): ReadonlySet<Id> {
  const result = new Set<Id>();
  for (const measure of Object.values(map.measures)) {
    if (!isPending(measure)) continue;
    const touchpoints = measure.touchpointIds
      .map((id) => map.nodes[id])
      .filter((node) => isKind(node, "touchpoint"));
    if (touchpoints.some(({ disappointments }) => disappointments.length > 0)) continue;
    for (const { journeyId } of touchpoints) if (journeyId !== null) result.add(journeyId);
  }
  return result;
}

/** A measure against the first disappointment of a sort. */
function planFor(
  map: JourneyMap,
  { nodeIds: [id = ""] }: RuleHit,
  { newId, measureTitle }: FixTools,
  isMeant: (disappointment: Touchpoint["disappointments"][number]) => boolean,
) {
  const touchpoint = map.nodes[id];
  if (!isKind(touchpoint, "touchpoint")) return null;
  const disappointment = touchpoint.disappointments.find(isMeant)?.text ?? "";
  return planMeasure(newId(), touchpoint, measureTitle(touchpoint, disappointment));
}
