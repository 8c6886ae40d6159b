import { describe, expect, it } from "vitest";
import { parseMapFile } from "#exchange/json/parse-map.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import { changeMap } from "#model/commands/map.ts";
import { addMeasure, changeMeasure } from "#model/commands/plan.ts";
import { LAST_DATE } from "#model/dates.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { newMeasure } from "#model/new-objects.ts";
import { aMap } from "../builders.ts";
import { applied, expectNoChange } from "./round-trip.ts";

const map = aMap().withMeasure({ dueOn: "2026-12-24" }).with({ reviewOn: "2026-12-24" }).build();

const read = (from: JourneyMap) => {
  const result = parseMapFile(mapToJson(from), { newId: () => "new", now: () => "2027-01-01T00:00:00.000Z" });
  return result.ok ? result.map : result.problems;
};

describe("a date that no file could hold", () => {
  it.each(["20266-01-01", "+020266-01-01", "2026-02-30", "soon", ""])("%j changes nothing", (odd) => {
    expectNoChange(map, changeMap({ reviewOn: odd }));
    expectNoChange(map, changeMeasure(map, "measure1", { dueOn: odd, startOn: odd }));
    const added = applied(map, addMeasure(newMeasure("new", { title: "Call", startOn: odd, dueOn: odd })));
    expect(added.measures.new).toMatchObject({ title: "Call", startOn: null, dueOn: null });
    expect(read(added)).toEqual(added);
  });

  it("does not keep what else is written with it from being written", () => {
    const changed = applied(map, changeMeasure(map, "measure1", { title: "Ring", dueOn: "20266-01-01" }));
    expect(changed.measures.measure1).toMatchObject({ title: "Ring", dueOn: "2026-12-24" });
    const renamed = applied(map, changeMap({ title: "Other", reviewOn: "20266-01-01" }));
    expect(renamed).toMatchObject({ title: "Other", reviewOn: "2026-12-24" });
  });
});

it("the last date that a field lets in, and none, are written and read", () => {
  for (const date of [LAST_DATE, null]) {
    const changed = applied(map, changeMeasure(map, "measure1", { startOn: date, dueOn: date }));
    const reviewed = applied(changed, changeMap({ reviewOn: date }));
    expect(reviewed).toMatchObject({ reviewOn: date, measures: { measure1: { dueOn: date } } });
    expect(read(reviewed)).toEqual(reviewed);
  }
});
