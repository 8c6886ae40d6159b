import { setAutoFreeze } from "immer";
import { afterAll, beforeAll, expect, it } from "vitest";
import { applyCommand } from "#model/commands/command.ts";
import { snapshot } from "#model/commands/lanes.ts";
import { addNode, changeFields } from "#model/commands/nodes.ts";
import { newNode } from "#model/new-objects.ts";
import { LATER, sampleMap } from "../builders.ts";

// As in the finished product.
beforeAll(() => setAutoFreeze(false));
afterAll(() => setAutoFreeze(true));

it("a command looks at its draft without copying what it leaves as it is", () => {
  // Not frozen, as a map is that was read from a file.
  const map = structuredClone(sampleMap());
  const copied: string[] = [];
  const look = {
    label: { key: "changeField" as const },
    apply: (draft: Parameters<typeof snapshot>[0]) => {
      const node = draft.nodes.t02;
      if (node) node.title = "Another title";
      const seen = snapshot(draft);
      copied.push(...Object.keys(map.nodes).filter((id) => seen.nodes[id] !== map.nodes[id]));
    },
  };
  const after = applyCommand(map, look, LATER);
  expect(copied).toEqual(["t02"]);
  const added = applyCommand(after, addNode(newNode("touchpoint", "new", { x: 0, y: 0 }, {})), LATER);
  const typed = applyCommand(added, changeFields(added, ["new"], { title: "New" }), LATER);
  for (const part of [...Object.values(typed.nodes), ...Object.values(typed.connections)])
    expect(Object.isFrozen(part)).toBe(true);
});
