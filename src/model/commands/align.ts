import { boundsOf, type Rectangle, rectangleOf } from "../geometry.ts";
import type { Id, JourneyMap, Point } from "../journey-map.ts";
import { type Command, thingOf } from "./command.ts";
import { moveNodes } from "./moves.ts";

export const alignments = [
  "left",
  "centre",
  "right",
  "top",
  "middle",
  "bottom",
  "distributeAcross",
  "distributeDown",
] as const;
export type Alignment = (typeof alignments)[number];

/** Lines nodes up along an edge or a middle of their common bounds, or spreads them evenly. Journeys stay. */
export function align(map: JourneyMap, ids: readonly Id[], alignment: Alignment): Command {
  const nodes = ids
    .map((id) => map.nodes[id])
    .filter((node) => node !== undefined && node.kind !== "journey");
  const placed = nodes.map((node) => ({ id: node.id, rectangle: rectangleOf(node) }));
  const bounds = boundsOf(placed.map(({ rectangle }) => rectangle));
  const moves = bounds === null ? [] : targets(placed, bounds, alignment);
  return {
    ...moveNodes(map, moves, false),
    label: { key: "align", thing: thingOf(nodes), count: nodes.length },
  };
}

interface PlacedNode {
  readonly id: Id;
  readonly rectangle: Rectangle;
}

function targets(
  placed: readonly PlacedNode[],
  bounds: Rectangle,
  alignment: Alignment,
): { id: Id; position: Point }[] {
  if (alignment === "distributeAcross") return distribute(placed, bounds, "x", "width");
  if (alignment === "distributeDown") return distribute(placed, bounds, "y", "height");
  return placed.map(({ id, rectangle }) => ({ id, position: aligned(rectangle, bounds, alignment) }));
}

function aligned(rectangle: Rectangle, bounds: Rectangle, alignment: Alignment): Point {
  const { x, y, width, height } = rectangle;
  switch (alignment) {
    case "left":
      return { x: bounds.x, y };
    case "centre":
      return { x: bounds.x + (bounds.width - width) / 2, y };
    case "right":
      return { x: bounds.x + bounds.width - width, y };
    case "top":
      return { x, y: bounds.y };
    case "middle":
      return { x, y: bounds.y + (bounds.height - height) / 2 };
    case "bottom":
      return { x, y: bounds.y + bounds.height - height };
    default:
      return { x, y };
  }
}

function distribute(
  placed: readonly PlacedNode[],
  bounds: Rectangle,
  axis: "x" | "y",
  length: "width" | "height",
): { id: Id; position: Point }[] {
  const sorted = [...placed].sort((a, b) => a.rectangle[axis] - b.rectangle[axis] || (a.id < b.id ? -1 : 1));
  const filled = sorted.reduce((sum, { rectangle }) => sum + rectangle[length], 0);
  const gap = sorted.length > 1 ? (bounds[length] - filled) / (sorted.length - 1) : 0;
  let next = bounds[axis];
  return sorted.map(({ id, rectangle }) => {
    const position = { x: rectangle.x, y: rectangle.y, [axis]: next };
    next += rectangle[length] + gap;
    return { id, position };
  });
}
