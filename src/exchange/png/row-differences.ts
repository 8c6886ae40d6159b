/** The order of the four bytes of a pixel in memory; colours are multiplied with alpha unless it says otherwise. */
export type PixelFormat = "RGBA" | "BGRA" | "straight RGBA";

/** One row of a picture as its differences to other pixels, reused from row to row. */
export interface Row {
  readonly width: number;
  /** By pixel: red, green, blue, alpha from the lowest byte up, each modulo 256. */
  readonly differences: Int32Array;
  /** Where runs of pixels that differ begin and end, in turn. */
  readonly runs: Int32Array;
  /** How many entries of `runs` hold. */
  runsEnd: number;
}

export function newRow(width: number): Row {
  return {
    width,
    differences: new Int32Array(width),
    runs: new Int32Array(width + 2),
    runsEnd: 0,
  };
}

/** The row that begins at `start`, each pixel compared with the one above it. */
export function differencesToAbove(pixels: Int32Array, start: number, format: PixelFormat, row: Row): void {
  const { width, differences, runs } = row;
  differences.fill(0);
  const stop = start + width;
  let end = 0;
  for (let at = nextDifferent(pixels, start, stop, width); at < stop; ) {
    runs[end] = at - start;
    let pixel = pixels[at] ?? 0;
    let above = pixels[at - width] ?? 0;
    while (pixel !== above) {
      differences[at - start] = difference(pixel, above, format);
      at += 1;
      if (at === stop) break;
      pixel = pixels[at] ?? 0;
      above = pixels[at - width] ?? 0;
    }
    runs[end + 1] = at - start;
    end += 2;
    at = nextDifferent(pixels, at, stop, width);
  }
  row.runsEnd = end;
}

/** Nearly all time goes into this loop: it stays by itself, so that the browser makes it as fast as can be. */
function nextDifferent(pixels: Int32Array, from: number, stop: number, width: number): number {
  let at = from;
  while (at < stop && pixels[at] === pixels[at - width]) at += 1;
  return at;
}

/** The first row of `pixels`, each pixel compared with the one at its left. */
export function differencesToLeft(pixels: Int32Array, format: PixelFormat, row: Row): void {
  const { width, differences, runs } = row;
  differences.fill(0);
  let end = 0;
  let left = 0;
  for (let x = 0; x < width; x += 1) {
    const pixel = pixels[x] ?? 0;
    if (pixel !== left) {
      differences[x] = difference(pixel, left, format);
      if (end > 0 && runs[end - 1] === x) end -= 2;
      else runs[end] = x;
      runs[end + 1] = x + 1;
      end += 2;
    }
    left = pixel;
  }
  row.runsEnd = end;
}

/** Of two pixels as PNG wants them, byte by byte without a borrow from one to the next. */
function difference(pixel: number, other: number, format: PixelFormat): number {
  // Both wholly opaque, as nearly all are: nothing to undo.
  const isOpaque = (pixel & other) >> 24 === -1 || format === "straight RGBA";
  const result = isOpaque ? minus(pixel, other) : minus(straight(pixel), straight(other));
  return format === "BGRA" ? withRedFirst(result) : result;
}

function minus(one: number, other: number): number {
  return ((one | 0x80808080) - (other & 0x7f7f7f7f)) ^ ((one ^ ~other) & 0x80808080);
}

function withRedFirst(pixel: number): number {
  return (pixel & 0xff00ff00) | ((pixel >>> 16) & 0xff) | ((pixel & 0xff) << 16);
}

/** Colours as they are without alpha. */
function straight(pixel: number): number {
  const alpha = pixel >>> 24;
  if (alpha === 0) return 0;
  const channel = (shift: number) =>
    Math.min(255, Math.round((((pixel >>> shift) & 0xff) * 255) / alpha)) << shift;
  return channel(0) | channel(8) | channel(16) | (alpha << 24);
}
