import { columnsOf, journeysInOrder, LANE_FOOTER, LANE_HEADER_WIDTH, laneWidth } from "#model/geometry.ts";
import type { Id, Journey, JourneyMap, Point, Touchpoint } from "#model/journey-map.ts";
import { touchpointsInPathOrder } from "#model/path-order.ts";
import { middlesOfPingPong } from "#model/ping-pong.ts";
import { connectionsOf, type HandoverState, handoverState } from "#model/queries.ts";
import { type Detail, type Pen, ratingColor } from "./drawing.ts";
import { BATON_HEIGHT, BATON_TOP, CURVE_HEIGHT, CURVE_TOP } from "./lane-footer-metrics.ts";
import { hatchPath, path, type Shape } from "./shapes.ts";

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

/** A touchpoint's part of the way from left to right; all of a column share its width in path order. */
interface Share {
  readonly touchpoint: Touchpoint;
  readonly left: number;
  readonly right: number;
  readonly centre: number;
}

function shareOfColumns(map: JourneyMap, journey: Journey): Share[] {
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

/** Who holds the customer from touchpoint to touchpoint, and how each handover stands. */
function drawBaton(
  map: JourneyMap,
  shares: readonly Share[],
  top: number,
  detail: Detail,
  pen: Pen,
): Shape[] {
  const bars = shares.flatMap(({ touchpoint: { owner }, left, right }) => {
    const width = right - left;
    if (owner === null) {
      return [
        { type: "rectangle", x: left, y: top, width, height: BATON_HEIGHT, fill: "gap" },
        { type: "path", d: hatchPath(width, BATON_HEIGHT, 7), x: left, y: top, fill: "onGap" },
        ...drawLetter("?", left + width / 2, top, "onGap", true, detail),
      ] as Shape[];
    }
    return [
      { type: "rectangle", x: left, y: top, width, height: BATON_HEIGHT, fill: owner },
      ...drawLetter(pen.texts.letter[owner], left + width / 2, top, "onOwner", false, detail),
    ] as Shape[];
  });
  const marks = marksOf(map, shares).flatMap(({ state, left }) =>
    drawHandoverMark(state, left, top + BATON_HEIGHT / 2, detail === "near" ? 9.5 : BATON_MARK_RADIUS),
  );
  const middles = middlesOfPingPong(map);
  const returns = shares
    .filter(({ touchpoint }) => middles.has(touchpoint.id))
    .flatMap(({ left, right }) => {
      // Beside the marks of the handovers at both ends.
      const inset = Math.min(15, (right - left) / 4);
      return drawPingPong(left + inset, right - inset, top + BATON_HEIGHT);
    });
  return [...bars, ...returns, ...marks];
}

/** The customer comes, and is sent straight back: an arrow with two heads, as far as there is room for it. */
export function drawPingPong(left: number, right: number, y: number): Shape[] {
  const d = path`M${left + 7} ${y - 6}L${left} ${y}L${left + 7} ${y + 6}M${left} ${y}H${right}M${right - 7} ${y - 6}L${right} ${y}L${right - 7} ${y + 6}`;
  return [
    { type: "path", d, stroke: "surface", strokeWidth: 8 },
    { type: "path", d, stroke: "negative", strokeWidth: 3.5 },
  ];
}

function drawLetter(
  text: string,
  x: number,
  top: number,
  color: "onOwner" | "onGap",
  badge: boolean,
  detail: Detail,
): Shape[] {
  if (detail === "far") return [];
  const letter: Shape = {
    type: "text",
    x,
    y: top + 19,
    text,
    size: 16,
    weight: 800,
    color,
    anchor: "middle",
  };
  return badge
    ? [{ type: "circle", x, y: top + BATON_HEIGHT / 2, radius: 10.5, fill: "gap" }, letter]
    : [letter];
}

/** Of a mark on the baton strip, the larger one, map units. */
export const BATON_MARK_RADIUS = 13;

/** How the handover into a touchpoint stands: the least agreed of all. */
interface BatonMark {
  readonly touchpointId: Id;
  readonly state: HandoverState;
  /** Null: the owner changes along the path without a connection, which counts as open. */
  readonly connectionId: Id | null;
  /** From the left edge of the lane, map units. */
  readonly left: number;
}

function marksOf(map: JourneyMap, shares: readonly Share[]): BatonMark[] {
  return shares.flatMap(({ touchpoint, left }, index) => {
    const into = handoverInto(map, touchpoint, shares[index - 1]?.touchpoint);
    return into ? [{ touchpointId: touchpoint.id, left, ...into }] : [];
  });
}

function handoverInto(
  map: JourneyMap,
  touchpoint: Touchpoint,
  before: Touchpoint | undefined,
): Pick<BatonMark, "state" | "connectionId"> | null {
  const { incoming } = connectionsOf(map, touchpoint.id);
  for (const state of ["open", "agreed", "confirmed"] as const) {
    const connection = incoming.find((one) => handoverState(map, one) === state);
    if (connection) return { state, connectionId: connection.id };
  }
  const changes =
    before && before.owner !== null && touchpoint.owner !== null && before.owner !== touchpoint.owner;
  return changes ? { state: "open", connectionId: null } : null;
}

/** The mark on a baton strip at a point of the map. */
export function batonMarkAt(map: JourneyMap, { x, y }: Point): BatonMark | null {
  for (const journey of journeysInOrder(map)) {
    const { position, height } = journey;
    const middle = position.y + height - LANE_FOOTER + BATON_TOP + BATON_HEIGHT / 2;
    if (Math.abs(y - middle) > BATON_MARK_RADIUS) continue;
    const isHit = ({ left }: BatonMark) => Math.hypot(position.x + left - x, middle - y) <= BATON_MARK_RADIUS;
    const mark = marksOf(map, shareOfColumns(map, journey)).find(isHit);
    if (mark) return mark;
  }
  return null;
}

/** Confirmed: a tick. Agreed but not confirmed: dots. Open: an exclamation mark. */
export function drawHandoverMark(state: HandoverState, x: number, y: number, radius: number): Shape[] {
  const color = state === "confirmed" ? "positive" : state === "open" ? "negative" : "ink";
  const sign: Shape =
    state === "confirmed"
      ? {
          type: "path",
          d: "M-4 0.3L-1.2 3.2L4.2 -3",
          x,
          y,
          scale: radius / 9,
          stroke: "surface",
          strokeWidth: 2.4,
        }
      : {
          type: "text",
          x,
          y: y + radius * (state === "open" ? 0.55 : 0.2),
          text: state === "open" ? "!" : "…",
          size: radius * 1.5,
          weight: 800,
          color: state === "open" ? "negative" : "ink",
          anchor: "middle",
        };
  return [
    {
      type: "circle",
      x,
      y,
      radius,
      fill: state === "confirmed" ? "positive" : "surface",
      stroke: state === "confirmed" ? "surface" : color,
      strokeWidth: radius / 5,
    },
    sign,
  ];
}
