import type { Point } from "#model/journey-map.ts";

/** A curve is looked at as so many straight pieces: finer than anybody can point. */
const PIECES = 16;
const words = /([MLHVQC])|(-?\d+(?:\.\d+)?)/g;

/** How far a point is from the line of a path, in the path's units; for the words that routes are written in. */
export function distanceToPath(d: string, point: Point): number {
  const corners = cornersOf(d);
  let least = Number.POSITIVE_INFINITY;
  for (const [index, end] of corners.entries()) {
    const start = corners[index - 1];
    if (start) least = Math.min(least, distanceToPiece(start, end, point));
  }
  return least;
}

/** The path as a row of points, joined by straight lines. */
function cornersOf(d: string): readonly Point[] {
  const corners: Point[] = [];
  let here: Point = { x: 0, y: 0 };
  for (const { word, numbers } of instructionsOf(d)) {
    const [x = here.x, y = here.y] = numbers;
    if (word === "H") here = { x, y: here.y };
    else if (word === "V") here = { x: here.x, y: numbers[0] ?? here.y };
    else if (word === "C" || word === "Q") {
      const controls = [here, ...pairsOf(numbers)];
      for (let piece = 1; piece < PIECES; piece += 1) corners.push(curveAt(controls, piece / PIECES));
      here = controls.at(-1) ?? here;
    } else here = { x, y };
    corners.push(here);
  }
  return corners;
}

function instructionsOf(d: string) {
  const result: { readonly word: string; readonly numbers: number[] }[] = [];
  for (const [, word, number] of d.matchAll(words)) {
    if (word !== undefined) result.push({ word, numbers: [] });
    else result.at(-1)?.numbers.push(Number(number));
  }
  return result;
}

function pairsOf(numbers: readonly number[]): readonly Point[] {
  return numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1] ?? 0 }] : []));
}

/** The point of a Bézier curve of any degree; `part` from 0 to 1. */
function curveAt(controls: readonly Point[], part: number): Point {
  let points = controls;
  while (points.length > 1) {
    points = points.slice(1).map((to, index) => between(points[index] ?? to, to, part));
  }
  return points[0] ?? { x: 0, y: 0 };
}

function between(from: Point, to: Point, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

function distanceToPiece(start: Point, end: Point, { x, y }: Point): number {
  const width = end.x - start.x;
  const height = end.y - start.y;
  const square = width * width + height * height;
  const along = square === 0 ? 0 : ((x - start.x) * width + (y - start.y) * height) / square;
  const nearest = between(start, end, Math.min(1, Math.max(0, along)));
  return Math.hypot(x - nearest.x, y - nearest.y);
}
