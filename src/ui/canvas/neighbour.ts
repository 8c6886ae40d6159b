import { centreOf, rectangleOf } from "#model/geometry.ts";
import type { Id, JourneyMap, MapNode } from "#model/journey-map.ts";

export type Direction = "left" | "right" | "up" | "down";

/**
 * The node that the eye would name as the next one in a direction: near, and rather straight on than aslant.
 * Without a start the first one in sight of a reader, at the top left.
 */
export function neighbourOf(map: JourneyMap, startId: Id | null, direction: Direction): Id | null {
  const start = startId === null ? undefined : map.nodes[startId];
  const nodes = Object.values(map.nodes);
  if (!start) {
    const [first] = nodes.sort((a, b) => a.position.y - b.position.y || a.position.x - b.position.x);
    return first?.id ?? null;
  }
  let best: Id | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const cost = node.id === start.id ? null : costOf(start, node, direction);
    if (cost === null || cost >= bestCost) continue;
    best = node.id;
    bestCost = cost;
  }
  return best;
}

function costOf(start: MapNode, node: MapNode, direction: Direction): number | null {
  const from = anchorOf(start);
  const to = anchorOf(node);
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const [along, across] =
    direction === "right"
      ? [dx, dy]
      : direction === "left"
        ? [-dx, dy]
        : direction === "down"
          ? [dy, dx]
          : [-dy, dx];
  if (along < 5) return null;
  return along + Math.abs(across) * 3;
}

/** A lane header is as high as its lane: what counts is its upper part, level with the first cards. */
function anchorOf(node: MapNode) {
  const rectangle = rectangleOf(node);
  return centreOf(
    node.kind === "journey" ? { ...rectangle, height: Math.min(rectangle.height, 172) } : rectangle,
  );
}
