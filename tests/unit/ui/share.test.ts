import { expect, it } from "vitest";
import { auditOf } from "#model/audit/audit.ts";
import { isEmptyShare, shareOfDiscipline, shareOfPerson } from "#ui/reports/share.ts";
import { aMap } from "../builders.ts";

const TODAY = "2026-10-15";

const map = aMap()
  .withPerson({ id: "anna", name: "Anna" })
  .withPerson({ id: "otto", name: "Otto" })
  .withStage()
  .withJourney({ owner: "marketing", managerId: "anna" })
  .withTouchpoint({ id: "ad", owner: "marketing", managerId: "anna" })
  .withTouchpoint({ id: "call", owner: "sales", managerId: "anna" })
  .withConnection("ad", "call")
  .withMeasure({
    id: "m",
    title: "Call back",
    owner: "sales",
    managerId: "anna",
    touchpointIds: ["ad"],
    dueOn: "2026-10-01",
  })
  .withMeasure({ id: "n", title: "Nowhere yet", owner: "it", dueOn: "2026-10-01" })
  .build();
const { findings } = auditOf(map, TODAY);
const rulesOf = (found: readonly { readonly ruleId: string; readonly subject?: { readonly id: string } }[]) =>
  found.filter(({ ruleId }) => ruleId === "measure-overdue").map(({ subject }) => subject?.id);

it("a late measure is on the page of the discipline that does it, wherever it is done", () => {
  expect(rulesOf(shareOfDiscipline(map, findings, "sales").findings)).toEqual(["m"]);
  expect(rulesOf(shareOfDiscipline(map, findings, "it").findings)).toEqual(["n"]);
});

it("a person has their touchpoints, both ends of their handovers, their findings and their measures", () => {
  const share = shareOfPerson(map, findings, new Set(["anna"]));
  expect(share.touchpoints.map(({ id }) => id)).toEqual(["ad", "call"]);
  expect(share.handovers).toHaveLength(1);
  expect(share.measures.map(({ id }) => id)).toEqual(["m"]);
  expect(rulesOf(share.findings)).toContain("m");
  expect(isEmptyShare(shareOfPerson(map, findings, new Set(["otto"])))).toBe(true);
});
