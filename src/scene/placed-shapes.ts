import type { GroupShape, Shape } from "./shapes.ts";

/** A shape out of its groups: moved by `x` and `y`, seen between `top` and `bottom`. Map units. */
export interface PlacedShape {
  readonly shape: Exclude<Shape, GroupShape>;
  readonly x: number;
  readonly y: number;
  readonly opacity: number;
  readonly top: number;
  readonly bottom: number;
}

/** A drawing list without its groups, in the same order: what a part of the picture needs can be picked out of it. */
export function placedShapes(shapes: readonly Shape[]): PlacedShape[] {
  const result: PlacedShape[] = [];
  place(shapes, 0, 0, 1, result);
  return result;
}

function place(shapes: readonly Shape[], x: number, y: number, opacity: number, result: PlacedShape[]): void {
  for (const shape of shapes) {
    if (shape.type === "group") {
      place(shape.shapes, x + shape.x, y + shape.y, opacity * (shape.opacity ?? 1), result);
      continue;
    }
    const { top, bottom } = extentOf(shape);
    result.push({ shape, x, y, opacity, top: y + top, bottom: y + bottom });
  }
}

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** Where a shape may have any ink, generously. */
function extentOf(shape: Exclude<Shape, GroupShape>): Extent {
  if (shape.type === "text") return extentOfText(shape.text, shape.y, shape.size);
  const room = shape.stroke ? (shape.strokeWidth ?? 1) : 0;
  if (shape.type === "rectangle")
    return { top: shape.y - room - 1, bottom: shape.y + shape.height + room + 1 };
  if (shape.type === "circle")
    return { top: shape.y - shape.radius - room - 1, bottom: shape.y + shape.radius + room + 1 };
  const { top, bottom } = extentOfPath(shape.d);
  const { y = 0, scale = 1 } = shape;
  return { top: y + (top - room) * scale - 1, bottom: y + (bottom + room) * scale + 1 };
}

const hasMarks = /\p{M}/u;

/** Marks can be piled up above and below a letter without end. */
function extentOfText(text: string, y: number, size: number): Extent {
  const lines = hasMarks.test(text) ? 12 : 1;
  return { top: y - 1.5 * lines * size, bottom: y + lines * size };
}

const known = new Map<string, Extent>();
const MOST_KNOWN = 5000;

function extentOfPath(d: string): Extent {
  const found = known.get(d);
  if (found) return found;
  const extent = findExtentOfPath(d);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(d, extent);
  return extent;
}

/** Only icons count from the point before; they lie in a box of this size. */
const ICON = 24;
const isRelative = /[a-y]/u;
const words = /([MLHVCQAZ])([^A-Z]*)/gu;
const number = /-?\d*\.?\d+(?:e-?\d+)?/gu;

/** Of the ends and control points: no curve goes beyond them, and an arc of a quarter stays between its ends. */
function findExtentOfPath(d: string): Extent {
  if (isRelative.test(d)) return { top: -ICON, bottom: 2 * ICON };
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const [, word = "", rest = ""] of d.matchAll(words)) {
    const numbers = (rest.match(number) ?? []).map(Number);
    for (const y of heightsIn(word, numbers)) {
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return { top, bottom };
}

function heightsIn(word: string, numbers: readonly number[]): readonly number[] {
  if (word === "H") return [];
  if (word === "V") return numbers;
  if (word !== "A") return numbers.filter((_, index) => index % 2 === 1);
  const [, radius = 0, , , , , y = 0] = numbers;
  return [y - radius, y + radius];
}
