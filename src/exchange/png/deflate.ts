import { type Codes, codesFor } from "./huffman.ts";

/** Deflate, RFC 1951: what a strip of a picture is made of, collected as tokens and written as one block. */

const LONGEST_MATCH = 258;
const SHORTEST_MATCH = 3;
export const LARGEST_DISTANCE = 32_768;

const END = 256;
const FIRST_LENGTH = 257;
/** The longest of all matches has a symbol of its own. */
const LAST_LENGTH = 285;
const LENGTH_BASES = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
/** By length of a match: its place in the tables above. */
const lengthPlaces = Uint8Array.from({ length: LONGEST_MATCH + 1 }, (_, length) =>
  Math.max(
    0,
    LENGTH_BASES.findLastIndex((base) => base <= length),
  ),
);

/** The order in which the lengths of the codes for code lengths are written. */
const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Bits of a distance beyond its code. */
function extraOfDistance(distance: number): number {
  return distance < 5 ? 0 : 30 - Math.clz32(distance - 1);
}

function codeOfDistance(distance: number): number {
  if (distance < 5) return distance - 1;
  const extra = extraOfDistance(distance);
  return 2 * extra + ((distance - 1) >> extra);
}

/**
 * Collects literal bytes and matches. A token from 0 to 255 is a byte, a larger one a length and a distance, a negative
 * one that many times the longest match and a distance.
 */
export class Tokens {
  private list = new Int32Array(1 << 16);
  private size = 0;
  readonly symbols = new Uint32Array(286);
  readonly distances = new Uint32Array(30);

  /** Makes room for so many more tokens: within it `literal` and `match` need not look. */
  reserve(more: number): void {
    if (this.size + more <= this.list.length) return;
    const longer = new Int32Array(Math.max(this.list.length * 2, this.size + more));
    longer.set(this.list);
    this.list = longer;
  }

  literal(byte: number): void {
    this.list[this.size] = byte;
    this.size += 1;
    this.symbols[byte] = (this.symbols[byte] ?? 0) + 1;
  }

  /** Four bytes, the lowest first. */
  literals(bytes: number): void {
    const { list, symbols, size } = this;
    const first = bytes & 0xff;
    const second = (bytes >>> 8) & 0xff;
    const third = (bytes >>> 16) & 0xff;
    const fourth = bytes >>> 24;
    list[size] = first;
    list[size + 1] = second;
    list[size + 2] = third;
    list[size + 3] = fourth;
    symbols[first] = (symbols[first] ?? 0) + 1;
    symbols[second] = (symbols[second] ?? 0) + 1;
    symbols[third] = (symbols[third] ?? 0) + 1;
    symbols[fourth] = (symbols[fourth] ?? 0) + 1;
    this.size = size + 4;
  }

  /** At least three bytes, the same as those so far before them: up to 32,768 bytes. */
  match(bytes: number, distance: number): void {
    // What is left over must be long enough to be a match as well.
    const whole =
      bytes < LONGEST_MATCH + SHORTEST_MATCH ? 0 : Math.floor((bytes - SHORTEST_MATCH) / LONGEST_MATCH);
    const code = codeOfDistance(distance);
    if (whole > 0) {
      this.list[this.size] = -((whole << 15) | (distance - 1));
      this.size += 1;
      this.symbols[LAST_LENGTH] = (this.symbols[LAST_LENGTH] ?? 0) + whole;
    }
    const rest = bytes - whole * LONGEST_MATCH;
    if (rest > LONGEST_MATCH) {
      this.add(rest - SHORTEST_MATCH, distance);
      this.add(SHORTEST_MATCH, distance);
    } else this.add(rest, distance);
    const more = rest > LONGEST_MATCH ? 2 : 1;
    this.distances[code] = (this.distances[code] ?? 0) + whole + more;
  }

  clear(): void {
    this.size = 0;
    this.symbols.fill(0);
    this.distances.fill(0);
  }

  private add(length: number, distance: number): void {
    this.list[this.size] = (length << 16) | (distance - 1);
    this.size += 1;
    const symbol = FIRST_LENGTH + (lengthPlaces[length] ?? 0);
    this.symbols[symbol] = (this.symbols[symbol] ?? 0) + 1;
  }

  get all(): Int32Array {
    return this.list.subarray(0, this.size);
  }
}

/**
 * The tokens as one block that is not the last one, followed by an empty one that ends at a whole byte: what several
 * workers write can be put one after the other. Before and after it so many bytes are left free.
 */
export function blockOf(tokens: Tokens, before: number, after: number): Uint8Array<ArrayBuffer> {
  tokens.symbols[END] = 1;
  const symbols = codesFor(tokens.symbols, 15);
  const distances = codesFor(tokens.distances, 15);
  const writer = new BitWriter(bytesNeeded(tokens, symbols, distances) + before + after, before);
  writer.put(0b100, 3);
  putCodes(writer, symbols.lengths, distances.lengths);
  putTokens(writer, tokens.all, symbols, distances);
  writer.put(symbols.bits[END] ?? 0, symbols.lengths[END] ?? 0);
  writer.put(0, 3);
  return writer.endWith([0, 0, 0xff, 0xff, ...new Uint8Array(after)]);
}

const MOST_FOR_CODES = 400;

function bytesNeeded(tokens: Tokens, symbols: Codes, distances: Codes): number {
  let bits = 0;
  tokens.symbols.forEach((count, symbol) => {
    const extra = symbol < FIRST_LENGTH ? 0 : (LENGTH_EXTRA[symbol - FIRST_LENGTH] ?? 0);
    bits += count * ((symbols.lengths[symbol] ?? 0) + extra);
  });
  tokens.distances.forEach((count, code) => {
    bits += count * ((distances.lengths[code] ?? 0) + Math.max(0, (code >> 1) - 1));
  });
  return Math.ceil(bits / 8) + MOST_FOR_CODES;
}

function putCodes(writer: BitWriter, symbols: Uint8Array, distances: Uint8Array): void {
  const lengths = [...symbols, ...distances];
  const counts = new Uint32Array(19);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  const codes = codesFor(counts, 7);
  writer.put(symbols.length - FIRST_LENGTH, 5);
  writer.put(distances.length - 1, 5);
  writer.put(LENGTHS_ORDER.length - 4, 4);
  for (const length of LENGTHS_ORDER) writer.put(codes.lengths[length] ?? 0, 3);
  for (const length of lengths) writer.put(codes.bits[length] ?? 0, codes.lengths[length] ?? 0);
}

function putTokens(writer: BitWriter, tokens: Int32Array, symbols: Codes, distances: Codes): void {
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? 0;
    if (token < 0) {
      putLongest(writer, -token >> 15, (-token & 0x7fff) + 1, symbols, distances);
    } else if (token < 256) {
      writer.put(symbols.bits[token] ?? 0, symbols.lengths[token] ?? 0);
    } else {
      putLength(writer, token >> 16, symbols);
      putDistance(writer, (token & 0xffff) + 1, distances);
    }
  }
}

/** The longest match so many times. Where nothing is drawn there is nothing else: several go into one piece. */
function putLongest(
  writer: BitWriter,
  times: number,
  distance: number,
  symbols: Codes,
  distances: Codes,
): void {
  const bits = symbols.bits[LAST_LENGTH] ?? 0;
  const length = symbols.lengths[LAST_LENGTH] ?? 0;
  const code = codeOfDistance(distance);
  const both = bits | ((distances.bits[code] ?? 0) << length);
  const lengthOfBoth = length + (distances.lengths[code] ?? 0);
  let left = times;
  if (extraOfDistance(distance) === 0)
    for (; left >= 4 && lengthOfBoth <= 4; left -= 4)
      writer.put(
        both | (both << lengthOfBoth) | (both << (2 * lengthOfBoth)) | (both << (3 * lengthOfBoth)),
        4 * lengthOfBoth,
      );
  for (; left > 0; left -= 1) {
    writer.put(bits, length);
    putDistance(writer, distance, distances);
  }
}

function putLength(writer: BitWriter, length: number, symbols: Codes): void {
  const place = lengthPlaces[length] ?? 0;
  const symbol = FIRST_LENGTH + place;
  writer.put(symbols.bits[symbol] ?? 0, symbols.lengths[symbol] ?? 0);
  const extra = LENGTH_EXTRA[place] ?? 0;
  if (extra > 0) writer.put(length - (LENGTH_BASES[place] ?? 0), extra);
}

function putDistance(writer: BitWriter, distance: number, distances: Codes): void {
  const code = codeOfDistance(distance);
  writer.put(distances.bits[code] ?? 0, distances.lengths[code] ?? 0);
  const extra = extraOfDistance(distance);
  if (extra > 0) writer.put((distance - 1) & ((1 << extra) - 1), extra);
}

/** Bits from the lowest to the highest, in bytes. */
class BitWriter {
  private readonly bytes: Uint8Array<ArrayBuffer>;
  private at: number;
  private held = 0;
  private heldBits = 0;

  constructor(size: number, at: number) {
    this.bytes = new Uint8Array(size);
    this.at = at;
  }

  /** At most 16 bits. */
  put(value: number, bits: number): void {
    this.held |= value << this.heldBits;
    this.heldBits += bits;
    if (this.heldBits < 16) return;
    this.bytes[this.at] = this.held;
    this.bytes[this.at + 1] = this.held >>> 8;
    this.at += 2;
    this.held >>>= 16;
    this.heldBits -= 16;
  }

  /** Fills up the last byte with zeros. */
  endWith(bytes: readonly number[]): Uint8Array<ArrayBuffer> {
    for (; this.heldBits > 0; this.heldBits -= 8) {
      this.bytes[this.at] = this.held;
      this.at += 1;
      this.held >>>= 8;
    }
    this.heldBits = 0;
    this.bytes.set(bytes, this.at);
    return this.bytes.subarray(0, this.at + bytes.length);
  }
}
