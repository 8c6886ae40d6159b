import { describe, expect, test, vi } from "vitest";
import { createEditor, type Refusal } from "#editor/editor.ts";
import { clipOf, pasteClip } from "#model/clip.ts";
import { addNode, changeFields, remove } from "#model/commands/nodes.ts";
import type { JourneyMap, MapNode } from "#model/journey-map.ts";
import { MOST_NODES } from "#model/limits.ts";
import { emptyMap, newNode } from "#model/new-objects.ts";
import { LATER, START } from "../builders.ts";

const note = (id: string): MapNode => newNode("note", id, { x: 0, y: 0 }, { title: id });

function notes(count: number): JourneyMap {
  const nodes = Array.from({ length: count }, (_, index) => note(`n${index}`));
  return {
    ...emptyMap("map1", "Large", START),
    nodes: Object.fromEntries(nodes.map((one) => [one.id, one])),
  };
}

function open(count: number) {
  const onRefused = vi.fn<(reason: Refusal) => void>();
  const onChange = vi.fn();
  const editor = createEditor(notes(count), { now: () => LATER, onRefused, onChange });
  return { editor, onRefused, onChange, state: () => editor.store.getState() };
}

/** Copies of the first nodes of a map. */
function duplicates(map: JourneyMap, count: number) {
  const clip = clipOf(map, Object.keys(map.nodes).slice(0, count));
  return pasteClip(map, clip, {
    newId: (old) => `copy-${old}`,
    offset: { x: 20, y: 20 },
    label: "duplicate",
  });
}

describe("F68 a map may not grow beyond what an import takes", () => {
  test("the last node that fits is added, the next one is not", () => {
    const { editor, state, onRefused, onChange } = open(MOST_NODES - 1);
    expect(editor.dispatch(addNode(note("last")), ["last"])).toBe(true);
    const before = state();
    expect(editor.dispatch(addNode(note("more")), ["more"])).toBe(false);
    expect(state()).toBe(before);
    expect(onRefused).toHaveBeenCalledExactlyOnceWith("tooManyNodes");
    expect(onChange).toHaveBeenCalledOnce();
  });

  test("copies are made of all or of none", () => {
    const { editor, state, onRefused } = open(MOST_NODES - 10);
    const before = state();
    const tooMany = duplicates(before.map, 11);
    expect(editor.dispatch(tooMany.command, tooMany.nodeIds)).toBe(false);
    expect(state()).toBe(before);
    expect(onRefused).toHaveBeenCalledExactlyOnceWith("tooManyNodes");
    const { command, nodeIds } = duplicates(before.map, 10);
    expect(editor.dispatch(command, nodeIds)).toBe(true);
    expect(Object.keys(state().map.nodes)).toHaveLength(MOST_NODES);
  });

  test("one that is larger already can be changed and made smaller, and that can be undone", () => {
    const { editor, state, onRefused } = open(MOST_NODES + 5);
    expect(editor.dispatch(changeFields(state().map, ["n1"], { title: "Another" }))).toBe(true);
    expect(editor.dispatch(remove(state().map, ["n1", "n2"]))).toBe(true);
    editor.undo();
    expect(Object.keys(state().map.nodes)).toHaveLength(MOST_NODES + 5);
    expect(onRefused).not.toHaveBeenCalled();
    expect(editor.dispatch(addNode(note("more")))).toBe(false);
  });
});
