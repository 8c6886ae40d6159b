import { expect } from "vitest";
import { createEditor } from "#editor/editor.ts";
import type { Command } from "#model/commands/command.ts";
import { invariantViolations } from "#model/invariants.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { LATER } from "../builders.ts";

/** Applies, undoes and redoes a command; gives the document after it. */
export function applied(map: JourneyMap, command: Command): JourneyMap {
  const editor = createEditor(map, { now: () => LATER });
  const mapNow = () => editor.store.getState().map;
  expect(editor.dispatch(command)).toBe(true);
  const after = mapNow();
  expect(after.updatedAt).toBe(LATER);
  editor.undo();
  expect(mapNow()).toBe(map);
  editor.redo();
  expect(mapNow()).toBe(after);
  expect(invariantViolations(after)).toEqual([]);
  return after;
}

/** A command that changes nothing gives the very same object and leaves no step. */
export function expectNoChange(map: JourneyMap, command: Command): void {
  const editor = createEditor(map, { now: () => LATER });
  expect(editor.dispatch(command)).toBe(false);
  expect(editor.store.getState().map).toBe(map);
  expect(editor.store.getState().past).toEqual([]);
}
