import { describe, expect, it, vi } from "vitest";
import { auditOf } from "#model/audit/audit.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { CanvasHandle } from "#ui/action.ts";
import { leadToFinding } from "#ui/map/lead-to-finding.ts";
import { aMap } from "../builders.ts";

/** Goes to a finding of a map, and what was done for it, in order. */
function steps(map: JourneyMap, findingId: string): readonly unknown[] {
  const done: unknown[] = [];
  const note =
    (name: string) =>
    (...values: readonly unknown[]) =>
      void done.push([name, ...values]);
  const canvas = {
    bringIntoView: note("nodes"),
    bringCellIntoView: note("cell"),
    showStage: note("stage"),
  } as unknown as CanvasHandle;
  const finding = auditOf(map, "2026-06-01").findings.find(({ id }) => id === findingId);
  if (!finding) throw new Error(`${findingId} was not found`);
  const show = vi.fn((place: (handle: CanvasHandle) => void) => place(canvas));
  leadToFinding(finding, {
    select: note("select"),
    show,
    showOnCanvas: show,
    openLine: note("line"),
    openDetails: note("details"),
  });
  return done;
}

describe("a finding leads to", () => {
  it("its node", () => {
    expect(steps(aMap().withJourney().build(), "no-owner:journey1")).toEqual([
      ["select", { nodeIds: ["journey1"], connectionIds: [] }],
      ["nodes", ["journey1"]],
    ]);
  });

  it("the connection of its handover", () => {
    const map = aMap()
      .withJourney()
      .withTouchpoint({ owner: "sales" })
      .withTouchpoint({ owner: "it" })
      .withConnection("touchpoint1", "touchpoint2", { id: "c" })
      .build();
    expect(steps(map, "handover-open:touchpoint1,touchpoint2")).toEqual([
      ["select", { nodeIds: [], connectionIds: ["c"] }],
      ["nodes", ["touchpoint1", "touchpoint2"]],
    ]);
  });

  it("its line of the plan where no touchpoint has it, to its touchpoints otherwise", () => {
    expect(steps(aMap().withMeasure().build(), "measure-incomplete:measure1")).toEqual([
      ["line", "measure1"],
    ]);
    expect(steps(aMap().withContent().build(), "content-orphan:content1")).toEqual([["line", "content1"]]);
    const linked = aMap()
      .withTouchpoint()
      .withMeasure({ touchpointIds: ["touchpoint1"] })
      .build();
    expect(steps(linked, "measure-incomplete:measure1").at(-1)).toEqual(["nodes", ["touchpoint1"]]);
  });

  it("its stage", () => {
    expect(steps(aMap().withStage({ name: "Sales" }).build(), "stage-is-department:stage1")).toEqual([
      ["select", { nodeIds: [], connectionIds: [] }],
      ["stage", "stage1"],
    ]);
  });

  it("the cell in which a journey has nothing", () => {
    const map = aMap().withStage().withStage().withJourney().withTouchpoint().build();
    expect(steps(map, "empty-stage:journey1,stage1")).toEqual([
      ["select", { nodeIds: ["journey1"], connectionIds: [] }],
      ["cell", "journey1", "stage1"],
    ]);
  });

  it("the details of the map where it is about the whole", () => {
    expect(steps(aMap().withPersona().build(), "no-maintainer:")).toContainEqual(["details"]);
  });
});
