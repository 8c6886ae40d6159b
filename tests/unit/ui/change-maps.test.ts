import { expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { createEditor } from "#editor/editor.ts";
import type { SaveState } from "#editor/save-state.ts";
import { changeMap as changeTitle } from "#model/commands/map.ts";
import { changeMaps } from "#ui/portfolio/change-maps.ts";
import { type OpenMap, UnreadableMapError } from "#ui/services.ts";
import { aMap, LATER } from "../builders.ts";

/** An open map that tells this state of saving, and another one once it is closed. */
function anOpenMap(before: SaveState, after: SaveState, title = "Before"): OpenMap {
  const saving = createStore<SaveState>(() => before);
  return {
    editor: createEditor(aMap().with({ title }).build(), { now: () => LATER }),
    saving,
    close: vi.fn(async () => saving.setState(after, true)),
    retry() {},
    takeOver: async () => {},
    refused: createStore(() => ({ count: 0, reason: "viewOnly" as const })),
    viewport: { read: () => null, write() {} },
  };
}

const saved: SaveState = { state: "saved" };
const elsewhere: SaveState = { state: "viewOnly", reason: "otherWindow" };
const full: SaveState = { state: "notSaved", problem: "storageFull", detail: "" };

test("many maps are changed one after the other, and it is told what became of each", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const maps: Readonly<Record<string, OpenMap>> = {
    // Who closes a map gives the right to write back.
    changed: anOpenMap(saved, elsewhere),
    onlyHere: anOpenMap({ state: "onlyHere" }, { state: "onlyHere" }),
    same: anOpenMap(saved, elsewhere, "After"),
    open: anOpenMap(elsewhere, elsewhere),
    openAndSame: anOpenMap(elsewhere, elsewhere, "After"),
    outdated: anOpenMap({ state: "viewOnly", reason: "newerProgram" }, elsewhere),
    full: anOpenMap(saved, full),
  };
  const openMap = async (id: string) => {
    if (id === "unreadable" || id === "newer") throw new UnreadableMapError(id);
    if (id === "broken") throw new Error("no database");
    return maps[id] ?? null;
  };
  const ids = [...Object.keys(maps), "gone", "unreadable", "newer", "broken"];
  const done: number[] = [];
  const outcomes = await changeMaps(
    openMap,
    ids,
    () => changeTitle({ title: "After" }),
    (count) => done.push(count),
  );
  expect(Object.fromEntries(outcomes)).toEqual({
    changed: "changed",
    onlyHere: "changed",
    same: "same",
    open: "otherWindow",
    openAndSame: "same",
    outdated: "newerProgram",
    full: "notSaved",
    gone: "gone",
    unreadable: "unreadable",
    newer: "newer",
    broken: "failed",
  });
  expect(done).toEqual(ids.map((_, index) => index + 1));
  for (const map of Object.values(maps)) expect(map.close).toHaveBeenCalledTimes(1);
  expect(maps.changed?.editor.store.getState().past).toHaveLength(1);
  expect(maps.open?.editor.store.getState().map.title).toBe("Before");
});
