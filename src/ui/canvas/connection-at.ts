import type { Id, JourneyMap, Point } from "#model/journey-map.ts";
import { routeOf } from "#scene/draw-connection.ts";
import { distanceToPath } from "#scene/path-distance.ts";

/** The connection whose line is nearest to a point of the map, if it is not further than `reach` (map units). */
export function connectionAt(map: JourneyMap, point: Point, reach: number): Id | null {
  let nearest: Id | null = null;
  let least = reach;
  for (const connection of Object.values(map.connections)) {
    const route = routeOf(map, connection);
    const distance = route ? distanceToPath(route.d, point) : Number.POSITIVE_INFINITY;
    if (distance > least) continue;
    least = distance;
    nearest = connection.id;
  }
  return nearest;
}
