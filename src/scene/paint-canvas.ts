import type { Rectangle } from "#model/geometry.ts";
import type { Point } from "#model/journey-map.ts";
import type { ColorName, Palette } from "./palette.ts";
import type { PlacedShape } from "./placed-shapes.ts";
import { fontOf, type Look, type Shape, type TextShape } from "./shapes.ts";

type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Paths are parsed once: the same card drawn again brings the same strings. */
const parsedPaths = new Map<string, Path2D>();
const MOST_PARSED_PATHS = 30_000;

function parsedPath(d: string): Path2D {
  const known = parsedPaths.get(d);
  if (known) return known;
  if (parsedPaths.size >= MOST_PARSED_PATHS) parsedPaths.clear();
  const result = new Path2D(d);
  parsedPaths.set(d, result);
  return result;
}

/** Paints a drawing list; the context's present transform turns map units into pixels. */
export function paintShapes(context: Context2D, shapes: readonly Shape[], palette: Palette): void {
  for (const shape of shapes) paintShape(context, shape, palette);
}

/**
 * Paints shapes out of a picture at so many pixels a map unit. `top`: the pixel row of the picture at which the canvas
 * begins. Changes the context's transform.
 */
export function paintPlaced(
  context: Context2D,
  shapes: readonly PlacedShape[],
  { scale, top }: { readonly scale: number; readonly top: number },
  palette: Palette,
): void {
  for (const { shape, x, y, opacity } of shapes) {
    context.setTransform(scale, 0, 0, scale, x * scale, y * scale - top);
    context.globalAlpha = opacity;
    paintShape(context, shape, palette);
  }
}

/** Text that is smaller than so many pixels cannot be read. */
const LEAST_TEXT = 3;
/** A circle of this radius, pixels, looks like a square of its size. */
const LEAST_CIRCLE = 1.5;

/**
 * Paints one shape, moved by `at`. `pixel`: how large the pixel of a screen is, map units; what is so small that nobody
 * sees the difference is painted as what is painted many times as fast. 0: exactly.
 */
export function paintShape(
  context: Context2D,
  shape: Shape,
  palette: Palette,
  pixel = 0,
  at: Point = ORIGIN,
): void {
  const x = at.x + (shape.x ?? 0);
  const y = at.y + (shape.y ?? 0);
  switch (shape.type) {
    case "group": {
      const alpha = context.globalAlpha;
      if (shape.opacity !== undefined) context.globalAlpha = alpha * shape.opacity;
      const corner = { x, y };
      for (const part of shape.shapes) paintShape(context, part, palette, pixel, corner);
      context.globalAlpha = alpha;
      return;
    }
    case "text":
      if (shape.size >= LEAST_TEXT * pixel) paintText(context, shape, x, y, palette);
      return;
    case "rectangle":
      if ((shape.radius ?? 0) <= pixel) {
        paintRectangle(context, shape, { x, y, width: shape.width, height: shape.height }, palette);
        return;
      }
      context.beginPath();
      context.roundRect(x, y, shape.width, shape.height, shape.radius);
      paintLook(context, shape, palette, null);
      return;
    case "circle":
      if (shape.radius <= LEAST_CIRCLE * pixel) {
        const { radius } = shape;
        const box = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
        paintRectangle(context, shape, box, palette);
        return;
      }
      context.beginPath();
      context.arc(x, y, shape.radius, 0, 2 * Math.PI);
      paintLook(context, shape, palette, null);
      return;
    case "path":
      if (x === 0 && y === 0 && shape.scale === undefined) {
        paintLook(context, shape, palette, parsedPath(shape.d));
        return;
      }
      context.save();
      context.translate(x, y);
      if (shape.scale !== undefined) context.scale(shape.scale, shape.scale);
      paintLook(context, shape, palette, parsedPath(shape.d));
      context.restore();
  }
}

const ORIGIN: Point = { x: 0, y: 0 };

function paintRectangle(
  context: Context2D,
  look: Look,
  { x, y, width, height }: Rectangle,
  palette: Palette,
): void {
  const alpha = context.globalAlpha;
  if (look.opacity !== undefined) context.globalAlpha = alpha * look.opacity;
  if (look.fill) {
    context.fillStyle = palette[look.fill];
    context.fillRect(x, y, width, height);
  }
  if (look.stroke) {
    prepareStroke(context, look, palette[look.stroke]);
    context.strokeRect(x, y, width, height);
  }
  if (look.opacity !== undefined) context.globalAlpha = alpha;
}

function paintLook(context: Context2D, look: Look, palette: Palette, path: Path2D | null): void {
  const color = (name: ColorName) => palette[name];
  const alpha = context.globalAlpha;
  if (look.opacity !== undefined) context.globalAlpha = alpha * look.opacity;
  if (look.fill) {
    context.fillStyle = color(look.fill);
    if (path) context.fill(path);
    else context.fill();
  }
  if (look.stroke) {
    prepareStroke(context, look, color(look.stroke));
    if (path) context.stroke(path);
    else context.stroke();
  }
  context.globalAlpha = alpha;
}

function prepareStroke(context: Context2D, look: Look, color: string): void {
  context.strokeStyle = color;
  context.lineWidth = look.strokeWidth ?? 1;
  context.lineCap = look.dash ? "butt" : "round";
  context.lineJoin = "round";
  context.setLineDash(look.dash ? [...look.dash] : []);
}

function paintText(context: Context2D, shape: TextShape, x: number, y: number, palette: Palette): void {
  context.font = fontOf(shape);
  context.fillStyle = palette[shape.color];
  context.textAlign = shape.anchor === "middle" ? "center" : (shape.anchor ?? "start");
  context.textBaseline = "alphabetic";
  context.fillText(shape.text, x, y);
}
