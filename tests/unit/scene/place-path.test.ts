import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawChannelIcon } from "#scene/icons.ts";
import { placePath } from "#scene/place-path.ts";

/** The points that a path of absolute or relative lines goes through. */
function points(d: string): readonly (readonly [number, number])[] {
  const result: (readonly [number, number])[] = [];
  let [x, y] = [0, 0];
  for (const [, word = "", rest = ""] of d.matchAll(/([MmLlHhVv])([^A-Za-z]*)/gu)) {
    const numbers = rest
      .trim()
      .split(/[\s,]+/u)
      .map(Number);
    const isRelative = word === word.toLowerCase();
    const isFlat = /[hv]/iu.test(word);
    for (let at = 0; at < numbers.length; at += isFlat ? 1 : 2) {
      const [first = 0, second = 0] = numbers.slice(at);
      const [left, top] = isRelative ? [x, y] : [0, 0];
      if (/v/iu.test(word)) y = top + first;
      else x = left + first;
      if (!isFlat) y = top + second;
      result.push([x, y]);
    }
  }
  return result;
}

describe("a path that is scaled and moved", () => {
  it("stays the same text where nothing is to be done", () => {
    expect(placePath("M1 2 l3 4Z", 0, 0, 1)).toBe("M1 2 l3 4Z");
  });

  it.each([
    ["absolute words", "M0 0L10 0H20V30Q1 2 3 4Z", "M5 6L25 6H45V66Q7 10 11 14Z"],
    ["relative words, which are only scaled", "M1 1l2 3h4v-5z", "M7 8l4 6h8v-10z"],
    ["a relative move at the beginning, which is absolute", "m1 1 2 3-4-5", "M7 8l4 6 -8 -10"],
    ["curves", "M0 0C1 2 3 4 5 6s1-2 3-4", "M5 6C7 10 11 14 15 18s2 -4 6 -8"],
    ["arcs, of which only radii and ends are lengths", "M1 1A2 3 45 0 1 5 6", "M7 8A4 6 45 0 1 15 18"],
    ["arcs with flags that stand close to what follows", "M1 1a2 2 0 01-2 2", "M7 8a4 4 0 0 1 -4 4"],
    ["several arcs in one word", "M0 0a1 1 0 1 0 2 2 1 1 0 0 1-3 .5", "M5 6a2 2 0 1 0 4 4 2 2 0 0 1 -6 1"],
    ["arcs without any space", "M0 0a.5.5 0 00-.5-1a2-3-4 10.5-.5", "M5 6a1 1 0 0 0 -1 -2a4 -6 -4 1 0 1 -1"],
    ["numbers without a space between them", "M.5.5l1.5-2e1", "M6 7l3 -40"],
  ])("has %s where they belong", (_, d, placed) => {
    expect(placePath(d, 5, 6, 2)).toBe(placed);
  });

  it.each([
    "Video",
    "Telefon",
    "Messe",
    "Shop",
    "Mail",
    "Suche",
    "Chat",
    "LinkedIn",
    "Portal",
    "App",
    "Website",
    "Presse",
    "Empfehlung",
    "Werbung",
    "Schulung",
    "Filiale",
    "Lieferung",
    "Techniker",
    "Rechnung",
    "Brief",
    "Vertrag",
    "Gespräch",
    "Besuch",
    "?",
  ])("leaves nothing out of the icon of %s", (channel) => {
    const { d } = drawChannelIcon(channel, 0, 0, 24, "ink");
    const placed = placePath(d, 7, 9, 0.75);
    // The flags of an arc may stand close together, so arcs are counted and not their numbers.
    const counted = (path: string) => {
      let [lengths, arcs] = [0, 0];
      for (const [, word = "", rest = ""] of path.matchAll(/([a-df-z])([^a-df-z]*)/giu)) {
        const count = (rest.match(/[-+]?(?:\d+\.?\d*|\.\d+)/gu) ?? []).length;
        if (/a/iu.test(word)) arcs += Math.ceil(count / 7);
        else lengths += count;
      }
      return { lengths, arcs };
    };
    expect(counted(placed)).toEqual(counted(d));
    expect(placed).not.toContain("NaN");
  });

  it("goes through the same points as one that is transformed", () => {
    const number = fc.integer({ min: -50, max: 50 });
    const line = fc.oneof(
      fc.tuple(fc.constantFrom("L", "l", "M"), number, number).map(([word, x, y]) => `${word}${x} ${y}`),
      fc.tuple(fc.constantFrom("H", "h", "V", "v"), number).map(([word, by]) => `${word}${by}`),
    );
    const place = fc.tuple(number, number, fc.constantFrom(0.25, 0.5, 1, 2, 3));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), place, (lines, [x, y, scale]) => {
        const d = `M1 2${lines.join("")}`;
        const expected = points(d).map(([px, py]) => [px * scale + x, py * scale + y]);
        const placed = points(placePath(d, x, y, scale));
        expect(placed).toHaveLength(expected.length);
        placed.forEach(([px, py], at) => {
          expect(px).toBeCloseTo(expected[at]?.[0] ?? 0, 1);
          expect(py).toBeCloseTo(expected[at]?.[1] ?? 0, 1);
        });
      }),
    );
  });
});
