import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createEditor } from "#editor/editor.ts";
import { contentHash, countsOf } from "#model/content-hash.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { applyChange, applyChanges, changeBetween, nodesIn } from "#model/map-change.ts";
import { aMap, deepFreeze, LATER, sampleMap } from "../builders.ts";
import { commandOf, countingIds, dice } from "./random-commands.ts";

// Hundreds of stories take their time on a busy computer.
vi.setConfig({ testTimeout: 120_000 });

const story = fc.array(dice, { minLength: 1, maxLength: 20 });

/** The documents of a random history, the first one included. */
const histories = fc
  .tuple(fc.constantFrom(sampleMap(), aMap().withJourney().build()), story)
  .map(([map, steps]) => {
    const editor = createEditor(map, { now: () => LATER });
    const newId = countingIds();
    return [
      map,
      ...steps.map((step) => {
        editor.dispatch(commandOf(editor.store.getState().map, step, newId));
        return editor.store.getState().map;
      }),
    ];
  });

const first = (maps: readonly JourneyMap[]) => maps[0] as JourneyMap;
const last = (maps: readonly JourneyMap[]) => maps.at(-1) as JourneyMap;
const changesOf = (maps: readonly JourneyMap[]) =>
  maps.slice(1).map((map, index) => changeBetween(maps[index] as JourneyMap, map));

describe("a change", () => {
  test("leads from the one document to the other, and its reverse back", () => {
    fc.assert(
      fc.property(histories, (maps) => {
        const [from, to] = [first(maps), last(maps)];
        expect(applyChange(from, deepFreeze(changeBetween(from, to)))).toEqual(to);
        expect(applyChange(to, deepFreeze(changeBetween(to, from)))).toEqual(from);
      }),
      { numRuns: 150 },
    );
  });

  test("survives being written as JSON and by structured cloning", () => {
    fc.assert(
      fc.property(histories, (maps) => {
        const change = changeBetween(first(maps), last(maps));
        expect(JSON.parse(JSON.stringify(change))).toEqual(change);
        expect(structuredClone(change)).toEqual(change);
      }),
      { numRuns: 50 },
    );
  });

  test("many at once are the same as one after the other", () => {
    fc.assert(
      fc.property(histories, (maps) => {
        expect(applyChanges(first(maps), changesOf(maps))).toEqual(last(maps));
      }),
      { numRuns: 150 },
    );
  });

  test("of one title is as small as the title, whatever the map", () => {
    const map = sampleMap();
    const node = map.nodes.t01;
    if (!node) throw new Error("not in the sample");
    const renamed = { ...map, nodes: { ...map.nodes, t01: { ...node, title: "Fair" } } };
    expect(changeBetween(map, renamed)).toEqual({
      map: { set: {}, unset: [] },
      rows: { nodes: { t01: { set: { title: "Fair" }, unset: [] } } },
    });
  });

  test("names the nodes that it adds or changes, not those that it removes", () => {
    const map = aMap().withJourney().withTouchpoint().withTouchpoint().build();
    const { touchpoint1, ...others } = map.nodes;
    expect(nodesIn(changeBetween(map, { ...map, nodes: others }))).toEqual([]);
    expect(nodesIn(changeBetween({ ...map, nodes: others }, map))).toEqual(["touchpoint1"]);
    expect(touchpoint1).toBeDefined();
  });

  test("of rows that are not there changes nothing, and no key reaches the prototype", () => {
    const map = aMap().withNote().build();
    const rubbish = JSON.parse(
      '{"map":{"set":{},"unset":[]},"rows":{"nodes":{"gone":{"set":{"title":"x"},"unset":[]},"__proto__":{"put":{"polluted":true}}}}}',
    );
    expect(applyChange(map, rubbish)).toEqual(map);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("the check sum", () => {
  test("is the same for equal documents, whatever the order of their keys", () => {
    fc.assert(
      fc.property(histories, (maps) => {
        const map = last(maps);
        expect(contentHash(structuredClone(map))).toBe(contentHash(map));
        expect(contentHash(reversed(map) as JourneyMap)).toBe(contentHash(map));
        expect(contentHash(applyChanges(first(maps), changesOf(maps)))).toBe(contentHash(map));
      }),
      { numRuns: 50 },
    );
  });

  test("is another one after every command", () => {
    fc.assert(
      fc.property(histories, (maps) => {
        const different = new Set(maps.map((map) => JSON.stringify(reversed(map, true))));
        expect(new Set(maps.map(contentHash)).size).toBe(different.size);
      }),
      { numRuns: 150 },
    );
  });

  test("notices that two rows changed places", () => {
    const map = aMap().withNote().withNote().build();
    const { note1, note2 } = map.nodes;
    const swapped = { ...map, nodes: { note1: note2, note2: note1 } } as unknown as JourneyMap;
    expect(contentHash(swapped)).not.toBe(contentHash(map));
    expect(contentHash(map)).toMatch(/^[0-9a-f]{26}$/);
  });
});

test("everything in a document is counted", () => {
  const map = aMap().withStage().withPerson().withJourney().withTouchpoint().build();
  expect(countsOf(map)).toEqual({
    stages: 1,
    people: 1,
    nodes: 2,
    connections: 0,
    contents: 0,
    measures: 0,
    dismissals: 0,
  });
});

/** The same data with the keys of all objects the other way round, or in one order. */
function reversed(value: unknown, sorts = false): unknown {
  if (Array.isArray(value)) return value.map((entry) => reversed(entry, sorts));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, entry]) => [key, reversed(entry, sorts)] as const);
  const ordered = sorts ? entries.sort(([a], [b]) => (a < b ? -1 : 1)) : entries.reverse();
  return Object.fromEntries(ordered);
}
