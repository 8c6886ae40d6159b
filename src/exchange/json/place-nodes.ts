import { produce } from "immer";
import { settleLanes } from "#model/commands/lanes.ts";
import { nextLanePosition } from "#model/commands/nodes.ts";
import {
  boundsOf,
  CELL_PADDING,
  cellRectangle,
  GRID,
  LANE_GAP,
  overlaps,
  ROW_PITCH,
  rectangleOf,
} from "#model/geometry.ts";
import type { Id, JourneyMap, MapNode, Point } from "#model/journey-map.ts";
import { touchpointsOf } from "#model/queries.ts";

const NODES_IN_A_ROW = 8;
/** More than the width and the height of any node that stands alone. */
const PITCH = { x: 320, y: 200 };

/**
 * Gives a place of their own to nodes that have none: journeys below the last lane, touchpoints at the foot of their
 * cell, all others in rows below everything.
 */
export function placeNodes(map: JourneyMap, homeless: ReadonlySet<Id>): JourneyMap {
  if (homeless.size === 0) return map;
  const isAtHome = ([id]: [Id, unknown]) => !homeless.has(id);
  let placed: JourneyMap = { ...map, nodes: Object.fromEntries(Object.entries(map.nodes).filter(isAtHome)) };
  const waiting = [...homeless].map((id) => map.nodes[id]).filter((node) => node !== undefined);
  for (const node of waiting) {
    if (node.kind === "journey")
      placed = withNodes(placed, [{ ...node, position: nextLanePosition(placed) }]);
  }
  placed = withNodes(placed, inTheirCells(placed, waiting));
  // Lanes grow around the cards first, so that what stands below them stands below them.
  placed = produce(placed, settleLanes);
  const others = waiting.filter(({ id }) => !placed.nodes[id]);
  return withNodes(placed, inRowsBelow(placed, others));
}

function withNodes(map: JourneyMap, nodes: readonly MapNode[]): JourneyMap {
  return { ...map, nodes: { ...map.nodes, ...Object.fromEntries(nodes.map((node) => [node.id, node])) } };
}

function inTheirCells(map: JourneyMap, nodes: readonly MapNode[]): readonly MapNode[] {
  const feet = new Map<string, Point>();
  const result: MapNode[] = [];
  for (const node of nodes) {
    const journey =
      node.kind === "touchpoint" && node.journeyId !== null ? map.nodes[node.journeyId] : undefined;
    if (node.kind !== "touchpoint" || journey?.kind !== "journey") continue;
    const key = `${journey.id} ${node.stageId}`;
    const position = feet.get(key) ?? firstFreeBelow(map, journey.id, node.stageId);
    feet.set(key, { x: position.x, y: position.y + ROW_PITCH });
    result.push({ ...node, position });
  }
  return result;
}

function firstFreeBelow(map: JourneyMap, journeyId: Id, stageId: Id | null): Point {
  const journey = map.nodes[journeyId];
  if (journey?.kind !== "journey") return { x: 0, y: 0 };
  const cell = cellRectangle(map, journey, stageId);
  const band = { ...cell, y: cell.y - CELL_PADDING, height: Number.MAX_SAFE_INTEGER };
  const feet = touchpointsOf(map, journeyId)
    .map(rectangleOf)
    .filter((card) => overlaps(card, band))
    .map((card) => card.y + ROW_PITCH);
  return { x: cell.x + CELL_PADDING, y: Math.max(cell.y + CELL_PADDING, ...feet) };
}

function inRowsBelow(map: JourneyMap, nodes: readonly MapNode[]): readonly MapNode[] {
  const bounds = boundsOf(Object.values(map.nodes).map(rectangleOf));
  const left = Math.ceil((bounds?.x ?? 0) / GRID) * GRID;
  const top = bounds ? Math.ceil((bounds.y + bounds.height + LANE_GAP) / GRID) * GRID : 0;
  return nodes.map((node, index) => {
    const x = left + (index % NODES_IN_A_ROW) * PITCH.x;
    return { ...node, position: { x, y: top + Math.floor(index / NODES_IN_A_ROW) * PITCH.y } };
  });
}
