import type { Edge } from "@xyflow/react";
import { isSame } from "#model/is-same.ts";
import type { Connection, Id, JourneyMap, MapNode, Point } from "#model/journey-map.ts";
import { type ConnectionLook, connectionLook } from "#scene/draw-connection.ts";

export interface EdgeData extends Record<string, unknown> {
  readonly look: ConnectionLook;
  readonly isFaded: boolean;
}

export type FlowEdge = Edge<EdgeData, "connection">;

export interface EdgeInput {
  readonly map: JourneyMap;
  readonly selectedIds: ReadonlySet<Id>;
  readonly dragged: ReadonlyMap<Id, Point>;
  readonly only: ReadonlySet<Id> | null;
  readonly isFaded: boolean;
  nameOf(from: MapNode, to: MapNode): string;
}

/** Makes React Flow's edges of a map; an edge that looks the same keeps its very object. */
export function createFlowEdges(): (input: EdgeInput) => FlowEdge[] {
  let before = new Map<Id, FlowEdge>();
  return (input) => {
    const after = new Map<Id, FlowEdge>();
    const moved = withDragged(input.map, input.dragged);
    for (const connection of Object.values(input.map.connections)) {
      const edge = edgeOf(before.get(connection.id), connection, moved, input);
      if (edge) after.set(connection.id, edge);
    }
    before = after;
    return [...after.values()];
  };
}

/** The map as it looks while nodes are being dragged, so that arrows follow the hand. */
export function withDragged(map: JourneyMap, dragged: ReadonlyMap<Id, Point>): JourneyMap {
  if (dragged.size === 0) return map;
  const nodes = { ...map.nodes };
  for (const [id, position] of dragged) {
    const node = nodes[id];
    if (node) nodes[id] = { ...node, position };
  }
  return { ...map, nodes };
}

function edgeOf(
  old: FlowEdge | undefined,
  connection: Connection,
  map: JourneyMap,
  { only, selectedIds, isFaded, nameOf }: EdgeInput,
): FlowEdge | null {
  const from = map.nodes[connection.from];
  const to = map.nodes[connection.to];
  if (!from || !to || (only && !(only.has(from.id) && only.has(to.id)))) return null;
  const look = connectionLook(map, connection);
  if (!look) return null;
  const selected = selectedIds.has(connection.id);
  const ariaLabel = nameOf(from, to);
  const isUnchanged =
    old?.data &&
    old.selected === selected &&
    old.ariaLabel === ariaLabel &&
    old.source === from.id &&
    old.target === to.id &&
    old.data.isFaded === isFaded &&
    isSame(old.data.look, look);
  if (isUnchanged) return old;
  return {
    id: connection.id,
    type: "connection",
    source: from.id,
    target: to.id,
    sourceHandle: look.route.leaves,
    targetHandle: look.route.meets,
    data: { look, isFaded },
    selected,
    ariaLabel,
  };
}
