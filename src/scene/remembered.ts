import { type Column, columnsOf, rectangleOf } from "#model/geometry.ts";
import { isSame } from "#model/is-same.ts";
import type { Connection, Journey, JourneyMap, MapNode } from "#model/journey-map.ts";
import { middlesOfPingPong } from "#model/ping-pong.ts";
import { connectionsOf, handoverState, touchpointsOf } from "#model/queries.ts";
import { type ConnectionLook, drawConnection, routeBetween } from "./draw-connection.ts";
import { drawLane } from "./draw-lane.ts";
import { drawNode } from "./draw-node.ts";
import { type Detail, factsOf, type NodeFacts, type Pen } from "./drawing.ts";
import type { ColorName } from "./palette.ts";
import type { GroupShape, Shape } from "./shapes.ts";

/**
 * The drawings of single things, remembered for as long as the thing lives: the documents of a history share all
 * that did not change, so a keystroke draws one card anew and not a thousand.
 */
type Memory<K extends object, V> = Readonly<Record<Detail, WeakMap<K, V>>>;

function memory<K extends object, V>(): Memory<K, V> {
  return { near: new WeakMap(), middle: new WeakMap(), far: new WeakMap() };
}

const nodes = memory<MapNode, { readonly pen: Pen; readonly facts: NodeFacts | null; shape: GroupShape }>();

/** A node's picture as a group at its place. */
export function nodeDrawing(map: JourneyMap, node: MapNode, detail: Detail, pen: Pen): GroupShape {
  // The block of a touchpoint shows its own fields only: at the far level there are thousands of them.
  const needsNoFacts = detail === "far" && node.kind === "touchpoint";
  const known = nodes[detail].get(node);
  if (known?.pen === pen && needsNoFacts) return known.shape;
  const facts = factsOf(map, node, pen.today);
  if (known?.pen === pen && isSame(known.facts, facts)) return known.shape;
  const shapes = drawNode(node, facts, detail, pen);
  const shape: GroupShape = { type: "group", ...node.position, nodeId: node.id, shapes };
  nodes[detail].set(node, { pen, facts, shape });
  return shape;
}

/** By both ends: undoing comes back to ends that were there before. */
const looks = new WeakMap<Connection, WeakMap<MapNode, WeakMap<MapNode, ConnectionLook>>>();
const newestLooks = new WeakMap<Connection, NewestLook>();

interface NewestLook {
  readonly from: MapNode;
  readonly to: MapNode;
  readonly look: ConnectionLook;
}

/** How a connection looks, the very same object as long as it looks the same. */
export function rememberedLook(
  map: JourneyMap,
  connection: Connection,
  from: MapNode,
  to: MapNode,
): ConnectionLook {
  const newest = newestLooks.get(connection);
  if (newest?.from === from && newest.to === to) return newest.look;
  const known = looks.get(connection)?.get(from)?.get(to);
  if (known) {
    newestLooks.set(connection, { from, to, look: known });
    return known;
  }
  const handover = handoverState(map, connection);
  // Its ends may be other ones only by a word.
  const isSameRoute = newest && isAtSamePlace(newest.from, from) && isAtSamePlace(newest.to, to);
  const look =
    isSameRoute && newest.look.handover === handover
      ? newest.look
      : { route: routeBetween(rectangleOf(from), rectangleOf(to)), handover, label: connection.label };
  newestLooks.set(connection, { from, to, look });
  const byFrom = looks.get(connection) ?? new WeakMap<MapNode, WeakMap<MapNode, ConnectionLook>>();
  const byTo = byFrom.get(from) ?? new WeakMap<MapNode, ConnectionLook>();
  looks.set(connection, byFrom.set(from, byTo.set(to, look)));
  return look;
}

function isAtSamePlace(one: MapNode, other: MapNode): boolean {
  return one === other || isSame(rectangleOf(one), rectangleOf(other));
}

interface DrawnConnection {
  readonly pen: Pen;
  readonly color: ColorName;
  readonly shapes: readonly Shape[];
}
const connections = memory<ConnectionLook, DrawnConnection>();

export function connectionDrawing(
  look: ConnectionLook,
  detail: Detail,
  pen: Pen,
  color: ColorName = "connection",
): readonly Shape[] {
  const known = connections[detail].get(look);
  if (known?.pen === pen && known.color === color) return known.shapes;
  const shapes = drawConnection(look, detail, pen, color);
  connections[detail].set(look, { pen, color, shapes });
  return shapes;
}

interface DrawnLane {
  readonly columns: readonly Column[];
  /** All that the lines and marks of the lane come from, see `sourcesOf`. */
  readonly sources: readonly unknown[];
  readonly pen: Pen;
  readonly shapes: readonly Shape[];
}
const lanes = memory<Journey, readonly DrawnLane[]>();
/** So many states of a lane are remembered: undoing and doing again go back and forth between two. */
const MOST_STATES = 3;

/** The ground of a lane with its curves, from the lane's corner. */
export function laneDrawing(map: JourneyMap, journey: Journey, detail: Detail, pen: Pen): readonly Shape[] {
  const states = lanes[detail].get(journey) ?? [];
  const sources = sourcesOf(map, journey);
  const columns = columnsOf(map);
  const known = states.find(
    (state) => state.pen === pen && isSameList(state.sources, sources) && isSame(state.columns, columns),
  );
  if (known) return known.shapes;
  const drawn = drawLane(map, journey, detail, pen);
  // Touchpoints that only moved within their cells leave it as it was.
  const shapes = states.find((state) => state.pen === pen && isSame(state.shapes, drawn))?.shapes ?? drawn;
  lanes[detail].set(journey, [{ columns, sources, pen, shapes }, ...states.slice(0, MOST_STATES - 1)]);
  return shapes;
}

/**
 * The order of the path follows stages, connections and places; curves and bars follow ratings and owners; a handover
 * comes from the owner at its other end, a ping-pong from both sides. Titles do not matter: they change with every key.
 */
function sourcesOf(map: JourneyMap, journey: Journey): readonly unknown[] {
  const sources: unknown[] = [map.stages, map.connections];
  const middles = middlesOfPingPong(map);
  for (const { id, position, stageId, owner, customerRating, teamRating } of touchpointsOf(map, journey.id)) {
    sources.push(id, position.x, position.y, stageId, owner, customerRating, teamRating, middles.has(id));
    for (const { from } of connectionsOf(map, id).incoming) {
      const source = map.nodes[from];
      sources.push(source?.kind, source?.owner);
    }
  }
  return sources;
}

function isSameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => item === b[index]));
}
