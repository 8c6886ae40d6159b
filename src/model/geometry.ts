import { derived } from "./derive.ts";
import type { NodeKind } from "./fields.ts";
import type { Id, Journey, JourneyMap, MapNode, Point } from "./journey-map.ts";
import { DEFAULT_STAGE_WIDTH } from "./new-objects.ts";
import { valuesOf } from "./values.ts";

/** All lengths in map units. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Rectangle extends Point, Size {}

export const GRID = 10;
export const LANE_HEADER_WIDTH = 240;
/** From the top and the left edge of a cell to its first card. */
export const CELL_PADDING = 40;
/** The emotion curve and the baton strip at the foot of a lane. */
export const LANE_FOOTER = 120;
export const LANE_GAP = 40;
/** From the top of one card to the top of the next in a cell, and from left to left of two beside each other. */
export const ROW_PITCH = 110;
export const COLUMN_PITCH = 280;
export const PERSONA_GAP = 80;

const sizes: Record<Exclude<NodeKind, "journey">, Size> = {
  touchpoint: { width: 260, height: 92 },
  persona: { width: 280, height: 160 },
  note: { width: 160, height: 120 },
};
export const CARD = sizes.touchpoint;
export const PERSONA = sizes.persona;
export const NOTE = sizes.note;

/** How high a lane must be for so many rows of cards. */
export function laneHeightForRows(rows: number): number {
  return CELL_PADDING + Math.max(rows, 1) * ROW_PITCH - (ROW_PITCH - CARD.height) + LANE_FOOTER + 8;
}

/** The column without a stage grows with its cards, up to so many beside each other. */
export const MOST_CARDS_ABREAST = 20;

/** How wide a stage must be for so many cards beside each other. */
export function stageWidthForCards(cards: number): number {
  return DEFAULT_STAGE_WIDTH + (Math.max(cards, 1) - 1) * COLUMN_PITCH;
}

/** The size of a node as it is drawn; of a journey, the header of its lane. */
export function sizeOf(node: MapNode): Size {
  return node.kind === "journey" ? { width: LANE_HEADER_WIDTH, height: node.height } : sizes[node.kind];
}

export function rectangleOf(node: MapNode): Rectangle {
  const { x, y } = node.position;
  const { width, height } = sizeOf(node);
  return { x, y, width, height };
}

export function centreOf(rectangle: Rectangle): Point {
  return { x: rectangle.x + rectangle.width / 2, y: rectangle.y + rectangle.height / 2 };
}

export function contains(rectangle: Rectangle, point: Point): boolean {
  return (
    point.x >= rectangle.x &&
    point.x < rectangle.x + rectangle.width &&
    point.y >= rectangle.y &&
    point.y < rectangle.y + rectangle.height
  );
}

export function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The smallest rectangle around all given ones, or null when there are none. */
export function boundsOf(rectangles: Iterable<Rectangle>): Rectangle | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const { x, y, width, height } of rectangles) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

export function snapToGrid(point: Point): Point {
  // `+ 0` turns -0 into 0, which a file could not tell apart.
  return { x: Math.round(point.x / GRID) * GRID + 0, y: Math.round(point.y / GRID) * GRID + 0 };
}

/** A stage as it is drawn; `stageId` null is the column of touchpoints without a stage. */
export interface Column {
  readonly stageId: Id | null;
  /** From the left edge of a lane, the header included. */
  readonly offset: number;
  readonly width: number;
}

/** The journeys from top to bottom. */
export function journeysInOrder(map: JourneyMap): readonly Journey[] {
  return journeysOf(map.nodes);
}

const journeysOf = derived((nodes: JourneyMap["nodes"]): readonly Journey[] =>
  valuesOf(nodes)
    .filter((node): node is Journey => node.kind === "journey")
    .sort((a, b) => a.position.y - b.position.y || a.position.x - b.position.x || (a.id < b.id ? -1 : 1)),
);

/** The columns from left to right; the one without a stage comes last and exists only when it is needed. */
export const columnsOf = derived((map: JourneyMap): readonly Column[] => {
  const columns: Column[] = [];
  let offset = LANE_HEADER_WIDTH;
  for (const stage of map.stages) {
    columns.push({ stageId: stage.id, offset, width: stage.width });
    offset += stage.width;
  }
  const hasHomeless = Object.values(map.nodes).some(
    (node) => node.kind === "touchpoint" && node.stageId === null && node.journeyId !== null,
  );
  if (hasHomeless) columns.push({ stageId: null, offset, width: noStageWidth(map, offset) });
  return columns;
});

/** Wide enough for the touchpoints that stand in the column, so that none sticks out of its lane. */
function noStageWidth(map: JourneyMap, offset: number): number {
  let width = DEFAULT_STAGE_WIDTH;
  for (const node of Object.values(map.nodes)) {
    if (node.kind !== "touchpoint" || node.stageId !== null || node.journeyId === null) continue;
    const lane = map.nodes[node.journeyId];
    if (!lane) continue;
    const cards = Math.ceil((node.position.x - lane.position.x - offset - CELL_PADDING) / COLUMN_PITCH) + 1;
    width = Math.max(width, stageWidthForCards(Math.min(cards, MOST_CARDS_ABREAST)));
  }
  return width;
}

/** From the left edge of a lane to its right one. */
export function laneWidth(map: JourneyMap): number {
  const last = columnsOf(map).at(-1);
  return last ? last.offset + last.width : LANE_HEADER_WIDTH + DEFAULT_STAGE_WIDTH;
}

export function laneRectangle(map: JourneyMap, journey: Journey): Rectangle {
  return { ...journey.position, width: laneWidth(map), height: journey.height };
}

/** Where the lanes begin at the left; stage headers stand over the first lane. */
export function lanesLeft(map: JourneyMap): number {
  return journeysInOrder(map)[0]?.position.x ?? 0;
}

/** The lower edge of the lowest lane, or null when there is none. */
export function lanesBottom(map: JourneyMap): number | null {
  return boundsOf(journeysInOrder(map).map((journey) => laneRectangle(map, journey))) === null
    ? null
    : Math.max(...journeysInOrder(map).map((journey) => journey.position.y + journey.height));
}

export interface Cell {
  readonly journeyId: Id | null;
  readonly stageId: Id | null;
}

/** The lane under a point. Where two lanes leave no room for a card between them, it is the nearer one. */
function laneAt(map: JourneyMap, point: Point): Journey | undefined {
  let above: Rectangle | null = null;
  let lastLane: Journey | undefined;
  for (const lane of journeysInOrder(map)) {
    const rectangle = laneRectangle(map, lane);
    if (contains(rectangle, point)) return lane;
    const bottom = above === null ? null : above.y + above.height;
    const isBetween = bottom !== null && point.y >= bottom && point.y < rectangle.y;
    const isBeside = point.x < rectangle.x || point.x >= rectangle.x + rectangle.width;
    if (isBetween && !isBeside && rectangle.y - bottom < CARD.height) {
      return point.y - bottom < rectangle.y - point.y ? lastLane : lane;
    }
    above = rectangle;
    lastLane = lane;
  }
  return undefined;
}

/** The cell under a point of the map: which lane, and which column of it. */
export function cellAt(map: JourneyMap, point: Point): Cell {
  const journey = laneAt(map, point);
  const left = journey ? journey.position.x : lanesLeft(map);
  const column = columnsOf(map).find(
    ({ offset, width }) => point.x >= left + offset && point.x < left + offset + width,
  );
  if (journey) {
    const first = columnsOf(map)[0];
    return { journeyId: journey.id, stageId: (column ?? first)?.stageId ?? null };
  }
  return { journeyId: null, stageId: column?.stageId ?? null };
}

/** The rectangle of a cell in map units; without a stage, the last column or the place where it would be. */
export function cellRectangle(map: JourneyMap, journey: Journey, stageId: Id | null): Rectangle {
  const column = columnsOf(map).find((candidate) => candidate.stageId === stageId);
  const offset = column?.offset ?? laneWidth(map);
  return {
    x: journey.position.x + offset,
    y: journey.position.y,
    width: column?.width ?? DEFAULT_STAGE_WIDTH,
    height: journey.height,
  };
}
