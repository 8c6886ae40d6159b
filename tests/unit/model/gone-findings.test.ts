import { describe, expect, it } from "vitest";
import { auditOf } from "#model/audit/audit.ts";
import { foundIn, goneSince } from "#model/audit/gone-findings.ts";
import { applyCommand } from "#model/commands/command.ts";
import { dismissFindings } from "#model/commands/triage.ts";
import { LATER, sampleMap } from "../builders.ts";

describe("what has gone since it was seen", () => {
  it.each([
    ["nothing that is still there, or is new", ["no-owner:a"], ["no-owner:a", "no-owner:b"], [], []],
    ["what is not there any more", ["no-owner:a", "no-owner:b"], ["no-owner:b"], [], ["no-owner:a"]],
    ["nothing of a rule that is switched off", ["no-owner:a", "orphan:b"], [], ["no-owner"], ["orphan:b"]],
  ])("is %s", (_, seen, found, rulesOff, gone) => {
    expect(goneSince(new Set(seen), new Set(found), rulesOff)).toEqual(gone);
  });
});

it("what is dismissed is still there", () => {
  const map = sampleMap();
  const dismissed = applyCommand(map, dismissFindings(["no-owner:t02"], "known", LATER), LATER);
  expect(foundIn(auditOf(dismissed, "2026-12-24"))).toEqual(foundIn(auditOf(map, "2026-12-24")));
});
