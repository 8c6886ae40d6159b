import type { JourneyMap } from "#model/journey-map.ts";
import { boundsOfMap, drawMap, drawStageHeaders, STAGE_HEADER_HEIGHT } from "#scene/draw-map.ts";
import type { Detail, Pen } from "#scene/drawing.ts";
import { paintShapes } from "#scene/paint-canvas.ts";
import type { Palette } from "#scene/palette.ts";
import type { Shape } from "#scene/shapes.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Around the map, map units. */
const MARGIN = 40;

/** The whole picture of a map with its stage headers, map units. */
export function previewSize(map: JourneyMap): Size {
  const bounds = boundsOfMap(map) ?? { width: 0, height: 0 };
  return { width: bounds.width + 2 * MARGIN, height: bounds.height + 2 * MARGIN + STAGE_HEADER_HEIGHT };
}

/** The drawing list of the picture, its upper left corner at 0, 0. */
export function drawPreview(map: JourneyMap, detail: Detail, pen: Pen): readonly Shape[] {
  const bounds = boundsOfMap(map);
  if (!bounds) return [];
  const { lanes, connections, nodes } = drawMap(map, detail, pen);
  const headers = lanes.length > 0 ? drawStageHeaders(map, bounds.y - STAGE_HEADER_HEIGHT, pen) : [];
  const x = MARGIN - bounds.x;
  const y = MARGIN + STAGE_HEADER_HEIGHT - bounds.y;
  return [{ type: "group", x, y, shapes: [...headers, ...lanes, ...connections, ...nodes] }];
}

export interface PreviewView extends Size {
  /** How far the picture is scrolled, pixels. */
  readonly x: number;
  readonly y: number;
  /** Pixels for a map unit. */
  readonly zoom: number;
  readonly whole: Size;
}

/** Paints what is to be seen of the picture now, in the middle where it is smaller than its place. */
export function paintPreview(
  canvas: HTMLCanvasElement,
  shapes: readonly Shape[],
  { width, height, x, y, zoom, whole }: PreviewView,
  palette: Palette,
): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.fillStyle = palette.canvas;
  context.fillRect(0, 0, canvas.width, canvas.height);
  const left = Math.max(0, (width - whole.width * zoom) / 2) - x;
  const top = Math.max(0, (height - whole.height * zoom) / 2) - y;
  context.setTransform(ratio * zoom, 0, 0, ratio * zoom, ratio * left, ratio * top);
  paintShapes(context, shapes, palette);
}
