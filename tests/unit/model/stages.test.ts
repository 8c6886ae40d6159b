import { describe, expect, test } from "vitest";
import {
  addStage,
  describeStage,
  MINIMUM_STAGE_WIDTH,
  moveStage,
  removeStage,
  renameStage,
  resizeStage,
} from "#model/commands/stages.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { newStage } from "#model/new-objects.ts";
import { aMap } from "../builders.ts";
import { applied, expectNoChange } from "./round-trip.ts";

const map = aMap()
  .withStage()
  .withStage()
  .withStage()
  .withJourney()
  .withTouchpoint({ stageId: "stage1" })
  .withTouchpoint({ stageId: "stage2" })
  .withTouchpoint({ stageId: "stage3" })
  .withTouchpoint({ stageId: null, position: { x: 1300, y: 40 } })
  .withTouchpoint({ journeyId: null, stageId: null, position: { x: -900, y: 40 } })
  .withNote({ position: { x: 700, y: 250 } })
  .build();

const x = (of: JourneyMap, id: Id) => of.nodes[id]?.position.x;
const order = (of: JourneyMap) => of.stages.map(({ id }) => id);

describe("adding a stage", () => {
  test("what stands to its right makes room, nothing else moves", () => {
    const after = applied(map, addStage(newStage("new", "New"), 1));
    expect(order(after)).toEqual(["stage1", "new", "stage2", "stage3"]);
    expect(["touchpoint2", "touchpoint3", "touchpoint4", "note1"].map((id) => x(after, id))).toEqual([
      960, 1300, 1640, 1040,
    ]);
    expect(after.nodes.touchpoint1).toBe(map.nodes.touchpoint1);
    expect(after.nodes.touchpoint5).toBe(map.nodes.touchpoint5);
  });

  test("of an id that is there changes nothing", () => {
    expectNoChange(map, addStage(newStage("stage1", "Again"), 0));
  });
});

test("renaming and describing change nothing else", () => {
  const after = applied(applied(map, renameStage("stage1", "Need")), describeStage("stage1", "Need", "why"));
  expect(after.stages[0]).toEqual({ ...map.stages[0], name: "Need", description: "why" });
  expect(after.nodes).toBe(map.nodes);
  expectNoChange(map, renameStage("nothing", "Need"));
});

describe("moving a stage", () => {
  test("takes its cards and notes along", () => {
    const after = applied(map, moveStage("stage2", "", 0));
    expect(order(after)).toEqual(["stage2", "stage1", "stage3"]);
    expect(["touchpoint1", "touchpoint2", "touchpoint3", "note1"].map((id) => x(after, id))).toEqual([
      620, 280, 960, 360,
    ]);
    expect(after.nodes.touchpoint2).toMatchObject({ stageId: "stage2" });
  });

  test("to where it is changes nothing", () => {
    expectNoChange(map, moveStage("stage3", "", 9));
    expectNoChange(map, moveStage("nothing", "", 0));
  });
});

describe("removing a stage", () => {
  test("its touchpoints stay and become no stage, what was to its right closes up", () => {
    const after = applied(map, removeStage("stage1", ""));
    expect(order(after)).toEqual(["stage2", "stage3"]);
    expect(after.nodes.touchpoint1).toMatchObject({ journeyId: "journey1", stageId: null });
    expect(after.nodes.touchpoint1?.position).toEqual({ x: 960, y: 150 });
    expect(["touchpoint2", "touchpoint3", "touchpoint4"].map((id) => x(after, id))).toEqual([280, 620, 960]);
    expect(after.nodes.touchpoint5).toBe(map.nodes.touchpoint5);
  });

  test("that is not there changes nothing", () => {
    expectNoChange(map, removeStage("nothing", ""));
  });
});

describe("resizing a stage", () => {
  test("moves what stands to its right", () => {
    const after = applied(map, resizeStage("stage1", "", 620));
    expect(x(after, "touchpoint2")).toBe(900);
    expect(after.nodes.touchpoint1).toBe(map.nodes.touchpoint1);
  });

  test("is held at the least width and brings cards back that would stick out", () => {
    const wide = aMap()
      .withStage({ width: 620 })
      .withStage()
      .withJourney()
      .withTouchpoint({ stageId: "stage1" })
      .withTouchpoint({ stageId: "stage1", position: { x: 560, y: 40 } })
      .build();
    const after = applied(wide, resizeStage("stage1", "", 1));
    expect(after.stages[0]?.width).toBe(MINIMUM_STAGE_WIDTH);
    expect(after.nodes.touchpoint2?.position).toEqual({ x: 280, y: 150 });
  });
});
