import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createEditor } from "#editor/editor.ts";
import { applyCommand } from "#model/commands/command.ts";
import { changeFields } from "#model/commands/nodes.ts";
import { restoreMap } from "#model/commands/restore.ts";
import { compareMaps } from "#model/compare.ts";
import { changeBetween } from "#model/map-change.ts";
import { aMap, LATER, sampleMap } from "../builders.ts";
import { commandOf, countingIds, dice } from "./random-commands.ts";

// Hundreds of stories take their time on a busy computer.
vi.setConfig({ testTimeout: 120_000 });

describe("restoring an older state", () => {
  test("gives back all that it said, and keeps whose map it is", () => {
    fc.assert(
      fc.property(fc.array(dice, { minLength: 1, maxLength: 20 }), (steps) => {
        const older = sampleMap();
        const editor = createEditor(
          { ...older, createdAt: "2020-01-01T00:00:00.000Z" },
          { now: () => LATER },
        );
        const newId = countingIds();
        for (const step of steps) editor.dispatch(commandOf(editor.store.getState().map, step, newId));
        const before = editor.store.getState().map;
        const isChanged = editor.dispatch(restoreMap({ ...older, id: "other" }, "Monday"));
        const { map, past } = editor.store.getState();
        expect({ ...map, updatedAt: "" }).toEqual({
          ...older,
          createdAt: "2020-01-01T00:00:00.000Z",
          updatedAt: "",
        });
        expect(compareMaps(older, map)).toEqual([]);
        if (!isChanged) return;
        expect(past.at(-1)?.label).toEqual({ key: "restore", name: "Monday" });
        editor.undo();
        expect(editor.store.getState().map).toBe(before);
      }),
      { numRuns: 150 },
    );
  });

  test("leaves what is equal as the object that it was, so that little is written", () => {
    const older = sampleMap();
    const changed = applyCommand(older, changeFields(older, ["t01"], { title: "Fair" }), LATER);
    const restored = applyCommand(changed, restoreMap(structuredClone(older), "Monday"), LATER);
    expect(restored.nodes.t02).toBe(changed.nodes.t02);
    expect(restored.people).toBe(changed.people);
    const { rows, map } = changeBetween(changed, restored);
    expect(rows).toEqual({
      nodes: { t01: { set: { title: older.nodes.t01?.title }, unset: [] } },
    });
    expect(map).toEqual({ set: {}, unset: [] });
  });

  test("is no step when all is as it was", () => {
    const map = aMap().withStage().withJourney().withTouchpoint().build();
    expect(applyCommand(map, restoreMap(structuredClone(map), "Monday"), LATER)).toBe(map);
  });

  test("brings back fields that only another release knows, and takes away those that came since", () => {
    const plain = aMap().withNote().build();
    const older = { ...plain, mood: "calm", nodes: { note1: { ...plain.nodes.note1, ink: 3 } } };
    const now = { ...plain, noise: 1 };
    const restored = applyCommand(now, restoreMap(older as unknown as typeof plain, "Monday"), LATER);
    expect(restored).toEqual({ ...older, updatedAt: LATER });
  });

  test("neither freezes nor shares the older state", () => {
    const older = structuredClone(aMap().withNote().build());
    const restored = applyCommand(aMap().build(), restoreMap(older, "Monday"), LATER);
    expect(restored.nodes.note1).toEqual(older.nodes.note1);
    expect(restored.nodes.note1).not.toBe(older.nodes.note1);
    expect(Object.isFrozen(older.nodes.note1)).toBe(false);
  });
});
