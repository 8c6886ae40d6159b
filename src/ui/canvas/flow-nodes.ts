import { type Node, type NodeHandle, Position } from "@xyflow/react";
import { rectangleOf, sizeOf } from "#model/geometry.ts";
import { isSame } from "#model/is-same.ts";
import type { Id, JourneyMap, MapNode, Point } from "#model/journey-map.ts";
import { depthOf } from "#scene/draw-map.ts";
import { factsOf, type NodeFacts } from "#scene/drawing.ts";

export interface FlowData extends Record<string, unknown> {
  readonly node: MapNode;
  readonly facts: NodeFacts;
  readonly isFaded: boolean;
}

export type FlowNode = Node<FlowData, "mapNode">;

export interface FlowInput {
  readonly map: JourneyMap;
  readonly selectedIds: ReadonlySet<Id>;
  readonly dragged: ReadonlyMap<Id, Point>;
  /** Null: all of them. */
  readonly only: ReadonlySet<Id> | null;
  readonly showGaps: boolean;
  /** The accessible name of a node. */
  nameOf(node: MapNode): string;
}

interface Remembered {
  readonly flow: FlowNode;
  readonly name: string;
}

/**
 * Makes React Flow's nodes of a map. What did not change keeps its very object, so that only cards that look
 * different are rendered again.
 */
export function createFlowNodes(): (input: FlowInput) => FlowNode[] {
  let before = new Map<Id, Remembered>();
  return (input) => {
    const after = new Map<Id, Remembered>();
    for (const node of Object.values(input.map.nodes)) {
      if (input.only && !input.only.has(node.id)) continue;
      after.set(node.id, remember(before.get(node.id), node, input));
    }
    before = after;
    return [...after.values()].map(({ flow }) => flow);
  };
}

function remember(old: Remembered | undefined, node: MapNode, input: FlowInput): Remembered {
  const name = input.nameOf(node);
  const newFacts = factsOf(input.map, node);
  const isFaded = input.showGaps && newFacts.findings === 0;
  const position = safePosition(input.dragged.get(node.id) ?? node.position);
  const selected = input.selectedIds.has(node.id);
  const facts = old && isSame(old.flow.data.facts, newFacts) ? old.flow.data.facts : newFacts;
  const data =
    old && old.flow.data.node === node && old.flow.data.facts === facts && old.flow.data.isFaded === isFaded
      ? old.flow.data
      : { node, facts, isFaded };
  const isUnchanged =
    old &&
    old.flow.data === data &&
    old.flow.selected === selected &&
    old.name === name &&
    old.flow.position.x === position.x &&
    old.flow.position.y === position.y;
  if (isUnchanged) return old;
  const { width, height } = sizeOf(node);
  return {
    name,
    flow: {
      id: node.id,
      type: "mapNode",
      position,
      data,
      width,
      height,
      // Sizes and handles are known: nothing has to be measured before edges can be drawn.
      measured: { width, height },
      handles: handlesOf(width, height),
      selected,
      draggable: true,
      ariaLabel: name,
      zIndex: depthOf(node) * 10 + (selected ? 5 : 0),
    },
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
