import type { Draft } from "immer";
import {
  CARD,
  CELL_PADDING,
  cellRectangle,
  columnsOf,
  LANE_GAP,
  lanesBottom,
  lanesLeft,
  ROW_PITCH,
} from "../geometry.ts";
import type { Id, JourneyMap, Point } from "../journey-map.ts";
import { settleLanes, slotFor, snapshot } from "./lanes.ts";
import { createSeating, type Seating } from "./seating.ts";

/** After a journey or a stage was chosen in a form, the cards go to where their fields say they are. */
export function moveIntoTheirCells(draft: Draft<JourneyMap>, ids: readonly Id[]): void {
  if (ids.length === 0) return;
  const isInLane = (id: Id) => {
    const node = draft.nodes[id];
    return node?.kind === "touchpoint" && node.journeyId !== null;
  };
  seatAll(draft, ids.filter(isInLane));
  settleLanes(draft);
  // Lanes have their height now: what goes below them is not overtaken by one that grows.
  seatAll(
    draft,
    ids.filter((id) => !isInLane(id)),
  );
}

function seatAll(draft: Draft<JourneyMap>, ids: readonly Id[]): void {
  const seating = createSeating(snapshot(draft));
  const lowest: LowestLoose = new Map();
  for (const id of ids) seating.leave(id);
  for (const id of ids) {
    const node = draft.nodes[id];
    if (node?.kind !== "touchpoint") continue;
    const { journeyId, stageId } = node;
    const journey = journeyId === null ? undefined : seating.map.nodes[journeyId];
    const position =
      journey?.kind === "journey"
        ? slotFor(id, journey, stageId, cellRectangle(seating.map, journey, stageId), seating)
        : placeBelowLanes(seating, stageId, lowest);
    node.position = position;
    seating.sit(id, { journeyId, stageId, position });
  }
}

/** By the left edge of columns: down to where all places below the lanes are taken, map units. */
type LowestLoose = Map<number, number>;

/** The first free place below the lanes, under the column of a stage. */
function placeBelowLanes({ map, isTaken }: Seating, stageId: Id | null, lowest: LowestLoose): Point {
  const column = stageId === null ? undefined : columnsOf(map).find((other) => other.stageId === stageId);
  const x = lanesLeft(map) + (column ? column.offset + CELL_PADDING : 0);
  const y = (lanesBottom(map) ?? 0) + LANE_GAP;
  let place = { x, y: Math.max(y, lowest.get(x) ?? y), ...CARD };
  while (isTaken(null, place)) place = { ...place, y: place.y + ROW_PITCH };
  lowest.set(x, place.y);
  return { x: place.x, y: place.y };
}
