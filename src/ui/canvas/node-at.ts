import { contains, rectangleOf } from "#model/geometry.ts";
import type { Id, JourneyMap, Point } from "#model/journey-map.ts";
import { depthOf } from "#scene/draw-map.ts";

/** The topmost node at a point of the map. */
export function nodeAt(map: JourneyMap, point: Point): Id | null {
  let best: { id: Id; depth: number } | null = null;
  for (const node of Object.values(map.nodes)) {
    // Asked for at every movement of the hand: most are out already by their corner.
    if (node.position.x > point.x || node.position.y > point.y) continue;
    if (!contains(rectangleOf(node), point)) continue;
    const depth = depthOf(node);
    if (best === null || depth >= best.depth) best = { id: node.id, depth };
  }
  return best?.id ?? null;
}
