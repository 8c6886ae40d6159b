import { type Adler, adlerOfRow, joinAdler, noBytes } from "./checksums.ts";
import { CHUNK_HEAD, CHUNK_TAIL, finishChunk } from "./chunks.ts";
import { blockOf, Tokens } from "./deflate.ts";
import {
  differencesToAbove,
  differencesToLeft,
  newRow,
  type PixelFormat,
  pitchOf,
} from "./row-differences.ts";
import { noRepeats, tokensOfRow } from "./row-tokens.ts";

/** Some rows of a picture; each begins `pitchOf(width)` pixels after the one before. */
export interface Strip {
  readonly pixels: ArrayBuffer;
  readonly width: number;
  readonly rows: number;
  readonly format: PixelFormat;
}

export interface EncodedStrip {
  /** A whole chunk: length, type, data, sum. */
  readonly chunk: Uint8Array<ArrayBuffer>;
  /** Of the rows as they are before they are packed. */
  readonly adler: Adler;
}

const FILTER_SUB = 1;
const FILTER_UP = 2;

/** Their memory is used again for the next strip. */
const tokens = new Tokens();

/**
 * Some rows of a picture as one IDAT chunk of a PNG file. Pictures of maps are flat: nearly every pixel has the colour
 * of the one above it, so each row is written as its difference to the row above, and only what differs is looked at.
 * The first row knows none above it: strips are made apart from each other.
 */
export function encodeStrip({ pixels, width, rows, format }: Strip): EncodedStrip {
  const source = {
    pixels: new Int32Array(pixels),
    pairs: new BigInt64Array(pixels),
    width,
    pitch: pitchOf(width),
    format,
  };
  const row = newRow(width);
  tokens.clear();
  const repeats = noRepeats();
  let adler = noBytes;
  for (let y = 0; y < rows; y += 1) {
    const filter = y === 0 ? FILTER_SUB : FILTER_UP;
    if (y === 0) differencesToLeft(source, row);
    else differencesToAbove(source, y, row);
    adler = joinAdler(adler, adlerOfRow(filter, row));
    tokensOfRow(row, filter, repeats, tokens);
  }
  return { chunk: finishChunk("IDAT", blockOf(tokens, CHUNK_HEAD, CHUNK_TAIL)), adler };
}
