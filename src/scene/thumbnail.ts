import type { JourneyMap } from "#model/journey-map.ts";
import { boundsOfMap, drawMap } from "./draw-map.ts";
import type { Pen } from "./drawing.ts";
import { paintShapes } from "./paint-canvas.ts";
import type { Palette } from "./palette.ts";

/** Paints a whole map into a small picture of this size in pixels, at the far level, centred. */
export function paintThumbnail(
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  map: JourneyMap,
  size: { readonly width: number; readonly height: number },
  palette: Palette,
  pen: Pen,
): void {
  context.fillStyle = palette.canvas;
  context.fillRect(0, 0, size.width, size.height);
  const bounds = boundsOfMap(map);
  if (!bounds) return;
  const zoom = Math.min((size.width * 0.92) / bounds.width, (size.height * 0.88) / bounds.height, 0.5);
  const { lanes, connections, nodes } = drawMap(map, "far", pen);
  context.save();
  context.translate((size.width - bounds.width * zoom) / 2, (size.height - bounds.height * zoom) / 2);
  context.scale(zoom, zoom);
  context.translate(-bounds.x, -bounds.y);
  paintShapes(context, [...lanes, ...connections, ...nodes], palette);
  context.restore();
}
