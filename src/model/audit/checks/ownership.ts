import { auditSettingsOf } from "../../audit-settings.ts";
import { derived } from "../../derive.ts";
import { disciplines } from "../../discipline.ts";
import type { Id, JourneyMap, MapNode, Touchpoint } from "../../journey-map.ts";
import { touchpointsInPathOrder } from "../../path-order.ts";
import { peopleInOrder } from "../../queries.ts";
import { nodesInReadingOrder } from "../../reading-order.ts";
import type { Rule, RuleHit } from "../rule.ts";
import { everyJourney } from "./items.ts";
import { nodeRule } from "./nodes.ts";

export const momentOfTruthUnowned = nodeRule({
  id: "moment-of-truth-unowned",
  severity: "critical",
  scope: "ownership",
  reads: { node: ["owner", "managerId", "momentOfTruth"] },
  checkNode: (node) => {
    if (node.kind !== "touchpoint" || !node.momentOfTruth) return null;
    if (node.owner !== null && node.managerId !== null) return null;
    return {
      missing: [
        ...(node.owner === null ? (["owner"] as const) : []),
        ...(node.managerId === null ? (["managerId"] as const) : []),
      ],
    };
  },
});

export const noOwner = nodeRule({
  id: "no-owner",
  severity: "warning",
  scope: "ownership",
  reads: { node: ["owner"] },
  checkNode: (node) => (node.owner === null ? { missing: ["owner"] } : null),
});

export const noManager = nodeRule({
  id: "no-manager",
  severity: "warning",
  scope: "ownership",
  reads: { node: ["managerId"] },
  checkNode: (node) => (node.managerId === null ? { missing: ["managerId"] } : null),
});

/** The touchpoints of each person, in reading order. */
const touchpointsByManager = derived((nodes: readonly MapNode[]): ReadonlyMap<Id, readonly Touchpoint[]> => {
  const result = new Map<Id, Touchpoint[]>();
  for (const node of nodes) {
    if (node.kind !== "touchpoint" || node.managerId === null) continue;
    const known = result.get(node.managerId);
    if (known) known.push(node);
    else result.set(node.managerId, [node]);
  }
  return result;
});

function aboutPeople(
  map: JourneyMap,
  valuesOf: (id: Id, touchpoints: readonly Touchpoint[]) => RuleHit["values"] | null,
): readonly RuleHit[] {
  const managed = touchpointsByManager(nodesInReadingOrder(map));
  return peopleInOrder(map).flatMap(({ id }) => {
    const touchpoints = managed.get(id) ?? [];
    const values = valuesOf(id, touchpoints);
    if (!values) return [];
    return [
      { nodeIds: touchpoints.map((node) => node.id), key: [id], subject: { kind: "person", id }, values },
    ];
  });
}

export const managerOverloaded: Rule = {
  id: "manager-overloaded",
  severity: "warning",
  scope: "ownership",
  reads: {},
  isBroad: true,
  check(map) {
    const { mostTouchpoints, mostMoments } = auditSettingsOf(map);
    return aboutPeople(map, (_id, touchpoints) => {
      const moments = touchpoints.filter(({ momentOfTruth }) => momentOfTruth).length;
      const isTooMuch = touchpoints.length > mostTouchpoints || moments > mostMoments;
      return isTooMuch ? { count: touchpoints.length, moments } : null;
    });
  },
};

export const managerOutside: Rule = {
  id: "manager-outside",
  severity: "hint",
  scope: "ownership",
  reads: {},
  isBroad: true,
  check: (map) =>
    aboutPeople(map, (id, touchpoints) => {
      const discipline = map.people[id]?.discipline ?? null;
      // Nobody can be outside of what nobody owns.
      if (discipline === null || !touchpoints.some(({ owner }) => owner !== null)) return null;
      if (touchpoints.some(({ owner }) => owner === discipline)) return null;
      return { count: touchpoints.length, disciplines: [discipline] };
    }),
};

/** With fewer touchpoints a journey is only begun. */
const LEAST_TOUCHPOINTS = 3;

export const disciplineAbsent: Rule = {
  id: "discipline-absent",
  severity: "hint",
  scope: "ownership",
  reads: {},
  check: everyJourney((map, id) => {
    const touchpoints = touchpointsInPathOrder(map, id);
    if (touchpoints.length < LEAST_TOUCHPOINTS) return null;
    const owners = new Set(touchpoints.map(({ owner }) => owner));
    const absent = disciplines.filter((discipline) => !owners.has(discipline));
    return absent.length === 0 ? null : { nodeIds: [id], values: { disciplines: absent } };
  }),
};
