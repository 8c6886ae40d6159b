// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { startInMemory } from "#app/start-in-memory.ts";
import { aMap } from "../storage/a-map.ts";
import { LATER } from "../storage/stores.ts";

afterEach(() => vi.restoreAllMocks());

const start = () => startInMemory({ newId: () => "new", now: () => LATER }, [aMap(), aMap("map2")]);

test("F28 who leaves a window that keeps nothing is asked once, however often maps were opened", async () => {
  const guards = vi.spyOn(window, "addEventListener");
  const { openMap } = start();
  expect(guards).not.toHaveBeenCalled();
  for (const id of ["map1", "map2", "map1"]) await (await openMap(id))?.close();
  expect(guards.mock.calls.map(([type]) => type)).toEqual(["beforeunload"]);
  // Also from the library: what was opened is lost all the same.
  const leaving = new Event("beforeunload", { cancelable: true });
  window.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(true);
});

test("F28 where a map was looked at is known as long as the map, and written nowhere", async () => {
  const { openMap } = start();
  (await openMap("map1"))?.viewport.write({ x: 1, y: 2, zoom: 0.5 });
  expect((await openMap("map1"))?.viewport.read()).toEqual({ x: 1, y: 2, zoom: 0.5 });
  expect((await openMap("map2"))?.viewport.read()).toBeNull();
  expect(localStorage.length).toBe(0);
  expect(await openMap("nobody")).toBeNull();
});
