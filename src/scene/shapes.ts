import type { ColorName } from "./palette.ts";

/** What every filled or stroked shape may have. Lengths in map units. */
export interface Look {
  readonly fill?: ColorName;
  readonly stroke?: ColorName;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

export interface RectangleShape extends Look {
  readonly type: "rectangle";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius?: number;
}

export interface CircleShape extends Look {
  readonly type: "circle";
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A path in the words of SVG, moved and then scaled. */
export interface PathShape extends Look {
  readonly type: "path";
  readonly d: string;
  readonly x?: number;
  readonly y?: number;
  readonly scale?: number;
}

/** One line of text; `y` is its baseline. */
export interface TextShape {
  readonly type: "text";
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: number;
  readonly color: ColorName;
  readonly anchor?: "start" | "middle" | "end";
  readonly italic?: boolean;
}

/** Shapes that move together; a group of a map node carries its id. */
export interface GroupShape {
  readonly type: "group";
  readonly x: number;
  readonly y: number;
  readonly shapes: readonly Shape[];
  readonly opacity?: number;
  readonly nodeId?: string;
}

/** The drawing list: what a map is made of before anybody paints it. */
export type Shape = RectangleShape | CircleShape | PathShape | TextShape | GroupShape;

export const FONT_FAMILY = '"Inter Variable", Inter, "Segoe UI", system-ui, sans-serif';

/** The font of a text shape as CSS and the canvas write it. */
export function fontOf({ size, weight, italic }: Pick<TextShape, "size" | "weight" | "italic">): string {
  return `${italic ? "italic " : ""}${weight} ${size}px ${FONT_FAMILY}`;
}

/** Numbers in paths: two decimals are finer than any screen, and keep a file small. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** A path out of words and numbers: path`M${1} ${2}L${3} ${4}`. */
export function path(words: TemplateStringsArray, ...values: readonly number[]): string {
  return words.reduce((result, word, index) => result + coordinate(values[index - 1] ?? 0) + word);
}

/** A rectangle with other radii at the left than at the right. */
export function roundedPath(width: number, height: number, left: number, right: number): string {
  return (
    path`M${left} 0H${width - right}A${right} ${right} 0 0 1 ${width} ${right}V${height - right}` +
    path`A${right} ${right} 0 0 1 ${width - right} ${height}H${left}` +
    path`A${left} ${left} 0 0 1 0 ${height - left}V${left}A${left} ${left} 0 0 1 ${left} 0Z`
  );
}

/** Diagonal bands that fill a rectangle of this size: the sign for "nobody". */
export function hatchPath(width: number, height: number, band: number): string {
  let result = "";
  for (let start = 0; start < width + height; start += band * 2) {
    const corners = bandCorners(width, height, start, Math.min(start + band, width + height));
    result += corners.map(([x, y], index) => (index === 0 ? path`M${x} ${y}` : path`L${x} ${y}`)).join("");
    result += "Z";
  }
  return result;
}

/** The part of a rectangle in which x + y lies between two values. */
function bandCorners(width: number, height: number, from: number, to: number): (readonly [number, number])[] {
  const onTop = (sum: number): readonly [number, number] => (sum <= width ? [sum, 0] : [width, sum - width]);
  const onLeft = (sum: number): readonly [number, number] =>
    sum <= height ? [0, sum] : [sum - height, height];
  const corners = [onTop(from), onTop(to), onLeft(to), onLeft(from)];
  if (from < width && to > width) corners.splice(1, 0, [width, 0]);
  if (from < height && to > height) corners.splice(corners.length - 1, 0, [0, height]);
  return corners;
}
