import { describe, expect, it } from "vitest";
import { auditOf } from "#model/audit/audit.ts";
import { rules } from "#model/audit/rules.ts";
import { applyCommand } from "#model/commands/command.ts";
import type { ContentPiece, Handover, JourneyMap, Measure, Owner } from "#model/journey-map.ts";
import { aMap, LATER } from "../builders.ts";

const TODAY = "2026-06-01";

type Case = readonly [what: string, map: () => JourneyMap, found: readonly string[]];

const people = () =>
  aMap().withPerson({ discipline: "marketing" }).withPerson({ discipline: "it" }).withPerson();

/** A journey through so many stages with a touchpoint in each; the owners of these from the first to the last. */
function path(...owners: readonly ("marketing" | "sales" | "it" | null)[]) {
  const builder = aMap();
  for (const _ of owners) builder.withStage();
  builder.withPersona({ owner: "it" }).withJourney().withConnection("persona1", "journey1", { id: "p" });
  owners.forEach((owner, index) => {
    builder.withTouchpoint({ owner, stageId: `stage${index + 1}` });
    if (index > 0) builder.withConnection(`touchpoint${index}`, `touchpoint${index + 1}`);
  });
  return builder;
}

const agreed: Handover = { information: "who they are", promise: "", timeLimit: 60, confirmed: true };
/** Two touchpoints of two owners with what is agreed between them. */
const handing = (from: Owner, to: "sales" | "it", handover: Handover | null) =>
  aMap()
    .withStage()
    .withJourney()
    .withTouchpoint({ owner: from })
    .withTouchpoint({ owner: to })
    .withConnection("touchpoint1", "touchpoint2", { handover })
    .build();

const touchpoint = (values: Parameters<ReturnType<typeof aMap>["withTouchpoint"]>[0]) =>
  aMap().withJourney().withTouchpoint(values).build();

const customerBurden = { text: "Explain again", burden: "customer" } as const;
const companyBurden = { text: "Checked twice", burden: "company" } as const;

const cases: Readonly<Record<string, readonly Case[]>> = {
  "moment-of-truth-unowned": [
    ["one without anybody", () => touchpoint({ momentOfTruth: true }), ["touchpoint1"]],
    ["one without a manager", () => touchpoint({ momentOfTruth: true, owner: "it" }), ["touchpoint1"]],
    ["not what is no moment of truth", () => touchpoint({}), []],
    [
      "not one that has both",
      () =>
        aMap()
          .withPerson()
          .withTouchpoint({ momentOfTruth: true, owner: "it", managerId: "person1" })
          .build(),
      [],
    ],
  ],
  "nobody-holds": [
    [
      "all that follow each other",
      () => path("it", null, null, null, "it").build(),
      ["touchpoint2,touchpoint3,touchpoint4"],
    ],
    ["not a single one", () => path("it", null, "it", null).build(), []],
    [
      "those from which the customer comes to the same one",
      () =>
        aMap()
          .withStage()
          .withJourney()
          .withTouchpoint()
          .withTouchpoint()
          .withTouchpoint()
          .withConnection("touchpoint1", "touchpoint3")
          .withConnection("touchpoint2", "touchpoint3")
          .build(),
      ["touchpoint1,touchpoint2,touchpoint3"],
    ],
    [
      "neighbours without an arrow as well",
      () => aMap().withStage().withJourney().withTouchpoint().withTouchpoint().build(),
      ["touchpoint1,touchpoint2"],
    ],
  ],
  "no-owner": [
    ["a persona", () => aMap().withPersona().build(), ["persona1"]],
    ["not a note", () => aMap().withNote().build(), []],
    ["not what has one", () => aMap().withPersona({ owner: "sales" }).build(), []],
  ],
  "no-manager": [
    ["a journey", () => aMap().withJourney().build(), ["journey1"]],
    ["not a note", () => aMap().withNote().build(), []],
    ["not what has one", () => people().withJourney({ managerId: "person1" }).build(), []],
  ],
  "manager-overloaded": [
    ["more than twelve touchpoints", () => managed(13, 0), ["person1"]],
    ["not twelve", () => managed(12, 0), []],
    ["more than five moments of truth", () => managed(6, 6), ["person1"]],
    ["not five", () => managed(12, 5), []],
    ["more than the map allows", () => ({ ...managed(4, 0), audit: { mostTouchpoints: 3 } }), ["person1"]],
    ["more moments than it allows", () => ({ ...managed(3, 3), audit: { mostMoments: 2 } }), ["person1"]],
    ["not as many moments as it allows", () => ({ ...managed(3, 2), audit: { mostMoments: 2 } }), []],
    ["not personas and journeys", () => managedPersonas(20), []],
  ],
  "manager-outside": [
    [
      "somebody whose discipline owns nothing of it",
      () => people().withTouchpoint({ owner: "sales", managerId: "person1" }).build(),
      ["person1"],
    ],
    [
      "not where one of several is their own",
      () =>
        people()
          .withTouchpoint({ owner: "sales", managerId: "person1" })
          .withTouchpoint({ owner: "marketing", managerId: "person1" })
          .build(),
      [],
    ],
    [
      "not somebody without a discipline",
      () => people().withTouchpoint({ owner: "sales", managerId: "person3" }).build(),
      [],
    ],
    ["not where nobody owns anything", () => people().withTouchpoint({ managerId: "person1" }).build(), []],
  ],
  "discipline-absent": [
    ["a journey of three without one of them", () => path("it", "sales", "sales").build(), ["journey1"]],
    ["not where all have a part", () => path("it", "sales", "marketing").build(), []],
    ["not a journey of two", () => path("it", "sales").build(), []],
  ],
  "handover-open": [
    ["nothing written down", () => handing("sales", "it", null), ["touchpoint1,touchpoint2"]],
    [
      "not confirmed",
      () => handing("sales", "it", { ...agreed, confirmed: false }),
      ["touchpoint1,touchpoint2"],
    ],
    ["not a confirmed one", () => handing("sales", "it", agreed), []],
    ["not within one discipline", () => handing("sales", "sales", null), []],
    ["not from nobody", () => handing(null, "it", null), []],
    [
      "two touchpoints once, whatever goes between them",
      () =>
        aMap()
          .withTouchpoint({ owner: "it" })
          .withTouchpoint({ owner: "sales" })
          .withConnection("touchpoint1", "touchpoint2")
          .withConnection("touchpoint2", "touchpoint1")
          .build(),
      ["touchpoint1,touchpoint2"],
    ],
  ],
  "handover-empty": [
    [
      "one without information",
      () => handing("sales", "it", { ...agreed, information: " " }),
      ["touchpoint1,touchpoint2"],
    ],
    ["not one with it", () => handing("sales", "it", agreed), []],
    ["not between two of one owner", () => handing("it", "it", { ...agreed, information: "" }), []],
    ["not from what nobody owns", () => handing(null, "it", { ...agreed, information: "" }), []],
    ["not where nothing is written down", () => handing("sales", "it", null), []],
  ],
  "lead-undefined": [
    ["no handover", () => handing("marketing", "sales", null), ["touchpoint1,touchpoint2"]],
    [
      "no time limit",
      () => handing("marketing", "sales", { ...agreed, timeLimit: null }),
      ["touchpoint1,touchpoint2"],
    ],
    [
      "no information",
      () => handing("marketing", "sales", { ...agreed, information: "" }),
      ["touchpoint1,touchpoint2"],
    ],
    ["not one that says both", () => handing("marketing", "sales", agreed), []],
    ["not from Marketing to IT", () => handing("marketing", "it", null), []],
    ["not from Sales", () => handing("sales", "it", null), []],
    [
      "the first of a journey only",
      () => path("marketing", "sales", "marketing", "sales").build(),
      ["touchpoint1,touchpoint2"],
    ],
  ],
  "ping-pong": [
    ["there and back", () => path("it", "sales", "it").build(), ["touchpoint1,touchpoint2,touchpoint3"]],
    ["not over a third one", () => path("it", "sales", "marketing").build(), []],
    ["not with another step between", () => path("it", "sales", "sales", "it").build(), []],
    ["not over nobody", () => path("it", null, "it").build(), []],
    [
      "not back to the very same touchpoint",
      () =>
        aMap()
          .withTouchpoint({ owner: "it" })
          .withTouchpoint({ owner: "sales" })
          .withConnection("touchpoint1", "touchpoint2")
          .withConnection("touchpoint2", "touchpoint1")
          .build(),
      [],
    ],
  ],
  "perception-gap": [
    ["two apart", () => touchpoint({ customerRating: -1, teamRating: 1 }), ["touchpoint1"]],
    [
      "customers who think more of it",
      () => touchpoint({ customerRating: 2, teamRating: 0 }),
      ["touchpoint1"],
    ],
    ["not one apart", () => touchpoint({ customerRating: 0, teamRating: 1 }), []],
    ["not where one of them is missing", () => touchpoint({ customerRating: null, teamRating: 2 }), []],
  ],
  "self-rated-only": [
    ["a rating of the team alone", () => touchpoint({ teamRating: 0 }), ["touchpoint1"]],
    [
      "a moment of truth that is only assumed",
      () => touchpoint({ momentOfTruth: true, customerRating: 1, teamRating: 1 }),
      ["touchpoint1"],
    ],
    [
      "not one that was observed",
      () => touchpoint({ momentOfTruth: true, evidence: "observed", customerRating: 1 }),
      [],
    ],
    ["not what nobody has rated", () => touchpoint({}), []],
  ],
  "too-slow": [
    ["slower than expected", () => touchpoint({ expectedResponse: 60, actualResponse: 61 }), ["touchpoint1"]],
    ["not as fast as expected", () => touchpoint({ expectedResponse: 60, actualResponse: 60 }), []],
    ["not what nobody has measured", () => touchpoint({ expectedResponse: 0 }), []],
  ],
  "burden-on-customer": [
    ["one without a measure", () => touchpoint({ disappointments: [customerBurden] }), ["touchpoint1"]],
    ["not one that the company carries", () => touchpoint({ disappointments: [companyBurden] }), []],
    ["not with an open measure", () => disappointed("open"), []],
    ["not with one under way", () => disappointed("doing"), []],
    ["with a dropped one", () => disappointed("dropped"), ["touchpoint1"]],
    ["with one that is done and did not help", () => disappointed("done"), ["touchpoint1"]],
  ],
  "delight-on-disappointment": [
    [
      "a delight at the same place",
      () => touchpoint({ disappointments: [companyBurden], delights: ["A cake"] }),
      ["touchpoint1"],
    ],
    ["not where a measure touches it", () => delightedToo("open"), []],
    [
      "not a delight elsewhere in the journey",
      () =>
        aMap()
          .withJourney()
          .withTouchpoint({ disappointments: [companyBurden] })
          .withTouchpoint({ delights: ["A cake"] })
          .build(),
      [],
    ],
    ["not where a measure is done that touched it", () => delightedToo("done"), []],
    ["where one was dropped", () => delightedToo("dropped"), ["touchpoint1"]],
    ["where one is open elsewhere in the journey", () => plannedElsewhere("open"), ["touchpoint1"]],
    ["where one is under way there", () => plannedElsewhere("doing"), ["touchpoint1"]],
    ["not where one is done there", () => plannedElsewhere("done"), []],
    ["not where one was dropped there", () => plannedElsewhere("dropped"), []],
    ["not a delight alone", () => touchpoint({ delights: ["A cake"] }), []],
    ["not a disappointment alone", () => touchpoint({ disappointments: [companyBurden] }), []],
  ],
  "measure-overdue": [
    ["due before today", () => aMap().withMeasure({ dueOn: "2026-05-31" }).build(), ["measure1"]],
    ["not due today", () => aMap().withMeasure({ dueOn: TODAY }).build(), []],
    ["not one that is done", () => aMap().withMeasure({ dueOn: "2026-05-31", status: "done" }).build(), []],
    ["not without a date", () => aMap().withMeasure().build(), []],
  ],
  "measure-incomplete": [
    ["one without an owner", () => planned({ owner: null }), ["measure1"]],
    ["one without a person", () => planned({ managerId: null }), ["measure1"]],
    ["one without a date", () => planned({ dueOn: null }), ["measure1"]],
    [
      "one whose touchpoints know who is responsible",
      () =>
        people()
          .withTouchpoint({ owner: "it", managerId: "person1" })
          .withTouchpoint({ owner: "it", managerId: "person1" })
          .withMeasure({ touchpointIds: ["touchpoint1", "touchpoint2"], dueOn: TODAY })
          .withMeasure({ touchpointIds: ["touchpoint1"] })
          .build(),
      ["measure1", "measure2"],
    ],
    ["not one that has all", () => planned({}), []],
    ["not one that was dropped", () => aMap().withMeasure({ status: "dropped" }).build(), []],
  ],
  "content-orphan": [
    ["one without anything", () => aMap().withContent().build(), ["content1"]],
    ["one without a persona", () => delivered({ personaIds: [] }), ["content1"]],
    ["one for what is no persona", () => delivered({ personaIds: ["touchpoint1"] }), ["content1"]],
    ["one without a touchpoint", () => delivered({ touchpointIds: [] }), ["content1"]],
    ["one at what is no touchpoint", () => delivered({ touchpointIds: ["persona1"] }), ["content1"]],
    ["one without an owner", () => delivered({ owner: null }), ["content1"]],
    ["one without a trigger", () => delivered({ trigger: " " }), ["content1"]],
    ["not one that has all", () => delivered({}), []],
  ],
  orphan: [
    ["a touchpoint without journey", () => aMap().withTouchpoint().build(), ["touchpoint1"]],
    ["not one with a journey", () => touchpoint({}), []],
    ["not a persona", () => aMap().withPersona().build(), []],
  ],
  "dead-end": [
    ["the last one where stages follow", () => path("it", "it").withStage().build(), ["touchpoint2"]],
    [
      "a branch that does not come back to the path",
      () =>
        path("it", "it", "it")
          .withTouchpoint({ stageId: "stage2" })
          .withConnection("touchpoint1", "touchpoint4")
          .build(),
      ["touchpoint4"],
    ],
    ["not in the last stage", () => path("it", "it").build(), []],
    [
      "not without a stage",
      () => aMap().withStage().withJourney().withTouchpoint({ stageId: null }).build(),
      [],
    ],
  ],
  unreachable: [
    [
      "what no arrow leads to while others are led past it",
      () => path("it", "it", "it").withTouchpoint({ stageId: "stage2" }).build(),
      ["touchpoint4"],
    ],
    [
      "not where the journey begins",
      () => path("it", "it").withTouchpoint({ stageId: "stage1" }).build(),
      [],
    ],
    [
      "not a journey without arrows",
      () => aMap().withStage().withJourney().withTouchpoint().withTouchpoint().build(),
      [],
    ],
    ["not a circle at the beginning", () => circle(), []],
  ],
  "empty-stage": [
    ["a stage that a journey leaves out", () => path("it").withStage().build(), ["journey1,stage2"]],
    ["not in a journey without touchpoints", () => aMap().withStage().withJourney().build(), []],
    ["not where there is one", () => path("it").build(), []],
  ],
  "journey-without-persona": [
    ["one that nobody goes", () => aMap().withJourney().build(), ["journey1"]],
    [
      "one of which a persona knows a touchpoint only",
      () =>
        aMap().withJourney().withTouchpoint().withPersona().withConnection("persona1", "touchpoint1").build(),
      ["journey1"],
    ],
    [
      "those that the only persona does not go",
      () => aMap().withPersona().withJourney().withJourney().build(),
      ["journey1", "journey2"],
    ],
    [
      "not one with a persona, whichever way the arrow goes",
      () => aMap().withJourney().withPersona().withConnection("journey1", "persona1").build(),
      [],
    ],
  ],
  "persona-without-journey": [
    ["one without a way", () => aMap().withPersona().build(), ["persona1"]],
    [
      "those that do not go the only journey",
      () => aMap().withPersona().withPersona().withJourney().build(),
      ["persona1", "persona2"],
    ],
    [
      "one that knows a touchpoint only",
      () => aMap().withTouchpoint().withPersona().withConnection("persona1", "touchpoint1").build(),
      ["persona1"],
    ],
    ["not one with a journey", () => path("it").build(), []],
  ],
  "stage-is-department": [
    ["the name of one", () => aMap().withStage({ name: "Vertrieb" }).build(), ["stage1"]],
    ["the names of two", () => aMap().withStage({ name: "Marketing & Sales" }).build(), ["stage1"]],
    ["whatever it is written like", () => aMap().withStage({ name: " it-Abteilung " }).build(), ["stage1"]],
    ...[
      "Marketing/Sales",
      "Marketing, Vertrieb",
      "Vertriebsabteilung",
      "Marketingteam",
      "R&D",
      "IT und Service",
    ].map((name) => [name, () => aMap().withStage({ name }).build(), ["stage1"]] as const),
    ["not a step of the customer", () => aMap().withStage({ name: "Service erleben" }).build(), []],
    ["not an empty name", () => aMap().withStage({ name: "" }).build(), []],
  ],
  "review-overdue": [
    ["a date that has passed", () => aMap().with({ reviewOn: "2026-05-31" }).build(), [""]],
    ["not one to come", () => aMap().with({ reviewOn: TODAY }).build(), []],
    ["not a map without a date", () => aMap().build(), []],
  ],
  "no-maintainer": [
    ["a map with something on it", () => aMap().withPersona().build(), [""]],
    ["not an empty one", () => aMap().withNote().build(), []],
    [
      "not one that somebody maintains",
      () => people().withPersona().with({ maintainerId: "person1" }).build(),
      [],
    ],
  ],
};

function managed(count: number, moments: number): JourneyMap {
  const builder = aMap().withPerson().withJourney();
  for (let index = 0; index < count; index += 1)
    builder.withTouchpoint({ managerId: "person1", momentOfTruth: index < moments });
  return builder.build();
}

function managedPersonas(count: number): JourneyMap {
  const builder = aMap().withPerson();
  for (let index = 0; index < count; index += 1) builder.withPersona({ managerId: "person1" });
  return builder.build();
}

/** A measure that has all that it takes, but for these. */
function planned(values: Partial<Measure>): JourneyMap {
  return people()
    .withMeasure({ owner: "it", managerId: "person1", dueOn: TODAY, ...values })
    .build();
}

/** The same for a content piece. */
function delivered(values: Partial<ContentPiece>): JourneyMap {
  const all: Partial<ContentPiece> = {
    personaIds: ["persona1"],
    touchpointIds: ["touchpoint1"],
    owner: "it",
    trigger: "asked for",
  };
  return aMap()
    .withPersona()
    .withTouchpoint()
    .withContent({ ...all, ...values })
    .build();
}

/** A touchpoint that disappoints and delights, with a measure for it. */
function delightedToo(status: Measure["status"]): JourneyMap {
  return aMap()
    .withJourney()
    .withTouchpoint({ disappointments: [companyBurden], delights: ["A cake"] })
    .withMeasure({ touchpointIds: ["touchpoint1"], status })
    .build();
}

/** A touchpoint that disappoints, with a measure for another one of its journey. */
function plannedElsewhere(status: Measure["status"]): JourneyMap {
  return aMap()
    .withJourney()
    .withTouchpoint({ disappointments: [companyBurden] })
    .withTouchpoint()
    .withMeasure({ touchpointIds: ["touchpoint2"], status })
    .build();
}

function disappointed(status: Measure["status"]): JourneyMap {
  return aMap()
    .withJourney()
    .withTouchpoint({ disappointments: [customerBurden] })
    .withMeasure({ touchpointIds: ["touchpoint1"], status })
    .build();
}

function circle(): JourneyMap {
  return aMap()
    .withStage()
    .withJourney()
    .withTouchpoint()
    .withTouchpoint()
    .withConnection("touchpoint1", "touchpoint2")
    .withConnection("touchpoint2", "touchpoint1")
    .build();
}

const idsOf = (map: JourneyMap, ruleId: string) =>
  auditOf(map, TODAY)
    .findings.filter((finding) => finding.ruleId === ruleId)
    .map(({ id }) => id.slice(ruleId.length + 1));

describe.each(rules.map(({ id }) => id))("the rule %s", (ruleId) => {
  const [first, ...others] = cases[ruleId] ?? [];

  it("is tested with what it finds and what it does not", () => {
    const all = first ? [first, ...others] : [];
    expect(all.some(([, , found]) => found.length > 0)).toBe(true);
    expect(all.some(([, , found]) => found.length === 0)).toBe(true);
  });

  it.each(cases[ruleId] ?? [])("finds: %s", (_what, map, found) => {
    expect(idsOf(map(), ruleId)).toEqual(found);
  });

  it("can be switched off for a map", () => {
    const map = first?.[1]() ?? aMap().build();
    expect(idsOf({ ...map, audit: { ...map.audit, rulesOff: [ruleId] } }, ruleId)).toEqual([]);
  });
});

const rulesWithFix = rules.flatMap(({ id, fix }) => (fix ? [{ id, fix }] : []));

describe.each(rulesWithFix)("the fix of the rule $id", ({ id: ruleId, fix }) => {
  /** All that the rule finds in its own cases, with what its fix makes of it; null: it can do nothing there. */
  const attempts = (cases[ruleId] ?? []).flatMap(([what, build]) => {
    const map = build();
    return auditOf(map, TODAY)
      .findings.filter((finding) => finding.ruleId === ruleId)
      .map((finding) => {
        const tools = { today: TODAY, newId: () => "of-the-fix", measureTitle: () => "Do better" };
        const command = fix(map, finding, tools);
        return { what, map, finding, command };
      });
  });
  const done = attempts.flatMap(({ command, ...attempt }) => (command ? [{ ...attempt, command }] : []));

  it("is tested where it can do something", () => {
    expect(done.length).toBeGreaterThan(0);
  });

  it.each(done)("removes the finding and adds none: $what", ({ map, finding, command }) => {
    const before = idsOf(map, ruleId);
    const key = finding.id.slice(ruleId.length + 1);
    expect(before).toContain(key);
    const after = idsOf(applyCommand(map, command, LATER), ruleId);
    expect(after).not.toContain(key);
    expect(after.filter((id) => !before.includes(id))).toEqual([]);
  });
});
