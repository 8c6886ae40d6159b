import { columnsOf, LANE_FOOTER, LANE_HEADER_WIDTH, laneWidth } from "#model/geometry.ts";
import type { Journey, JourneyMap } from "#model/journey-map.ts";
import { drawBaton } from "./draw-baton.ts";
import { type Detail, type Pen, ratingColor } from "./drawing.ts";
import { BATON_TOP, CURVE_HEIGHT, CURVE_TOP } from "./lane-footer-metrics.ts";
import { type Share, shareOfColumns } from "./lane-shares.ts";
import { path, type Shape } from "./shapes.ts";

/** The ground of a lane with its columns, the emotion curve and the baton strip, from the lane's corner. */
export function drawLane(map: JourneyMap, journey: Journey, detail: Detail, pen: Pen): Shape[] {
  const shares = shareOfColumns(map, journey);
  const foot = journey.height - LANE_FOOTER;
  return [
    ...drawGround(map, journey),
    ...drawEmotion(shares, foot + CURVE_TOP, detail),
    ...drawBaton(map, shares, foot + BATON_TOP, detail, pen),
  ];
}

function drawGround(map: JourneyMap, { height }: Journey): Shape[] {
  const width = laneWidth(map);
  const columns = columnsOf(map).slice(1);
  const separators = columns.map(
    ({ offset }): Shape => ({
      type: "path",
      d: path`M${offset} 0V${height}`,
      stroke: "line",
      strokeWidth: 1.5,
      dash: [2, 6],
    }),
  );
  return [
    {
      type: "rectangle",
      x: 0,
      y: 0,
      width,
      height,
      radius: 6,
      fill: "laneFill",
      stroke: "line",
      strokeWidth: 1.5,
    },
    ...separators,
    {
      type: "path",
      d: path`M${LANE_HEADER_WIDTH} ${height - LANE_FOOTER}H${width}`,
      stroke: "line",
      strokeWidth: 1,
    },
  ];
}

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly rating: number;
}

function spotsOf(
  shares: readonly Share[],
  field: "customerRating" | "teamRating",
  top: number,
): (Spot | null)[] {
  return shares.map(({ touchpoint, centre }) => {
    const rating = touchpoint[field];
    if (rating === null) return null;
    const inset = 7;
    return { x: centre, y: top + inset + ((2 - rating) / 4) * (CURVE_HEIGHT - 2 * inset), rating };
  });
}

const isSpot = (spot: Spot | null): spot is Spot => spot !== null;

/** A soft step from spot to spot, level at both ends, so that no line swings beyond a rating. */
function curveThrough(spots: readonly Spot[], isFirstMove = true): string {
  return spots
    .map((spot, index) => {
      const before = spots[index - 1];
      if (!before) return isFirstMove ? path`M${spot.x} ${spot.y}` : path`L${spot.x} ${spot.y}`;
      const middle = (before.x + spot.x) / 2;
      return path`C${middle} ${before.y} ${middle} ${spot.y} ${spot.x} ${spot.y}`;
    })
    .join("");
}

function drawEmotion(shares: readonly Share[], top: number, detail: Detail): Shape[] {
  const customer = spotsOf(shares, "customerRating", top);
  const team = spotsOf(shares, "teamRating", top);
  const first = shares[0];
  const last = shares.at(-1);
  if (!first || !last) return [];
  const level = top + CURVE_HEIGHT / 2;
  const bold = detail === "near" ? 1 : 1.8;
  const lines: Shape[] = [
    { type: "path", d: path`M${first.left} ${level}H${last.right}`, stroke: "line", strokeWidth: 1.5 },
    ...drawGapBetween(customer, team),
    {
      type: "path",
      d: curveThrough(team.filter(isSpot)),
      stroke: "teamLine",
      strokeWidth: 2 * bold,
      dash: [7 * bold, 5 * bold],
    },
    { type: "path", d: curveThrough(customer.filter(isSpot)), stroke: "customerLine", strokeWidth: 3 * bold },
  ];
  if (detail === "far") return lines;
  const dots = [
    ...team.filter(isSpot).map(
      ({ x, y }): Shape => ({
        type: "circle",
        x,
        y,
        radius: 3.5,
        fill: "laneFill",
        stroke: "teamLine",
        strokeWidth: 2,
      }),
    ),
    ...customer.filter(isSpot).map(
      ({ x, y, rating }): Shape => ({
        type: "circle",
        x,
        y,
        radius: 5.5,
        fill: ratingColor(rating),
        stroke: "laneFill",
        strokeWidth: 1.5,
      }),
    ),
  ];
  return [...lines, ...dots];
}

/** Shades what lies between the two lines wherever both are drawn from one touchpoint to the same next one. */
function drawGapBetween(customer: readonly (Spot | null)[], team: readonly (Spot | null)[]): Shape[] {
  const next = (spots: readonly (Spot | null)[], from: number) =>
    spots.findIndex((spot, index) => index > from && spot !== null);
  let d = "";
  customer.forEach((start, index) => {
    const teamStart = team[index] ?? null;
    const end = next(customer, index);
    if (start === null || teamStart === null || end < 0 || end !== next(team, index)) return;
    const customerEnd = customer[end] ?? null;
    const teamEnd = team[end] ?? null;
    if (customerEnd === null || teamEnd === null) return;
    d += `${curveThrough([start, customerEnd])}${curveThrough([teamEnd, teamStart], false)}Z`;
  });
  return d === "" ? [] : [{ type: "path", d, fill: "perceptionGap", opacity: 0.85 }];
}
