import { connect } from "../../commands/connections.ts";
import { addNode } from "../../commands/nodes.ts";
import { CELL_PADDING, cellRectangle, journeysInOrder } from "../../geometry.ts";
import type { Id, JourneyMap, Touchpoint } from "../../journey-map.ts";
import { newConnection, newNode } from "../../new-objects.ts";
import { touchpointsInPathOrder } from "../../path-order.ts";
import { derivedOfItems, derivedOfPaths } from "../../path-shape.ts";
import { doubleSteps, isPingPong, type Three } from "../../ping-pong.ts";
import { isKind, touchpointsOf } from "../../queries.ts";
import { stepsOf, touchpointsAfter, touchpointsBefore } from "../../ways.ts";
import type { Rule, RuleHit } from "../rule.ts";
import { everyItem } from "./items.ts";
import { everyTouchpoint, touchpointRule } from "./nodes.ts";

export const pingPong: Rule = {
  id: "ping-pong",
  severity: "warning",
  scope: "path",
  reads: { node: ["owner"] },
  check: everyItem<Three>("ping-pong", {
    itemsOf: doubleSteps,
    idsOf: (ids) => ids,
    make: (map, nodeIds) =>
      isPingPong(map, nodeIds)
        ? { nodeIds, values: { owners: nodeIds.map((id) => map.nodes[id]?.owner ?? "") } }
        : null,
  }),
};

/** Where customers go on from, once each, and whether nobody owns it. */
const unheld = derivedOfItems<Id, Id | null>("unheld", {
  itemsOf: derivedOfPaths("starts of steps", (map: JourneyMap): readonly Id[] => [
    ...new Set(stepsOf(map).map(({ from }) => from.id)),
  ]),
  idsOf: (id) => [id],
  make: ({ nodes }, id) => ((nodes[id]?.owner ?? null) === null ? id : null),
});

export const nobodyHolds: Rule = {
  id: "nobody-holds",
  severity: "critical",
  scope: "path",
  reads: { node: ["owner"] },
  check(map) {
    const isUnheld = ({ owner }: Touchpoint) => owner === null;
    const seen = new Set<Id>();
    const hits: RuleHit[] = [];
    for (const id of unheld(map)) {
      const from = id === null || seen.has(id) ? undefined : map.nodes[id];
      if (!isKind(from, "touchpoint")) continue;
      const run = connectedFrom(map, from, isUnheld);
      for (const touchpoint of run) seen.add(touchpoint.id);
      if (run.length > 1) hits.push({ nodeIds: run.map((one) => one.id), values: { count: run.length } });
    }
    return hits;
  },
};

/** All that can be reached from a touchpoint, back and forth, over touchpoints of a sort. */
function connectedFrom(
  map: JourneyMap,
  start: Touchpoint,
  isOfSort: (touchpoint: Touchpoint) => boolean,
): readonly Touchpoint[] {
  const run = [start];
  const known = new Set([start.id]);
  for (const touchpoint of run) {
    for (const next of [...touchpointsAfter(map, touchpoint.id), ...touchpointsBefore(map, touchpoint.id)]) {
      if (known.has(next.id) || !isOfSort(next)) continue;
      known.add(next.id);
      run.push(next);
    }
  }
  return run;
}

function stagePlaces(map: JourneyMap): ReadonlyMap<Id | null, number> {
  return new Map(map.stages.map(({ id }, index) => [id, index]));
}

export const deadEnd: Rule = {
  id: "dead-end",
  severity: "hint",
  scope: "path",
  reads: {},
  check: derivedOfPaths("dead ends", (map: JourneyMap) => {
    const places = stagePlaces(map);
    return everyTouchpoint((touchpoint) => {
      const place = places.get(touchpoint.stageId);
      if (touchpoint.journeyId === null || place === undefined || place === map.stages.length - 1)
        return null;
      return touchpointsAfter(map, touchpoint.id).length > 0 ? null : {};
    })(map);
  }),
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
  check: derivedOfPaths("unreachable", (map: JourneyMap) => {
    const reached = new Set<Id>();
    const waiting = journeysInOrder(map).flatMap(({ id }) => startsOf(map, id));
    for (const { id } of waiting) reached.add(id);
    for (const { id } of waiting) {
      for (const next of touchpointsAfter(map, id)) {
        if (reached.has(next.id)) continue;
        reached.add(next.id);
        waiting.push(next);
      }
    }
    return everyTouchpoint(({ id, journeyId }) => (journeyId === null || reached.has(id) ? null : {}))(map);
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
function startsOf(map: JourneyMap, journeyId: Id): readonly Touchpoint[] {
  const path = touchpointsInPathOrder(map, journeyId);
  const [first] = path;
  if (!first) return [];
  const inFirstStage = path.filter(({ stageId }) => stageId === first.stageId);
  const starts = inFirstStage.filter(
    ({ id }) =>
      !touchpointsBefore(map, id).some(
        (before) => before.journeyId === journeyId && before.stageId === first.stageId,
      ),
  );
  return starts.length > 0 ? starts : [first];
}

export const orphan = touchpointRule({
  id: "orphan",
  severity: "hint",
  scope: "path",
  reads: { node: ["journeyId"] },
  checkTouchpoint: ({ journeyId }) => (journeyId === null ? {} : null),
});

export const emptyStage: Rule = {
  id: "empty-stage",
  severity: "hint",
  scope: "path",
  reads: {},
  check: derivedOfPaths("empty stages", (map: JourneyMap) =>
    journeysInOrder(map).flatMap(({ id }) => {
      const used = new Set(touchpointsOf(map, id).map(({ stageId }) => stageId));
      // A journey without touchpoints is only begun.
      if (used.size === 0) return [];
      return map.stages
        .filter((stage) => !used.has(stage.id))
        .map(
          (stage): RuleHit => ({
            nodeIds: [id],
            key: [id, stage.id],
            subject: { kind: "stage", id: stage.id },
          }),
        );
    }),
  ),
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
