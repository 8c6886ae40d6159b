import { describe, expect, it } from "vitest";
import { auditOf } from "#model/audit/audit.ts";
import { foundIn, goneBetween } from "#model/audit/gone-findings.ts";
import { applyCommand } from "#model/commands/command.ts";
import { dismissFindings } from "#model/commands/triage.ts";
import { LATER, sampleMap } from "../builders.ts";

const found = (...ids: string[]) => new Set(ids);

describe("what was gone between states", () => {
  it.each([
    ["nothing of one state", [found("a")], []],
    ["nothing that was there all the time, or came later", [found("a"), found("a", "b")], []],
    ["what a later state does not have", [found("a", "b"), found("b")], ["a"]],
    ["also what came back", [found("a"), found(), found("a")], ["a"]],
    ["nothing that was not there before", [found(), found("a")], []],
  ] as const)("is %s", (_, states, gone) => {
    expect([...goneBetween(states)]).toEqual(gone);
  });
});

it("what is dismissed is still there", () => {
  const map = sampleMap();
  const dismissed = applyCommand(map, dismissFindings(["no-owner:t02"], "known", LATER), LATER);
  expect(foundIn(auditOf(dismissed, "2026-12-24"))).toEqual(foundIn(auditOf(map, "2026-12-24")));
});
