import type { Draft } from "immer";
import {
  boundsOf,
  CELL_PADDING,
  COLUMN_PITCH,
  columnsOf,
  journeysInOrder,
  LANE_GAP,
  laneHeightForRows,
  lanesLeft,
  NOTE,
  overlaps,
  PERSONA,
  PERSONA_GAP,
  ROW_PITCH,
  rectangleOf,
  stageWidthForCards,
} from "../geometry.ts";
import type { Id, Journey, JourneyMap, Point, Touchpoint } from "../journey-map.ts";
import { touchpointsInPathOrder } from "../path-order.ts";
import { personasOf, touchpointsOf } from "../queries.ts";
import type { Command } from "./command.ts";
import { guestsOfLanes, snapshot } from "./lanes.ts";

const PERSONA_PITCH = PERSONA.height + 20;
/** Cells higher than this spread sideways, so that a busy stage does not become a tower. */
const LEAST_ROWS = 4;

/**
 * Lays the whole map out: lanes under each other, touchpoints in path order into their cells without overlap,
 * columns and lanes just large enough, personas beside their journey. One step.
 */
export function tidyUp(): Command {
  return {
    label: { key: "tidyUp" },
    apply(draft) {
      const before = snapshot(draft);
      const notes = notesByLane(before);
      const rows = rowsOf(before);
      sizeStages(draft, before, rows);
      placeLanes(draft, before, rows, notes);
      placeLoose(draft, before);
      freeNotes(draft);
    },
  };
}

/** The touchpoints of each cell in path order, keyed by journey and then by stage. */
function cells(map: JourneyMap, journeyId: Id): Map<Id | null, Touchpoint[]> {
  const known = new Set(map.stages.map(({ id }) => id));
  const result = new Map<Id | null, Touchpoint[]>();
  for (const touchpoint of touchpointsInPathOrder(map, journeyId)) {
    const stageId = touchpoint.stageId !== null && known.has(touchpoint.stageId) ? touchpoint.stageId : null;
    const cell = result.get(stageId);
    if (cell) cell.push(touchpoint);
    else result.set(stageId, [touchpoint]);
  }
  return result;
}

/** How many rows each lane gets: enough for its fullest cell, but no tower. */
function rowsOf(map: JourneyMap): Map<Id, number> {
  const result = new Map<Id, number>();
  for (const journey of journeysInOrder(map)) {
    const fullest = Math.max(0, ...[...cells(map, journey.id).values()].map((cell) => cell.length));
    result.set(journey.id, Math.min(fullest, Math.max(LEAST_ROWS, Math.ceil(Math.sqrt(fullest * 2)))));
  }
  return result;
}

function sizeStages(draft: Draft<JourneyMap>, map: JourneyMap, rows: ReadonlyMap<Id, number>): void {
  const abreast = new Map<Id | null, number>();
  for (const journey of journeysInOrder(map)) {
    for (const [stageId, cell] of cells(map, journey.id)) {
      const needed = Math.ceil(cell.length / Math.max(1, rows.get(journey.id) ?? 1));
      abreast.set(stageId, Math.max(abreast.get(stageId) ?? 1, needed));
    }
  }
  for (const stage of draft.stages) stage.width = stageWidthForCards(abreast.get(stage.id) ?? 1);
}

function placeLanes(
  draft: Draft<JourneyMap>,
  before: JourneyMap,
  rows: ReadonlyMap<Id, number>,
  notes: ReadonlyMap<Id, readonly Id[]>,
): void {
  const left = lanesLeft(before);
  let top = journeysInOrder(before)[0]?.position.y ?? 0;
  const seated = new Set<Id>();
  for (const journey of journeysInOrder(before)) {
    const personas = personasOf(before, journey.id).filter(({ id }) => !seated.has(id));
    for (const { id } of personas) seated.add(id);
    const height = Math.max(laneHeightForRows(rows.get(journey.id) ?? 1), personas.length * PERSONA_PITCH);
    const lane = draft.nodes[journey.id];
    if (lane?.kind !== "journey") continue;
    place(draft, journey.id, { x: left, y: top });
    lane.height = height;
    personas.forEach(({ id }, index) => {
      place(draft, id, { x: left - PERSONA_GAP - PERSONA.width, y: top + index * PERSONA_PITCH });
    });
    placeCells(draft, before, journey, rows.get(journey.id) ?? 1);
    for (const id of notes.get(journey.id) ?? []) {
      const note = before.nodes[id];
      if (note) place(draft, id, { x: note.position.x, y: note.position.y + top - journey.position.y });
    }
    top += height + LANE_GAP;
  }
}

function placeCells(draft: Draft<JourneyMap>, before: JourneyMap, journey: Journey, rows: number): void {
  const lane = draft.nodes[journey.id];
  if (!lane) return;
  const columns = columnsOf(snapshot(draft));
  for (const [stageId, cell] of cells(before, journey.id)) {
    const column = columns.find((candidate) => candidate.stageId === stageId);
    const offset = column?.offset ?? 0;
    cell.forEach((touchpoint, index) => {
      place(draft, touchpoint.id, {
        x: lane.position.x + offset + CELL_PADDING + Math.floor(index / rows) * COLUMN_PITCH,
        y: lane.position.y + CELL_PADDING + (index % rows) * ROW_PITCH,
      });
    });
  }
}

/** What belongs to no lane goes below the lanes: touchpoints under their stage, personas at the left. */
function placeLoose(draft: Draft<JourneyMap>, before: JourneyMap): void {
  const map = snapshot(draft);
  const lanes = journeysInOrder(map);
  const left = lanesLeft(map);
  const bottom = Math.max(0, ...lanes.map(({ position, height }) => position.y + height + LANE_GAP));
  placeLooseTouchpoints(draft, before, { x: left, y: bottom });
  const connected = new Set(lanes.flatMap(({ id }) => personasOf(map, id).map((persona) => persona.id)));
  const loose = Object.values(map.nodes)
    .filter((node) => node.kind === "persona" && !connected.has(node.id))
    .sort((a, b) => a.position.y - b.position.y || (a.id < b.id ? -1 : 1));
  const seatedBottom = boundsOf(
    Object.values(map.nodes)
      .filter((node) => node.kind === "persona" && connected.has(node.id))
      .map(rectangleOf),
  );
  const top = seatedBottom
    ? Math.max(seatedBottom.y + seatedBottom.height + 20, lanes.length > 0 ? bottom : 0)
    : 0;
  loose.forEach(({ id }, index) => {
    place(draft, id, { x: left - PERSONA_GAP - PERSONA.width, y: top + index * PERSONA_PITCH });
  });
}

function placeLooseTouchpoints(draft: Draft<JourneyMap>, before: JourneyMap, { x, y }: Point): void {
  const columns = columnsOf(snapshot(draft));
  const rows = new Map<Id | null, number>();
  const loose = [...touchpointsOf(before, null)].sort(
    (a, b) => a.position.y - b.position.y || a.position.x - b.position.x || (a.id < b.id ? -1 : 1),
  );
  for (const { id, stageId } of loose) {
    const column = stageId === null ? undefined : columns.find((candidate) => candidate.stageId === stageId);
    const row = rows.get(stageId) ?? 0;
    rows.set(stageId, row + 1);
    place(draft, id, { x: x + (column ? column.offset + CELL_PADDING : 0), y: y + row * ROW_PITCH });
  }
}

function notesByLane(map: JourneyMap): Map<Id, readonly Id[]> {
  const guests = guestsOfLanes(map);
  return new Map(
    journeysInOrder(map).map(({ id: laneId }) => [
      laneId,
      [...guests.keys()].filter((id) => guests.get(id) === laneId && map.nodes[id]?.kind === "note"),
    ]),
  );
}

/** A note that would lie on a card or a header moves above the map, beside the others that had to. */
function freeNotes(draft: Draft<JourneyMap>): void {
  const map = snapshot(draft);
  const nodes = Object.values(map.nodes);
  const solid = nodes.filter(({ kind }) => kind !== "note").map(rectangleOf);
  const top = Math.min(0, ...journeysInOrder(map).map(({ position }) => position.y)) - NOTE.height - 40;
  const taken = [...solid];
  // Where the row above the map is free from: what was taken once stays taken.
  let x = lanesLeft(map);
  const notes = nodes.filter(({ kind }) => kind === "note").sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const note of notes) {
    let rectangle = rectangleOf(note);
    if (taken.some((other) => overlaps(other, rectangle))) {
      rectangle = { ...rectangle, x, y: top };
      while (taken.some((other) => overlaps(other, rectangle))) {
        x += NOTE.width + 20;
        rectangle = { ...rectangle, x };
      }
      place(draft, note.id, { x: rectangle.x, y: rectangle.y });
    }
    taken.push(rectangle);
  }
}

function place(draft: Draft<JourneyMap>, id: Id, { x, y }: Point): void {
  const node = draft.nodes[id];
  if (node && (node.position.x !== x || node.position.y !== y)) node.position = { x, y };
}
