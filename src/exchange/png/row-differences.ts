/** The order of the four bytes of a pixel in memory; colours are multiplied with alpha unless it says otherwise. */
export type PixelFormat = "RGBA" | "BGRA" | "straight RGBA";

/** Pixels row by row, each of the rows beginning at an even place. */
export interface PixelRows {
  readonly pixels: Int32Array;
  /** The same memory, two pixels at a time. */
  readonly pairs: BigInt64Array;
  readonly width: number;
  /** From the beginning of a row to that of the next one, pixels. */
  readonly pitch: number;
  readonly format: PixelFormat;
}

export function pitchOf(width: number): number {
  return width + (width % 2);
}

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
  return { width, differences: new Int32Array(width), runs: new Int32Array(width + 2), runsEnd: 0 };
}

function clear(row: Row): void {
  for (let run = 0; run < row.runsEnd; run += 2) row.differences.fill(0, row.runs[run], row.runs[run + 1]);
  row.runsEnd = 0;
}

/** Row `y`, each pixel compared with the one above it. */
export function differencesToAbove(rows: PixelRows, y: number, row: Row): void {
  const { pixels, pitch, format } = rows;
  const { differences, runs } = row;
  clear(row);
  const start = y * pitch;
  const stop = start + row.width;
  let end = 0;
  for (let at = nextDifferent(rows, start, stop); at < stop; ) {
    runs[end] = at - start;
    let pixel = pixels[at] ?? 0;
    let above = pixels[at - pitch] ?? 0;
    while (pixel !== above) {
      differences[at - start] = difference(pixel, above, format);
      at += 1;
      if (at === stop) break;
      pixel = pixels[at] ?? 0;
      above = pixels[at - pitch] ?? 0;
    }
    runs[end + 1] = at - start;
    end += 2;
    at = nextDifferent(rows, at, stop);
  }
  row.runsEnd = end;
}

/** Nearly all time goes into this loop. */
function nextDifferent({ pixels, pairs, pitch }: PixelRows, from: number, stop: number): number {
  let at = from;
  // Most differences stand close together.
  for (const near = Math.min(stop, (from | 7) + 1); at < near; at += 1)
    if (pixels[at] !== pixels[at - pitch]) return at;
  const rowOfPairs = pitch >> 1;
  const stopOfPairs = stop >> 1;
  let pair = at >> 1;
  while (pair < stopOfPairs && pairs[pair] === pairs[pair - rowOfPairs]) pair += 1;
  at = Math.max(at, pair << 1);
  while (at < stop && pixels[at] === pixels[at - pitch]) at += 1;
  return at;
}

/** The first row, each pixel compared with the one at its left. */
export function differencesToLeft({ pixels, format }: PixelRows, row: Row): void {
  const { width, differences, runs } = row;
  clear(row);
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
