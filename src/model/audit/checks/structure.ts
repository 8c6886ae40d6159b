import { connect } from "../../commands/connections.ts";
import { changeMap } from "../../commands/map.ts";
import { laterDate } from "../../dates.ts";
import { isDepartment } from "../../department-names.ts";
import { journeysInOrder } from "../../geometry.ts";
import type { JourneyMap, MapNode } from "../../journey-map.ts";
import { newConnection } from "../../new-objects.ts";
import { connectionsOf, isCounted, isKind, personasOf } from "../../queries.ts";
import { nodesInReadingOrder } from "../../reading-order.ts";
import { valuesOf } from "../../values.ts";
import type { Rule } from "../rule.ts";

const nodesOf = <K extends MapNode["kind"]>(map: JourneyMap, kind: K) =>
  nodesInReadingOrder(map).filter((node) => isKind(node, kind));

export const journeyWithoutPersona: Rule = {
  id: "journey-without-persona",
  severity: "warning",
  scope: "structure",
  reads: { connection: ["from", "to"] },
  check: (map) =>
    journeysInOrder(map)
      .filter(({ id }) => personasOf(map, id).length === 0)
      .map(({ id }) => ({ nodeIds: [id] })),
  fix(map, { nodeIds: [id = ""] }, { newId }) {
    const [only, ...others] = nodesOf(map, "persona");
    return only && others.length === 0 ? connect(newConnection(newId(), only.id, id)) : null;
  },
};

export const personaWithoutJourney: Rule = {
  id: "persona-without-journey",
  severity: "hint",
  scope: "structure",
  reads: { connection: ["from", "to"] },
  check: (map) =>
    nodesOf(map, "persona")
      .filter(({ id }) => {
        const { incoming, outgoing } = connectionsOf(map, id);
        const ends = [...incoming.map(({ from }) => from), ...outgoing.map(({ to }) => to)];
        return !ends.some((end) => isKind(map.nodes[end], "journey"));
      })
      .map(({ id }) => ({ nodeIds: [id] })),
  fix(map, { nodeIds: [id = ""] }, { newId }) {
    const [only, ...others] = journeysInOrder(map);
    return only && others.length === 0 ? connect(newConnection(newId(), id, only.id)) : null;
  },
};

export const stageIsDepartment: Rule = {
  id: "stage-is-department",
  severity: "hint",
  scope: "structure",
  reads: { stage: ["name"] },
  check: (map) =>
    map.stages
      .filter(({ name }) => isDepartment(name))
      .map(({ id }) => ({ nodeIds: [], key: [id], subject: { kind: "stage", id } })),
};

/** Until the next review, days: a quarter. */
const UNTIL_REVIEW = 91;

export const reviewOverdue: Rule = {
  id: "review-overdue",
  severity: "warning",
  scope: "structure",
  reads: { map: ["reviewOn"] },
  waitsForDay: true,
  check: ({ reviewOn }, { today }) =>
    reviewOn !== null && reviewOn < today ? [{ nodeIds: [], values: { date: reviewOn } }] : [],
  fix: (_map, _hit, { today }) => changeMap({ reviewOn: laterDate(today, UNTIL_REVIEW) }),
};

export const noMaintainer: Rule = {
  id: "no-maintainer",
  severity: "hint",
  scope: "structure",
  reads: { map: ["maintainerId"] },
  /** Nothing is to be kept alive in an empty map. */
  check: ({ maintainerId, nodes }) =>
    maintainerId === null && valuesOf(nodes).some(isCounted) ? [{ nodeIds: [] }] : [],
};
