import { paintPlaced } from "#scene/paint-canvas.ts";
import type { Palette } from "#scene/palette.ts";
import type { Picture } from "#scene/picture.ts";
import { type PlacedShape, placedShapes } from "#scene/placed-shapes.ts";
import { adlerValue, joinAdler, noBytes } from "./checksums.ts";
import { beginOfPng, endOfPng } from "./chunks.ts";
import { type EncodedStrip, encodeStrip } from "./encode-strip.ts";
import { type PaintableCanvas, readPixels } from "./read-pixels.ts";
import { pitchOf } from "./row-differences.ts";
import type { StripEncoders } from "./strip-encoders.ts";

export interface PaintJob {
  readonly picture: Picture;
  /** Pixels per map unit. */
  readonly scale: number;
  /** Of the whole picture, pixels. */
  readonly width: number;
  readonly height: number;
  readonly palette: Palette;
  /** Sizes in pixels. */
  createCanvas(width: number, height: number): PaintableCanvas;
}

/** Few enough to be painted between two frames of the page. */
const STRIP_PIXELS = 4_000_000;
/**
 * Rows above and below a strip that are painted and thrown away: at the very edge of a canvas a browser may leave out
 * letters of which a pixel or two are to be seen.
 */
const MARGIN = 8;
const PIXEL = 4;

/**
 * Paints a picture strip by strip, each encoded beside the page while the next one is painted: a canvas of the whole
 * would take a gigabyte. Null when the browser gives no canvas.
 */
export async function paintStrips(job: PaintJob, encoders: StripEncoders): Promise<Blob | null> {
  const { width, height, scale, palette } = job;
  const rows = Math.min(height, Math.max(16, Math.floor(STRIP_PIXELS / width)));
  const canvas = job.createCanvas(width, rows + 2 * MARGIN);
  const { context } = canvas;
  if (!context) return null;
  const strips = shapesByStrip(job, rows);
  const size = pitchOf(width) * rows * PIXEL;
  const spare: ArrayBuffer[] = [];
  const encoded: (EncodedStrip | Promise<EncodedStrip>)[] = [];
  const pause = breather();
  for (const [index, shapes] of strips.entries()) {
    const top = index * rows;
    context.reset();
    paintPlaced(context, shapes, { scale, top: top - MARGIN }, palette);
    const present = Math.min(rows, height - top);
    const pixels = spare.pop() ?? new ArrayBuffer(size);
    const format = await readPixels(canvas, { top: MARGIN, rows: present }, pixels);
    const strip = { pixels, width, rows: present, format };
    if (!encoders.isFree()) {
      // Rather than wait for a worker.
      encoded.push(encodeStrip(strip));
      spare.push(pixels);
    } else {
      const result = encoders.encode(strip);
      encoded.push(result);
      // That one of them failed is found out at the end.
      result.then(
        (done) => spare.push(done.pixels),
        () => {},
      );
    }
    await pause();
  }
  return fileOf(width, height, await Promise.all(encoded));
}

function fileOf(width: number, height: number, strips: readonly EncodedStrip[]): Blob {
  const adler = strips.reduce((sum, strip) => joinAdler(sum, strip.adler), noBytes);
  const chunks = strips.map(({ chunk }) => chunk);
  const parts = [...beginOfPng(width, height), ...chunks, ...endOfPng(adlerValue(adler))];
  return new Blob(parts, { type: "image/png" });
}

/** What is seen of the picture in each strip of so many rows, in the order of painting. */
function shapesByStrip({ picture, scale, height }: PaintJob, rows: number): PlacedShape[][] {
  const strips = Array.from({ length: Math.ceil(height / rows) }, (): PlacedShape[] => []);
  for (const shape of placedShapes(picture.shapes)) {
    const first = Math.max(0, Math.floor((shape.top * scale - MARGIN) / rows));
    const last = Math.min(strips.length - 1, Math.floor((shape.bottom * scale + MARGIN) / rows));
    for (let strip = first; strip <= last; strip += 1) strips[strip]?.push(shape);
  }
  return strips;
}

/** Milliseconds that the page may be kept from anything else. */
const LONGEST_HOLD = 12;

/** Lets the page do what waits, when it is time. */
function breather(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  let resumed = performance.now();
  return async () => {
    if (performance.now() - resumed < LONGEST_HOLD) return;
    await new Promise<void>((resolve) => {
      port1.onmessage = () => resolve();
      port2.postMessage(null);
    });
    resumed = performance.now();
  };
}
