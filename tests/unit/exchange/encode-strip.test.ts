import { crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adlerValue, joinAdler, noBytes } from "#exchange/png/checksums.ts";
import { beginOfPng, endOfPng } from "#exchange/png/chunks.ts";
import { encodeStrip } from "#exchange/png/encode-strip.ts";
import { type PixelFormat, pitchOf } from "#exchange/png/row-differences.ts";
import { decodePng } from "../../browser/png.ts";

function memoryOf(rows: readonly (readonly number[])[]): ArrayBuffer {
  const pitch = pitchOf(rows[0]?.length ?? 0);
  const result = new Int32Array(pitch * rows.length);
  rows.forEach((row, y) => {
    result.set(row, y * pitch);
  });
  return result.buffer;
}

/** A file of strips, each given as rows of pixels `0xAABBGGRR`. */
function fileOf(strips: readonly (readonly number[][])[], format: PixelFormat = "RGBA"): Buffer {
  const width = strips[0]?.[0]?.length ?? 0;
  const encoded = strips.map((rows) =>
    encodeStrip({ pixels: memoryOf(rows), width, rows: rows.length, format }),
  );
  const adler = encoded.reduce((sum, strip) => joinAdler(sum, strip.adler), noBytes);
  const height = strips.reduce((sum, rows) => sum + rows.length, 0);
  const parts = [
    ...beginOfPng(width, height),
    ...encoded.map(({ chunk }) => chunk),
    ...endOfPng(adlerValue(adler)),
  ];
  return Buffer.concat(parts);
}

const opaque = (colors: readonly number[]) => colors.map((color) => (color | 0xff000000) >>> 0);
const red = 0xff0000ff;

/** What reads the file checks the Adler sum, and that nothing is missing. */
function expectPicture(strips: readonly (readonly number[][])[]): void {
  const rows = strips.flat();
  const picture = decodePng(fileOf(strips));
  expect([picture.width, picture.height]).toEqual([rows[0]?.length, rows.length]);
  rows.forEach((row, y) => {
    expect(picture.pixelsOfRow(y)).toEqual(row);
  });
}

describe("a strip of a picture", () => {
  it("comes back as it was: one pixel, one row, one column", () => {
    expectPicture([[[red]]]);
    expectPicture([[[red, 0xff00ff00, 0xffff0000, 0xffff0000]]]);
    expectPicture([[[red], [red]], [[0xff123456]]]);
  });

  it("comes back as it was: flat, striped, noisy, more than a thousand pixels wide", () => {
    const noise = (seed: number) =>
      Array.from({ length: 9000 }, (_, x) => (Math.imul(x + seed, 0x9e3779b1) >>> 8) & 0xffffff);
    const flat = Array.from({ length: 9000 }, () => 0xffffff);
    const striped = flat.map((_, x) => (x % 3 === 0 ? 0x102030 : 0x405060));
    const words = flat.map((_, x) =>
      x % 200 < 40 ? (Math.imul(x % 200, 0x85ebca6b) >>> 8) & 0xffffff : 0xffffff,
    );
    const rows = [flat, flat, words, words, striped, noise(1), noise(2), flat, words].map(opaque);
    expectPicture([rows.slice(0, 4), rows.slice(4, 5), rows.slice(5)]);
  });

  it("comes back as it was, whatever its pixels are", () => {
    const pixel = fc.oneof(
      fc.constantFrom(red, 0xffffffff, 0xff000000),
      fc.integer({ min: 0, max: 0xffffff }).map((color) => (color | 0xff000000) >>> 0),
    );
    const strips = fc.integer({ min: 1, max: 40 }).chain((width) => {
      const row = fc.array(pixel, { minLength: width, maxLength: width });
      return fc.array(fc.array(row, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 });
    });
    fc.assert(fc.property(strips, expectPicture));
  });

  it("is the same for either order of the colours in memory", () => {
    const rows = [opaque([0x102030, 0x102030, 0xffeedd]), opaque([0, 0x102030, 0xffffff])];
    const swapped = rows.map((row) =>
      row.map((pixel) => ((pixel & 0xff00ff00) | ((pixel >>> 16) & 255) | ((pixel & 255) << 16)) >>> 0),
    );
    expect(fileOf([swapped], "BGRA").equals(fileOf([rows]))).toBe(true);
  });

  it("writes colours that are seen through without their alpha", () => {
    // Half red, stored as a canvas does: 128 of 128.
    const row = [0x80000080, 0x00000000, red];
    expect(decodePng(fileOf([[row]])).pixelsOfRow(0)).toEqual([0x800000ff, 0, red]);
    expect(decodePng(fileOf([[row]], "straight RGBA")).pixelsOfRow(0)).toEqual(row);
  });

  it("gives every chunk its sum", () => {
    const file = fileOf([[opaque([1, 2, 3])], [opaque([3, 3, 3])]]);
    const types: string[] = [];
    for (let at = 8; at < file.length; ) {
      const length = file.readUInt32BE(at);
      types.push(file.toString("latin1", at + 4, at + 8));
      expect(file.readUInt32BE(at + 8 + length)).toBe(crc32(file.subarray(at + 4, at + 8 + length)));
      at += 12 + length;
    }
    expect(types).toEqual(["IHDR", "IDAT", "IDAT", "IDAT", "IDAT", "IEND"]);
  });

  it("of flat rows takes far less than it shows", () => {
    const rows = Array.from({ length: 100 }, () => new Array<number>(4000).fill(0xffaabbcc));
    expect(fileOf([rows]).length).toBeLessThan(5000);
  });
});
