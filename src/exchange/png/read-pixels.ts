import { type PixelFormat, pitchOf } from "./row-differences.ts";

/** A canvas of whatever kind the caller has. */
export interface PaintableCanvas {
  readonly source: HTMLCanvasElement | OffscreenCanvas;
  /** Null when the browser gives none. */
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
}

/** Bytes. */
const PIXEL = 4;

interface Rows {
  readonly top: number;
  readonly rows: number;
}

/**
 * Copies some rows of a canvas, each to an even place. Through a video frame that takes a tenth of the time of
 * `getImageData`, which makes new memory for each of its answers; not every browser has them.
 */
export async function readPixels(
  { source, context }: PaintableCanvas,
  part: Rows,
  target: ArrayBuffer,
): Promise<PixelFormat> {
  const { width } = source;
  const format = await readFrame(source, part, target);
  if (format) return format;
  if (!context) throw new Error("a canvas that cannot be painted cannot be read");
  const { data } = context.getImageData(0, part.top, width, part.rows);
  const bytes = new Uint8Array(target);
  for (let row = 0; row < part.rows; row += 1)
    bytes.set(data.subarray(row * width * PIXEL, (row + 1) * width * PIXEL), row * pitchOf(width) * PIXEL);
  return "straight RGBA";
}

/** Null where it cannot be read that way: no such frames, or none so wide. */
async function readFrame(
  source: HTMLCanvasElement | OffscreenCanvas,
  { top, rows }: Rows,
  target: ArrayBuffer,
): Promise<PixelFormat | null> {
  if (typeof VideoFrame === "undefined") return null;
  let frame: VideoFrame | null = null;
  try {
    frame = new VideoFrame(source, { timestamp: 0 });
    const format = frame.format === "BGRA" || frame.format === "RGBA" ? frame.format : null;
    const { width } = source;
    if (format === null || frame.displayWidth !== width) return null;
    await frame.copyTo(target, {
      rect: { x: 0, y: top, width, height: rows },
      layout: [{ offset: 0, stride: pitchOf(width) * PIXEL }],
    });
    return format;
  } catch {
    return null;
  } finally {
    frame?.close();
  }
}
