import { describe, expect, test } from "vitest";
import { auditOf } from "#model/audit/audit.ts";
import { severities } from "#model/audit/rule.ts";
import { rules } from "#model/audit/rules.ts";
import { aMap, sampleFacts, sampleFindings, sampleMap } from "../builders.ts";

const TODAY = "2026-10-15";

const findingsOf = (map: ReturnType<typeof sampleMap>, ruleId: string) =>
  auditOf(map, TODAY).findings.filter((finding) => finding.ruleId === ruleId);
const nodesOf = (map: ReturnType<typeof sampleMap>, ruleId: string) =>
  findingsOf(map, ruleId)
    .flatMap(({ nodeIds }) => nodeIds)
    .sort();

describe("the table of rules", () => {
  test("has unique ids", () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))("%s finds nothing in an empty map", (_, rule) => {
    expect(rule.check(aMap().build(), { today: TODAY })).toEqual([]);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    "%s does not depend on the order of keys",
    (id) => {
      const map = sampleMap();
      const reversed = <T>(rows: Readonly<Record<string, T>>) =>
        Object.fromEntries(Object.entries(rows).reverse());
      const turned = {
        ...map,
        nodes: reversed(map.nodes),
        connections: reversed(map.connections),
        people: reversed(map.people),
        measures: reversed(map.measures),
        contents: reversed(map.contents),
      };
      expect(findingsOf(turned, id)).toEqual(findingsOf(map, id));
    },
  );
});

describe("the sample map", () => {
  const { coverage, findings } = auditOf(sampleMap(), TODAY);
  const facts = sampleFacts();

  test("has the known figures", () => {
    const { counted, withOwner, withManager, withBoth } = facts;
    expect(coverage).toMatchObject({ counted, withOwner, withManager, withBoth });
    const { marketing, sales, it } = coverage.byDiscipline;
    expect(marketing + sales + it).toBe(withOwner);
    expect([...coverage.byManager.values()].reduce((sum, count) => sum + count, 0)).toBe(withManager);
  });

  test("has the known gaps", () => {
    expect(nodesOf(sampleMap(), "no-owner")).toEqual(facts.noOwner);
    expect(nodesOf(sampleMap(), "no-manager")).toEqual(facts.noManager);
    const critical = findingsOf(sampleMap(), "moment-of-truth-unowned");
    const missing = (field: "owner" | "managerId") =>
      critical.filter((finding) => finding.missing?.includes(field)).flatMap(({ nodeIds }) => nodeIds);
    expect(missing("owner").sort()).toEqual(facts.momentsOfTruthWithoutOwner);
    expect(missing("managerId").sort()).toEqual(facts.momentsOfTruthWithoutManager);
  });

  test.each(Object.entries(sampleFindings()))("has of %s what was found by hand", (ruleId, found) => {
    expect(
      findingsOf(sampleMap(), ruleId)
        .map(({ id }) => id.slice(ruleId.length + 1))
        .sort(),
    ).toEqual([...found].sort());
  });

  test("was looked through by hand for every rule", () => {
    expect(Object.keys(sampleFindings()).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  test("lists the gravest first", () => {
    const ranks = findings.map(({ severity }) => severities.indexOf(severity));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });
});

describe("ownership", () => {
  /** Rules about other matters come and go. */
  const gapsOf = (map: ReturnType<typeof sampleMap>) =>
    auditOf(map, TODAY).findings.filter(({ missing = [] }) => missing.length > 0);

  test("notes count nowhere", () => {
    const map = aMap().withNote({ owner: "it" }).withNote().build();
    expect(auditOf(map, TODAY).coverage).toMatchObject({ counted: 0, withOwner: 0 });
    expect(gapsOf(map)).toEqual([]);
  });

  test("what has both is no finding, a moment of truth neither", () => {
    const map = aMap()
      .withPerson()
      .withTouchpoint({ owner: "it", managerId: "person1", momentOfTruth: true })
      .withPersona({ owner: "sales", managerId: "person1" })
      .build();
    expect(gapsOf(map)).toEqual([]);
    expect(auditOf(map, TODAY).coverage).toMatchObject({ counted: 2, withBoth: 2 });
  });

  test.each(["touchpoint", "persona", "journey"] as const)("a %s without both is found twice", (kind) => {
    const builder = aMap();
    const map = {
      touchpoint: () => builder.withTouchpoint(),
      persona: () => builder.withPersona(),
      journey: () => builder.withJourney(),
    }
      [kind]()
      .build();
    expect(gapsOf(map).map(({ id }) => id)).toEqual([`no-manager:${kind}1`, `no-owner:${kind}1`]);
    expect(auditOf(map, TODAY).findingsByNode.get(`${kind}1`)).toEqual(expect.arrayContaining(gapsOf(map)));
  });

  test("a dismissed finding is gone, the figures stay", () => {
    const dismissal = { findingId: "no-owner:persona1", reason: "later", at: "2026-01-01T00:00:00.000Z" };
    const map = aMap()
      .withPersona()
      .with({ dismissals: { [dismissal.findingId]: dismissal } })
      .build();
    expect(gapsOf(map).map(({ ruleId }) => ruleId)).toEqual(["no-manager"]);
    expect(auditOf(map, TODAY).coverage.withOwner).toBe(0);
  });
});
