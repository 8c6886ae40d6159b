import type { Connection, Id, JourneyMap, Point } from "#model/journey-map.ts";
import { handoverState } from "#model/queries.ts";
import { markRadius, type Route, routeOf } from "#scene/draw-connection.ts";
import { distanceToPath } from "#scene/path-distance.ts";

/** What is on the mark of a handover is nearer to it than to any line. */
const ON_THE_MARK = -1;

/**
 * The connection whose line is nearest to a point of the map, if it is not further than `reach` (map units), or on the
 * mark of whose handover it lies: a long line may lead across that.
 */
export function connectionAt(map: JourneyMap, point: Point, reach: number): Id | null {
  let nearest: Id | null = null;
  let least = reach;
  for (const connection of Object.values(map.connections)) {
    const route = routeOf(map, connection);
    if (!route) continue;
    const distance = isOnMark(map, connection, route, point) ? ON_THE_MARK : distanceToPath(route.d, point);
    if (distance > least) continue;
    least = distance;
    nearest = connection.id;
  }
  return nearest;
}

function isOnMark(map: JourneyMap, connection: Connection, route: Route, { x, y }: Point): boolean {
  const isNear = Math.hypot(route.middle.x - x, route.middle.y - y) <= markRadius(route, "middle");
  return isNear && handoverState(map, connection) !== null;
}
