import { describe, expect, test } from "vitest";
import { align } from "#model/commands/align.ts";
import { moveNodes } from "#model/commands/moves.ts";
import { changeFields } from "#model/commands/nodes.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { aMap } from "../builders.ts";
import { applied, expectNoChange } from "./round-trip.ts";

const map = aMap()
  .withStage()
  .withStage()
  .withJourney()
  .withTouchpoint({ stageId: "stage1" })
  .withTouchpoint({ stageId: "stage2" })
  .withPersona()
  .withConnection("persona1", "journey1")
  .withNote({ position: { x: 700, y: 250 } })
  .withJourney()
  .withTouchpoint({ stageId: "stage1" })
  .withNote({ position: { x: 700, y: 600 } })
  .build();

const positionOf = (of: JourneyMap, id: Id) => of.nodes[id]?.position ?? { x: Number.NaN, y: Number.NaN };
const by = (id: Id, x: number, y: number) => {
  const old = positionOf(map, id);
  return { id, position: { x: old.x + x, y: old.y + y } };
};

describe("moving touchpoints", () => {
  test("into another cell changes journey, stage and place in one step", () => {
    const after = applied(map, moveNodes(map, [by("touchpoint1", 355, 470)]));
    expect(after.nodes.touchpoint1).toMatchObject({ journeyId: "journey2", stageId: "stage2" });
    expect(positionOf(after, "touchpoint1")).toEqual({ x: 620, y: 500 });
  });

  test("a little changes nothing: the card goes back into its slot", () => {
    expectNoChange(map, moveNodes(map, [by("touchpoint1", 12, -9)]));
  });

  test("onto another card finds the next free slot", () => {
    const after = applied(map, moveNodes(map, [by("touchpoint1", 340, 0)]));
    expect(positionOf(after, "touchpoint1")).toEqual({ x: 620, y: 150 });
    expect(after.nodes.touchpoint2).toBe(map.nodes.touchpoint2);
  });

  test("together keeps them in their order, none bars the way of another", () => {
    const after = applied(map, moveNodes(map, [by("touchpoint1", 340, 0), by("touchpoint2", 0, 110)]));
    expect(positionOf(after, "touchpoint1")).toEqual({ x: 620, y: 40 });
    expect(positionOf(after, "touchpoint2")).toEqual({ x: 620, y: 150 });
  });

  test("out of all lanes leaves the journey", () => {
    const after = applied(map, moveNodes(map, [by("touchpoint1", 0, 2000)]));
    expect(after.nodes.touchpoint1).toMatchObject({ journeyId: null, stageId: "stage1" });
  });

  test("between two lanes, where no card has room, goes to the nearer one", () => {
    const above = applied(map, moveNodes(map, [by("touchpoint1", 0, 350)]));
    expect(above.nodes.touchpoint1).toMatchObject({ journeyId: "journey1", stageId: "stage1" });
    const below = applied(map, moveNodes(map, [by("touchpoint1", 0, 370)]));
    expect(below.nodes.touchpoint1).toMatchObject({ journeyId: "journey2", stageId: "stage1" });
  });

  test("without snapping stays where it was dropped, on the grid", () => {
    const after = applied(map, moveNodes(map, [by("touchpoint1", 13, 26)], false));
    expect(positionOf(after, "touchpoint1")).toEqual({ x: 290, y: 70 });
  });

  test("to no place changes nothing", () => {
    expectNoChange(map, moveNodes(map, [{ id: "touchpoint1", position: { x: Number.NaN, y: 0 } }]));
    expectNoChange(map, moveNodes(map, [{ id: "nothing", position: { x: 0, y: 0 } }]));
  });

  test("the column without a stage keeps its width while its last card is on the way", () => {
    const homeless = aMap()
      .withStage()
      .withJourney()
      .withTouchpoint({ stageId: null, position: { x: 620, y: 40 } })
      .withTouchpoint({ stageId: null, position: { x: 1180, y: 40 } })
      .build();
    const moves = [{ id: "touchpoint2", position: { x: 1180, y: 160 } }];
    const after = applied(homeless, moveNodes(homeless, moves));
    expect(after.nodes.touchpoint2).toMatchObject({
      journeyId: "journey1",
      stageId: null,
      position: { x: 1180, y: 150 },
    });
  });
});

describe("moving a lane", () => {
  const below = moveNodes(map, [{ id: "journey1", position: { x: 300, y: 900 } }]);

  test("past another takes touchpoints, personas and notes along and leaves no hole", () => {
    const after = applied(map, below);
    expect(positionOf(after, "journey2")).toEqual({ x: 0, y: 0 });
    expect(positionOf(after, "touchpoint3")).toEqual({ x: 280, y: 40 });
    expect(positionOf(after, "note2")).toEqual({ x: 700, y: 140 });
    expect(positionOf(after, "journey1")).toEqual({ x: 0, y: 460 });
    expect(positionOf(after, "touchpoint1")).toEqual({ x: 280, y: 500 });
    expect(positionOf(after, "persona1")).toEqual({ x: -360, y: 460 });
    expect(positionOf(after, "note1")).toEqual({ x: 700, y: 710 });
  });

  test("without passing another leaves that one alone", () => {
    const after = applied(map, moveNodes(map, [{ id: "journey2", position: { x: 0, y: 700 } }]));
    expect(positionOf(after, "journey2")).toEqual({ x: 0, y: 700 });
    for (const id of ["journey1", "touchpoint1", "note1"]) expect(after.nodes[id]).toBe(map.nodes[id]);
  });

  test("with its cards and notes selected as well gives the same", () => {
    const all = ["journey1", "touchpoint1", "touchpoint2", "note1", "persona1"];
    const after = applied(
      map,
      moveNodes(
        map,
        all.map((id) => by(id, 300, 900)),
      ),
    );
    expect(after.nodes).toEqual(applied(map, below).nodes);
  });

  test("above another pushes that one down, each with its own cards and notes", () => {
    const after = applied(map, moveNodes(map, [{ id: "journey2", position: { x: 0, y: -60 } }]));
    expect(positionOf(after, "journey2")).toEqual({ x: 0, y: 0 });
    expect(positionOf(after, "note2")).toEqual({ x: 700, y: 140 });
    expect(positionOf(after, "journey1")).toEqual({ x: 0, y: 460 });
    expect(positionOf(after, "note1")).toEqual({ x: 700, y: 710 });
    expect(after.nodes.touchpoint3).toMatchObject({ journeyId: "journey2", position: { x: 280, y: 40 } });
    expect(after.nodes.touchpoint1).toMatchObject({ journeyId: "journey1", position: { x: 280, y: 500 } });
  });
});

test("a lane that grows pushes the lower ones down with their notes", () => {
  const after = applied(map, changeFields(map, ["journey1"], { height: 720 }));
  expect(positionOf(after, "journey2").y).toBe(760);
  expect(positionOf(after, "note2").y).toBe(900);
  expect(positionOf(after, "note1")).toBe(positionOf(map, "note1"));
});

describe("aligning", () => {
  test("lines notes up and leaves journeys alone", () => {
    const after = applied(map, align(map, ["note1", "note2", "journey1"], "bottom"));
    expect(positionOf(after, "note1").y).toBe(600);
    expect(after.nodes.journey1).toBe(map.nodes.journey1);
  });

  test("spreads cards evenly", () => {
    const three = aMap()
      .withNote({ position: { x: 0, y: 0 } })
      .withNote({ position: { x: 200, y: 0 } })
      .withNote({ position: { x: 1000, y: 0 } })
      .build();
    const after = applied(three, align(three, ["note1", "note2", "note3"], "distributeAcross"));
    expect(positionOf(after, "note2").x).toBe(500);
  });

  test("what is aligned changes nothing", () => {
    expectNoChange(map, align(map, ["note1", "note2"], "left"));
    expectNoChange(map, align(map, [], "left"));
  });
});
