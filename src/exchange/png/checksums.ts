import type { Row } from "./row-differences.ts";

/** The sums of PNG (CRC-32) and of zlib (Adler-32), in ways that suit long runs of zeros and parts made apart. */

const crcTables = makeCrcTables();

/** Four tables take four bytes a step. */
function makeCrcTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const [first, second, third, fourth] = [0, 1, 2, 3].map(() => new Int32Array(256)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  for (let byte = 0; byte < 256; byte += 1) {
    let sum = byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    first[byte] = sum;
  }
  const next = (sum: number) => (first[sum & 255] ?? 0) ^ (sum >>> 8);
  for (let byte = 0; byte < 256; byte += 1) {
    second[byte] = next(first[byte] ?? 0);
    third[byte] = next(second[byte] ?? 0);
    fourth[byte] = next(third[byte] ?? 0);
  }
  return [first, second, third, fourth];
}

export function crc32(bytes: Uint8Array): number {
  const [first, second, third, fourth] = crcTables;
  let sum = -1;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    sum ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
    sum =
      (fourth[sum & 255] ?? 0) ^
      (third[(sum >>> 8) & 255] ?? 0) ^
      (second[(sum >>> 16) & 255] ?? 0) ^
      (first[sum >>> 24] ?? 0);
  }
  for (; at < bytes.length; at += 1) sum = (first[(sum ^ (bytes[at] ?? 0)) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ -1) >>> 0;
}

const ADLER = 65_521;

/** Adler-32 of a part of the data, with the length that joining parts needs. */
export interface Adler {
  /** One more than the sum of the bytes. */
  readonly low: number;
  /** The sum of all `low`. */
  readonly high: number;
  readonly length: number;
}

export const noBytes: Adler = { low: 1, high: 0, length: 0 };

/** The sum of two parts that follow each other. */
export function joinAdler(one: Adler, other: Adler): Adler {
  const length = other.length % ADLER;
  return {
    low: (one.low + other.low + ADLER - 1) % ADLER,
    high: (one.high + other.high + length * (one.low + ADLER - 1)) % ADLER,
    length: one.length + other.length,
  };
}

/** The sum of a row of pixels of which only some runs have bytes other than zero. `filter` stands before them. */
export function adlerOfRow(filter: number, { width, differences, runs, runsEnd }: Row): Adler {
  let low = 1 + filter;
  let high = low;
  let done = 0;
  for (let run = 0; run < runsEnd; run += 2) {
    const start = runs[run] ?? 0;
    const end = runs[run + 1] ?? 0;
    high += low * 4 * (start - done);
    for (let x = start; x < end; x += 1) {
      const value = differences[x] ?? 0;
      const red = value & 255;
      const green = (value >>> 8) & 255;
      const blue = (value >>> 16) & 255;
      const alpha = value >>> 24;
      high += 4 * (low + red) + 3 * green + 2 * blue + alpha;
      low += red + green + blue + alpha;
    }
    done = end;
  }
  // Exact up to here: a row of a million pixels stays far below 2 ** 53.
  high += low * 4 * (width - done);
  return { low: low % ADLER, high: high % ADLER, length: 1 + 4 * width };
}

/** What zlib writes at the end. */
export function adlerValue({ low, high }: Adler): number {
  return ((high << 16) | low) >>> 0;
}
