import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createEditor } from "#editor/editor.ts";
import { auditOf } from "#model/audit/audit.ts";
import { deadEnd, nobodyHolds } from "#model/audit/checks/paths.ts";
import { applyCommand } from "#model/commands/command.ts";
import { assignOwner } from "#model/commands/nodes.ts";
import { dismissFindings } from "#model/commands/triage.ts";
import type { JourneyMap, Touchpoint } from "#model/journey-map.ts";
import { touchpointsInPathOrder } from "#model/path-order.ts";
import { connectionsOf } from "#model/queries.ts";
import { aMap, LATER } from "../builders.ts";

const TODAY = "2026-10-15";

/** What the order of a path means, word by word: the first that is free, and of a circle the first. */
function orderWordByWord(map: JourneyMap, stageId: string): readonly string[] {
  const waiting = Object.values(map.nodes)
    .filter((node): node is Touchpoint => node.kind === "touchpoint" && node.stageId === stageId)
    .sort((a, b) => a.position.x - b.position.x || a.position.y - b.position.y || (a.id < b.id ? -1 : 1));
  const result: string[] = [];
  while (waiting.length > 0) {
    const isFree = ({ id }: Touchpoint) =>
      connectionsOf(map, id).incoming.every(({ from }) => !waiting.some((other) => other.id === from));
    const [next] = waiting.splice(Math.max(0, waiting.findIndex(isFree)), 1);
    if (next) result.push(next.id);
  }
  return result;
}

it("the path goes to the first touchpoint to which nothing leads any more, through circles too", () => {
  const pairs = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 24 });
  fc.assert(
    fc.property(pairs, (ways) => {
      const builder = aMap().withStage().withJourney();
      for (let count = 0; count < 12; count += 1) builder.withTouchpoint();
      for (const [from, to] of ways) builder.withConnection(`touchpoint${from + 1}`, `touchpoint${to + 1}`);
      const map = builder.build();
      const path = touchpointsInPathOrder(map, "journey1").map(({ id }) => id);
      expect(path).toEqual(orderWordByWord(map, "stage1"));
    }),
    { numRuns: 200 },
  );
});

it("what nobody holds is named in the same order, whichever of several ways was drawn first", () => {
  const aFork = (...ends: readonly string[]) => {
    const builder = aMap().withStage().withJourney().withTouchpoint().withTouchpoint().withTouchpoint();
    for (const end of ends) builder.withConnection("touchpoint1", end, { id: end });
    // Maps of their own: of two states of one map the second takes over what is known of the first.
    return builder.with({ id: ends.join() }).build();
  };
  const held = (map: JourneyMap) => nobodyHolds.check(map, { today: TODAY }).map(({ nodeIds }) => nodeIds);
  const inOrder = [["touchpoint1", "touchpoint2", "touchpoint3"]];
  expect(held(aFork("touchpoint2", "touchpoint3"))).toEqual(inOrder);
  expect(held(aFork("touchpoint3", "touchpoint2"))).toEqual(inOrder);
});

describe("a hub", () => {
  /** So many come to one touchpoint of IT from Sales, and so many go on to Sales. */
  function aHub(ways: number): JourneyMap {
    const builder = aMap().withStage().withStage().withStage().withJourney();
    builder.withTouchpoint({ id: "hub", owner: "it", stageId: "stage2" });
    for (let way = 0; way < ways; way += 1) {
      builder
        .withTouchpoint({ id: `in${way}`, owner: "sales", stageId: "stage1" })
        .withTouchpoint({ id: `out${way}`, owner: "sales", stageId: "stage3" })
        .withConnection(`in${way}`, "hub")
        .withConnection("hub", `out${way}`);
    }
    return builder.build();
  }
  const pingPongs = (map: JourneyMap) =>
    auditOf(map, TODAY).findings.filter(({ ruleId }) => ruleId === "ping-pong").length;

  it("is found with each of its ways", () => {
    expect(pingPongs(aHub(20))).toBe(400);
  });

  it("is found a thousand times at most, though more ways lead through it", () => {
    expect(pingPongs(aHub(60))).toBe(1000);
  });

  it("is found with the same ways, in whatever order its connections are kept", () => {
    const map = aHub(60);
    const connections = Object.fromEntries(Object.entries(map.connections).toReversed());
    const turned = { ...structuredClone(map), id: "turned", connections };
    const idsOf = (one: JourneyMap) => auditOf(one, TODAY).findings.map(({ id }) => id);
    expect(idsOf(turned)).toEqual(idsOf(map));
  });
});

it("a rule that looks all over the map is asked once for all of its dismissed findings", () => {
  const builder = aMap().withStage().withStage().withJourney();
  for (let count = 0; count < 40; count += 1) builder.withTouchpoint({ stageId: "stage1" });
  builder.withTouchpoint({ id: "end", stageId: "stage2" });
  for (let count = 0; count < 40; count += 1) builder.withConnection("end", `touchpoint${count + 1}`);
  const map = builder.build();
  const ids = auditOf(map, TODAY)
    .findings.filter(({ ruleId }) => ruleId === "dead-end")
    .map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(30);
  const settled = applyCommand(map, dismissFindings(ids, "as planned", LATER), LATER);
  const editor = createEditor(settled, { now: () => LATER });
  const check = vi.spyOn(deadEnd, "check");
  editor.dispatch(assignOwner(settled, ["touchpoint1"], "it"));
  expect(check.mock.calls.length).toBeLessThanOrEqual(2);
  check.mockRestore();
  expect(auditOf(editor.store.getState().map, TODAY).dismissed).toHaveLength(ids.length);
});
