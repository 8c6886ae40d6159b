import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileNameOf } from "#exchange/file-name.ts";
import { formats } from "#exchange/formats.ts";
import { isMapText } from "#exchange/import-map.ts";
import { fitsCanvas, largestScale, pixelsOf } from "#exchange/png/canvas-limits.ts";
import { emptyMap } from "#model/new-objects.ts";

const tools = { newId: () => crypto.randomUUID(), now: () => "2027-01-01T00:00:00.000Z" };
const sample = readFileSync("tests/data/werkzeugmaschine.dreiklang.json", "utf8");

describe("a file's name", () => {
  it.each([
    ["Angebot für Übergröße", "Angebot für Übergröße.png"],
    ['a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j.png"],
    ["Finden: kaufen, betreiben", "Finden kaufen, betreiben.png"],
    ["../../etc", "etc.png"],
    ["photo\u202Egnp.exe", "photo gnp.exe.png"],
    ["", "Map.png"],
    [" . ", "Map.png"],
    ["con", "_con.png"],
    ["x".repeat(200), `${"x".repeat(80)}.png`],
  ])("of '%s' is '%s'", (title, name) => {
    expect(fileNameOf(title, "png", "Map")).toBe(name);
  });

  it("is safe for any title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (title) => {
        const name = fileNameOf(title, "dreiklang.json", "Map");
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(name).toMatch(/^[^\s.].*\.dreiklang\.json$/u);
        expect(name.length).toBeLessThanOrEqual(81 + ".dreiklang.json".length);
      }),
    );
  });
});

describe("the limits of a canvas", () => {
  it("are met by the largest scale, and by no noticeably larger one", () => {
    const length = fc.integer({ min: 1, max: 500_000 });
    fc.assert(
      fc.property(length, length, (width, height) => {
        const scale = largestScale(width, height);
        if (scale === 0) return;
        expect(fitsCanvas(width, height, scale)).toBe(true);
        expect(fitsCanvas(width, height, scale * 1.2 + 0.1)).toBe(false);
      }),
    );
  });

  it("name a readable scale", () => {
    expect(largestScale(20_000, 5_000)).toBe(1.6);
    expect(largestScale(400_000, 100)).toBe(0.163);
    expect(pixelsOf(100.4, 50, 2)).toEqual({ width: 200, height: 100 });
  });
});

it("a map's text is told from other texts that one pastes", () => {
  expect(isMapText(sample)).toBe(true);
  expect(isMapText("Anruf\nBesuch")).toBe(false);
  expect(isMapText('{"format": "other"}')).toBe(false);
});

describe.each(formats)("the format $name", (format) => {
  it("has a name and an extension of its own", () => {
    expect(formats.filter(({ id }) => id === format.id)).toHaveLength(1);
    expect(formats.filter(({ extension }) => extension === format.extension)).toHaveLength(1);
    expect(format.write ?? format.read).toBeDefined();
  });

  it("reads what it writes, if it reads", async () => {
    if (!format.read || !format.write) return;
    const map = emptyMap("m", "ß", "2027-01-01T00:00:00.000Z");
    // A format of data asks for neither settings nor tools.
    const result = await format.write(map, {} as never, {} as never);
    if (!result.ok) throw new Error(result.problem.key);
    const read = { ok: true, map, repairs: [], more: 0, fullTexts: null };
    expect(await format.read(result.blob, tools)).toEqual(read);
    expect(await format.read(await result.blob.text(), tools)).toEqual(read);
  });
});
