import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { auditOf } from "#model/audit/audit.ts";
import { rules } from "#model/audit/rules.ts";
import { applyCommand } from "#model/commands/command.ts";
import { unifyPeople } from "#model/commands/people.ts";
import { disciplines } from "#model/discipline.ts";
import { invariantViolations } from "#model/invariants.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { contested } from "#model/portfolio/contested.ts";
import { figuresOf, type MapFigures } from "#model/portfolio/figures.ts";
import { normalised, normalisedEmail, normalisedName } from "#model/portfolio/normalised.ts";
import { loadOfNobody, overloadOf, peopleOf } from "#model/portfolio/people.ts";
import {
  findingCount,
  findingsByRule,
  findingsOn,
  measuresByPerson,
  measuresOf,
  totalsOf,
} from "#model/portfolio/portfolio.ts";
import { aMap, LATER, sampleMap } from "../builders.ts";
import { commandOf, countingIds, dice } from "./random-commands.ts";

// Hundreds of stories take their time on a busy computer.
vi.setConfig({ testTimeout: 120_000 });

const day = fc.constantFrom("2020-01-01", "2026-02-28", "2026-03-01", "2026-10-15", "2031-01-01");

const dated = aMap()
  .withPerson()
  .withTouchpoint()
  .withMeasure({ dueOn: "2026-02-28", managerId: "person1" })
  .withMeasure({ dueOn: "2026-03-01" })
  .withMeasure({ dueOn: "2020-01-01", status: "done" })
  .with({ reviewOn: "2026-02-28" })
  .build();

/** Maps as people leave them. */
const anyMap = fc
  .tuple(fc.constantFrom(dated, sampleMap(), aMap().build()), fc.array(dice, { maxLength: 15 }))
  .map(([start, steps]) => {
    const newId = countingIds();
    return steps.reduce<JourneyMap>(
      (map, step) => applyCommand(map, commandOf(map, step, newId), LATER),
      start,
    );
  });

describe("the figures of a map", () => {
  test("count what the audit of the day finds, on any day", () => {
    fc.assert(
      fc.property(anyMap, day, (map, today) => {
        const { findings, coverage } = auditOf(map, today);
        const figures = figuresOf(map);
        const counts = new Map<string, number>();
        for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
        expect(new Map([...findingsOn(figures, today)].sort())).toEqual(new Map([...counts].sort()));
        expect(findingCount(figures, today)).toBe(findings.length);
        expect(figures).toMatchObject({ counted: coverage.counted, withOwner: coverage.withOwner });
      }),
      { numRuns: 150 },
    );
  });

  test("depend on the day only by the rules that say so", () => {
    fc.assert(
      fc.property(anyMap, day, day, (map, one, other) => {
        for (const rule of rules)
          if (!rule.waitsForDay)
            expect(rule.check(map, { today: one })).toEqual(rule.check(map, { today: other }));
      }),
      { numRuns: 50 },
    );
  });

  test("are plain data that a browser can keep", () => {
    const figures = figuresOf(sampleMap());
    expect(structuredClone(figures)).toEqual(figures);
    expect(JSON.parse(JSON.stringify(figures))).toEqual(figures);
  });

  test("leave out what was dismissed, and rules that are switched off", () => {
    const map = aMap().withTouchpoint({ title: "Hotline" }).build();
    const dismissed = {
      ...map,
      dismissals: {
        "no-owner:touchpoint1": { findingId: "no-owner:touchpoint1", reason: "known", at: LATER },
      },
      audit: { rulesOff: ["no-manager"] },
    };
    expect(figuresOf(map).findings).toMatchObject({ "no-owner": 1, "no-manager": 1 });
    expect(figuresOf(dismissed).findings).not.toHaveProperty("no-owner");
    expect(figuresOf(dismissed).findings).not.toHaveProperty("no-manager");
  });
});

/** Figures of a map with these people alone. */
function peopled(mapId: string, ...people: readonly (readonly [name: string, email?: string])[]): MapFigures {
  const builder = aMap();
  for (const [name, email = ""] of people) builder.withPerson({ name, email });
  return { ...figuresOf(builder.build()), mapId };
}

describe("people over all maps", () => {
  test("are one by the same name, however it is written", () => {
    const maps = [
      peopled("a", ["Jörg Weiß"]),
      peopled("b", ["jorg  weiss"]),
      peopled("c", ["Weiß, Jörg"]),
      peopled("d", ["Jörg Weiss"], ["Somebody else"]),
    ];
    const [joerg, other, ...others] = peopleOf(maps);
    expect(joerg).toMatchObject({ name: "Jörg Weiss", maps: 4 });
    expect(joerg?.otherNames).toEqual(["Jörg Weiß", "Weiß, Jörg", "jorg  weiss"]);
    expect([other?.name, others]).toEqual(["Somebody else", []]);
  });

  test("are one by name here and by e-mail there", () => {
    const maps = [
      peopled("a", ["Anna Brandt"]),
      peopled("b", ["Anna Brandt", "Anna@Example.com"]),
      peopled("c", ["A. Brandt-Meier", " anna@example.com "]),
    ];
    expect(peopleOf(maps)).toMatchObject([{ name: "Anna Brandt", email: "anna@example.com", maps: 3 }]);
  });

  test("are not one because of what stands for no address", () => {
    expect(
      peopleOf([
        peopled("a", ["Anna", "-"], ["Otto", "n/a"]),
        peopled("b", ["Ben", "-"]),
        peopled("c", ["Eva", "n/a"]),
      ]),
    ).toHaveLength(4);
  });

  test("are not one because nothing is known of them", () => {
    expect(peopleOf([peopled("a", [""], [""]), peopled("b", ["Anna"], ["Otto"])])).toHaveLength(4);
  });

  test("have the load of all maps", () => {
    const map = aMap().withPerson({ name: "Anna", discipline: "it" });
    for (let count = 0; count < 7; count += 1)
      map.withTouchpoint({ managerId: "person1", momentOfTruth: count < 2 });
    const figures = figuresOf(map.build());
    const [anna] = peopleOf([figures, { ...figures, mapId: "b" }]);
    expect(anna).toMatchObject({ maps: 2, touchpoints: 14, moments: 4, discipline: "it" });
    expect(anna && overloadOf(anna)).toEqual({ touchpoints: true, moments: false });
  });

  const name = fc.constantFrom("", "Anna", "anna", "Otto", "Weiß, Jo", "Jo Weiss", "?");
  const email = fc.constantFrom("", "a@x", "A@x ", "b@x");
  const portfolio = fc
    .array(fc.array(fc.tuple(name, email), { maxLength: 4 }), { maxLength: 5 })
    .map((maps) => maps.map((people, index) => peopled(`m${index}`, ...people)));

  test("are the groups that follow from all pairs", () => {
    fc.assert(
      fc.property(portfolio, (maps) => {
        const all = maps.flatMap(({ mapId, people }) => people.map((person) => ({ mapId, person })));
        type One = (typeof all)[number];
        const isSame = ({ person: a }: One, { person: b }: One) =>
          (normalisedName(a.name) !== "" && normalisedName(a.name) === normalisedName(b.name)) ||
          (normalisedEmail(a.email) !== "" && normalisedEmail(a.email) === normalisedEmail(b.email));
        let groups = all.map((one) => [one]);
        for (const one of all) {
          const mine = groups.filter((group) => group.some((other) => other === one || isSame(one, other)));
          groups = [...groups.filter((group) => !mine.includes(group)), mine.flat()];
        }
        const keys = (group: readonly { mapId: string; personId: string }[]) =>
          group
            .map(({ mapId, personId }) => `${mapId}/${personId}`)
            .sort()
            .join();
        const expected = groups.map((group) =>
          keys(group.map(({ mapId, person }) => ({ mapId, personId: person.id }))),
        );
        expect(
          peopleOf(maps)
            .map(({ entries }) => keys(entries))
            .sort(),
        ).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });

  test("do not depend on the order of the maps", () => {
    fc.assert(
      fc.property(portfolio, (maps) => {
        expect(peopleOf(maps.toReversed())).toEqual(peopleOf(maps));
      }),
      { numRuns: 200 },
    );
  });

  test("are one entry in each map once that is decided", () => {
    const map = aMap()
      .withPerson({ name: "Anna", role: "Head of service" })
      .withPerson({ name: "A. Brandt", discipline: "sales", email: "old@x" })
      .withTouchpoint({ managerId: "person2" })
      .withMeasure({ managerId: "person2" })
      .with({ maintainerId: "person2" })
      .build();
    const values = { name: "Anna Brandt", email: "anna@x" };
    const command = unifyPeople(["gone", "person1", "person2"], values);
    const after = applyCommand(map, command, LATER);
    expect(after.people).toEqual({
      person1: { id: "person1", ...values, role: "Head of service", discipline: "sales" },
    });
    expect(invariantViolations(after)).toEqual([]);
    expect(after.nodes.touchpoint1?.managerId).toBe("person1");
    expect(after.measures.measure1?.managerId).toBe("person1");
    expect(after.maintainerId).toBe("person1");
    expect(applyCommand(after, command, LATER)).toBe(after);
  });
});

type Owned = readonly [title: string, channel: string, owner: "marketing" | "sales" | "it" | null];

function aMapOf(id: string, ...touchpoints: readonly Owned[]): JourneyMap {
  const builder = aMap().with({ id });
  for (const [title, channel, owner] of touchpoints) builder.withTouchpoint({ title, channel, owner });
  return builder.build();
}

describe("contested touchpoints", () => {
  const check = (...maps: readonly JourneyMap[]) => contested.check(maps.map(figuresOf));

  test("are the same in different maps with different owners", () => {
    const found = check(
      aMapOf("a", ["Hotline!", "Phone", "sales"]),
      aMapOf("b", ["hotline", " phone", "it"]),
      aMapOf("c", ["Hotline", "Phone", null]),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ title: "Hotline!", owners: ["sales", "it"], mapIds: ["a", "b", "c"] });
    expect(found[0]?.mapsByOwner).toEqual(
      new Map([
        ["sales", ["a"]],
        ["it", ["b"]],
        [null, ["c"]],
      ]),
    );
  });

  test("are not those that agree, have another channel, nobody, or differ in one map alone", () => {
    expect(check(aMapOf("a", ["Hotline", "", "it"]), aMapOf("b", ["Hotline", "", "it"]))).toEqual([]);
    expect(check(aMapOf("a", ["Hotline", "Phone", "it"]), aMapOf("b", ["Hotline", "Chat", "sales"]))).toEqual(
      [],
    );
    expect(check(aMapOf("a", ["Hotline", "", "it"]), aMapOf("b", ["Hotline", "", null]))).toEqual([]);
    expect(
      check(aMapOf("a", ["Hotline", "", "it"], ["Hotline", "", "sales"]), aMapOf("b", ["Hotline", "", null])),
    ).toEqual([]);
    expect(check(aMapOf("a", ["  ", "", "it"]), aMapOf("b", [" ", "", "sales"]))).toEqual([]);
  });

  test("get the owner that is decided also where nobody owned them, and nothing else does", () => {
    const held = aMapOf(
      "a",
      ["Hotline", "Phone", null],
      ["Hotline", "Phone", "it"],
      ["Invoice", "Phone", null],
    );
    const [hit] = check(held, aMapOf("b", ["Hotline", "Phone", "sales"]));
    if (!hit) throw new Error("not contested");
    const decided = applyCommand(held, contested.decide(held, hit, "sales"), LATER);
    expect(
      Object.values(decided.nodes).flatMap((node) => (node.kind === "touchpoint" ? [node.owner] : [])),
    ).toEqual(["sales", "sales", null]);
  });

  const touchpoint = fc.tuple(
    fc.constantFrom("Hotline", "hotline", "Invoice", "?"),
    fc.constantFrom("", "Phone"),
    fc.constantFrom(...disciplines, null),
  );
  const maps = fc
    .array(fc.array(touchpoint, { maxLength: 4 }), { maxLength: 5 })
    .map((all) => all.map((touchpoints, index) => aMapOf(`m${index}`, ...touchpoints)));

  test("are those of which some two maps differ", () => {
    fc.assert(
      fc.property(maps, (all) => {
        const places = all.flatMap(({ id, nodes }) =>
          Object.values(nodes).flatMap((node) =>
            node.kind === "touchpoint"
              ? [{ id, key: `${normalised(node.title)}\n${normalised(node.channel)}`, owner: node.owner }]
              : [],
          ),
        );
        const expected = new Set(
          places
            .filter((one) =>
              places.some(
                (other) =>
                  other.key === one.key &&
                  other.id !== one.id &&
                  other.owner !== null &&
                  one.owner !== null &&
                  other.owner !== one.owner,
              ),
            )
            .map(({ key }) => key),
        );
        expect(new Set(check(...all).map(({ key }) => key))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("are none any more once all maps have the joint decision", () => {
    fc.assert(
      fc.property(maps, fc.constantFrom(...disciplines), (all, owner) => {
        const decided = check(...all).reduce(
          (present, hit) => present.map((map) => applyCommand(map, contested.decide(map, hit, owner), LATER)),
          all,
        );
        expect(check(...decided)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe("the portfolio", () => {
  const one = aMap()
    .withPerson({ name: "Anna" })
    .withTouchpoint({ title: "Hotline", owner: "it" })
    .withMeasure({ title: "Call back", managerId: "person1", dueOn: "2026-03-01" })
    .withMeasure({ title: "Someday" })
    .build();
  const other = aMap()
    .with({ id: "map2" })
    .withPerson({ name: "anna" })
    .withTouchpoint({ title: "Hotline", owner: "sales" })
    .withMeasure({ title: "Ask", managerId: "person1", dueOn: "2026-02-01" })
    .build();
  const figures = [figuresOf(one), figuresOf(other)];

  test("has the measures of all maps by person and date, those of nobody and without a date last", () => {
    const people = peopleOf(figures);
    const measures = measuresOf(figures, people);
    expect(measures.map(({ title }) => title)).toEqual(["Ask", "Call back", "Someday"]);
    expect(
      measuresByPerson(measures, people).map(({ person, measures: some }) => [
        person?.name ?? null,
        some.map(({ title }) => title),
      ]),
    ).toEqual([
      ["Anna", ["Ask", "Call back"]],
      [null, ["Someday"]],
    ]);
  });

  test("counts what nobody answers for, and in how many maps", () => {
    const map = aMap()
      .withPerson()
      .withTouchpoint({ managerId: "person1" })
      .withTouchpoint({ managerId: null, title: "" })
      .withTouchpoint({ managerId: null, momentOfTruth: true })
      .build();
    const all = [map, aMap().withTouchpoint({ managerId: null }).build(), aMap().withPersona().build()];
    expect(loadOfNobody(all.map(figuresOf))).toEqual({ maps: 2, touchpoints: 3, moments: 1 });
  });

  test("has the findings of all maps by rule, with the one that no map has alone", () => {
    const found = findingsByRule(figures, "2026-02-15");
    expect(found.find(({ ruleId }) => ruleId === "contested")).toMatchObject({
      severity: "warning",
      count: 1,
    });
    expect(found.find(({ ruleId }) => ruleId === "no-manager")).toMatchObject({ count: 2 });
    expect(found.find(({ ruleId }) => ruleId === "measure-overdue")?.maps).toEqual([
      { mapId: "map2", count: 1 },
    ]);
    expect(totalsOf(figures, found, "2026-02-15")).toMatchObject({
      maps: 2,
      counted: 2,
      withOwner: 2,
      // What is contested is one of them, however many maps it is in.
      findings: 1 + figures.reduce((sum, each) => sum + findingCount(each, "2026-02-15"), 0),
      overdue: 1,
    });
  });

  test("holds twenty thousand touchpoints in two hundred maps", () => {
    const map = (index: number): MapFigures => ({
      ...figuresOf(aMapOf("a")),
      mapId: `m${index}`,
      people: [
        { id: "p", name: `Person ${index % 50}`, email: "", discipline: null, touchpoints: 9, moments: 1 },
      ],
      touchpoints: Array.from({ length: 100 }, (_, place) => ({
        title: `Touchpoint ${place} ${index % 7}`,
        channel: "",
        owner: disciplines[(index + place) % 3] ?? null,
      })),
    });
    const all = Array.from({ length: 200 }, (_, index) => map(index));
    expect(contested.check(all)).toHaveLength(700);
    expect(peopleOf(all)).toHaveLength(50);
  });
});
