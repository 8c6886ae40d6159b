import { describe, expect, test } from "vitest";
import {
  addNode,
  addNodes,
  assignManager,
  assignOwner,
  changeFields,
  convertNode,
  nextLanePosition,
  remove,
} from "#model/commands/nodes.ts";
import { newNode } from "#model/new-objects.ts";
import { aMap } from "../builders.ts";
import { applied, expectNoChange } from "./round-trip.ts";

const map = aMap()
  .withPerson()
  .withStage()
  .withStage()
  .withJourney()
  .withTouchpoint({ owner: "sales" })
  .withTouchpoint()
  .withPersona()
  .withNote()
  .withConnection("touchpoint1", "touchpoint2")
  .withConnection("persona1", "journey1")
  .withMeasure({ touchpointIds: ["touchpoint1", "touchpoint2"] })
  .withContent({ touchpointIds: ["touchpoint1"], personaIds: ["persona1"] })
  .build();

describe("adding", () => {
  test("a touchpoint finds its cell and a free slot in it", () => {
    const taken = map.nodes.touchpoint1?.position ?? { x: 0, y: 0 };
    const after = applied(map, addNode(newNode("touchpoint", "new", taken)));
    expect(after.nodes.new).toMatchObject({ journeyId: "journey1", stageId: "stage2" });
    expect(after.nodes.new?.position).toEqual({ x: taken.x, y: taken.y + 220 });
    expect(after.nodes.touchpoint1).toBe(map.nodes.touchpoint1);
  });

  test("the lane grows with its cards", () => {
    const cards = ["a", "b", "c", "d"].map((id) => newNode("touchpoint", id, { x: 640, y: 40 }));
    const after = applied(map, addNodes(cards));
    expect(after.nodes.journey1).toMatchObject({ height: 810 });
  });

  test("a new node can be connected at once", () => {
    const connectFrom = { nodeId: "touchpoint2", connectionId: "c" };
    const after = applied(map, addNode(newNode("touchpoint", "new", { x: 640, y: 300 }), { connectFrom }));
    expect(after.connections.c).toMatchObject({ from: "touchpoint2", to: "new" });
  });

  test("what is given to the command stays as it is", () => {
    const node = newNode("touchpoint", "new", { x: 640, y: 40 });
    applied(map, addNode(node));
    expect(node).toEqual(newNode("touchpoint", "new", { x: 640, y: 40 }));
  });

  test("a node whose id is taken is not added", () => {
    expectNoChange(map, addNode(newNode("persona", "journey1", { x: 0, y: 0 })));
  });

  test("the next lane goes below the last", () => {
    expect(nextLanePosition(map)).toEqual({ x: 0, y: 460 });
    expect(nextLanePosition(aMap().build())).toEqual({ x: 0, y: 0 });
  });
});

describe("changing fields", () => {
  test("of many nodes, and of no others", () => {
    const after = applied(map, assignOwner(map, ["touchpoint1", "persona1"], "it"));
    expect(after.nodes.touchpoint1?.owner).toBe("it");
    expect(after.nodes.persona1?.owner).toBe("it");
    expect(after.nodes.touchpoint2).toBe(map.nodes.touchpoint2);
    expect(after.stages).toBe(map.stages);
  });

  test("to what they are changes nothing", () => {
    expectNoChange(map, assignOwner(map, ["touchpoint1"], "sales"));
    expectNoChange(map, changeFields(map, ["touchpoint1"], { stageId: "stage2" }));
    expectNoChange(map, changeFields(map, ["touchpoint1"], { tags: [] }));
  });

  test("leaves alone what a kind of node does not have and what the schema refuses", () => {
    expectNoChange(map, changeFields(map, ["persona1"], { channel: "Web" }));
    expectNoChange(map, changeFields(map, ["touchpoint1"], { customerRating: 9 }));
    expectNoChange(map, assignManager(map, ["touchpoint1"], "nobody"));
    expectNoChange(map, changeFields(map, ["touchpoint1"], { journeyId: "persona1" }));
  });

  test("another stage takes the card into its cell", () => {
    const after = applied(map, changeFields(map, ["touchpoint2"], { stageId: "stage1" }));
    expect(after.nodes.touchpoint2?.position).toEqual({ x: 280, y: 40 });
  });

  test("no journey takes the card below the lanes", () => {
    const after = applied(map, changeFields(map, ["touchpoint1", "touchpoint2"], { journeyId: null }));
    expect(after.nodes.touchpoint1?.position).toEqual({ x: 620, y: 460 });
    expect(after.nodes.touchpoint2?.position).toEqual({ x: 620, y: 570 });
  });

  test("a lane is never too low for its cards", () => {
    const after = applied(map, changeFields(map, ["journey1"], { height: 10, title: "J" }));
    expect(after.nodes.journey1).toMatchObject({ height: 370 });
  });
});

describe("removing", () => {
  test("a touchpoint takes its connections and its places along", () => {
    const after = applied(map, remove(map, ["touchpoint1"]));
    expect(Object.keys(after.connections)).toEqual(["connection2"]);
    expect(after.measures.measure1?.touchpointIds).toEqual(["touchpoint2"]);
    expect(after.contents.content1).toMatchObject({ touchpointIds: [], personaIds: ["persona1"] });
    expect(after.nodes.touchpoint2).toBe(map.nodes.touchpoint2);
  });

  test("a journey leaves its touchpoints where they are", () => {
    const after = applied(map, remove(map, ["journey1"]));
    expect(after.nodes.touchpoint1).toEqual({ ...map.nodes.touchpoint1, journeyId: null });
  });

  test("a connection leaves its nodes", () => {
    const after = applied(map, remove(map, [], ["connection1"]));
    expect(after.nodes).toBe(map.nodes);
  });

  test("what is not there changes nothing", () => {
    expectNoChange(map, remove(map, ["nothing"], ["nothing"]));
  });
});

describe("converting", () => {
  const note = { title: "Idea", description: "why", owner: "it", managerId: "person1", tags: ["x"] } as const;

  test.each(["persona", "journey", "touchpoint"] as const)(
    "a note into a %s keeps text and connections",
    (kind) => {
      const noted = aMap()
        .withPerson()
        .withStage()
        .withJourney()
        .withNote({ ...note, position: { x: 300, y: 60 } })
        .withTouchpoint()
        .withConnection("note1", "touchpoint1")
        .build();
      const after = applied(noted, convertNode(noted, "note1", kind));
      expect(after.nodes.note1).toMatchObject({ ...note, kind });
      expect(after.nodes.note1).not.toHaveProperty("color");
      expect(after.connections).toBe(noted.connections);
      if (kind === "touchpoint")
        expect(after.nodes.note1).toMatchObject({ journeyId: "journey1", stageId: "stage1" });
      if (kind === "journey") expect(after.nodes.note1?.position).toEqual({ x: 0, y: 460 });
    },
  );

  test("into what it is changes nothing", () => {
    expectNoChange(map, convertNode(map, "note1", "note"));
  });

  test("what is no touchpoint any more is in no measure", () => {
    const after = applied(map, convertNode(map, "touchpoint1", "note"));
    expect(after.measures.measure1?.touchpointIds).toEqual(["touchpoint2"]);
  });
});
