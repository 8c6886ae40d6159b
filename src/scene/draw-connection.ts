import { type Rectangle, rectangleOf } from "#model/geometry.ts";
import type { Connection, JourneyMap, Point } from "#model/journey-map.ts";
import type { HandoverState } from "#model/queries.ts";
import { drawHandoverMark } from "./draw-handover-mark.ts";
import type { Detail, Pen } from "./drawing.ts";
import type { ColorName } from "./palette.ts";
import { path, type Shape } from "./shapes.ts";
import { shortenText } from "./text.ts";

export type Side = "right" | "left" | "down" | "up";

/** The way of an arrow, map units. */
export interface Route {
  readonly d: string;
  /** Where the arrow ends, and the direction in which it arrives. */
  readonly end: Point;
  readonly arrives: Side;
  /** The sides of the two nodes that it joins. */
  readonly leaves: Side;
  readonly meets: Side;
  readonly middle: Point;
}

const ARROW = 9;
/** Cards stand this far apart in a cell at least: an arrow back runs in the gap above its row. */
const ROW_GAP_MIDDLE = 9;
const GUTTER = 18;

/** From one rectangle to another: sideways to the right, up or down inside of a column, round about when back. */
export function routeBetween(from: Rectangle, to: Rectangle): Route {
  if (to.x >= from.x + from.width) return sideways(from, to);
  const isStacked = to.x < from.x + from.width && from.x < to.x + to.width;
  if (isStacked && to.y >= from.y + from.height) return downwards(from, to);
  if (isStacked && from.y >= to.y + to.height) return upwards(from, to);
  return back(from, to);
}

function sideways(from: Rectangle, to: Rectangle): Route {
  const start = { x: from.x + from.width, y: middleY(from, to) };
  const end = { x: to.x, y: middleY(to, from) };
  const bend = Math.max(24, Math.min(90, (end.x - start.x) / 2));
  const d = path`M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x - ARROW + 2} ${end.y}`;
  return {
    d,
    end,
    leaves: "right",
    meets: "left",
    arrives: "right",
    middle: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 },
  };
}

/** Long sides (lane headers) are met level with the other end rather than in their middle. */
function middleY(own: Rectangle, other: Rectangle): number {
  const wanted = own.height > 200 ? other.y + Math.min(other.height, 160) / 2 : own.y + own.height / 2;
  return Math.min(Math.max(wanted, own.y + 20), own.y + own.height - 20);
}

function downwards(from: Rectangle, to: Rectangle): Route {
  const x = overlapMiddle(from, to);
  const end = { x, y: to.y };
  const start = { x, y: from.y + from.height };
  return {
    d: path`M${x} ${start.y}V${end.y - ARROW + 2}`,
    end,
    leaves: "down",
    meets: "up",
    arrives: "down",
    middle: { x, y: (start.y + end.y) / 2 },
  };
}

function upwards(from: Rectangle, to: Rectangle): Route {
  const x = overlapMiddle(from, to) + 30;
  const end = { x, y: to.y + to.height };
  return {
    d: path`M${x} ${from.y}V${end.y + ARROW - 2}`,
    end,
    leaves: "up",
    meets: "down",
    arrives: "up",
    middle: { x, y: (from.y + end.y) / 2 },
  };
}

function overlapMiddle(a: Rectangle, b: Rectangle): number {
  return (Math.max(a.x, b.x) + Math.min(a.x + a.width, b.x + b.width)) / 2;
}

function back(from: Rectangle, to: Rectangle): Route {
  const right = from.x + from.width + GUTTER;
  const left = to.x - GUTTER;
  const channel = from.y - ROW_GAP_MIDDLE;
  const start = { x: from.x + from.width, y: from.y + from.height / 2 - 14 };
  const end = { x: to.x, y: to.y + to.height / 2 + 14 };
  const turn = Math.min(8, Math.abs(end.y - channel) / 2);
  const sign = end.y >= channel ? 1 : -1;
  const d =
    path`M${start.x} ${start.y}H${right - 8}Q${right} ${start.y} ${right} ${start.y - 8}V${channel + 8}` +
    path`Q${right} ${channel} ${right - 8} ${channel}H${left + 8}Q${left} ${channel} ${left} ${channel + sign * turn}` +
    path`V${end.y - sign * turn}Q${left} ${end.y} ${left + 8} ${end.y}H${end.x - ARROW + 2}`;
  return {
    d,
    end,
    leaves: "right",
    meets: "left",
    arrives: "right",
    middle: { x: (left + right) / 2, y: channel },
  };
}

const arrowHeads: Readonly<Record<Route["arrives"], readonly [number, number, number, number]>> = {
  right: [-ARROW, -5, -ARROW, 5],
  left: [ARROW, -5, ARROW, 5],
  down: [-5, -ARROW, 5, -ARROW],
  up: [-5, ARROW, 5, ARROW],
};

export function routeOf(map: JourneyMap, { from, to }: Connection): Route | null {
  const start = map.nodes[from];
  const end = map.nodes[to];
  return start && end ? routeBetween(rectangleOf(start), rectangleOf(end)) : null;
}

export interface ConnectionLook {
  readonly route: Route;
  readonly handover: HandoverState | null;
  readonly label: string;
}

/** A connection in map units; a handover carries its state at the middle. */
export function drawConnection(
  { route, handover, label }: ConnectionLook,
  detail: Detail,
  pen: Pen,
  color: ColorName = "connection",
): Shape[] {
  const width = detail === "near" ? 1.8 : detail === "middle" ? 2.6 : 5;
  const line: Shape = { type: "path", d: route.d, stroke: color, strokeWidth: width };
  if (detail === "far") {
    // Seen from afar, colour alone would not tell which line is selected.
    return [color === "connection" ? { ...line, opacity: 0.5 } : { ...line, strokeWidth: width * 2 }];
  }
  return [
    line,
    drawArrowHead(route, color),
    ...(label === "" ? [] : drawLabel(label, route.middle, handover !== null, detail, pen)),
    ...(handover === null
      ? []
      : drawHandoverMark(handover, route.middle.x, route.middle.y, markRadius(route, detail))),
  ];
}

/** Of the mark of a handover, map units. Between two cards of a cell there is no room for more than the smaller one. */
export function markRadius({ leaves }: Route, detail: Detail): number {
  return leaves === "up" || leaves === "down" ? 8 : detail === "near" ? 8 : 13;
}

function drawArrowHead({ end, arrives }: Route, color: ColorName): Shape {
  const [x1, y1, x2, y2] = arrowHeads[arrives];
  return {
    type: "path",
    d: path`M0 0L${x1} ${y1}L${x2} ${y2}Z`,
    x: end.x,
    y: end.y,
    fill: color,
    stroke: color,
    strokeWidth: 1,
  };
}

function drawLabel(label: string, middle: Point, hasMark: boolean, detail: Detail, pen: Pen): Shape[] {
  const font = { size: (detail === "near" ? 12.5 : 18) * pen.typeScale, weight: 600 };
  const text = shortenText(label, { width: 170, ...font }, pen.measure);
  const width = pen.measure(text, font) + 12;
  const height = font.size + 7;
  const y = middle.y - (hasMark ? height + 10 : height / 2);
  return [
    {
      type: "rectangle",
      x: middle.x - width / 2,
      y,
      width,
      height,
      radius: 5,
      fill: "surface",
      stroke: "line",
      strokeWidth: 1,
    },
    { type: "text", x: middle.x, y: y + font.size * 0.95 + 2, text, ...font, color: "ink", anchor: "middle" },
  ];
}
