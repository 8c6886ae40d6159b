import { describe, expect, test, vi } from "vitest";
import { createEditor, type DocumentChange } from "#editor/editor.ts";
import { addNode, assignOwner, changeFields, remove } from "#model/commands/nodes.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { newNode } from "#model/new-objects.ts";
import { aMap, LATER } from "../builders.ts";

const map = aMap().withTouchpoint().withTouchpoint().build();

function open(document: JourneyMap = map) {
  const onChange = vi.fn<(change: DocumentChange) => void>();
  const editor = createEditor(document, { now: () => LATER, onChange });
  const state = () => editor.store.getState();
  const title = (text: string, id = "touchpoint1") =>
    editor.dispatch(changeFields(state().map, [id], { title: text }, "typing"));
  return { editor, state, title, onChange };
}

describe("merging", () => {
  test("typing into one field is one step, back to what was before", () => {
    const { editor, state, title } = open();
    for (const text of ["a", "ab", "abc"]) title(text);
    expect(state().past).toHaveLength(1);
    editor.undo();
    expect(state().map).toBe(map);
    editor.redo();
    expect(state().map.nodes.touchpoint1?.title).toBe("abc");
  });

  test("another field, another node, an end and an undo begin a new step", () => {
    const { editor, state, title } = open();
    title("a");
    title("a", "touchpoint2");
    expect(state().past).toHaveLength(2);
    editor.endMerge();
    title("ab", "touchpoint2");
    expect(state().past).toHaveLength(3);
    editor.undo();
    title("abc", "touchpoint2");
    expect(state().past).toHaveLength(3);
    editor.dispatch(assignOwner(state().map, ["touchpoint2"], "it"));
    title("abcd", "touchpoint2");
    expect(state().past).toHaveLength(5);
  });
});

describe("history", () => {
  test("undo and redo stop at the ends and give objects back", () => {
    const { editor, state, title, onChange } = open();
    expect(editor.undo()).toBeNull();
    expect(editor.redo()).toBeNull();
    expect(onChange).not.toHaveBeenCalled();
    title("a");
    const after = state().map;
    expect(editor.undo()?.label).toMatchObject({ key: "renameNode", name: "a" });
    expect(onChange).toHaveBeenLastCalledWith({
      before: after,
      after: map,
      at: LATER,
      label: null,
      mergeKey: null,
      move: -1,
    });
    editor.redo();
    expect(state().map).toBe(after);
  });

  test("a new step forgets what was undone", () => {
    const { editor, state, title } = open();
    title("a");
    editor.undo();
    title("b");
    expect(state().future).toEqual([]);
  });

  test("goes to any step, and no further than there are", () => {
    const { editor, state, onChange } = open();
    const seen = [state().map];
    for (const owner of ["it", "sales", "marketing"] as const) {
      editor.dispatch(assignOwner(state().map, ["touchpoint1"], owner));
      seen.push(state().map);
    }
    for (const [steps, reached] of [
      [1, 1],
      [3, 3],
      [0, 0],
      [99, 3],
      [-1, 0],
    ] as const) {
      editor.goTo(steps);
      expect(state().map).toBe(seen[reached]);
      expect([state().past.length, state().future.length]).toEqual([reached, 3 - reached]);
    }
    onChange.mockClear();
    editor.goTo(0);
    expect(onChange).not.toHaveBeenCalled();
  });

  test("a command that changes nothing leaves no step, but may select", () => {
    const { editor, state, onChange } = open();
    expect(editor.dispatch(assignOwner(map, ["touchpoint1"], null), ["touchpoint2"])).toBe(false);
    expect(state()).toMatchObject({ map, past: [], selection: { nodeIds: ["touchpoint2"] } });
    expect(onChange).not.toHaveBeenCalled();
  });

  test("a command that throws changes nothing", () => {
    const { editor, state } = open();
    const broken = {
      label: { key: "move" },
      apply: (draft: { title: string }) => {
        draft.title = "half";
        throw new Error("broken");
      },
    } as const;
    expect(() => editor.dispatch(broken)).toThrow("broken");
    expect(state().map).toBe(map);
    expect(state().past).toEqual([]);
  });
});

describe("what is told to whoever keeps the document", () => {
  test("a step, more of it, and moves in the history", () => {
    const { editor, title, onChange } = open();
    title("a");
    title("ab");
    editor.dispatch(assignOwner(editor.store.getState().map, ["touchpoint1"], "it"));
    editor.goTo(0);
    editor.redo();
    const told = onChange.mock.calls.map(([{ move, label }]) => [move, label?.key ?? null]);
    expect(told).toEqual([
      ["step", "renameNode"],
      ["merge", "renameNode"],
      ["step", "assignOwner"],
      [-2, null],
      [1, null],
    ]);
    onChange.mock.calls.reduce((before, [change]) => {
      expect(change.before).toBe(before);
      return change.after;
    }, map);
  });

  test("nothing when another state is loaded, which cannot be undone", () => {
    const { editor, state, title, onChange } = open();
    title("a");
    onChange.mockClear();
    editor.load(map);
    expect(state()).toMatchObject({ map, past: [], future: [] });
    expect(onChange).not.toHaveBeenCalled();
  });
});

test("the steps of an earlier session come before those of this one", () => {
  const earlier = open();
  for (const text of ["a", "b", "c"]) {
    earlier.title(text);
    earlier.editor.endMerge();
  }
  earlier.editor.undo();
  const { past, future, map: reached } = earlier.state();
  const { editor, state, title } = open(reached);
  editor.restoreHistory(past, future);
  editor.redo();
  expect(state().map.nodes.touchpoint1?.title).toBe("c");
  editor.goTo(0);
  expect(state().map).toBe(map);

  const other = open(reached);
  title("z");
  other.title("d");
  other.editor.restoreHistory(past, future);
  expect(other.state().past).toHaveLength(3);
  expect(other.state().future).toEqual([]);
});

test("where nobody may edit, nothing changes and it is said", () => {
  const onRefused = vi.fn();
  const editor = createEditor(map, { now: () => LATER, mayEdit: () => false, onRefused });
  expect(editor.dispatch(assignOwner(map, ["touchpoint1"], "it"))).toBe(false);
  expect(editor.store.getState().map).toBe(map);
  expect(onRefused).toHaveBeenCalledTimes(1);
});

describe("selection", () => {
  test("undo and redo bring back what was selected", () => {
    const { editor, state } = open();
    editor.select({ nodeIds: ["touchpoint1"] });
    editor.dispatch(addNode(newNode("note", "new", { x: 0, y: 0 })), ["new"]);
    expect(state().selection.nodeIds).toEqual(["new"]);
    editor.undo();
    expect(state().selection.nodeIds).toEqual(["touchpoint1"]);
    editor.redo();
    expect(state().selection.nodeIds).toEqual(["new"]);
  });

  test("holds only what is there", () => {
    const { editor, state } = open();
    editor.select({ nodeIds: ["touchpoint1", "nothing"], connectionIds: ["nothing"] });
    expect(state().selection).toEqual({ nodeIds: ["touchpoint1"], connectionIds: [] });
    editor.dispatch(remove(map, ["touchpoint1"]));
    expect(state().selection.nodeIds).toEqual([]);
  });

  test("is no change of the document", () => {
    const { editor, state, onChange } = open();
    editor.select({ nodeIds: ["touchpoint1"] });
    expect(state().past).toEqual([]);
    expect(onChange).not.toHaveBeenCalled();
  });
});
