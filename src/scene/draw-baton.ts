import { journeysInOrder, LANE_FOOTER } from "#model/geometry.ts";
import type { Id, JourneyMap, Point, Touchpoint } from "#model/journey-map.ts";
import { middlesOfPingPong } from "#model/ping-pong.ts";
import { connectionsOf, type HandoverState, handoverState } from "#model/queries.ts";
import { drawHandoverMark } from "./draw-handover-mark.ts";
import type { Detail, Pen } from "./drawing.ts";
import { BATON_HEIGHT, BATON_TOP } from "./lane-footer-metrics.ts";
import { type Share, shareOfColumns } from "./lane-shares.ts";
import { hatchPath, path, type Shape } from "./shapes.ts";

/** Of a mark on the baton strip, the larger one, map units. */
const BATON_MARK_RADIUS = 13;

/** Who holds the customer from touchpoint to touchpoint, and how each handover stands. */
export function drawBaton(
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
