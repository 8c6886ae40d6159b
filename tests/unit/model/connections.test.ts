import { describe, expect, test } from "vitest";
import {
  changeConnection,
  connect,
  connectionProblem,
  reconnect,
  reverseConnection,
} from "#model/commands/connections.ts";
import { newConnection } from "#model/new-objects.ts";
import { aMap } from "../builders.ts";
import { applied, expectNoChange } from "./round-trip.ts";

const map = aMap()
  .withTouchpoint()
  .withTouchpoint()
  .withTouchpoint()
  .withConnection("touchpoint1", "touchpoint2")
  .withConnection("touchpoint2", "touchpoint3")
  .build();

describe("connecting", () => {
  test("adds the connection and touches no node", () => {
    const after = applied(map, connect(newConnection("new", "touchpoint1", "touchpoint3")));
    expect(after.connections.new).toMatchObject({ from: "touchpoint1", to: "touchpoint3", handover: null });
    expect(after.nodes).toBe(map.nodes);
  });

  test.each([
    ["sameNode", "touchpoint1", "touchpoint1"],
    ["missingNode", "touchpoint1", "nothing"],
    ["alreadyConnected", "touchpoint1", "touchpoint2"],
  ])("is not possible: %s", (problem, from, to) => {
    expect(connectionProblem(map, from, to)).toBe(problem);
    expectNoChange(map, connect(newConnection("new", from, to)));
  });

  test("the other way round is another connection", () => {
    expect(connectionProblem(map, "touchpoint2", "touchpoint1")).toBeNull();
  });

  test("an id that is taken changes nothing", () => {
    expectNoChange(map, connect(newConnection("connection1", "touchpoint1", "touchpoint3")));
  });
});

test("changing sets the handover of many connections, the same values change nothing", () => {
  const handover = { information: "order", promise: "", timeLimit: 60, confirmed: false };
  const after = applied(map, changeConnection(["connection1", "connection2"], { handover }));
  expect(after.connections.connection2?.handover).toEqual(handover);
  expectNoChange(after, changeConnection(["connection1"], { handover: { ...handover } }));
  expectNoChange(map, changeConnection(["nothing"], { label: "x" }));
});

test("reversing swaps the ends, unless that would double another", () => {
  const after = applied(map, reverseConnection("connection1"));
  expect(after.connections.connection1).toMatchObject({ from: "touchpoint2", to: "touchpoint1" });
  const handover = { information: "order", promise: "", timeLimit: 60, confirmed: true };
  const agreed = applied(map, changeConnection(["connection1"], { label: "and then", handover }));
  const turned = applied(agreed, reverseConnection("connection1"));
  expect(turned.connections.connection1).toMatchObject({ from: "touchpoint2", label: "and then", handover });
  const both = aMap()
    .withTouchpoint()
    .withTouchpoint()
    .withConnection("touchpoint1", "touchpoint2")
    .withConnection("touchpoint2", "touchpoint1")
    .build();
  expectNoChange(both, reverseConnection("connection1"));
});

test("hanging an end on another node keeps label and handover", () => {
  const after = applied(map, reconnect("connection1", "touchpoint1", "touchpoint3"));
  expect(after.connections.connection1).toEqual({ ...map.connections.connection1, to: "touchpoint3" });
  expectNoChange(map, reconnect("connection1", "touchpoint2", "touchpoint3"));
  expectNoChange(map, reconnect("connection1", "touchpoint1", "nothing"));
});
