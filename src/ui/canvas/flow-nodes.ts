import { type Node, type NodeHandle, Position } from "@xyflow/react";
import { rectangleOf, sizeOf } from "#model/geometry.ts";
import { isSame } from "#model/is-same.ts";
import type { Id, JourneyMap, MapNode, Point } from "#model/journey-map.ts";
import { depthOf } from "#scene/draw-map.ts";
import { factsOf, type NodeFacts } from "#scene/drawing.ts";
import { placesOf } from "./elements.ts";

export interface FlowData extends Record<string, unknown> {
  readonly node: MapNode;
  readonly facts: NodeFacts;
  readonly isFaded: boolean;
  /** Its picture is a part of the painted map. */
  readonly isPainted: boolean;
}

export type FlowNode = Node<FlowData, "mapNode">;

export interface FlowInput {
  readonly map: JourneyMap;
  readonly selectedIds: ReadonlySet<Id>;
  /** The nodes that are elements. */
  readonly shown: ReadonlySet<Id>;
  /** Those of them that need no picture of their own. */
  readonly painted: ReadonlySet<Id>;
  readonly showGaps: boolean;
  /** ISO date. */
  readonly today: string;
  /** The accessible name of a node. */
  nameOf(node: MapNode): string;
}

interface Remembered {
  readonly flow: FlowNode;
  readonly name: string;
  readonly nameOf: FlowInput["nameOf"];
}

/**
 * Makes React Flow's nodes of a map, in the order of the map: the keyboard walks through them in it. What did not
 * change keeps its very object, so that only cards that look different are rendered again.
 */
export function createFlowNodes(): (input: FlowInput) => FlowNode[] {
  let before = new Map<Id, Remembered>();
  return (input) => {
    const after = new Map<Id, Remembered>();
    const { shown } = input;
    const all = input.map.nodes;
    const places = placesOf(all);
    const ids = [...shown].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    for (const id of ids) {
      const node = all[id];
      if (node) after.set(id, remember(before.get(id), node, input));
    }
    before = after;
    return Array.from(after.values(), ({ flow }) => flow);
  };
}

/** The nodes where they are while some of them are being dragged. */
export function atDraggedPlaces(nodes: FlowNode[], dragged: ReadonlyMap<Id, Point>): FlowNode[] {
  if (dragged.size === 0) return nodes;
  return nodes.map((node) => {
    const position = dragged.get(node.id);
    return position ? { ...node, position: safePosition(position) } : node;
  });
}

function remember(old: Remembered | undefined, node: MapNode, input: FlowInput): Remembered {
  const { nameOf } = input;
  const named = old?.flow.data.node;
  const isNamed = old?.nameOf === nameOf && named?.title === node.title && named.kind === node.kind;
  const name = isNamed ? old.name : nameOf(node);
  const newFacts = factsOf(input.map, node, input.today);
  const isFaded = input.showGaps && !newFacts.hasGap;
  const isPainted = input.painted.has(node.id);
  const position = safePosition(node.position);
  const selected = input.selectedIds.has(node.id);
  const facts = old && isSame(old.flow.data.facts, newFacts) ? old.flow.data.facts : newFacts;
  const data = sameData(old?.flow.data, { node, facts, isFaded, isPainted });
  const isUnchanged =
    isNamed &&
    old.flow.data === data &&
    old.flow.selected === selected &&
    old.flow.position.x === position.x &&
    old.flow.position.y === position.y;
  if (isUnchanged) return old;
  return {
    name,
    nameOf,
    flow: {
      ...frameOf(node),
      position,
      data,
      selected,
      ariaLabel: name,
      zIndex: depthOf(node) * 10 + (selected ? 5 : 0),
    },
  };
}

function sameData(old: FlowData | undefined, data: FlowData): FlowData {
  const isSameData =
    old?.node === data.node &&
    old.facts === data.facts &&
    old.isFaded === data.isFaded &&
    old.isPainted === data.isPainted;
  return isSameData ? old : data;
}

/** Sizes and handles are known: nothing has to be measured before edges can be drawn. */
function frameOf(node: MapNode) {
  const { width, height } = sizeOf(node);
  return {
    id: node.id,
    type: "mapNode" as const,
    width,
    height,
    measured: { width, height },
    handles: handlesOf(width, height),
    draggable: true,
  };
}

/** A place that is no number would leave a white page. */
function safePosition({ x, y }: Point): Point {
  return { x: Number.isFinite(x) ? x : 0, y: Number.isFinite(y) ? y : 0 };
}

const sides = [
  { id: "right", position: Position.Right, x: 1, y: 0.5 },
  { id: "left", position: Position.Left, x: 0, y: 0.5 },
  { id: "down", position: Position.Bottom, x: 0.5, y: 1 },
  { id: "up", position: Position.Top, x: 0.5, y: 0 },
] as const;

/** The four sides at which connections are drawn, by the names of a route's directions. */
export const handleSides = sides.map(({ id, position }) => ({ id, position }));

function handlesOf(width: number, height: number): NodeHandle[] {
  return sides.map(({ id, position, x, y }) => ({
    id,
    type: "source",
    position,
    x: x * width - 5,
    y: y * height - 5,
    width: 10,
    height: 10,
  }));
}

/** The bounds of nodes by id, those that do not exist left out. */
export function rectanglesOf(map: JourneyMap, ids: readonly Id[]) {
  return ids
    .map((id) => map.nodes[id])
    .filter((node) => node !== undefined)
    .map(rectangleOf);
}
