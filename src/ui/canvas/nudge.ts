import type { Move } from "#model/commands/moves.ts";
import { CELL_PADDING, columnsOf, GRID, journeysInOrder, ROW_PITCH } from "#model/geometry.ts";
import type { Id, JourneyMap, MapNode, Point } from "#model/journey-map.ts";
import type { Direction } from "./neighbour.ts";

/**
 * One step by keyboard: a touchpoint goes to the next row or the next stage, a lane past its neighbour, all else
 * by one unit of the grid.
 */
export function stepsInDirection(map: JourneyMap, ids: readonly Id[], direction: Direction): Move[] {
  return ids
    .map((id) => map.nodes[id])
    .filter((node) => node !== undefined)
    .map((node) => ({ id: node.id, position: stepOf(map, node, direction) }));
}

function stepOf(map: JourneyMap, node: MapNode, direction: Direction): Point {
  if (node.kind === "journey") return laneStep(map, node, direction);
  if (node.kind === "touchpoint" && node.journeyId !== null) return cardStep(map, node, direction);
  const { x, y } = node.position;
  const step = GRID * 2;
  return {
    x: direction === "left" ? x - step : direction === "right" ? x + step : x,
    y: direction === "up" ? y - step : direction === "down" ? y + step : y,
  };
}

function laneStep(map: JourneyMap, node: MapNode, direction: Direction): Point {
  const lanes = journeysInOrder(map);
  const index = lanes.findIndex(({ id }) => id === node.id);
  const other = direction === "up" ? lanes[index - 1] : direction === "down" ? lanes[index + 1] : undefined;
  if (!other) return node.position;
  return { x: node.position.x, y: other.position.y + (direction === "up" ? -GRID : GRID) };
}

function cardStep(
  map: JourneyMap,
  node: Extract<MapNode, { kind: "touchpoint" }>,
  direction: Direction,
): Point {
  const { x, y } = node.position;
  if (direction === "up") return { x, y: y - ROW_PITCH };
  if (direction === "down") return { x, y: y + ROW_PITCH };
  const columns = columnsOf(map);
  const index = columns.findIndex(({ stageId }) => stageId === node.stageId);
  const lane = node.journeyId === null ? undefined : map.nodes[node.journeyId];
  const column = columns[index + (direction === "right" ? 1 : -1)];
  if (!lane || !column) return node.position;
  return { x: lane.position.x + column.offset + CELL_PADDING, y };
}
