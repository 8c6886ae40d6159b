// @vitest-environment jsdom
import { beforeEach, expect, test } from "vitest";
import { forgetMap } from "#app/forget-map.ts";
import { rememberedViewport } from "#app/remembered-viewport.ts";
import { keepLate } from "#storage/late-texts.ts";
import { batchOf, entriesOf } from "#storage/map-store.ts";
import { aMap } from "../storage/a-map.ts";
import { LATER } from "../storage/stores.ts";

beforeEach(() => localStorage.clear());

/** What a window leaves beside the database of a map that it had open. */
function leaves(id: string): void {
  rememberedViewport(localStorage, id).write({ x: 1, y: 2, zoom: 1 });
  for (const writer of ["one", "two"]) {
    const [before, after] = [aMap(id), { ...aMap(id), title: writer }];
    const change = { before, after, at: LATER, label: null, mergeKey: null, move: "step" } as const;
    keepLate(localStorage, [batchOf(entriesOf([change], 1, writer), after, null)]);
  }
}

test("of a map that is removed for good nothing stays beside the database, and all of the others", () => {
  leaves("map1");
  leaves("map12");
  const own = Object.keys(localStorage).filter((key) => key.includes("map12"));
  expect(own).toHaveLength(3);
  expect(localStorage.length).toBe(6);
  forgetMap(localStorage, "map1");
  expect(Object.keys(localStorage).sort()).toEqual(own.sort());
});

test("a browser that forbids it keeps it, and nobody minds", () => {
  const refuse = () => {
    throw new DOMException("no", "SecurityError");
  };
  forgetMap({ getItem: () => null, setItem() {}, removeItem: refuse }, "map1");
});
