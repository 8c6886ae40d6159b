import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { initialsOf, type Measure, shortenText, wrapText } from "#scene/text.ts";

/** Every character is as wide as the size. */
const measure: Measure = (text, { size }) => Array.from(text).length * size;
const box = (width: number, lines: number) => ({ width, lines, size: 10, weight: 400 });

describe("wrapping", () => {
  test("breaks between words", () => {
    expect(wrapText("one two three", box(80, 3), measure)).toEqual(["one two", "three"]);
  });

  test("breaks a long word where a syllable ends, with a hyphen", () => {
    expect(wrapText("Konfiguratoren", box(90, 3), measure)).toEqual(["Konfigu-", "ratoren"]);
    expect(wrapText("Empfehlungen", box(80, 3), measure)).toEqual(["Empfeh-", "lungen"]);
  });

  test("breaks a compound between its words where both lines then have room", () => {
    expect(wrapText("Produktionsleiterin", box(160, 3), measure)).toEqual(["Produktions-", "leiterin"]);
    expect(wrapText("Bedürfniserkennung", box(140, 3), measure)).toEqual(["Bedürfnis-", "erkennung"]);
    expect(wrapText("Auftragsbestätigung", box(100, 3), measure)).toEqual(["Auftrags-", "bestäti-", "gung"]);
  });

  test("does not tear digraphs apart", () => {
    for (const line of wrapText("Maschinenbuchhaltung", box(70, 9), measure))
      expect(line).not.toMatch(/[csp]-$/);
  });

  test("uses a hyphen that is there already", () => {
    expect(wrapText("Vor-Ort-Termin", box(90, 2), measure)).toEqual(["Vor-Ort-", "Termin"]);
    expect(wrapText("Vor-Ort-Termin", box(130, 2), measure)).toEqual(["Vor-Ort-", "Termin"]);
  });

  test("ends in an ellipsis where it does not fit", () => {
    expect(wrapText("one two three four", box(70, 2), measure)).toEqual(["one two", "three…"]);
  });

  test("never cuts inside of what a reader sees as one character", () => {
    const family = "👩‍👩‍👧‍👦";
    for (const line of wrapText(family.repeat(6), box(120, 2), measure)) {
      expect(line.replaceAll(family, "").replace(/[-…]/g, "")).toBe("");
    }
  });

  test("any text keeps within its lines and its width", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme-ascii", maxLength: 80 }),
        fc.integer({ min: 20, max: 200 }),
        (text, width) => {
          const lines = wrapText(text, box(width, 3), measure);
          expect(lines.length).toBeLessThanOrEqual(3);
          for (const line of lines) expect(measure(line, box(width, 3))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

describe("shortening", () => {
  test("leaves what fits", () => expect(shortenText("four", box(40, 1), measure)).toBe("four"));
  test("cuts what does not", () => expect(shortenText("fours", box(40, 1), measure)).toBe("fou…"));
  test("gives nothing where nothing fits", () => expect(shortenText("four", box(5, 1), measure)).toBe(""));
});

test.each([
  ["Anna Brandt", "AB"],
  ["Anna Maria von Brandt", "AB"],
  ["Jean-Luc Picard", "JP"],
  ["Cher", "C"],
  ["  ", "?"],
  ["Émile Zola", "ÉZ"],
  ["👩‍🚀 Zola", "👩‍🚀Z"],
])("the initials of %j are %s", (name, initials) => expect(initialsOf(name)).toBe(initials));

test("F77 a name without an end needs no more than a look", () => {
  // Character by character it would take a quarter of an hour.
  expect(initialsOf("x".repeat(1_000_000))).toBe("X");
});
