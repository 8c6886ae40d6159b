import { current, type Draft, isDraft } from "immer";
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
  nearestSlot,
  overlaps,
  rectangleOf,
  snapToGrid,
} from "../geometry.ts";
import type { Id, Journey, JourneyMap, MapNode, Point, Touchpoint } from "../journey-map.ts";
import { personasOf, touchpointsOf } from "../queries.ts";

/** A frozen-in-time look at a draft, so that queries (which remember by object) may be asked about it. */
export function snapshot(draft: Draft<JourneyMap>): JourneyMap {
  return isDraft(draft) ? (current(draft) as JourneyMap) : (draft as JourneyMap);
}

/** What moves along when a lane is moved: its touchpoints, the personas beside it, the notes on it. */
export function laneCompanions(map: JourneyMap, journey: Journey): readonly MapNode[] {
  const lane = laneRectangle(map, journey);
  const personas = personasOf(map, journey.id).filter((persona) => {
    const { y } = centreOf(rectangleOf(persona));
    return y >= lane.y && y < lane.y + lane.height;
  });
  const notes = Object.values(map.nodes).filter(
    (node) => node.kind === "note" && contains(lane, centreOf(rectangleOf(node))),
  );
  return [...touchpointsOf(map, journey.id), ...personas, ...notes];
}

export function shiftNode(draft: Draft<JourneyMap>, id: Id, dx: number, dy: number): void {
  const node = draft.nodes[id];
  if (!node || (dx === 0 && dy === 0)) return;
  node.position = { x: node.position.x + dx, y: node.position.y + dy };
}

/** Moves a lane with all that belongs to it, save what `except` holds. */
export function shiftLane(
  draft: Draft<JourneyMap>,
  journeyId: Id,
  dx: number,
  dy: number,
  except: ReadonlySet<Id>,
): void {
  if (dx === 0 && dy === 0) return;
  const map = snapshot(draft);
  const journey = map.nodes[journeyId];
  if (journey?.kind !== "journey") return;
  for (const { id } of laneCompanions(map, journey)) if (!except.has(id)) shiftNode(draft, id, dx, dy);
  shiftNode(draft, journeyId, dx, dy);
}

/** Grows lanes until they hold their cards, then pushes lower lanes down until none overlaps. */
export function settleLanes(draft: Draft<JourneyMap>): void {
  growLanes(draft);
  const order = journeysInOrder(snapshot(draft)).map(({ id }) => id);
  let bottom: number | null = null;
  for (const id of order) {
    const journey = draft.nodes[id];
    if (journey?.kind !== "journey") continue;
    if (bottom !== null && journey.position.y < bottom) {
      shiftLane(draft, id, 0, bottom + LANE_GAP - journey.position.y, new Set());
    }
    bottom = (draft.nodes[id]?.position.y ?? 0) + journey.height;
  }
}

function growLanes(draft: Draft<JourneyMap>): void {
  const map = snapshot(draft);
  for (const journey of journeysInOrder(map)) {
    const feet = touchpointsOf(map, journey.id).map((card) => rectangleOf(card).y + rectangleOf(card).height);
    const needed = Math.max(...feet, 0) + 8 + LANE_FOOTER - journey.position.y;
    const lane = draft.nodes[journey.id];
    if (feet.length > 0 && lane?.kind === "journey" && needed > lane.height) lane.height = needed;
  }
}

/** Puts a touchpoint into the cell and the slot nearest to a wanted place of its top left corner. */
export function placeTouchpoint(draft: Draft<JourneyMap>, id: Id, wanted: Point, snap: boolean): void {
  const node = draft.nodes[id];
  if (node?.kind !== "touchpoint") return;
  const map = snapshot(draft);
  const cell = cellAt(map, centreOf({ ...rectangleOf(node as Touchpoint), ...wanted }));
  node.journeyId = cell.journeyId;
  node.stageId = cell.stageId;
  const journey = cell.journeyId === null ? undefined : map.nodes[cell.journeyId];
  if (journey?.kind !== "journey" || !snap) {
    node.position = snapToGrid(wanted);
    return;
  }
  node.position = slotFor(draft, id, journey, cell.stageId, wanted);
}

/** The nearest free slot of a cell for a touchpoint, wherever that touchpoint stands now. */
export function slotFor(
  draft: Draft<JourneyMap>,
  id: Id,
  journey: Journey,
  stageId: Id | null,
  wanted: Point,
): Point {
  const map = snapshot(draft);
  const rectangle = cellRectangle(map, journey, stageId);
  const others = touchpointsOf(map, journey.id).filter(
    (other) => other.id !== id && overlaps(columnBand(rectangle), rectangleOf(other)),
  );
  return nearestSlot(rectangle, wanted, others);
}

/** The whole height below a cell's top: a slot may lie lower than the lane reaches today. */
function columnBand({ x, y, width }: { x: number; y: number; width: number }) {
  return { x, y: y - CELL_PADDING, width, height: Number.MAX_SAFE_INTEGER };
}
