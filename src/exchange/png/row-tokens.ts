import { LARGEST_DISTANCE, type Tokens } from "./deflate.ts";
import type { Row } from "./row-differences.ts";

/** Bytes. */
const PIXEL = 4;
const FARTHEST = LARGEST_DISTANCE / PIXEL - 1;
const HASH_BITS = 12;

/** Finds what a row repeats of itself: the same letters and signs stand on card after card. */
export interface Repeats {
  /** By hash of two pixels: where they were last seen, counted on over all rows. */
  readonly places: Int32Array;
  /** What the first pixel of the present row counts as. */
  origin: number;
}

export function noRepeats(): Repeats {
  return { places: new Int32Array(1 << HASH_BITS).fill(-1), origin: 0 };
}

/** A row with its filter as literal bytes and matches. */
export function tokensOfRow(row: Row, filter: number, repeats: Repeats, tokens: Tokens): void {
  const { width, differences, runs, runsEnd } = row;
  tokens.reserve(width * PIXEL + 1);
  tokens.literal(filter);
  let done = 0;
  for (let run = 0; run < runsEnd; run += 2) {
    const end = runs[run + 1] ?? 0;
    let x = runs[run] ?? 0;
    if (end <= done) continue;
    if (x > done) putZeros(tokens, row, done, x);
    else x = done;
    while (x < end) {
      const found = repeatAt(differences, x, repeats);
      const length = found < 0 ? 0 : lengthOfRepeat(differences, found, x);
      if (length === 0) tokens.literals(differences[x] ?? 0);
      else tokens.match(length * PIXEL, (x - found) * PIXEL);
      x += Math.max(1, length);
    }
    done = x;
  }
  if (done < width) putZeros(tokens, row, done, width);
  repeats.origin += width;
}

/** An earlier pixel from which on the row is as it is from `x` on; -1 for none. */
function repeatAt(differences: Int32Array, x: number, { places, origin }: Repeats): number {
  const first = differences[x] ?? 0;
  const second = differences[x + 1] ?? 0;
  const hash = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - HASH_BITS);
  const found = (places[hash] ?? 0) - origin;
  places[hash] = origin + x;
  if (x > 0 && differences[x - 1] === first) return x - 1;
  const isThere = found >= 0 && x - found <= FARTHEST;
  return isThere && differences[found] === first && differences[found + 1] === second ? found : -1;
}

/** Pixels. */
function lengthOfRepeat(differences: Int32Array, found: number, x: number): number {
  let length = 1;
  while (x + length < differences.length && differences[found + length] === differences[x + length])
    length += 1;
  return length;
}

/** Pixels without any difference: the zero before them over and over. */
function putZeros(tokens: Tokens, { differences }: Row, from: number, to: number): void {
  const hasZero = from > 0 && (differences[from - 1] ?? 0) >>> 24 === 0;
  if (!hasZero) tokens.literal(0);
  tokens.match((to - from) * PIXEL - (hasZero ? 0 : 1), 1);
}
