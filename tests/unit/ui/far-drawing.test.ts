import { describe, expect, it } from "vitest";
import { centreOf, rectangleOf } from "#model/geometry.ts";
import type { Id, Point } from "#model/journey-map.ts";
import { routeBetween } from "#scene/draw-connection.ts";
import { drawMap } from "#scene/draw-map.ts";
import type { Shape } from "#scene/shapes.ts";
import { connectionAt } from "#ui/canvas/connection-at.ts";
import { drawFar, type FarState } from "#ui/canvas/far-drawing.ts";
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
const resting = drawMap(map, "far", pen);
const nothing: FarState = {
  dragged: new Map<Id, Point>(),
  lifted: new Set<Id>(),
  selectedConnectionIds: new Set<Id>(),
  showGaps: false,
};
const shapesOf = (state: Partial<FarState> = {}) => drawFar(map, resting, { ...nothing, ...state }, pen);
const connectionIn = (shapes: readonly Shape[]) => shapes.find((shape) => shape.type === "path");

function rectangle(id: Id) {
  const node = map.nodes[id];
  if (!node) throw new Error(`no ${id}`);
  return rectangleOf(node);
}

describe("the far level", () => {
  it("is the resting map while nothing happens", () => {
    expect(shapesOf()).toEqual([...resting.lanes, ...resting.connections, ...resting.nodes]);
  });

  it("lets connections follow a node that is dragged", () => {
    const position = { x: 900, y: 700 };
    const state = { dragged: new Map([["touchpoint2", position]]), lifted: new Set(["touchpoint2"]) };
    const { d } = routeBetween(rectangle("touchpoint1"), { ...rectangle("touchpoint2"), ...position });
    expect(connectionIn(shapesOf(state))).toMatchObject({ d });
  });

  it("lets a dragged lane take its ground and its curve along", () => {
    const [first, second] = shapesOf({ dragged: new Map([["journey1", { x: 0, y: 1000 }]]) });
    expect(first).toMatchObject({ type: "group", y: rectangle("journey2").y });
    const [resting1] = resting.lanes;
    expect(second).toEqual({ ...resting1, y: 1000 });
  });

  it("marks a selected connection, and leaves out what stands on the canvas by itself", () => {
    const selected = shapesOf({ selectedConnectionIds: new Set(["connection1"]) });
    expect(connectionIn(selected)).toMatchObject({ stroke: "accent", strokeWidth: 10 });
    const lifted = shapesOf({ lifted: new Set(["touchpoint1", "touchpoint2"]) });
    expect(connectionIn(lifted)).toBeUndefined();
    expect(lifted).toHaveLength(shapesOf().length - 3);
  });
});

describe("the connection at a point", () => {
  const { middle } = routeBetween(rectangle("touchpoint1"), rectangle("touchpoint2"));

  it("is the one whose line is within reach", () => {
    expect(connectionAt(map, { x: middle.x, y: middle.y + 15 }, 20)).toBe("connection1");
    expect(connectionAt(map, { x: middle.x, y: middle.y + 200 }, 20)).toBeNull();
    expect(connectionAt(map, centreOf(rectangle("journey2")), 20)).toBeNull();
  });
});
