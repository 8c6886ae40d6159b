import { describe, expect, it } from "vitest";
import { applyCommand } from "#model/commands/command.ts";
import { moveNodes } from "#model/commands/moves.ts";
import { changeFields } from "#model/commands/nodes.ts";
import { boundsOf, centreOf, rectangleOf } from "#model/geometry.ts";
import type { Id, JourneyMap, Owner, Point } from "#model/journey-map.ts";
import { routeBetween } from "#scene/draw-connection.ts";
import { boundsOfMap, drawMap } from "#scene/draw-map.ts";
import type { Shape } from "#scene/shapes.ts";
import { connectionAt } from "#ui/canvas/connection-at.ts";
import { changeOfPart, drawPart, type PaintedState } from "#ui/canvas/painted-shapes.ts";
import { aMap } from "../builders.ts";
import { pen } from "../scene/pen.ts";

const map = aMap()
  .withStage()
  .withStage()
  .withJourney()
  .withTouchpoint({ stageId: "stage1", customerRating: 1 })
  .withTouchpoint({ owner: "it", managerId: null })
  .withJourney()
  .withConnection("touchpoint1", "touchpoint2")
  .build();
const everything = boundsOfMap(map) ?? { x: 0, y: 0, width: 0, height: 0 };
const nothing: PaintedState = {
  dragged: new Map<Id, Point>(),
  draggedLanes: new Map<Id, Point>(),
  leftOut: new Set<Id>(),
  draggedIds: new Set<Id>(),
  selectedNodeIds: new Set<Id>(),
  selectedConnectionIds: new Set<Id>(),
  showGaps: false,
};
const resting = drawMap(map, "far", pen);
const shapesOf = (state: Partial<PaintedState> = {}, part = everything) =>
  drawPart(map, part, { ...nothing, ...state }, "far", pen).map(({ shape }) => shape);
const connectionIn = (shapes: readonly Shape[]) => shapes.find((shape) => shape.type === "path");
const idsIn = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => (shape.type === "group" && shape.nodeId !== undefined ? [shape.nodeId] : []));

function rectangle(id: Id) {
  const node = map.nodes[id];
  if (!node) throw new Error(`no ${id}`);
  return rectangleOf(node);
}

describe("a painted part of a map", () => {
  it("is the picture of the map while nothing happens", () => {
    const { lanes, connections, nodes } = resting;
    const shapes = shapesOf();
    expect(shapes.slice(0, lanes.length)).toEqual(lanes);
    expect(connectionIn(shapes)).toEqual(connections[0]);
    expect(idsIn(shapes).sort()).toEqual(idsIn(nodes).sort());
    for (const shape of nodes) expect(shapes).toContainEqual(shape);
  });

  it("draws only what changed anew", () => {
    const again = shapesOf();
    shapesOf().forEach((shape, index) => {
      if (shape.type === "group" && shape.nodeId !== undefined) expect(again[index]).toBe(shape);
    });
  });

  it("leaves out what is out of sight", () => {
    const { x, y, width, height } = rectangle("journey2");
    const below = shapesOf({}, { x, y, width, height });
    expect(idsIn(below)).toEqual(["journey2"]);
    expect(connectionIn(below)).toBeUndefined();
  });

  it("lets connections follow nodes that are dragged", () => {
    const position = { x: 900, y: 700 };
    const { d } = routeBetween(rectangle("touchpoint1"), { ...rectangle("touchpoint2"), ...position });
    expect(connectionIn(shapesOf({ dragged: new Map([["touchpoint2", position]]) }))).toMatchObject({ d });
  });

  it("lets a dragged lane take its ground and its curve along", () => {
    const far = { ...everything, height: 5000 };
    const [first, second] = shapesOf({ draggedLanes: new Map([["journey1", { x: 0, y: 1000 }]]) }, far);
    expect(first).toMatchObject({ type: "group", y: rectangle("journey2").y });
    const [resting1] = resting.lanes;
    expect(second).toEqual({ ...resting1, y: 1000 });
  });

  it("leaves out dragged elements together with their connections", () => {
    const shapes = shapesOf({ leftOut: new Set(["touchpoint1"]), draggedIds: new Set(["touchpoint1"]) });
    expect(idsIn(shapes)).not.toContain("touchpoint1");
    expect(connectionIn(shapes)).toBeUndefined();
  });

  it("marks what is selected, and fades what is in order while gaps are shown", () => {
    const selected = shapesOf({
      selectedConnectionIds: new Set(["connection1"]),
      selectedNodeIds: new Set(["touchpoint1"]),
    });
    expect(connectionIn(selected)).toMatchObject({ stroke: "accent", strokeWidth: 10 });
    const { x } = rectangle("touchpoint1");
    expect(selected).toContainEqual(
      expect.objectContaining({ type: "rectangle", stroke: "accent", x: x - 8 }),
    );
    const faded = shapesOf({ showGaps: true }).find(
      (shape) => shape.type === "group" && shape.nodeId === "touchpoint2",
    );
    expect(faded).not.toHaveProperty("opacity");
    const [, , line] = shapesOf({ showGaps: true });
    expect(line).toMatchObject({ type: "group", opacity: 0.25 });
    expect(shapesOf({ showGaps: true })[2]).toBe(line);
  });
});

describe("what has to be painted again", () => {
  const listOf = (one: JourneyMap, state: Partial<PaintedState> = {}) =>
    drawPart(one, everything, { ...nothing, ...state }, "near", pen);
  const renamed = applyCommand(map, changeFields(map, ["touchpoint1"], { title: "Another" }), "");

  it("is nothing where nothing has changed", () => {
    expect(changeOfPart(listOf(map), listOf(map))).toBeNull();
    expect(changeOfPart(listOf(map), listOf({ ...map, title: "Another" }))).toBeNull();
  });

  it("is around the card of which a word has changed, and around nothing else", () => {
    const change = changeOfPart(listOf(map), listOf(renamed));
    const { x, y, width, height } = rectangle("touchpoint1");
    expect(change).toEqual({ x: x - 40, y: y - 40, width: width + 80, height: height + 80 });
  });

  it("is where a thing was and where it is now", () => {
    const moves = [{ id: "touchpoint1", position: { x: 900, y: 700 } }];
    const moved = applyCommand(map, moveNodes(map, moves, false), "");
    const change = changeOfPart(listOf(map), listOf(moved));
    if (change === null) throw new Error("nothing has changed");
    for (const place of [rectangle("touchpoint1"), { ...rectangle("touchpoint1"), x: 900, y: 700 }])
      expect(boundsOf([change, place])).toEqual(change);
  });

  it("is where something has gone", () => {
    const without = listOf(map, { leftOut: new Set(["touchpoint1"]) });
    const { x } = rectangle("touchpoint1");
    expect(changeOfPart(listOf(map), without)).toMatchObject({ x: x - 40 });
  });

  it("is not the lane of a touchpoint that only moved within its cell", () => {
    const { position } = map.nodes.touchpoint1 ?? { position: { x: 0, y: 0 } };
    const moves = [{ id: "touchpoint1", position: { x: position.x + 10, y: position.y } }];
    const moved = applyCommand(map, moveNodes(map, moves, false), "");
    const ground = (one: JourneyMap) => listOf(one).filter(({ isGround }) => isGround);
    expect(ground(map)).not.toHaveLength(0);
    expect(changeOfPart(ground(map), ground(moved))).toBeNull();
  });
});

describe("the connection at a point", () => {
  const { middle } = routeBetween(rectangle("touchpoint1"), rectangle("touchpoint2"));

  it("is the one whose line is within reach", () => {
    expect(connectionAt(map, { x: middle.x, y: middle.y + 15 }, 20)).toBe("connection1");
    expect(connectionAt(map, { x: middle.x, y: middle.y + 200 }, 20)).toBeNull();
    expect(connectionAt(map, centreOf(rectangle("journey2")), 20)).toBeNull();
  });

  it("is the one whose mark is there, whatever line leads across it", () => {
    const handing = (owner: Owner) =>
      aMap()
        .withStage()
        .withJourney()
        .withTouchpoint({ owner: "marketing", position: { x: 300, y: 500 } })
        .withTouchpoint({ owner, position: { x: 900, y: 500 } })
        .withTouchpoint({ owner: "marketing", position: { x: 0, y: 500 } })
        .withTouchpoint({ owner: "marketing", position: { x: 1300, y: 500 } })
        .withConnection("touchpoint1", "touchpoint2")
        .withConnection("touchpoint3", "touchpoint4")
        .build();
    const onMark = (one: JourneyMap) => {
      const [from, to] = [one.nodes.touchpoint1, one.nodes.touchpoint2];
      const at = from && to && routeBetween(rectangleOf(from), rectangleOf(to)).middle;
      return at && connectionAt(one, at, 20);
    };
    expect(onMark(handing("sales"))).toBe("connection1");
    expect(onMark(handing("marketing"))).toBe("connection2");
  });
});
