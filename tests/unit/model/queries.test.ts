import { describe, expect, test } from "vitest";
import {
  cellAt,
  cellRectangle,
  columnsOf,
  laneWidth,
  overlaps,
  type Rectangle,
  rectangleOf,
  snapToGrid,
} from "#model/geometry.ts";
import type { Touchpoint } from "#model/journey-map.ts";
import { nearestSlot } from "#model/nearest-slot.ts";
import { touchpointsInPathOrder } from "#model/path-order.ts";
import { attachmentsOf, handoverState, personasOf, searchTextOf } from "#model/queries.ts";
import { nodesInReadingOrder } from "#model/reading-order.ts";
import { aMap, sampleFacts, sampleMap } from "../builders.ts";

const ids = (nodes: readonly { readonly id: string }[]) => nodes.map(({ id }) => id);

describe("cells", () => {
  const map = aMap()
    .withStage()
    .withStage()
    .withJourney({ position: { x: 100, y: 50 } })
    .build();

  test.each([
    [{ x: 345, y: 60 }, "journey1", "stage1"],
    [{ x: 679, y: 60 }, "journey1", "stage1"],
    [{ x: 680, y: 469 }, "journey1", "stage2"],
    [{ x: 110, y: 60 }, "journey1", "stage1"],
    [{ x: 700, y: 470 }, null, "stage2"],
    [{ x: 50, y: 60 }, null, null],
    [{ x: 1020, y: 60 }, null, null],
  ])("at %o", (point, journeyId, stageId) => {
    expect(cellAt(map, point)).toEqual({ journeyId, stageId });
  });

  test("the column without a stage is there only when it is needed, and wide enough", () => {
    expect(columnsOf(map)).toHaveLength(2);
    expect(laneWidth(map)).toBe(920);
    const homeless = aMap()
      .withStage()
      .withJourney()
      .withTouchpoint({ stageId: null, position: { x: 900, y: 40 } })
      .build();
    expect(columnsOf(homeless).at(-1)).toEqual({ stageId: null, offset: 580, width: 620 });
  });
});

describe("slots", () => {
  const map = aMap().withStage({ width: 620 }).withJourney().withTouchpoint().build();
  const lane = map.nodes.journey1;
  const card = map.nodes.touchpoint1 as Touchpoint;
  if (lane?.kind !== "journey") throw new Error("no lane");
  const cell = cellRectangle(map, lane, "stage1");

  const taken = (other: Touchpoint) => (place: Rectangle) => overlaps(rectangleOf(other), place);
  const free = () => false;

  test("the nearest one is taken where it is free", () => {
    expect(nearestSlot(cell, { x: 290, y: 55 }, free)).toEqual({ x: 280, y: 40 });
    expect(nearestSlot(cell, { x: 540, y: 160 }, taken(card))).toEqual({ x: 560, y: 150 });
  });

  test("a card in the way makes it the next one", () => {
    expect(nearestSlot(cell, { x: 290, y: 55 }, taken(card))).toEqual({ x: 280, y: 150 });
    const askew = { ...card, position: { x: 280, y: 100 } };
    expect(nearestSlot(cell, { x: 280, y: 150 }, taken(askew))).toEqual({ x: 280, y: 260 });
  });

  test("far below is as far as one wants", () => {
    expect(nearestSlot(cell, { x: 280, y: 2000 }, free)).toEqual({ x: 280, y: 2020 });
  });

  test("the grid knows no negative zero", () => {
    expect(Object.is(snapToGrid({ x: -4, y: 4 }).x, 0)).toBe(true);
  });
});

describe("path order", () => {
  const stages = () => aMap().withStage().withStage().withJourney();

  test("goes by stage first, without a stage comes last", () => {
    const map = stages()
      .withTouchpoint({ stageId: null })
      .withTouchpoint({ stageId: "stage2" })
      .withTouchpoint({ stageId: "stage1" })
      .withConnection("touchpoint2", "touchpoint3")
      .build();
    expect(ids(touchpointsInPathOrder(map, "journey1"))).toEqual([
      "touchpoint3",
      "touchpoint2",
      "touchpoint1",
    ]);
  });

  test("follows the connections inside of a stage, whatever the places", () => {
    const map = stages()
      .withTouchpoint()
      .withTouchpoint()
      .withTouchpoint()
      .withConnection("touchpoint3", "touchpoint1")
      .withConnection("touchpoint1", "touchpoint2")
      .build();
    expect(ids(touchpointsInPathOrder(map, "journey1"))).toEqual([
      "touchpoint3",
      "touchpoint1",
      "touchpoint2",
    ]);
  });

  test("a circle begins where one reads first and loses nobody", () => {
    const map = stages()
      .withTouchpoint()
      .withTouchpoint()
      .withConnection("touchpoint1", "touchpoint2")
      .withConnection("touchpoint2", "touchpoint1")
      .build();
    expect(ids(touchpointsInPathOrder(map, "journey1"))).toEqual(["touchpoint1", "touchpoint2"]);
  });
});

describe("handovers", () => {
  const map = aMap()
    .withTouchpoint({ owner: "marketing" })
    .withTouchpoint({ owner: "sales" })
    .withTouchpoint({ owner: "sales" })
    .withTouchpoint()
    .withConnection("touchpoint1", "touchpoint2")
    .withConnection("touchpoint2", "touchpoint3")
    .withConnection("touchpoint3", "touchpoint4")
    .build();
  const empty = { information: "", promise: "", timeLimit: null, confirmed: false };
  const agreed = { ...empty, information: "Name" };

  test.each([
    ["connection1", null, "open"],
    ["connection1", empty, "open"],
    ["connection1", { ...empty, information: " ", promise: "Within a day", timeLimit: 60 }, "open"],
    ["connection1", agreed, "agreed"],
    ["connection1", { ...agreed, confirmed: true }, "confirmed"],
    ["connection1", { ...empty, confirmed: true }, "confirmed"],
    ["connection2", null, null],
    ["connection3", null, null],
  ])("%s with %o is %s", (id, handover, state) => {
    const connection = map.connections[id];
    if (!connection) throw new Error("no connection");
    expect(handoverState(map, { ...connection, handover })).toBe(state);
  });

  test("of the sample map", () => {
    const sample = sampleMap();
    const states = Object.values(sample.connections)
      .map((connection) => handoverState(sample, connection))
      .filter((state) => state !== null);
    expect(states).toHaveLength(sampleFacts().ownerChanges);
    expect(states.filter((state) => state !== "confirmed")).toHaveLength(
      sampleFacts().ownerChangesUnconfirmed,
    );
  });
});

test("personas, attachments, reading order and search", () => {
  const map = aMap()
    .withPerson({ name: "Léa Weiß" })
    .withStage()
    .withJourney()
    .withPersona({ position: { x: -360, y: 200 } })
    .withPersona()
    .withPersona()
    .withConnection("persona1", "journey1")
    .withConnection("journey1", "persona2")
    .withTouchpoint({ managerId: "person1", disappointments: [{ text: "Wartezeit", burden: "customer" }] })
    .withMeasure({ touchpointIds: ["touchpoint1"] })
    .build();
  expect(ids(personasOf(map, "journey1"))).toEqual(["persona2", "persona1"]);
  expect(attachmentsOf(map, "touchpoint1")).toEqual({ contents: 0, measures: 1 });
  expect(attachmentsOf(map, "journey1")).toEqual({ contents: 0, measures: 0 });
  expect(ids(nodesInReadingOrder(map))).toEqual([
    "persona2",
    "persona3",
    "persona1",
    "journey1",
    "touchpoint1",
  ]);
  const touchpoint = map.nodes.touchpoint1;
  if (!touchpoint) throw new Error("no touchpoint");
  expect(searchTextOf(map, touchpoint)).toContain("wartezeit");
  expect(searchTextOf(map, touchpoint)).toContain("lea wei");
});
