import { type Command, type CommandLabel, combine } from "#model/commands/command.ts";
import { type AddNodeOptions, addNode, addNodes, nextLanePosition } from "#model/commands/nodes.ts";
import {
  CARD,
  CELL_PADDING,
  cellRectangle,
  centreOf,
  contains,
  journeysInOrder,
  laneRectangle,
  overlaps,
  type Rectangle,
  ROW_PITCH,
  rectangleOf,
} from "#model/geometry.ts";
import type { Id, Journey, JourneyMap, MapNode, Point } from "#model/journey-map.ts";
import { newNode } from "#model/new-objects.ts";
import { personasOf, touchpointsOf } from "#model/queries.ts";

/** Where new touchpoints go. */
export interface CellPlace {
  /** Null: there is none yet, one is made along. */
  readonly journey: Journey | null;
  readonly stageId: Id | null;
  /** From where downwards a free slot is looked for; null: from the top of the cell. */
  readonly start: Point | null;
}

export function firstCell(map: JourneyMap, journey: Journey | null): CellPlace {
  return { journey, stageId: map.stages[0]?.id ?? null, start: null };
}

export interface CellAddition {
  readonly place: CellPlace;
  /** One for each new touchpoint. */
  readonly texts: readonly { readonly id: Id; readonly title: string; readonly description: string }[];
  readonly label: CommandLabel;
  readonly connectFrom?: AddNodeOptions["connectFrom"] | undefined;
}

/** Adds touchpoints to a cell, one below the other, and before them the journey when there is none. */
export function addToCell(
  map: JourneyMap,
  { place, texts, label, connectFrom }: CellAddition,
  { newId, newJourneyTitle }: { newId: () => Id; newJourneyTitle: string },
): Command {
  const { journey, stageId, start } = place;
  const lane = journey ?? newNode("journey", newId(), nextLanePosition(map), { title: newJourneyTitle });
  const withLane = { ...map, nodes: { ...map.nodes, [lane.id]: lane } };
  const taken = touchpointsOf(withLane, lane.id).map(rectangleOf);
  const top = topOfCell(withLane, lane, stageId);
  let wanted = start ?? top;
  const touchpoints = texts.map(({ id, ...values }) => {
    wanted = slotBelow(top.y, wanted, taken);
    taken.push({ ...wanted, ...CARD });
    return newNode("touchpoint", id, wanted, { ...values, journeyId: lane.id, stageId });
  });
  return combine(label, [
    ...(journey ? [] : [addNode(lane)]),
    addNodes(touchpoints, { snap: false, ...(connectFrom ? { connectFrom } : {}) }),
  ]);
}

/**
 * The first free slot at or below a wanted place. Unlike a dropped card, a captured one never jumps upwards,
 * so that a list that is typed or pasted reads from top to bottom.
 */
function slotBelow(top: number, wanted: Point, taken: readonly Rectangle[]): Point {
  let row = Math.max(0, Math.ceil((wanted.y - top) / ROW_PITCH));
  for (;;) {
    const slot = { x: wanted.x, y: top + row * ROW_PITCH };
    const place = { ...slot, ...CARD };
    if (!taken.some((card) => overlaps(card, place))) return slot;
    row += 1;
  }
}

/** Where the first card of a cell goes. */
export function topOfCell(map: JourneyMap, journey: Journey, stageId: Id | null): Point {
  const cell = cellRectangle(map, journey, stageId);
  return { x: cell.x + CELL_PADDING, y: cell.y + CELL_PADDING };
}

/** The next place in steps from a first one where nothing else stands. */
export function freePlace(map: JourneyMap, first: Rectangle, step: Point): Point {
  const taken = Object.values(map.nodes).map(rectangleOf);
  let place = first;
  while (taken.some((rectangle) => overlaps(rectangle, place))) {
    place = { ...place, x: place.x + step.x, y: place.y + step.y };
  }
  return { x: place.x, y: place.y };
}

/** The journey that a node belongs to or stands for; null when there is none. */
export function journeyOf(map: JourneyMap, nodeId: Id | null): Journey | null {
  const node = nodeId === null ? undefined : map.nodes[nodeId];
  if (node === undefined) return null;
  if (node.kind === "journey") return node;
  const journeys = journeysInOrder(map);
  if (node.kind === "touchpoint") return journeys.find(({ id }) => id === node.journeyId) ?? null;
  if (node.kind === "persona") {
    return journeys.find(({ id }) => personasOf(map, id).some((persona) => persona.id === node.id)) ?? null;
  }
  const centre = centreOf(rectangleOf(node));
  return journeys.find((journey) => contains(laneRectangle(map, journey), centre)) ?? null;
}

/** From where a place below a node is looked for. */
export function underneath({ position }: MapNode): Point {
  return { x: position.x, y: position.y + 1 };
}
