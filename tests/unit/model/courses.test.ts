import { describe, expect, test } from "vitest";
import { auditOf } from "#model/audit/audit.ts";
import { changedParts, changesBetween } from "#model/changed-parts.ts";
import { applyCommand, type Command } from "#model/commands/command.ts";
import { changeConnection, connect } from "#model/commands/connections.ts";
import { assignOwner, convertNode, remove } from "#model/commands/nodes.ts";
import { addStage, moveStage, removeStage } from "#model/commands/stages.ts";
import { passagesOf } from "#model/handovers.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { newConnection, newStage } from "#model/new-objects.ts";
import { idsInPathOrder, touchpointsInPathOrder } from "#model/path-order.ts";
import { nodesInReadingOrder } from "#model/reading-order.ts";
import { aMap, LATER } from "../builders.ts";

const TODAY = "2026-10-15";

/** Two journeys of three touchpoints each; the second one of the first leads to the second one of the second. */
const twoJourneys = aMap()
  .withStage()
  .withStage()
  .withJourney()
  .withTouchpoint({ owner: "marketing", stageId: "stage1" })
  .withTouchpoint({ owner: "sales", stageId: "stage1" })
  .withTouchpoint({ owner: "marketing", stageId: "stage2" })
  .withJourney({ position: { x: 0, y: 600 } })
  .withTouchpoint({ owner: "it", position: { x: 300, y: 620 } })
  .withTouchpoint({ owner: null, position: { x: 320, y: 620 } })
  .withTouchpoint({ owner: null, position: { x: 340, y: 620 } })
  .withConnection("touchpoint1", "touchpoint2")
  .withConnection("touchpoint2", "touchpoint5")
  .build();

const idsOf = (map: JourneyMap) => auditOf(map, TODAY).findings.map(({ id }) => id);

/** What is found after a command by going on from what is known, and of a map of which nothing is known. */
function foundAfter(command: Command) {
  idsOf(twoJourneys);
  const after = applyCommand(twoJourneys, command, LATER);
  expect(after).not.toBe(twoJourneys);
  return { found: idsOf(after), fresh: idsOf({ ...structuredClone(after), id: "unknown" }) };
}

describe("the audit goes on from what it knows", () => {
  test.each<[string, Command]>([
    [
      "a card at the end of another journey's arrow becomes a note",
      convertNode(twoJourneys, "touchpoint5", "note"),
    ],
    ["a card at the beginning of an arrow goes", remove(twoJourneys, ["touchpoint2"])],
    ["an arrow goes", remove(twoJourneys, [], ["connection2"])],
    ["an arrow comes", connect(newConnection("new", "touchpoint3", "touchpoint4"))],
    ["an arrow back comes", connect(newConnection("new", "touchpoint5", "touchpoint2"))],
    ["a stage comes at the end", addStage(newStage("new", "More"), 9)],
    ["a stage comes at the beginning", addStage(newStage("new", "More"), 0)],
    ["a stage goes with what it held", removeStage("stage1", "Stage 1")],
    ["stages change places", moveStage("stage1", "Stage 1", 1)],
    ["a lane goes with its cards left behind", remove(twoJourneys, ["journey2"])],
  ])("when %s", (_what, command) => {
    const { found, fresh } = foundAfter(command);
    expect(found).toEqual(fresh);
  });

  test("and finds another path where a card became a note", () => {
    expect(idsOf(twoJourneys)).toContain("unreachable:touchpoint3");
    const { found } = foundAfter(convertNode(twoJourneys, "touchpoint5", "note"));
    expect(found).not.toContain("unreachable:touchpoint3");
  });
});

describe("what follows from the courses follows", () => {
  test("the stages, where these change places and no card moves with them", () => {
    expect(idsInPathOrder(twoJourneys, "journey1")).toEqual(["touchpoint1", "touchpoint2", "touchpoint3"]);
    const turned = { ...twoJourneys, stages: twoJourneys.stages.toReversed() };
    expect(idsInPathOrder(turned, "journey1")).toEqual(["touchpoint3", "touchpoint1", "touchpoint2"]);
  });

  test("the lanes, where these change places and no card moves with them", () => {
    const command = connect(newConnection("of the second lane", "touchpoint4", "touchpoint6"));
    const map = applyCommand(twoJourneys, command, LATER);
    const connectionIds = (of: JourneyMap) => passagesOf(of).map(({ connection }) => connection.id);
    expect(connectionIds(map)).toEqual(["connection1", "connection2", "of the second lane"]);
    const { journey1, journey2 } = map.nodes;
    if (!journey1 || !journey2) throw new Error("The map has two lanes");
    const nodes = {
      ...map.nodes,
      journey1: { ...journey1, position: journey2.position },
      journey2: { ...journey2, position: journey1.position },
    };
    expect(connectionIds({ ...map, nodes })).toEqual(["of the second lane", "connection1", "connection2"]);
  });
});

describe("the first lead of a journey that goes into another one", () => {
  /** Marketing hands over to what the owner in the other journey makes a lead. */
  const handing = (owner: "sales" | "it") =>
    aMap()
      .withStage()
      .withJourney()
      .withTouchpoint({ owner: "marketing" })
      .withJourney()
      .withTouchpoint({ owner })
      .withConnection("touchpoint1", "touchpoint2")
      .build();
  const lead = "lead-undefined:touchpoint1,touchpoint2";

  test("is found when another owner receives it there", () => {
    const map = handing("it");
    expect(idsOf(map)).not.toContain(lead);
    expect(idsOf(applyCommand(map, assignOwner(map, ["touchpoint2"], "sales"), LATER))).toContain(lead);
  });

  test("is gone when it is agreed what goes along", () => {
    const map = handing("sales");
    expect(idsOf(map)).toContain(lead);
    const handover = { information: "who they are", promise: "", timeLimit: 60, confirmed: true };
    const agreed = applyCommand(map, changeConnection(["connection1"], { handover }), LATER);
    expect(idsOf(agreed)).not.toContain(lead);
  });
});

describe("what is known of a journey", () => {
  test("stays the same object while another one changes", () => {
    const known = idsInPathOrder(twoJourneys, "journey2");
    idsOf({ ...structuredClone(twoJourneys), id: "another map, looked at in between" });
    const after = applyCommand(twoJourneys, remove(twoJourneys, [], ["connection1"]), LATER);
    expect(idsInPathOrder(after, "journey1")).not.toBe(idsInPathOrder(twoJourneys, "journey1"));
    expect(idsInPathOrder(after, "journey2")).toBe(known);
  });

  test("is made anew where an arrow from another journey goes", () => {
    const known = idsInPathOrder(twoJourneys, "journey2");
    const after = applyCommand(twoJourneys, remove(twoJourneys, [], ["connection2"]), LATER);
    expect(idsInPathOrder(after, "journey2")).not.toBe(known);
  });

  test("holds for touchpoints of no journey too", () => {
    const map = aMap()
      .withStage()
      .withTouchpoint({ journeyId: null })
      .withTouchpoint({ journeyId: null })
      .build();
    expect(touchpointsInPathOrder(map, null).map(({ id }) => id)).toEqual(["touchpoint1", "touchpoint2"]);
  });
});

test("passages from one touchpoint lead to its own journey first", () => {
  const map = applyCommand(twoJourneys, connect(newConnection("a-new", "touchpoint2", "touchpoint3")), LATER);
  const back = applyCommand(map, connect(newConnection("b-new", "touchpoint2", "touchpoint4")), LATER);
  expect(passagesOf(back).map(({ connection }) => connection.id)).toEqual([
    "connection1",
    "a-new",
    "b-new",
    "connection2",
  ]);
});

describe("more cards than are mended one by one, when they move", () => {
  const COUNT = 300;
  const row = (xOf: (place: number) => number) => {
    let builder = aMap().withStage().withStage().withJourney();
    for (let place = 0; place < COUNT; place += 1)
      builder = builder.withTouchpoint({ stageId: "stage2", position: { x: xOf(place), y: 0 } });
    return builder.build();
  };

  test("all alike, for a new stage before them, leave the path the same object", () => {
    const map = row((place) => 1000 + place);
    const known = idsInPathOrder(map, "journey1");
    expect(known).toHaveLength(COUNT);
    idsOf(map);
    const after = applyCommand(map, addStage(newStage("new", "More"), 1), LATER);
    expect(known.filter((id) => after.nodes[id]?.position.x === map.nodes[id]?.position.x)).toEqual([]);
    expect(idsInPathOrder(after, "journey1")).toBe(known);
    expect(touchpointsInPathOrder(after, "journey1")).toEqual(known.map((id) => after.nodes[id]));
    expect(nodesInReadingOrder(after)).toEqual(Object.values(after.nodes));
    expect(idsOf(after)).toEqual(idsOf({ ...structuredClone(after), id: "unknown" }));
  });

  test("past each other, turn it round", () => {
    const map = row((place) => 1000 + place);
    const known = idsInPathOrder(map, "journey1");
    const turnedNodes = Object.values(map.nodes).map((node) => {
      const { x, y } = node.position;
      // All but its place is the same object, as after a command.
      return node.kind === "touchpoint" ? { ...node, position: { x: 3000 - x, y } } : node;
    });
    const nodes = Object.fromEntries(turnedNodes.map((node) => [node.id, node]));
    const turned = { ...map, nodes };
    expect(idsInPathOrder(turned, "journey1")).toEqual(known.toReversed());
    expect(nodesInReadingOrder(turned)).toEqual(nodesInReadingOrder({ ...turned, id: "unknown" }));
  });
});

describe("what became of the parts", () => {
  const part = (id: string, label = "") => ({ id, label });
  const partsOf = (...parts: readonly { readonly id: string }[]) =>
    Object.fromEntries(parts.map((one) => [one.id, one]));
  const [a, b, c, d] = [part("a"), part("b"), part("c"), part("d")];
  const changedB = part("b", "changed");

  test.each([
    ["one of them", partsOf(a, b, c), partsOf(a, changedB, c), [[b, changedB]]],
    ["one that came", partsOf(a, b), partsOf(a, b, c), [[null, c]]],
    ["one that came in the middle", partsOf(a, c), partsOf(a, b, c), [[null, b]]],
    ["one that went", partsOf(a, b, c), partsOf(a, c), [[b, null]]],
    ["the last that went", partsOf(a, b), partsOf(a), [[b, null]]],
    ["another order", partsOf(a, b, c), partsOf(c, a, b), []],
    [
      "another order and more",
      partsOf(a, b, c),
      partsOf(c, d, changedB),
      [
        [a, null],
        [null, d],
        [b, changedB],
      ],
    ],
  ])("%s", (_what, before, after, changes) => {
    const found = changedParts(before, after) ?? [];
    expect(found).toHaveLength(changes.length);
    expect(found).toEqual(expect.arrayContaining(changes));
  });

  test("is told apart from where they stand", () => {
    const at = (x: number, label = "") => ({ ...part("a", label), position: { x } });
    const [here, there, other] = [at(1), at(2), at(2, "changed")];
    expect(changesBetween(partsOf(here), partsOf(there))).toEqual({ changed: [], moved: [[here, there]] });
    expect(changesBetween(partsOf(here), partsOf(other))).toEqual({ changed: [[here, other]], moved: [] });
    expect(changedParts(partsOf(here), partsOf(there))).toEqual([[here, there]]);
  });

  test("is not told where it is nearly everything", () => {
    const many = (label: string) =>
      partsOf(...Array.from({ length: 300 }, (_, index) => part(`${index}`, label)));
    expect(changedParts(many("before"), many("after"))).toBeNull();
  });
});
