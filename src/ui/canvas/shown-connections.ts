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

type Shown = readonly ShownConnection[];

/** Makes a list whose connections keep their very object as long as they look the same. */
export function createConnectionList(): (find: (known: Known) => Shown) => Shown {
  let before = new Map<Id, ShownConnection>();
  return (find) => {
    const after = find((id) => before.get(id));
    before = new Map(after.map((connection) => [connection.id, connection]));
    return after;
  };
}

type Known = (id: Id) => ShownConnection | undefined;

/**
 * The connections that come into a part of a map (null: all of it), but for those of nodes that are being dragged.
 * `keptIds`: those that are selected, or have the focus, wherever they are.
 */
export function restingConnections(
  map: JourneyMap,
  part: Rectangle | null,
  draggedIds: readonly Id[],
  known: Known,
  keptIds: readonly Id[] = [],
): Shown {
  const dragged = new Set(draggedIds);
  const kept = new Set(keptIds);
  const result: ShownConnection[] = [];
  const candidates =
    part?.width === 0
      ? keptIds.map((id) => map.connections[id]).filter((connection) => connection !== undefined)
      : Object.values(map.connections);
  for (const connection of candidates) {
    const from = map.nodes[connection.from];
    const to = map.nodes[connection.to];
    if (!from || !to || dragged.has(from.id) || dragged.has(to.id)) continue;
    if (part && !kept.has(connection.id) && !overlaps(reachOf(from, to), part)) continue;
    result.push(shown(known(connection.id), map, connection, from, to));
  }
  return result;
}

/** The connections of nodes that are being dragged. */
export function movingConnections(map: JourneyMap, dragged: ReadonlyMap<Id, Point>, known: Known): Shown {
  const result = new Map<Id, ShownConnection>();
  for (const id of dragged.keys()) {
    const { incoming, outgoing } = connectionsOf(map, id);
    for (const connection of [...incoming, ...outgoing]) {
      const from = draggedNode(map.nodes[connection.from], dragged);
      const to = draggedNode(map.nodes[connection.to], dragged);
      if (!from || !to) continue;
      result.set(connection.id, shown(known(connection.id), map, connection, from, to));
    }
  }
  return [...result.values()];
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
