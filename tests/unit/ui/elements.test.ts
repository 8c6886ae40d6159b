import { describe, expect, it } from "vitest";
import type { Id, MapNode } from "#model/journey-map.ts";
import { newNode } from "#model/new-objects.ts";
import {
  elementsOf,
  liftedNodes,
  MOST_ELEMENTS,
  MOST_LIFTED,
  nodesUpon,
  withoutPicture,
} from "#ui/canvas/elements.ts";

/** So many touchpoints in a row, each a thousand map units from the next. */
function row(count: number) {
  const nodes: Record<Id, MapNode> = {};
  for (let at = 0; at < count; at += 1)
    nodes[`t${at}`] = newNode("touchpoint", `t${at}`, { x: at * 1000, y: 0 });
  return { nodes };
}

const region = { x: -100, y: -100, width: 2500, height: 400 };
const resting = { detail: "near", region, isTravelling: false } as const;

describe("the nodes that are elements", () => {
  it("are all of them on a map of a workshop's size, wherever the view is", () => {
    expect(elementsOf(row(MOST_ELEMENTS), { ...resting, region: null })?.size).toBe(MOST_ELEMENTS);
    expect(elementsOf(row(MOST_ELEMENTS), { ...resting, isTravelling: true })?.size).toBe(MOST_ELEMENTS);
  });

  it("are those near the view on a large map", () => {
    const near = elementsOf(row(MOST_ELEMENTS + 1), resting);
    expect([...(near ?? [])]).toEqual(["t0", "t1", "t2"]);
  });

  it("are none from afar, while the view travels, and where too many would be in sight", () => {
    const large = row(MOST_ELEMENTS + 1);
    expect(elementsOf(row(3), { ...resting, detail: "far" })).toBeNull();
    expect(elementsOf(large, { ...resting, isTravelling: true })).toBeNull();
    expect(elementsOf(large, { ...resting, region: null })).toBeNull();
    expect(elementsOf(large, { ...resting, region: { ...region, width: 1_000_000 } })).toBeNull();
  });
});

describe("the elements without a picture of their own", () => {
  const card = newNode("touchpoint", "card", { x: 0, y: 0 });
  const note = newNode("note", "note", { x: 200, y: 40 });
  const aside = newNode("note", "aside", { x: 900, y: 40 });
  const nodes = { card, note, aside };
  const shown = new Set(Object.keys(nodes));

  it("are those that are painted, and not what is lifted", () => {
    expect([...withoutPicture(nodes, shown, new Set())]).toEqual(["card", "note", "aside"]);
    expect([...withoutPicture(nodes, shown, new Set(["aside"]))]).toEqual(["card", "note"]);
  });

  it("are not what lies upon a lifted one, which would cover its painting", () => {
    expect([...withoutPicture(nodes, shown, new Set(["card"]))]).toEqual(["aside"]);
    // What lies below stays below.
    expect([...withoutPicture(nodes, shown, new Set(["note"]))]).toEqual(["card", "aside"]);
  });
});

describe("the nodes that are lifted off a painted map", () => {
  const nothing = { hoveredId: null, focusedId: null, editing: null };

  it("are what hand, keyboard and eye are upon", () => {
    const canvas = { hoveredId: "a", focusedId: "b", editing: { nodeId: "c", text: null } };
    expect([...liftedNodes({ nodeIds: ["d"] }, canvas, ["e"])].sort()).toEqual(["a", "b", "c", "d", "e"]);
  });

  it("are of a large selection only the last one, for the others would hold up the hand", () => {
    const nodeIds = Object.keys(row(MOST_LIFTED + 1).nodes);
    expect([...liftedNodes({ nodeIds }, nothing, [])]).toEqual([nodeIds.at(-1)]);
    expect(liftedNodes({ nodeIds: nodeIds.slice(1) }, nothing, []).size).toBe(MOST_LIFTED);
  });
});

it("what lies upon a lifted node is lifted with it, and nothing else", () => {
  const card = newNode("touchpoint", "card", { x: 0, y: 0 });
  const nodes = {
    card,
    note: newNode("note", "note", { x: 200, y: 40 }),
    aside: newNode("note", "aside", { x: 900, y: 40 }),
  };
  expect(nodesUpon(nodes, new Set(["card"]))).toEqual(["note"]);
  expect(nodesUpon(nodes, new Set(["note"]))).toEqual([]);
  expect(nodesUpon(nodes, new Set())).toEqual([]);
});
