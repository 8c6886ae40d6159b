import { current, type Draft, isDraft } from "immer";
import { MAXIMUM_LANE_HEIGHT } from "../fields.ts";
import {
  CELL_PADDING,
  cellAt,
  cellRectangle,
  centreOf,
  contains,
  journeysInOrder,
  LANE_FOOTER,
  LANE_GAP,
  laneRectangle,
  rectangleOf,
  snapToGrid,
} from "../geometry.ts";
import type { Id, Journey, JourneyMap, Point, Touchpoint } from "../journey-map.ts";
import { nearestSlot } from "../nearest-slot.ts";
import { personasOf, touchpointsOf } from "../queries.ts";
import { createSeating, type Seating } from "./seating.ts";

/** A frozen-in-time look at a draft, so that queries (which remember by object) may be asked about it. */
export function snapshot(draft: Draft<JourneyMap>): JourneyMap {
  return isDraft(draft) ? (current(draft) as JourneyMap) : (draft as JourneyMap);
}

/** By persona or note: the lane that it stands beside or lies on. */
export type Guests = ReadonlyMap<Id, Id>;

/**
 * The guests of all lanes, each of one lane only. Where lanes overlap for a moment (one has grown, one was
 * dropped on another), the lower one has them.
 */
export function guestsOfLanes(map: JourneyMap): Guests {
  const guests = new Map<Id, Id>();
  const notes = Object.values(map.nodes).filter((node) => node.kind === "note");
  for (const journey of journeysInOrder(map)) {
    const lane = laneRectangle(map, journey);
    for (const persona of personasOf(map, journey.id)) {
      const { y } = centreOf(rectangleOf(persona));
      if (y >= lane.y && y < lane.y + lane.height) guests.set(persona.id, journey.id);
    }
    for (const note of notes) {
      if (contains(lane, centreOf(rectangleOf(note)))) guests.set(note.id, journey.id);
    }
  }
  return guests;
}

export function shiftNode(draft: Draft<JourneyMap>, id: Id, dx: number, dy: number): void {
  const node = draft.nodes[id];
  if (!node || (dx === 0 && dy === 0)) return;
  node.position = { x: node.position.x + dx, y: node.position.y + dy };
}

/**
 * Moves a lane with its touchpoints and its guests. `map`: a state with the same touchpoints in the lane; whoever moves
 * many lanes makes one for all of them.
 */
export function shiftLane(
  draft: Draft<JourneyMap>,
  journeyId: Id,
  dx: number,
  dy: number,
  guests: Guests,
  map = snapshot(draft),
): void {
  if (dx === 0 && dy === 0) return;
  for (const { id } of touchpointsOf(map, journeyId)) shiftNode(draft, id, dx, dy);
  for (const [id, lane] of guests) if (lane === journeyId) shiftNode(draft, id, dx, dy);
  shiftNode(draft, journeyId, dx, dy);
}

/**
 * Grows lanes until they hold their cards, then pushes lower lanes down until none overlaps. `guests`: those
 * from before the change, where the change itself laid lanes over each other.
 */
export function settleLanes(draft: Draft<JourneyMap>, guests?: Guests): void {
  const map = snapshot(draft);
  const followers = guests ?? guestsOfLanes(map);
  growLanes(draft, map);
  let bottom: number | null = null;
  // Growing moves no lane: their order is the same.
  for (const { id } of journeysInOrder(map)) {
    const journey = draft.nodes[id];
    if (journey?.kind !== "journey") continue;
    if (bottom !== null && journey.position.y < bottom) {
      shiftLane(draft, id, 0, bottom + LANE_GAP - journey.position.y, followers, map);
    }
    bottom = (draft.nodes[id]?.position.y ?? 0) + journey.height;
  }
}

/** `map`: the draft as it stands. */
function growLanes(draft: Draft<JourneyMap>, map: JourneyMap): void {
  for (const journey of journeysInOrder(map)) {
    const feet = touchpointsOf(map, journey.id).map((card) => rectangleOf(card).y + rectangleOf(card).height);
    const needed = Math.max(...feet, 0) + 8 + LANE_FOOTER - journey.position.y;
    if (feet.length === 0 || needed <= journey.height) continue;
    const lane = draft.nodes[journey.id];
    if (lane?.kind === "journey") lane.height = Math.max(lane.height, Math.min(needed, MAXIMUM_LANE_HEIGHT));
  }
}

/**
 * Puts a touchpoint into the cell and the slot nearest to a wanted place of its top left corner. `seating`: shared
 * by all cards of one command.
 */
export function placeTouchpoint(
  draft: Draft<JourneyMap>,
  id: Id,
  wanted: Point,
  snap: boolean,
  seating: Seating = createSeating(snapshot(draft)),
): void {
  const node = draft.nodes[id];
  if (node?.kind !== "touchpoint") return;
  const place = snap ? wanted : snapToGrid(wanted);
  const { map } = seating;
  const cell = cellAt(map, centreOf({ ...rectangleOf(node as Touchpoint), ...place }));
  const journey = cell.journeyId === null ? undefined : map.nodes[cell.journeyId];
  const position =
    journey?.kind === "journey" && snap
      ? slotFor(id, journey, cell.stageId, wanted, seating)
      : snapToGrid(place);
  node.journeyId = cell.journeyId;
  node.stageId = cell.stageId;
  // The very same place again is no change and leaves no step behind.
  if (node.position.x !== position.x || node.position.y !== position.y) node.position = position;
  seating.sit(id, { ...cell, position });
}

/** The nearest free slot of a cell for a touchpoint, which leaves where it stands now. */
export function slotFor(
  id: Id,
  journey: Journey,
  stageId: Id | null,
  wanted: Point,
  seating: Seating,
): Point {
  const cell = cellRectangle(seating.map, journey, stageId);
  const column = columnBand(cell);
  seating.leave(id);
  return nearestSlot(
    cell,
    wanted,
    (place) => seating.isTaken(journey.id, place, column),
    seating.fullRows(journey.id, stageId, cell),
  );
}

/** The whole height below a cell's top: a slot may lie lower than the lane reaches today. */
function columnBand({ x, y, width }: { x: number; y: number; width: number }) {
  return { x, y: y - CELL_PADDING, width, height: Number.MAX_SAFE_INTEGER };
}
