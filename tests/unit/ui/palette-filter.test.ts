import type { SpotlightActionGroupData } from "@mantine/spotlight";
import { expect, test } from "vitest";
import { matching } from "#ui/shell/palette-filter.ts";

const entry = (id: string, label: string) => ({ id, label });
const groups: SpotlightActionGroupData[] = [
  { group: "Edit", actions: [entry("undo", "Undo"), entry("reverse", "Reverse connection")] },
  { group: "Add", actions: [entry("journey", "Add journey"), entry("connect", "Connect to …")] },
  {
    group: "Nodes",
    actions: [entry("node:1", "Journey: Connecting flights"), entry("node:2", "Note: Café")],
  },
];

function found(query: string): string[] {
  const result = matching(query, groups) as SpotlightActionGroupData[];
  return result.flatMap(({ actions }) => actions.map(({ id }) => id));
}

test("the first entry is an action that begins with what was typed", () => {
  expect(found("connect")).toEqual(["connect", "reverse", "node:1"]);
});

test("actions come before nodes", () => expect(found("journey")).toEqual(["journey", "node:1"]));

test("words are found in any order and without their accents", () => {
  expect(found("connection rev")).toEqual(["reverse"]);
  expect(found("cafe")).toEqual(["node:2"]);
});

test("without a word all actions are there in their order, and no node", () => {
  expect(found("")).toEqual(["undo", "reverse", "journey", "connect"]);
});
