import { type Rectangle, sizeOf } from "#model/geometry.ts";
import type { MapNode } from "#model/journey-map.ts";

/** Arrows swing out beside their nodes, and carry marks and labels, map units. */
const SWING = 100;

/** A rectangle within which the connection between two nodes lies, whatever way it takes. */
export function reachOf(from: MapNode, to: MapNode): Rectangle {
  const a = sizeOf(from);
  const b = sizeOf(to);
  const left = Math.min(from.position.x, to.position.x);
  const top = Math.min(from.position.y, to.position.y);
  const right = Math.max(from.position.x + a.width, to.position.x + b.width);
  const bottom = Math.max(from.position.y + a.height, to.position.y + b.height);
  return {
    x: left - SWING,
    y: top - SWING,
    width: right - left + 2 * SWING,
    height: bottom - top + 2 * SWING,
  };
}
