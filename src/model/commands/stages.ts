import type { Draft } from "immer";
import {
  centreOf,
  columnsOf,
  journeysInOrder,
  LANE_HEADER_WIDTH,
  laneRectangle,
  lanesLeft,
  rectangleOf,
} from "../geometry.ts";
import type { Id, JourneyMap, Stage } from "../journey-map.ts";
import { touchpointsOf } from "../queries.ts";
import type { Command } from "./command.ts";
import { settleLanes, shiftNode, slotFor, snapshot } from "./lanes.ts";
import { createSeating, type Seating } from "./seating.ts";

export const MINIMUM_STAGE_WIDTH = 300;
export const MAXIMUM_STAGE_WIDTH = 6000;

/** Inserts a stage; what stands to its right makes room. */
export function addStage(stage: Stage, index: number): Command {
  return {
    label: { key: "addStage", name: stage.name },
    apply(draft) {
      if (draft.stages.some(({ id }) => id === stage.id)) return;
      rearrange(draft, () => draft.stages.splice(Math.max(index, 0), 0, { ...stage }));
    },
  };
}

export function renameStage(id: Id, name: string): Command {
  return {
    label: { key: "renameStage", name },
    mergeKey: `stage-name:${id}`,
    apply(draft) {
      const stage = draft.stages.find((candidate) => candidate.id === id);
      if (stage) stage.name = name;
    },
  };
}

export function describeStage(id: Id, name: string, description: string): Command {
  return {
    label: { key: "changeStage", name },
    mergeKey: `stage-description:${id}`,
    apply(draft) {
      const stage = draft.stages.find((candidate) => candidate.id === id);
      if (stage) stage.description = description;
    },
  };
}

/** `width` in map units; held between the least and the largest one. */
export function resizeStage(id: Id, name: string, width: number): Command {
  return {
    label: { key: "changeStage", name },
    apply(draft) {
      rearrange(draft, () => {
        const stage = draft.stages.find((candidate) => candidate.id === id);
        const held = Math.min(
          Math.max(Math.round(width / 10) * 10, MINIMUM_STAGE_WIDTH),
          MAXIMUM_STAGE_WIDTH,
        );
        if (stage && Number.isFinite(held)) stage.width = held;
      });
      bringBackIntoStage(draft, id);
    },
  };
}

/** Cards that a narrower stage no longer holds find another slot in it. */
function bringBackIntoStage(draft: Draft<JourneyMap>, stageId: Id): void {
  const map = snapshot(draft);
  const column = columnsOf(map).find((candidate) => candidate.stageId === stageId);
  if (!column) return;
  const seating = createSeating(map);
  for (const journey of journeysInOrder(map)) {
    const right = journey.position.x + column.offset + column.width;
    const outside = touchpointsOf(map, journey.id).filter(
      (card) => card.stageId === stageId && centreOf(rectangleOf(card)).x >= right,
    );
    for (const { id } of outside.sort((a, b) => compareHeight(draft, a.id, b.id))) {
      const card = draft.nodes[id];
      if (!card) continue;
      const position = slotFor(id, journey, stageId, card.position, seating);
      card.position = position;
      seating.sit(id, { journeyId: journey.id, stageId, position });
    }
  }
  settleLanes(draft);
}

/** `index`: the place of the stage after the move. Its touchpoints go with it. */
export function moveStage(id: Id, name: string, index: number): Command {
  return {
    label: { key: "moveStage", name },
    apply(draft) {
      const from = draft.stages.findIndex((stage) => stage.id === id);
      const to = Math.min(Math.max(index, 0), draft.stages.length - 1);
      if (from < 0 || from === to) return;
      rearrange(draft, () => {
        const [stage] = draft.stages.splice(from, 1);
        if (stage) draft.stages.splice(to, 0, stage);
      });
    },
  };
}

/** Its touchpoints stay on the map: they become "no stage" and stand in the column of that name. */
export function removeStage(id: Id, name: string): Command {
  return {
    label: { key: "removeStage", name },
    apply(draft) {
      if (!draft.stages.some((stage) => stage.id === id)) return;
      const homeless: Id[] = [];
      rearrange(draft, () => {
        for (const node of Object.values(draft.nodes)) {
          if (node.kind !== "touchpoint" || node.stageId !== id) continue;
          node.stageId = null;
          if (node.journeyId !== null) homeless.push(node.id);
        }
        draft.stages = draft.stages.filter((stage) => stage.id !== id);
      });
      homeless.sort((a, b) => compareHeight(draft, a, b));
      const seating = createSeating(snapshot(draft));
      for (const nodeId of homeless) moveToNoStage(draft, nodeId, seating);
      settleLanes(draft);
    },
  };
}

function compareHeight(draft: Draft<JourneyMap>, a: Id, b: Id): number {
  return (draft.nodes[a]?.position.y ?? 0) - (draft.nodes[b]?.position.y ?? 0) || (a < b ? -1 : 1);
}

function moveToNoStage(draft: Draft<JourneyMap>, id: Id, seating: Seating): void {
  const { map } = seating;
  const node = draft.nodes[id];
  const journey =
    node?.kind === "touchpoint" && node.journeyId !== null ? map.nodes[node.journeyId] : undefined;
  if (node?.kind !== "touchpoint" || journey?.kind !== "journey") return;
  const left = journey.position.x + stagesRight(map);
  const position = slotFor(id, journey, null, { x: left, y: node.position.y }, seating);
  node.position = position;
  seating.sit(id, { journeyId: journey.id, stageId: null, position });
}

function stagesRight(map: JourneyMap): number {
  return map.stages.reduce((right, stage) => right + stage.width, LANE_HEADER_WIDTH);
}

/**
 * Changes the list of stages and moves what stands in each column by as much as the column moved: the
 * touchpoints by their stage, notes by the column under them.
 */
function rearrange(draft: Draft<JourneyMap>, change: () => void): void {
  const before = snapshot(draft);
  const offsetsBefore = offsets(before);
  const columnOfNote = notesByColumn(before);
  const columnOfTouchpoint = new Map<Id, Id | null>();
  for (const node of Object.values(before.nodes)) {
    if (node.kind !== "touchpoint") continue;
    // What belongs to no lane and no stage lies in the last column only if it stands there.
    const isApart =
      node.journeyId === null &&
      node.stageId === null &&
      node.position.x < lanesLeft(before) + (offsetsBefore.get(null) ?? 0);
    if (!isApart) columnOfTouchpoint.set(node.id, node.stageId);
  }
  change();
  const offsetsAfter = offsets(snapshot(draft));
  for (const [id, stageId] of [...columnOfTouchpoint, ...columnOfNote]) {
    const was = offsetsBefore.get(stageId);
    const is = offsetsAfter.get(stageId);
    if (was !== undefined && is !== undefined) shiftNode(draft, id, is - was, 0);
  }
}

/** The left edges by stage; `null`, the column without a stage, begins where the last stage ends. */
function offsets(map: JourneyMap): Map<Id | null, number> {
  const result = new Map<Id | null, number>(columnsOf(map).map(({ stageId, offset }) => [stageId, offset]));
  result.set(
    null,
    map.stages.reduce((right, stage) => right + stage.width, LANE_HEADER_WIDTH),
  );
  return result;
}

function notesByColumn(map: JourneyMap): Map<Id, Id | null> {
  const result = new Map<Id, Id | null>();
  for (const node of Object.values(map.nodes)) {
    if (node.kind !== "note") continue;
    const centre = centreOf(rectangleOf(node));
    const lane = journeysInOrder(map).find((journey) => {
      const { y, height } = laneRectangle(map, journey);
      return centre.y >= y && centre.y < y + height;
    });
    const left = lane?.position.x ?? lanesLeft(map);
    const column = columnsOf(map).find(
      ({ offset, width }) => centre.x >= left + offset && centre.x < left + offset + width,
    );
    if (column) result.set(node.id, column.stageId);
  }
  return result;
}
