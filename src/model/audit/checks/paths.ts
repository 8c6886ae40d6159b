import { connect } from "../../commands/connections.ts";
import { addNode } from "../../commands/nodes.ts";
import { derivedOfCourse, derivedOfCourses, listsByJourney } from "../../courses.ts";
import { derived } from "../../derive.ts";
import { derivedOfItems } from "../../derived-lists.ts";
import { CELL_PADDING, cellRectangle, journeysInOrder } from "../../geometry.ts";
import type { Id, JourneyMap, Stage } from "../../journey-map.ts";
import { newConnection, newNode } from "../../new-objects.ts";
import { idsInPathOrder, touchpointsInPathOrder } from "../../path-order.ts";
import { doubleSteps, isPingPong, type Three } from "../../ping-pong.ts";
import { isKind, touchpointsOf } from "../../queries.ts";
import { idsAfter, idsBefore } from "../../ways.ts";
import type { Rule, RuleHit } from "../rule.ts";
import { everyItem } from "./items.ts";
import { touchpointRule } from "./nodes.ts";

export const pingPong: Rule = {
  id: "ping-pong",
  severity: "warning",
  scope: "path",
  reads: { node: ["owner"] },
  check: everyItem<Three>({
    listsOf: doubleSteps,
    idsOf: (ids) => ids,
    make: (map, nodeIds) =>
      isPingPong(map, nodeIds)
        ? { nodeIds, values: { owners: nodeIds.map((id) => map.nodes[id]?.owner ?? "") } }
        : null,
  }),
};

/** Where customers go on from, once each, and whether nobody owns it. */
const unheld = derivedOfItems<Id, Id | null>({
  listsOf: listsByJourney((map, journeyId) =>
    idsInPathOrder(map, journeyId).filter((id) => idsAfter(map, id).length > 0),
  ),
  idsOf: (id) => [id],
  make: ({ nodes }, id) => ((nodes[id]?.owner ?? null) === null ? id : null),
});

export const nobodyHolds: Rule = {
  id: "nobody-holds",
  severity: "critical",
  scope: "path",
  reads: { node: ["owner"] },
  check(map) {
    const seen = new Set<Id>();
    const hits: RuleHit[] = [];
    for (const id of unheld(map)) {
      if (id === null || seen.has(id)) continue;
      const nodeIds = unheldAround(map, id);
      for (const one of nodeIds) seen.add(one);
      if (nodeIds.length > 1) hits.push({ nodeIds, values: { count: nodeIds.length } });
    }
    return hits;
  },
};

/** All that nobody owns and that can be reached from there, back and forth, without leaving it: the nearest first. */
function unheldAround(map: JourneyMap, start: Id): readonly Id[] {
  const run = [start];
  const known = new Set(run);
  for (const id of run) {
    for (const next of [...idsAfter(map, id), ...idsBefore(map, id)].sort()) {
      if (known.has(next) || map.nodes[next]?.owner !== null) continue;
      known.add(next);
      run.push(next);
    }
  }
  return run;
}

/** The touchpoints of journeys from which no way leads on, each with its hit, whether stages follow or not. */
const ends = listsByJourney((map: JourneyMap, journeyId: Id | null) =>
  (journeyId === null ? [] : touchpointsOf(map, journeyId))
    .filter(({ id }) => idsAfter(map, id).length === 0)
    .map(({ id, stageId }) => ({ stageId, hit: { nodeIds: [id] } })),
);

export const deadEnd: Rule = {
  id: "dead-end",
  severity: "hint",
  scope: "path",
  reads: {},
  check(map) {
    const othersFollow = new Set<Id | null>(map.stages.slice(0, -1).map(({ id }) => id));
    return ends(map).flatMap((inJourney) =>
      inJourney.filter(({ stageId }) => othersFollow.has(stageId)).map(({ hit }) => hit),
    );
  },
  fix(map, { nodeIds: [id = ""] }, { newId }) {
    const touchpoint = map.nodes[id];
    if (!isKind(touchpoint, "touchpoint") || touchpoint.journeyId === null) return null;
    const path = touchpointsInPathOrder(map, touchpoint.journeyId);
    const next = path[path.indexOf(touchpoint) + 1];
    return next ? connect(newConnection(newId(), id, next.id)) : null;
  },
};

export const unreachable: Rule = {
  id: "unreachable",
  severity: "hint",
  scope: "path",
  reads: {},
  check: derivedOfCourses((map: JourneyMap): readonly RuleHit[] => {
    const waiting = startsByJourney(map).flat();
    const reached = new Set(waiting);
    for (const id of waiting) {
      for (const next of idsAfter(map, id)) {
        if (reached.has(next)) continue;
        reached.add(next);
        waiting.push(next);
      }
    }
    return journeysInOrder(map)
      .flatMap(({ id }) => idsInPathOrder(map, id))
      .filter((id) => !reached.has(id))
      .map((id) => ({ nodeIds: [id] }));
  }),
  fix(map, { nodeIds: [id = ""] }, { newId }) {
    const touchpoint = map.nodes[id];
    if (!isKind(touchpoint, "touchpoint") || touchpoint.journeyId === null) return null;
    const lost = new Set(unreachable.check(map, { today: "" }).flatMap(({ nodeIds }) => nodeIds));
    const path = touchpointsInPathOrder(map, touchpoint.journeyId);
    const before = path.slice(0, path.indexOf(touchpoint)).findLast((other) => !lost.has(other.id));
    return before ? connect(newConnection(newId(), before.id, id)) : null;
  },
};

/** Where customers come into a journey: in its first stage, what nothing else of that stage leads to. */
const startsByJourney = listsByJourney((map: JourneyMap, journeyId: Id | null): readonly Id[] => {
  if (journeyId === null) return [];
  const path = touchpointsInPathOrder(map, journeyId);
  const inFirstStage = path.filter(({ stageId }) => stageId === path[0]?.stageId).map(({ id }) => id);
  const first = new Set(inFirstStage);
  const starts = inFirstStage.filter((id) => !idsBefore(map, id).some((before) => first.has(before)));
  return starts.length > 0 ? starts : inFirstStage.slice(0, 1);
});

export const orphan = touchpointRule({
  id: "orphan",
  severity: "hint",
  scope: "path",
  reads: { node: ["journeyId"] },
  checkTouchpoint: ({ journeyId }) => (journeyId === null ? {} : null),
});

/** By the stages of a map those in which a journey has no touchpoint. */
const emptyStagesOf = derivedOfCourse((map: JourneyMap, journeyId: Id | null) => {
  const used = new Set(journeyId === null ? [] : touchpointsOf(map, journeyId).map(({ stageId }) => stageId));
  return derived((stages: readonly Stage[]): readonly RuleHit[] =>
    // A journey without touchpoints is only begun.
    journeyId === null || used.size === 0
      ? []
      : stages
          .filter(({ id }) => !used.has(id))
          .map(({ id }) => ({ nodeIds: [journeyId], key: [journeyId, id], subject: { kind: "stage", id } })),
  );
});

export const emptyStage: Rule = {
  id: "empty-stage",
  severity: "hint",
  scope: "path",
  reads: {},
  check: (map) => journeysInOrder(map).flatMap(({ id }) => emptyStagesOf(map, id)(map.stages)),
  fix(map, { nodeIds: [id = ""], subject }, { newId }) {
    const journey = map.nodes[id];
    if (!isKind(journey, "journey") || !subject) return null;
    const { x, y } = cellRectangle(map, journey, subject.id);
    const position = { x: x + CELL_PADDING, y: y + CELL_PADDING };
    const touchpoint = newNode("touchpoint", newId(), position, { journeyId: id, stageId: subject.id });
    // The cell is empty and known: where lanes overlap, a place alone could mean another one.
    return addNode(touchpoint, { snap: false });
  },
};
