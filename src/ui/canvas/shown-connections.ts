import { overlaps, type Rectangle } from "#model/geometry.ts";
import { isSame } from "#model/is-same.ts";
import type { Connection, Id, JourneyMap, MapNode, Point } from "#model/journey-map.ts";
import { connectionsOf } from "#model/queries.ts";
import type { ConnectionLook } from "#scene/draw-connection.ts";
import { rememberedLook } from "#scene/remembered.ts";
import { reachOf } from "./connection-reach.ts";

export interface ShownConnection {
  readonly id: Id;
  readonly look: ConnectionLook;
  readonly from: MapNode;
  readonly to: MapNode;
}

export interface ConnectionInput {
  readonly map: JourneyMap;
  /** Where nodes are while they are being dragged; their connections are always shown. */
  readonly dragged: ReadonlyMap<Id, Point>;
  /** Only connections that come into this part of the map; null: all of them. */
  readonly part: Rectangle | null;
}

/** Finds the connections that are to be seen; one that looks the same keeps its very object. */
export function createShownConnections(): (input: ConnectionInput) => readonly ShownConnection[] {
  let resting = new Map<Id, ShownConnection>();
  let restingOf: Omit<ConnectionInput, "dragged"> | null = null;
  let movingBefore = new Map<Id, ShownConnection>();
  return ({ map, dragged, part }) => {
    // While something is dragged, only its own connections are looked at again.
    if (restingOf?.map !== map || restingOf.part !== part) resting = restingConnections(map, part, resting);
    restingOf = { map, part };
    const moving = movingConnections(map, dragged, (id) => movingBefore.get(id) ?? resting.get(id));
    movingBefore = moving;
    return moving.size === 0 ? [...resting.values()] : [...new Map([...resting, ...moving]).values()];
  };
}

function restingConnections(
  map: JourneyMap,
  part: Rectangle | null,
  before: ReadonlyMap<Id, ShownConnection>,
): Map<Id, ShownConnection> {
  const result = new Map<Id, ShownConnection>();
  for (const connection of Object.values(map.connections)) {
    const from = map.nodes[connection.from];
    const to = map.nodes[connection.to];
    if (!from || !to || (part && !overlaps(reachOf(from, to), part))) continue;
    result.set(connection.id, shown(before.get(connection.id), map, connection, from, to));
  }
  return result;
}

function movingConnections(
  map: JourneyMap,
  dragged: ReadonlyMap<Id, Point>,
  before: (id: Id) => ShownConnection | undefined,
): Map<Id, ShownConnection> {
  const result = new Map<Id, ShownConnection>();
  for (const id of dragged.keys()) {
    const { incoming, outgoing } = connectionsOf(map, id);
    for (const connection of [...incoming, ...outgoing]) {
      const from = draggedNode(map.nodes[connection.from], dragged);
      const to = draggedNode(map.nodes[connection.to], dragged);
      if (from && to) result.set(connection.id, shown(before(connection.id), map, connection, from, to));
    }
  }
  return result;
}

function draggedNode(node: MapNode | undefined, dragged: ReadonlyMap<Id, Point>): MapNode | undefined {
  const position = node && dragged.get(node.id);
  return position ? { ...node, position } : node;
}

function shown(
  old: ShownConnection | undefined,
  map: JourneyMap,
  connection: Connection,
  from: MapNode,
  to: MapNode,
): ShownConnection {
  const look = rememberedLook(map, connection, from, to);
  const isUnchanged =
    old &&
    old.from.title === from.title &&
    old.to.title === to.title &&
    (old.look === look || isSame(old.look, look));
  return isUnchanged ? old : { id: connection.id, look, from, to };
}

/** The map as it looks while nodes are being dragged. */
export function withDragged(map: JourneyMap, dragged: ReadonlyMap<Id, Point>): JourneyMap {
  if (dragged.size === 0) return map;
  const nodes = { ...map.nodes };
  for (const id of dragged.keys()) {
    const node = draggedNode(nodes[id], dragged);
    if (node) nodes[id] = node;
  }
  return { ...map, nodes };
}
