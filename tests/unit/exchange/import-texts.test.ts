import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { importMap } from "#exchange/import-map.ts";
import { LARGEST_FILE, MOST_VALUES_IN_FILE } from "#exchange/json/limits.ts";
import { readMapFile } from "#exchange/json/read-file.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import { newNode } from "#model/new-objects.ts";
import { foldForSearch, searchTextOf } from "#model/queries.ts";
import { accepted, nodeOf, parse, parseWith, refused, smallFile } from "./small-file.ts";

const tools = { newId: () => "new", now: () => "2027-01-01T00:00:00.000Z" };
const sample = readFileSync("tests/data/werkzeugmaschine.dreiklang.json", "utf8");
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** As a file, a map of twenty nodes. */
function twentyNodes(): string {
  const file = smallFile();
  for (let count = file.map.nodes.length; count < 20; count += 1) {
    file.map.nodes.push(
      newNode("touchpoint", `more-${count}`, { x: 0, y: 700 + count * 110 }, { title: "ä€😀" }),
    );
  }
  return JSON.stringify(file);
}

/** Random numbers below 1 that are the same in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe("F60", () => {
  it("F60 every truncated prefix of a valid file is called cut off", () => {
    const text = twentyNodes();
    for (let length = 0; length < text.length; length += 1) {
      const [found] = refused(parse(text.slice(0, length)));
      expect(found?.key).toBe(length === 0 ? "empty" : "cutOff");
    }
  });

  it("F60 a file that is cut within the bytes of a character is refused", async () => {
    const bytes = bytesOf(twentyNodes());
    for (let length = bytes.length - 6000; length < bytes.length; length += 1) {
      const result = await readMapFile(new Blob([bytes.slice(0, length)]), tools);
      expect(result).toMatchObject({
        ok: false,
        problems: [{ key: expect.stringMatching(/^(cutOff|notText)$/) }],
      });
    }
  });
});

describe("F61", () => {
  const bytes = bytesOf(JSON.stringify(smallFile()));
  const random = createRandom(61);
  const flipped = (byte: number) => byte ^ (1 << Math.floor(random() * 8));
  it.each<[string, (byte: number) => readonly number[]]>([
    ["flipped", (byte) => [flipped(byte)]],
    ["removed", () => []],
    ["doubled", (byte) => [byte, byte]],
  ])("F61 every single byte %s gives a sound map or a clear error", async (_, change) => {
    for (let index = 0; index < bytes.length; index += 1) {
      const changed = new Uint8Array([
        ...bytes.subarray(0, index),
        ...change(bytes[index] ?? 0),
        ...bytes.subarray(index + 1),
      ]);
      const result = await readMapFile(new Blob([changed]), tools);
      // What comes in can go out, and comes in again as it is.
      if (result.ok) expect(accepted(parse(mapToJson(result.map))).repairs).toEqual([]);
      else expect(result.problems.length).toBeGreaterThan(0);
    }
  });
});

describe("F69", () => {
  const utf16 = (text: string, isBig: boolean) => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let index = 0; index < text.length; index += 1)
      view.setUint16(index * 2, text.charCodeAt(index), !isBig);
    return view.buffer;
  };

  it.each([
    ["UTF-8", sample],
    ["UTF-8 with a mark", `\uFEFF${sample}`],
    ["UTF-16 little", utf16(sample, false)],
    ["UTF-16 big", utf16(sample, true)],
    ["UTF-16 little with a mark", utf16(`\uFEFF${sample}`, false)],
    ["UTF-16 big with a mark", utf16(`\uFEFF${sample}`, true)],
  ])("F69 a file in %s is read", async (_, content) => {
    expect(await importMap(new Blob([content]), tools)).toMatchObject({
      ok: true,
      map: { stages: [{ name: "Auslöser" }, {}, {}, {}, {}, {}] },
    });
  });

  it.each([
    ["nothing", [], { key: "empty" }],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 1], { key: "wrongKind", params: { name: "PNG" } }],
    ["an archive", [0x50, 0x4b, 3, 4], { key: "wrongKind", params: { name: "ZIP" } }],
    ["no text", [0x7b, 0xff, 0xfe, 0xfd], { key: "notText" }],
    ["zeros alone", [0, 0, 0, 0, 0, 0], { key: "notText" }],
  ])("F69 a file is refused by name when it holds %s", async (_, bytes, found) => {
    const result = await importMap(new Blob([new Uint8Array(bytes)]), tools);
    expect(result).toMatchObject({ ok: false, problems: [found] });
  });

  it("F69 a file of 200 MB is refused before it is read", async () => {
    const file = new Blob(["{}"]);
    Object.defineProperty(file, "size", { value: 200 * 1024 * 1024 });
    const slice = vi.spyOn(file, "slice");
    expect(await importMap(file, tools)).toMatchObject({
      problems: [{ key: "tooLarge", params: { megabytes: 100 } }],
    });
    expect(slice).not.toHaveBeenCalled();
    expect(await importMap("x".repeat(LARGEST_FILE + 1), tools)).toMatchObject({
      problems: [{ key: "tooLarge" }],
    });
  });

  it.each<[string, (file: Blob) => void]>([
    ["gone", (file) => vi.spyOn(file, "slice").mockReturnValue(brokenBlob())],
    ["shorter than it was", (file) => Object.defineProperty(file, "size", { value: 1000 })],
  ])("F69 a file that is %s when it is read is called unreadable", async (_, harm) => {
    const file = new Blob(["{}"]);
    harm(file);
    expect(await importMap(file, tools)).toEqual({
      ...{ ok: false, more: 0 },
      problems: [{ key: "unreadable", params: {}, path: "" }],
    });
  });
});

function brokenBlob(): Blob {
  const blob = new Blob();
  blob.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
  return blob;
}

describe("F70", () => {
  it.each(["[", '{"a":', '{"format":"dreiklang-map","version":1,"map":{"x":[', '[{"a":"]]]",'])(
    "F70 %s nested 200,000 times is refused without a RangeError",
    (opening) => {
      expect(refused(parse(opening.repeat(200_000))).map(({ key }) => key)).toEqual(["tooDeep"]);
    },
  );

  it("F70 64 levels are read, 65 are not; brackets within texts are none", () => {
    const nested = (levels: number) =>
      parseWith((map) => {
        map.deep = JSON.parse(`${"[".repeat(levels - 2)}${"]".repeat(levels - 2)}`);
        map.title = `${"[".repeat(100)}\\"{`;
      });
    expect(nested(64).ok).toBe(true);
    expect(refused(nested(65))).toMatchObject([{ key: "tooDeep", params: { levels: 64 } }]);
  });

  it("F70 a file of nothing but brackets does not fill the memory", () => {
    const result = parse(`[${"[],".repeat(MOST_VALUES_IN_FILE / 2)}[]]`);
    expect(refused(result)).toMatchObject([{ key: "tooManyValues" }]);
  });
});

describe("F77", () => {
  // A pattern that tries again from every place would need a million times a million steps.
  const million = 1_000_000;
  const bombs: readonly (readonly [string, string])[] = [
    ["letters and an end that fits no id", `${"a".repeat(million)}!`],
    ["digits without an end", "9".repeat(million)],
    ["a time with a fraction without an end", `2026-01-01T00:00:00.${"0".repeat(million)}!`],
    ["spaces", `${" ".repeat(million)}x`],
    ["an address", `http://${"a.".repeat(million / 2)}!`],
    ["quotes and backslashes", '\\"'.repeat(million / 2)],
    ["lines", "\n".repeat(million)],
  ];

  it.each(bombs)("F77 %s need no more than a look in any field", (_, bomb) => {
    const result = parseWith((map) => {
      map.title = bomb;
      Object.assign(nodeOf(map, "t1"), { id: bomb, title: bomb, channel: bomb, tags: [bomb], stageId: bomb });
      Object.assign(map.people[0], { id: bomb, email: bomb });
      map.stages[0].name = bomb;
      map.dismissals[0].findingId = `x:${bomb}`;
    });
    const { map } = accepted(result);
    expect(map.people).not.toHaveProperty("p1");
    for (const node of Object.values(map.nodes)) {
      expect(foldForSearch(searchTextOf(map, node)).includes(foldForSearch(bomb))).toBe(false);
    }
    const { repairs } = accepted(
      parseWith((raw) => {
        raw.createdAt = bomb;
        raw.reviewOn = bomb;
      }),
    );
    expect(repairs.map(({ key }) => key)).toEqual(["oddTime", "oddDate"]);
    expect(JSON.stringify(repairs).length).toBeLessThan(1000);
  });

  it.each(bombs)("F77 %s outside of quotes are refused at their place", (_, bomb) => {
    expect(refused(parse(bomb))[0]?.key).toMatch(/^(notJson|wrongFormat|empty)$/);
    expect(refused(parse(`{"a": ${bomb}`))[0]?.key).toMatch(/^(notJson|cutOff)$/);
    expect(refused(parse(`{"a": "${bomb}`))[0]?.key).toMatch(/^(notJson|cutOff)$/);
  });
});

describe("a text that is no map", () => {
  it.each([
    ["", "empty"],
    [" \n", "empty"],
    ["hello", "notJson"],
    ['{"a": 1,\n "b": x}', "notJson"],
    ['{"format": "dreiklang-map"', "cutOff"],
    ['{"a": x', "notJson"],
    ['{"a": 1,}', "notJson"],
    ['{"a": 01}', "notJson"],
    ['{"a": 1} }', "notJson"],
    ['{"a": "\\x"}', "notJson"],
    ['{"a": "line\nline"}', "notJson"],
    ["[1, 2", "cutOff"],
    ['{"a": "\\u00', "cutOff"],
    ['{"a": -', "cutOff"],
    ["null", "wrongFormat"],
    ["[]", "wrongFormat"],
    ['{"type": "excalidraw"}', "wrongFormat"],
    ['{"format": "dreiklang-workspace", "version": 1}', "workspace"],
    ['{"format": "dreiklang-map", "map": {}}', "missing"],
    ['{"format": "dreiklang-map", "version": "1", "map": {}}', "wrongType"],
    ['{"format": "dreiklang-map", "version": 0, "map": {}}', "wrongType"],
    ['{"format": "dreiklang-map", "version": 1}', "missing"],
    ['{"format": "dreiklang-map", "version": 1, "map": []}', "wrongType"],
  ])("%.40s… is refused: %s", (text, key) => {
    expect(refused(parse(text)).map((found) => found.key)).toEqual([key]);
  });

  it("is told where the fault is", () => {
    expect(refused(parse('{"a": 1,\n "b": x}'))[0]?.params).toEqual({ line: 2, column: 7 });
  });

  it.each([2, 99, 1e6])("F78 is refused by the version that it needs: %d", (version) => {
    const result = parseWith((_, file) => Object.assign(file, { version, newKey: {} }));
    expect(refused(result)).toEqual([
      { key: "newerVersion", params: { version, supported: 1 }, path: "version" },
    ]);
  });
});
