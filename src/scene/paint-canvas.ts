import type { ColorName, Palette } from "./palette.ts";
import type { PlacedShape } from "./placed-shapes.ts";
import { fontOf, type Look, type Shape, type TextShape } from "./shapes.ts";

type Context2D = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Paths are parsed once: the same card drawn again brings the same strings. */
const parsedPaths = new Map<string, Path2D>();
const MOST_PARSED_PATHS = 5000;

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

function paintShape(context: Context2D, shape: Shape, palette: Palette): void {
  switch (shape.type) {
    case "group":
      context.save();
      context.translate(shape.x, shape.y);
      if (shape.opacity !== undefined) context.globalAlpha *= shape.opacity;
      paintShapes(context, shape.shapes, palette);
      context.restore();
      return;
    case "text":
      paintText(context, shape, palette);
      return;
    case "rectangle":
      context.beginPath();
      if (shape.radius) context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius);
      else context.rect(shape.x, shape.y, shape.width, shape.height);
      paintLook(context, shape, palette, null);
      return;
    case "circle":
      context.beginPath();
      context.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI);
      paintLook(context, shape, palette, null);
      return;
    case "path":
      context.save();
      context.translate(shape.x ?? 0, shape.y ?? 0);
      if (shape.scale !== undefined) context.scale(shape.scale, shape.scale);
      paintLook(context, shape, palette, parsedPath(shape.d));
      context.restore();
  }
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
    context.strokeStyle = color(look.stroke);
    context.lineWidth = look.strokeWidth ?? 1;
    context.lineCap = look.dash ? "butt" : "round";
    context.lineJoin = "round";
    context.setLineDash(look.dash ? [...look.dash] : []);
    if (path) context.stroke(path);
    else context.stroke();
  }
  context.globalAlpha = alpha;
}

function paintText(context: Context2D, shape: TextShape, palette: Palette): void {
  context.font = fontOf(shape);
  context.fillStyle = palette[shape.color];
  context.textAlign = shape.anchor === "middle" ? "center" : (shape.anchor ?? "start");
  context.textBaseline = "alphabetic";
  context.fillText(shape.text, shape.x, shape.y);
}
