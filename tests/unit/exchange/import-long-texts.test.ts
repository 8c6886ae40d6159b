import { describe, expect, it } from "vitest";
import { LONGEST_LINE, LONGEST_TEXT } from "#exchange/json/limits.ts";
import { readMapFile } from "#exchange/json/read-file.ts";
import { shortText } from "#exchange/json/short-text.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import { MOST_NODES } from "#model/limits.ts";
import { accepted, type Json, nodeOf, parse, parseWith, refused, smallFile } from "./small-file.ts";

const megabyte = (character: string) => character.repeat(2 ** 20 / character.length);
const family = "👨‍👩‍👧‍👦";

describe("F75", () => {
  const odd: readonly (readonly [string, string])[] = [
    ["lone surrogates", "\ud800 \udc00 \udfff\ud83d"],
    ["NUL and control characters", "\u0000\u0001\u0008\u001b\u007f\u0085"],
    ["line separators", "a\u2028b\u2029c\r\nd\te"],
    ["marks of the writing direction", "photo\u202Egnp.exe\u2066\u200f"],
    ["invisible characters", "\u200b\u200d\u2060\ufeff\u00ad"],
    ["five thousand combining marks", `e${"\u0301".repeat(5000)}`],
    ["emoji of many parts", `${family}🏳️‍🌈👍🏽🇩🇪`],
    ["right to left", "שלום עולם مرحبا"],
    ["what ends a script or a comment", "</script><!-- ]]> --> \\u0000 {{y}}"],
  ];

  it.each(odd)("F75 %s are the same after a round trip, in every text", (_, text) => {
    const file = smallFile();
    const fields = { title: text, description: text, tags: [text], channel: text };
    Object.assign(nodeOf(file.map, "t1"), fields, { disappointments: [{ text, burden: "company" }] });
    Object.assign(file.map, { title: text, [text]: text });
    Object.assign(file.map.stages[0], { name: text });
    const first = accepted(parse(file));
    expect(first.repairs).toEqual([]);
    expect(first.map).toMatchObject({ title: text, nodes: { t1: fields }, stages: [{ name: text }] });
    expect(accepted(parse(mapToJson(first.map))).map).toEqual(first.map);
  });

  it.each([
    ["family", family.repeat(50)],
    ["flags", "🇩🇪🇨🇭🇦🇹".repeat(50)],
    ["accents", "e\u0301\u0323".repeat(200)],
    ["letters and emoji", `a${"😀".repeat(200)}`],
  ])("F75 a text of %s is never cut within a character", (_, text) => {
    const whole = new Set<number>();
    for (const { index } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text))
      whole.add(index);
    for (let most = 30; most < 120; most += 1) {
      const short = shortText(text, most);
      expect(short.length).toBeLessThanOrEqual(most);
      expect(short.endsWith("…")).toBe(true);
      expect(whole.has(short.length - 1)).toBe(true);
      expect(text.startsWith(short.slice(0, -1))).toBe(true);
    }
  });

  it("F75 a single character without an end is cut, but not within a code point", () => {
    expect(shortText(`e${"\u0301".repeat(500)}`, 20)).toHaveLength(20);
    // A chain of joined emoji is one character as well.
    for (const most of [20, 21, 22]) {
      expect(shortText("👩\u200d".repeat(100), most)).not.toMatch(/\p{Surrogate}/u);
    }
  });
});

describe("F76", () => {
  it("F76 a title of 1 MB is cut, and the text goes into the empty description as far as that holds it", async () => {
    const title = megabyte("Hotline ");
    const file = smallFile();
    Object.assign(nodeOf(file.map, "t1"), { title });
    const result = await readMapFile(JSON.stringify(file), { newId: () => "new", now: () => "" });
    if (!result.ok) throw new Error("refused");
    const { t1 } = result.map.nodes;
    expect(t1?.title).toMatch(/^(?:Hotline )+.*…$/);
    expect(t1?.title.length).toBeLessThanOrEqual(200);
    expect(t1?.description).toHaveLength(LONGEST_TEXT);
    expect(result.repairs.map(({ key, params }) => `${key} ${params.field} ${params.id}`)).toEqual([
      "movedText title t1",
      "cutText description t1",
    ]);
    expect(await result.fullTexts?.text()).toContain(title);
  });

  it("F76 a title that the description can hold whole is there, before what stood there", () => {
    const title = "x".repeat(LONGEST_LINE + 1);
    const { map, repairs, cutTexts } = accepted(
      parseWith((raw) => {
        Object.assign(nodeOf(raw, "n1"), { title, description: "own words" });
        Object.assign(raw, { title });
        Object.assign(raw.stages[0], { name: title });
      }),
    );
    expect(repairs.map(({ key, params }) => `${key} ${params.kind}`)).toEqual([
      "movedText map",
      "movedText stage",
      "movedText note",
    ]);
    expect(map.nodes.n1?.description).toBe(`${title}\n\nown words`);
    expect([map.description, map.stages[0]?.description]).toEqual([title, title]);
    expect(cutTexts).toEqual([]);
  });

  it("F76 a title for which a full description has no room is in the report", () => {
    const title = megabyte("x");
    const { map, cutTexts } = accepted(
      parseWith((raw) => Object.assign(nodeOf(raw, "n1"), { title, description: "own words" })),
    );
    expect(map.nodes.n1?.description).toBe("own words");
    expect(map.nodes.n1?.title).toHaveLength(LONGEST_LINE);
    expect(cutTexts).toEqual([{ path: expect.stringMatching(/^map\.nodes\[\d\]\.title$/), text: title }]);
  });

  it("F76 a note of 10,000 lines is cut at the limit, the full text is in the report", () => {
    const description = Array.from({ length: 10_000 }, (_, index) => `Line ${index} of the note`).join("\n");
    const { map, repairs, cutTexts } = accepted(
      parseWith((raw) => Object.assign(nodeOf(raw, "n1"), { description })),
    );
    expect(map.nodes.n1?.description).toBe(`${description.slice(0, LONGEST_TEXT - 1)}…`);
    expect(repairs).toMatchObject([
      { key: "cutText", params: { field: "description", length: description.length } },
    ]);
    expect(cutTexts.map(({ text }) => text)).toEqual([description]);
  });

  it("F76 what is within the limits stays as it is", () => {
    const line = "x".repeat(LONGEST_LINE);
    const text = "x".repeat(LONGEST_TEXT);
    const change = (raw: Json) => {
      Object.assign(nodeOf(raw, "t1"), { title: line, description: text, customerNeed: text, tags: [line] });
      Object.assign(raw.connections[0], { label: line, handover: { information: text } });
    };
    expect(accepted(parseWith(change))).toMatchObject({ repairs: [], cutTexts: [] });
  });

  it("F76 the id of a finding of as many nodes as a map can have stays whole", () => {
    const ids = Array.from({ length: MOST_NODES }, (_, index) => `${index}`.padStart(64, "x"));
    const findingId = `nobody-holds:${ids.join(",")}`;
    const { map, repairs } = accepted(
      parseWith((raw) => Object.assign(raw.dismissals[0], { findingId, reason: "no one needs to" })),
    );
    expect(repairs).toEqual([]);
    expect(map.dismissals[findingId]).toMatchObject({ findingId, reason: "no one needs to" });
    expect(accepted(parse(mapToJson(map))).map).toEqual(map);
  });

  it("F76 every text that is shown has a limit", () => {
    const text = megabyte("x");
    const file = JSON.parse(JSON.stringify(smallFile(), (key, value) => (isText(key, value) ? text : value)));
    const { map, cutTexts } = accepted(parse(file));
    expect(longestText(map)).toBe(LONGEST_TEXT);
    expect(cutTexts.length).toBeGreaterThan(30);
  });
});

/** Texts that say nothing to the program: no ids, kinds, options and dates. */
function isText(key: string, value: unknown): boolean {
  const isOther =
    /^(?:id|kind|format|version|owner|from|to|state|color|evidence|control|contactForm|burden|discipline|findingId|status|at|it|0|1)$|Id$|At$|On$/;
  return typeof value === "string" && !isOther.test(key);
}

function longestText(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  return Math.max(0, ...Object.values(value).map(longestText));
}

describe("F80", () => {
  const wrongRow = (index: number) => ({
    id: `n${index}`,
    kind: "touchpoint",
    title: 1,
    position: { x: 0, y: 0 },
    owner: "x",
    tags: 5,
  });

  it("F80 of thousands of wrong rows the first fifty faults are named and the others counted", () => {
    const result = parseWith((map) => {
      map.nodes = Array.from({ length: 5000 }, (_, index) => wrongRow(index));
    });
    expect(refused(result)).toHaveLength(50);
    expect(result).toMatchObject({ more: 3 * 5000 - 50 });
    expect(refused(result)[0]).toMatchObject({ key: "wrongType", params: { id: "n0", field: "title" } });
  });

  it("F80 100,000 wrong rows are too many to be looked at, and nothing throws", () => {
    for (const list of ["nodes", "people", "measures"]) {
      const result = parseWith((map) => {
        map[list] = Array.from({ length: 100_000 }, (_, index) => wrongRow(index));
      });
      expect(refused(result)[0]?.key).toMatch(/^tooMany/);
    }
  });

  it("F80 a list of 100,000 wrong entries is refused as a whole", () => {
    const list = Array.from({ length: 100_000 }, () => ({ text: 1, burden: 2 }));
    const result = parseWith((map) =>
      Object.assign(nodeOf(map, "t1"), { disappointments: list, tags: list }),
    );
    expect(refused(result).map(({ key }) => key)).toEqual(["tooLongList", "tooLongList"]);
  });

  it("F80 the longest list that is looked at may be wrong in every entry", () => {
    const list = Array.from({ length: 5000 }, () => ({ text: 1, burden: 2 }));
    const result = parseWith((map) => Object.assign(nodeOf(map, "t1"), { disappointments: list }));
    expect(refused(result)).toHaveLength(50);
    expect(result).toMatchObject({ more: 2 * 5000 - 50 });
  });
});
