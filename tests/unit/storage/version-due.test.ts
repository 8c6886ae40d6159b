import { describe, expect, test } from "vitest";
import { noWork, type VersionEvent, versionDue } from "#storage/version-due.ts";

const MINUTE = 60_000;

/** The causes of the versions that are kept while these events happen. */
function causes(events: readonly VersionEvent[]): readonly (string | null)[] {
  let state = noWork;
  return events.map((event) => {
    const due = versionDue(state, event);
    state = due.state;
    return due.cause;
  });
}

const changes = (count: number, step: number, from = 0): VersionEvent[] =>
  Array.from({ length: count }, (_, index) => ({ type: "changed", at: from + index * step }));

describe("a version is kept by itself", () => {
  test("after five minutes of work, and again five minutes later", () => {
    const kept = causes(changes(12, MINUTE));
    expect(kept.flatMap((cause, index) => (cause ? [`${cause} ${index}`] : []))).toEqual([
      "activity 5",
      "activity 11",
    ]);
  });

  test("after two hundred changes, however quick", () => {
    const kept = causes(changes(400, 10));
    expect(kept.flatMap((cause, index) => (cause ? [index] : []))).toEqual([199, 399]);
  });

  test("after two hundred changes that are told several at once", () => {
    const events = changes(5, 10).map((event) => ({ ...event, count: 60 }));
    expect(causes(events)).toEqual([null, null, null, "activity", null]);
  });

  test("when a map is closed in which something was done, and only then", () => {
    expect(causes([{ type: "closing" }])).toEqual([null]);
    expect(causes([...changes(1, 0), { type: "closing" }, { type: "closing" }])).toEqual([
      null,
      "closed",
      null,
    ]);
  });

  test("before a restore, a migration and a take-over, whatever was done", () => {
    expect(causes([{ type: "restoring" }, { type: "migrating" }, { type: "takingOver" }])).toEqual([
      "beforeRestore",
      "beforeMigration",
      "beforeTakeOver",
    ]);
  });

  test("before more than twenty things are deleted at once", () => {
    expect(causes([20, 21].map((count) => ({ type: "deleting", count })))).toEqual([
      null,
      "beforeBulkDelete",
    ]);
  });

  test("not soon after another one was kept", () => {
    const events: VersionEvent[] = [
      ...changes(5, MINUTE),
      { type: "kept" },
      ...changes(5, MINUTE, 5 * MINUTE),
    ];
    expect(causes(events).every((cause) => cause === null)).toBe(true);
  });
});
