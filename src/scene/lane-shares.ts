import { columnsOf } from "#model/geometry.ts";
import type { Journey, JourneyMap, Touchpoint } from "#model/journey-map.ts";
import { touchpointsInPathOrder } from "#model/path-order.ts";

/** A touchpoint's part of the way from left to right; all of a column share its width in path order. */
export interface Share {
  readonly touchpoint: Touchpoint;
  readonly left: number;
  readonly right: number;
  readonly centre: number;
}

export function shareOfColumns(map: JourneyMap, journey: Journey): Share[] {
  const path = touchpointsInPathOrder(map, journey.id);
  return columnsOf(map).flatMap(({ stageId, offset, width }) => {
    const inside = path.filter((touchpoint) => touchpoint.stageId === stageId);
    const share = width / Math.max(inside.length, 1);
    return inside.map((touchpoint, index) => ({
      touchpoint,
      left: offset + index * share,
      right: offset + (index + 1) * share,
      centre: offset + (index + 0.5) * share,
    }));
  });
}
