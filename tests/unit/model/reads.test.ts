import { describe, expect, it } from "vitest";
import { lapseDismissals } from "#model/audit/lapse-dismissals.ts";
import { findingId, type Reads, type Rule, type RuleHit } from "#model/audit/rule.ts";
import { rules } from "#model/audit/rules.ts";
import { type FieldControl, fieldsOf } from "#model/fields.ts";
import type {
  Connection,
  ContentPiece,
  Id,
  JourneyMap,
  MapNode,
  Measure,
  Person,
  Stage,
} from "#model/journey-map.ts";
import { connectionsOf, measuresAt } from "#model/queries.ts";
import { aMap, LATER } from "../builders.ts";

const TODAY = "2026-06-01";

/** Touchpoints stand in the last journey and the last stage: `journey1` and `stage1` are elsewhere. */
const aPlace = () => aMap().withStage().withStage().withPerson().withPersona().withJourney().withJourney();

const disappointments = [{ text: "Explain again", burden: "customer" }] as const;
const agreed = { information: "who they are", promise: "", timeLimit: 60, confirmed: true };
/** Two touchpoints one after the other. */
const handing = (from: "marketing" | "it", handover: Connection["handover"]) =>
  aPlace()
    .withTouchpoint({ owner: from })
    .withTouchpoint({ owner: "sales" })
    .withConnection("touchpoint1", "touchpoint2", { handover });

/** By rule, maps in which it finds something for each of its reasons. */
const maps: Readonly<Record<string, readonly ReturnType<typeof aMap>[]>> = {
  "moment-of-truth-unowned": [aPlace().withTouchpoint({ momentOfTruth: true })],
  "nobody-holds": [aPlace().withTouchpoint().withTouchpoint().withConnection("touchpoint1", "touchpoint2")],
  "no-owner": [aPlace().withTouchpoint()],
  "no-manager": [aPlace().withTouchpoint()],
  "handover-open": [handing("it", null)],
  "handover-empty": [handing("it", { ...agreed, information: "" })],
  "lead-undefined": [handing("marketing", null)],
  "ping-pong": [
    aPlace()
      .withTouchpoint({ owner: "it" })
      .withTouchpoint({ owner: "sales" })
      .withTouchpoint({ owner: "it" })
      .withConnection("touchpoint1", "touchpoint2")
      .withConnection("touchpoint2", "touchpoint3"),
  ],
  "perception-gap": [aPlace().withTouchpoint({ customerRating: -2, teamRating: 2 })],
  "self-rated-only": [
    aPlace().withTouchpoint({ teamRating: 1 }),
    aPlace().withTouchpoint({ momentOfTruth: true }),
  ],
  "too-slow": [aPlace().withTouchpoint({ expectedResponse: 60, actualResponse: 61 })],
  "burden-on-customer": [
    aPlace()
      .withTouchpoint({ disappointments })
      .withMeasure({ touchpointIds: ["touchpoint1"], status: "dropped" }),
  ],
  "delight-on-disappointment": [
    aPlace()
      .withTouchpoint({ disappointments, delights: ["A cake"] })
      .withMeasure({ touchpointIds: ["touchpoint1"], status: "dropped" }),
    aPlace()
      .withTouchpoint({ disappointments })
      .withTouchpoint()
      .withMeasure({ touchpointIds: ["touchpoint2"] }),
  ],
  "measure-overdue": [aPlace().withMeasure({ dueOn: "2026-05-31" })],
  "measure-incomplete": [aPlace().withMeasure()],
  "content-orphan": [aPlace().withTouchpoint().withContent()],
  orphan: [aPlace().withTouchpoint({ journeyId: null })],
  "journey-without-persona": [
    aPlace()
      .withTouchpoint()
      .withConnection("touchpoint1", "journey2")
      .withConnection("journey2", "touchpoint1"),
  ],
  "persona-without-journey": [
    aPlace()
      .withTouchpoint()
      .withConnection("touchpoint1", "persona1")
      .withConnection("persona1", "touchpoint1"),
  ],
  "stage-is-department": [aPlace().withStage({ name: "Vertrieb" })],
  "review-overdue": [aPlace().with({ reviewOn: "2026-05-31" })],
  "no-maintainer": [aPlace()],
};

type Values<T> = Readonly<Record<keyof Omit<T, "id">, readonly unknown[]>>;

const [texts, owners, managers] = [["Something else"], ["marketing", "sales", "it", null], ["person1", null]];
const days = ["2026-01-01", "2027-01-01", null];
/** The links that there are stay: without them a measure would be about something else. */
const touchpointIds = [["touchpoint1", "touchpoint2"]];

const valuesByControl: Readonly<Record<FieldControl, readonly unknown[]>> = {
  text: texts,
  multiline: texts,
  // Those of the field itself.
  choice: [],
  rating: [-2, -1, 0, 1, 2, null],
  flag: [true, false],
  list: [[], texts],
  disappointments: [[], disappointments, [{ text: "Checked twice", burden: "company" }]],
  duration: [0, 1000, null],
  owner: owners,
  manager: managers,
  journey: ["journey1"],
  stage: ["stage1"],
  length: [800],
};

const nodeValues = ({ kind }: MapNode): Readonly<Record<string, readonly unknown[]>> => ({
  position: [{ x: 700, y: 700 }],
  ...Object.fromEntries(
    Object.entries(fieldsOf(kind)).map(([name, { control, options }]) => [
      name,
      options ?? valuesByControl[control],
    ]),
  ),
  ...(kind === "touchpoint" ? { raci: [{ it: "informed" }] } : {}),
});

const connectionValues: Values<Connection> = {
  from: ["persona1", "journey2", "touchpoint1"],
  to: ["persona1", "journey2", "touchpoint1"],
  label: texts,
  handover: [null, agreed, { ...agreed, confirmed: false }, { ...agreed, information: "" }],
};
const measureValues: Values<Measure> = {
  title: texts,
  touchpointIds,
  owner: owners,
  managerId: managers,
  startOn: days,
  dueOn: days,
  budget: texts,
  desiredResult: texts,
  status: ["open", "doing", "done", "dropped"],
};
const contentValues: Values<ContentPiece> = {
  title: texts,
  format: texts,
  personaIds: [["persona1"]],
  touchpointIds,
  trigger: texts,
  automated: [true, false],
  owner: owners,
  managerId: managers,
  status: texts,
};
const personValues: Values<Person> = { name: texts, discipline: owners, role: texts, email: texts };
const stageValues: Values<Stage> = { name: texts, description: texts, width: [800] };
const mapValues = { title: texts, description: texts, maintainerId: managers, reviewOn: days };

/** A map in which one field of what a finding is about is another. */
interface Change {
  readonly part: keyof Reads;
  readonly field: string;
  readonly after: JourneyMap;
}

/** Each for itself all fields of the rows with these ids, of what is linked with them, and of the map. */
function changesAbout(map: JourneyMap, ids: readonly Id[]): readonly Change[] {
  const { nodes, connections, measures, contents, people, stages } = map;
  const linked = ids.flatMap((id) => {
    const { incoming, outgoing } = connectionsOf(map, id);
    return [id, ...[...incoming, ...outgoing, ...measuresAt(map, id)].map((row) => row.id)];
  });
  const inRows = <T extends object>(
    part: keyof Reads,
    rows: Readonly<Record<Id, T>>,
    valuesOf: (row: T) => Readonly<Record<string, readonly unknown[]>>,
    put: (rows: Readonly<Record<Id, T>>) => Partial<JourneyMap>,
  ): readonly Change[] =>
    [...new Set(linked)].flatMap((id) => {
      const row = rows[id];
      if (!row) return [];
      return Object.entries(valuesOf(row)).flatMap(([field, values]) =>
        values.map((value) => ({
          part,
          field,
          after: { ...map, ...put({ ...rows, [id]: { ...row, [field]: value } }) },
        })),
      );
    });
  return [
    ...inRows("node", nodes, nodeValues, (rows) => ({ nodes: rows })),
    ...inRows(
      "connection",
      connections,
      () => connectionValues,
      (rows) => ({ connections: rows }),
    ),
    ...inRows(
      "measure",
      measures,
      () => measureValues,
      (rows) => ({ measures: rows }),
    ),
    ...inRows(
      "content",
      contents,
      () => contentValues,
      (rows) => ({ contents: rows }),
    ),
    ...inRows(
      "person",
      people,
      () => personValues,
      (rows) => ({ people: rows }),
    ),
    ...inRows(
      "stage",
      Object.fromEntries(stages.map((stage) => [stage.id, stage])),
      () => stageValues,
      (rows) => ({ stages: Object.values(rows) }),
    ),
    ...Object.entries(mapValues).flatMap(([field, values]) =>
      values.map((value) => ({ part: "map" as const, field, after: { ...map, [field]: value } })),
    ),
  ];
}

const hitsOf = ({ check }: Rule, map: JourneyMap) => check(map, { today: TODAY });

/** Whether a rule says the same of a map as in this hit. */
function isStillSaid(rule: Rule, { values, missing, ...hit }: RuleHit, map: JourneyMap): boolean {
  const now = hitsOf(rule, map).find((one) => findingId(rule.id, one) === findingId(rule.id, hit));
  return now !== undefined && JSON.stringify([now.values, now.missing]) === JSON.stringify([values, missing]);
}

function isLapsed(findingId: string, before: JourneyMap, after: JourneyMap): boolean {
  const dismissals = { [findingId]: { findingId, reason: "", at: LATER } };
  return (
    lapseDismissals({ ...before, dismissals }, { ...after, dismissals }).dismissals[findingId]?.isLapsed ??
    false
  );
}

/** What stands on the ways of customers is found by the ways: where an arrow leads elsewhere, it is another finding. */
const isOnTheWay = ({ scope }: Rule, { field }: Change) =>
  (scope === "path" || scope === "handovers") && (field === "from" || field === "to");

function fieldsWhere(rule: Rule, isMeant: (hit: RuleHit, map: JourneyMap, after: JourneyMap) => boolean) {
  const fields = (maps[rule.id] ?? []).flatMap((builder) => {
    const map = builder.build();
    return hitsOf(rule, map).flatMap((hit) =>
      changesAbout(map, hit.key ?? hit.nodeIds)
        .filter((change) => !isOnTheWay(rule, change) && isMeant(hit, map, change.after))
        .map(({ part, field }) => `${part}.${field}`),
    );
  });
  return [...new Set(fields)].sort();
}

const reading = rules
  .filter(({ reads }) => Object.keys(reads).length > 0)
  .map((rule) => [rule.id, rule] as const);

describe.each(reading)("what the rule %s reads", (_id, rule) => {
  const named = Object.entries(rule.reads)
    .flatMap(([part, fields]) => fields.map((field) => `${part}.${field}`))
    .sort();

  it("is what its findings depend on", () => {
    expect(fieldsWhere(rule, (hit, _map, after) => !isStillSaid(rule, hit, after))).toEqual(named);
  });

  it("is what ends a dismissal, and nothing else", () => {
    expect(fieldsWhere(rule, (hit, map, after) => isLapsed(findingId(rule.id, hit), map, after))).toEqual(
      named,
    );
  });
});
