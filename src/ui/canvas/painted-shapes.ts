import {
  boundsOf,
  journeysInOrder,
  laneWidth,
  overlaps,
  type Rectangle,
  rectangleOf,
  sizeOf,
} from "#model/geometry.ts";
import type { Id, JourneyMap, MapNode, Point } from "#model/journey-map.ts";
import { depthOf } from "#scene/draw-map.ts";
import { type Detail, factsOf, type Pen } from "#scene/drawing.ts";
import { connectionDrawing, laneDrawing, nodeDrawing, rememberedLook } from "#scene/remembered.ts";
import type { GroupShape, Shape } from "#scene/shapes.ts";
import { reachOf } from "./connection-reach.ts";
import { withDragged } from "./shown-connections.ts";

/** What the painting of a map depends on besides the map. */
export interface PaintedState {
  /** Where nodes are that are painted while they are being dragged. */
  readonly dragged: ReadonlyMap<Id, Point>;
  /** Where nodes are while a lane is being dragged, be they painted or elements. */
  readonly draggedLanes: ReadonlyMap<Id, Point>;
  /** Nodes that stand on the canvas as elements and do not cover their picture. */
  readonly leftOut: ReadonlySet<Id>;
  /** Nodes that are dragged as elements: their connections are elements as well. */
  readonly draggedIds: ReadonlySet<Id>;
  readonly selectedNodeIds: ReadonlySet<Id>;
  readonly selectedConnectionIds: ReadonlySet<Id>;
  readonly showGaps: boolean;
}

/** A shape of the painted map with where it may have any ink, map units. */
export interface PaintedShape {
  readonly shape: Shape;
  readonly reach: Rectangle;
  /** A lane, which lies below all else and changes seldom. */
  readonly isGround: boolean;
}

/** What is drawn of nodes and lanes reaches so far beyond them: marks, outlines, names. Map units. */
const BEYOND = 40;

/**
 * The drawing list of a part of the map (map units). What did not change is the very shape that it was before, so that
 * two lists tell what has to be painted again.
 */
export function drawPart(
  map: JourneyMap,
  part: Rectangle,
  state: PaintedState,
  detail: Detail,
  pen: Pen,
): PaintedShape[] {
  const moved = withDragged(map, state.dragged);
  return [
    ...lanesIn(map, withDragged(map, state.draggedLanes), part, state, detail, pen),
    ...connectionsIn(moved, part, state, detail, pen),
    ...nodesIn(map, moved, part, state, detail, pen),
  ];
}

function lanesIn(
  map: JourneyMap,
  moved: JourneyMap,
  part: Rectangle,
  { showGaps }: PaintedState,
  detail: Detail,
  pen: Pen,
): PaintedShape[] {
  const width = laneWidth(map);
  return journeysInOrder(moved)
    .filter(({ position, height }) => overlaps({ ...position, width, height }, part))
    .map((lane) => {
      // What is drawn on a lane is drawn from its corner, so it may be taken from where the lane has been.
      const journey = map.nodes[lane.id];
      const shapes = laneDrawing(map, journey?.kind === "journey" ? journey : lane, detail, pen);
      const reach = around({ ...lane.position, width, height: lane.height }, BEYOND);
      return { shape: placedLane(shapes, lane.position, showGaps), reach, isGround: true };
    });
}

const placedLanes = new WeakMap<readonly Shape[], GroupShape>();

function placedLane(shapes: readonly Shape[], { x, y }: Point, isFaded: boolean): GroupShape {
  const known = placedLanes.get(shapes);
  if (known?.x === x && known.y === y && (known.opacity !== undefined) === isFaded) return known;
  const lane: GroupShape = { type: "group", x, y, shapes, ...(isFaded ? { opacity: 0.3 } : {}) };
  placedLanes.set(shapes, lane);
  return lane;
}

function around({ x, y, width, height }: Rectangle, margin: number): Rectangle {
  return { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
}

function connectionsIn(
  map: JourneyMap,
  part: Rectangle,
  { draggedIds, selectedConnectionIds, showGaps }: PaintedState,
  detail: Detail,
  pen: Pen,
): PaintedShape[] {
  const shapes: PaintedShape[] = [];
  for (const connection of Object.values(map.connections)) {
    const from = map.nodes[connection.from];
    const to = map.nodes[connection.to];
    if (!from || !to || draggedIds.has(from.id) || draggedIds.has(to.id)) continue;
    const reach = reachOf(from, to);
    if (!overlaps(reach, part)) continue;
    const look = rememberedLook(map, connection, from, to);
    const color = selectedConnectionIds.has(connection.id) ? "accent" : "connection";
    for (const shape of connectionDrawing(look, detail, pen, color))
      shapes.push({ shape: showGaps ? faded(shape) : shape, reach, isGround: false });
  }
  return shapes;
}

const fadedShapes = new WeakMap<Shape, GroupShape>();

/** As a connection that is an element, see `ConnectionView.module.css`. */
function faded(shape: Shape): GroupShape {
  const known = fadedShapes.get(shape);
  if (known) return known;
  const group: GroupShape = { type: "group", x: 0, y: 0, shapes: [shape], opacity: 0.25 };
  fadedShapes.set(shape, group);
  return group;
}

function nodesIn(
  map: JourneyMap,
  moved: JourneyMap,
  part: Rectangle,
  state: PaintedState,
  detail: Detail,
  pen: Pen,
): PaintedShape[] {
  const layers: PaintedShape[][] = [[], [], []];
  const { leftOut, selectedNodeIds, showGaps } = state;
  for (const node of Object.values(moved.nodes)) {
    const bounds = rectangleOf(node);
    if (leftOut.has(node.id) || !overlaps(bounds, part)) continue;
    const drawing = nodeDrawing(map, node, detail, pen);
    const isFaded = showGaps && !factsOf(map, node, pen.today).hasGap;
    const reach = around(bounds, BEYOND);
    const layer = layers[depthOf(node)];
    layer?.push({ shape: isFaded ? fadedNode(drawing) : drawing, reach, isGround: false });
    if (selectedNodeIds.has(node.id))
      layer?.push({ shape: outlineOf(drawing, node, detail), reach, isGround: false });
  }
  return layers.flat();
}

const fadedNodes = new WeakMap<GroupShape, GroupShape>();

function fadedNode(drawing: GroupShape): GroupShape {
  const known = fadedNodes.get(drawing);
  if (known) return known;
  const group: GroupShape = { ...drawing, opacity: 0.18 };
  fadedNodes.set(drawing, group);
  return group;
}

/** As an element has it, see `MapNodeView.module.css`: how far outside of the node, and how broad. */
const outlines: Readonly<Record<Detail, { readonly distance: number; readonly strokeWidth: number }>> = {
  near: { distance: 3.5, strokeWidth: 3 },
  middle: { distance: 4.5, strokeWidth: 5 },
  far: { distance: 8, strokeWidth: 12 },
};

const drawnOutlines = new WeakMap<GroupShape, Shape>();

/** `drawing`: of the node, whose outline is another one only where that is one too. */
function outlineOf(drawing: GroupShape, node: MapNode, detail: Detail): Shape {
  const known = drawnOutlines.get(drawing);
  if (known) return known;
  const { distance, strokeWidth } = outlines[detail];
  const { width, height } = sizeOf(node);
  const outline: Shape = {
    type: "rectangle",
    x: node.position.x - distance,
    y: node.position.y - distance,
    width: width + 2 * distance,
    height: height + 2 * distance,
    radius: 12,
    stroke: "accent",
    strokeWidth,
  };
  drawnOutlines.set(drawing, outline);
  return outline;
}

/** Where two lists of one part differ, a rectangle in map units; null: nowhere. */
export function changeOfPart(
  before: readonly PaintedShape[],
  after: readonly PaintedShape[],
): Rectangle | null {
  const old = new Set(before.map(({ shape }) => shape));
  const changed = after.filter(({ shape }) => !old.delete(shape));
  if (old.size > 0) for (const painted of before) if (old.has(painted.shape)) changed.push(painted);
  return boundsOf(changed.map(({ reach }) => reach));
}
