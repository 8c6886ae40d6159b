import { describe, expect, test } from "vitest";
import { readDocument } from "#storage/read-document.ts";
import { aMap } from "./a-map.ts";

const read = (document: unknown) => readDocument(document, 1, "map1");
const [, node] = Object.values(aMap().nodes);

test("a sound document is handed over as it is", () => {
  const map = aMap();
  expect(read(map)).toBe(map);
});

describe("what is no map is not opened", () => {
  test.each([
    ["nothing", undefined],
    ["a list", []],
    ["a map of another id", aMap("map2")],
    ["no stages", { ...aMap(), stages: undefined }],
    ["nodes that are a list", { ...aMap(), nodes: [] }],
    ["a node that is null", { ...aMap(), nodes: { t2: null } }],
    ["a node of an unknown kind", { ...aMap(), nodes: { t2: { ...node, kind: "ghost" } } }],
    ["a node without a place", { ...aMap(), nodes: { t2: { ...node, position: { x: Number.NaN, y: 0 } } } }],
  ])("%s", (_, document) => {
    expect(read(document)).toBeNull();
  });
});

test("a field that is newer than the document gets its initial value", () => {
  const { delights: _, ...older } = aMap().nodes.t2 as unknown as Record<string, unknown>;
  expect(read({ ...aMap(), nodes: { t2: older } })?.nodes.t2).toEqual(aMap().nodes.t2);
});
