import { beforeAll, describe, expect, test } from "vitest";
import { createTexts, type TextOf } from "#i18n/i18n.ts";
import { compareMaps, type Difference } from "#model/compare.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { type ObjectKind, rowFields } from "#model/schema.ts";
import { differenceName, fieldWords, kindName, nodesToShow } from "#ui/versions/difference-words.ts";
import { fieldLabel, valueTexts } from "#ui/versions/value-text.ts";
import { aMap } from "../builders.ts";

const languages = ["en", "de"] as const;
const texts: Record<string, TextOf> = {};

beforeAll(async () => {
  const catalogues = {
    en: (await import("#i18n/en.ts")).en,
    de: (await import("#i18n/de.ts")).de,
  };
  for (const language of languages) {
    const i18n = createTexts();
    i18n.addResourceBundle(language, "translation", catalogues[language]);
    await i18n.changeLanguage(language);
    texts[language] = i18n.t as unknown as TextOf;
  }
});

const textOf = (language: string): TextOf => texts[language] as TextOf;

const map = aMap()
  .withPerson({ name: "Anna Brandt" })
  .withStage({ name: "Offer" })
  .withJourney({ title: "Buying" })
  .withTouchpoint({ title: "Hotline" })
  .withTouchpoint({ title: " " })
  .withConnection("touchpoint1", "touchpoint2")
  .withMeasure({ title: "Call back", touchpointIds: ["touchpoint1"] })
  .withContent({ touchpointIds: ["touchpoint1", "touchpoint2"] })
  .build();

const words = (before: JourneyMap, after: JourneyMap) =>
  ({ t: textOf("en"), language: "en", before, after }) as const;

/** What is written of each field, as "Label: before > after". */
function lines(before: JourneyMap, after: JourneyMap): readonly string[] {
  const both = words(before, after);
  return compareMaps(before, after).flatMap((difference) =>
    difference.fields.map((field) => {
      const { before: was, after: is } = fieldWords(both, difference, field);
      return `${fieldLabel(both.t, difference.kind, field)}: ${was.join(", ")} > ${is.join(", ")}`;
    }),
  );
}

describe("every field of everything", () => {
  const kinds = Object.keys(rowFields) as ObjectKind[];
  const unseen = ["position", "createdAt", "updatedAt"];
  const all = kinds.flatMap((kind) =>
    Object.keys(rowFields[kind])
      .filter((field) => !unseen.includes(field))
      .map((field) => [kind, field] as const),
  );

  test.each(all)("has a label in every language: %s %s", (kind, field) => {
    for (const language of languages) {
      const label = fieldLabel(textOf(language), kind, { field, before: null, after: null });
      expect(label).not.toBe(field);
      expect(label).not.toContain(".");
    }
  });

  test.each(all)("can be put into words when it is empty: %s %s", (kind, field) => {
    const initial = rowFields[kind][field]?.initial ?? null;
    if (field === "kind") return;
    for (const language of languages) {
      const shown = valueTexts({ t: textOf(language), language, map }, kind, field, initial).join();
      expect(shown).not.toMatch(/undefined|null|\[object|versions\.|option\.|details\./u);
    }
  });

  test("that only a newer release knows goes by its own name", () => {
    const field = { field: "smell", before: undefined, after: { fresh: true } };
    expect(fieldLabel(textOf("en"), "touchpoint", field)).toBe("smell");
    expect(valueTexts({ t: textOf("en"), language: "en", map }, "touchpoint", "smell", field.after)).toEqual([
      '{"fresh":true}',
    ]);
  });
});

describe("values in words", () => {
  test("of a touchpoint", () => {
    const { touchpoint1 } = map.nodes;
    const changed = {
      ...touchpoint1,
      managerId: "person1",
      stageId: null,
      customerRating: -2,
      momentOfTruth: true,
      expectedResponse: 90,
      contactForm: "personal",
      disappointments: [{ text: "Rings", burden: "customer" }],
      systems: ["CRM"],
    } as JourneyMap["nodes"][string];
    expect(lines(map, { ...map, nodes: { ...map.nodes, touchpoint1: changed } })).toEqual([
      "Customer Touchpoint Manager: Nobody > Anna Brandt",
      "Form of contact:  > In person",
      "Customers' rating:  > -2, disappointing",
      "Moment of truth: no > yes",
      "Disappointments:  > Rings (Customer)",
      "Expected response time:  > 1 hour 30 minutes",
      "Systems:  > CRM",
      "Stage: Offer > No stage",
    ]);
  });

  test("of who has which part in a touchpoint", () => {
    const changed = { ...map.nodes.touchpoint1, raci: { it: "consulted", manager: "none" } };
    const after = { ...map, nodes: { ...map.nodes, touchpoint1: changed } } as JourneyMap;
    expect(lines(map, after)).toEqual([
      "RACI, changed by hand:  > IT: C – is asked, Customer Touchpoint Manager: – no part",
    ]);
    expect(compareMaps(map, after)).toMatchObject([{ group: "ownership", kind: "touchpoint" }]);
  });

  test("of a person who has another name since: as it was called then", () => {
    const owned = { ...map, maintainerId: "person1" };
    const renamed = {
      ...map,
      people: { person1: { ...map.people.person1, name: "Anna Berg" } },
    } as JourneyMap;
    expect(lines(owned, renamed)).toContain("Maintained by: Anna Brandt > Nobody");
  });

  test("of a handover, a measure and dates", () => {
    const connection = map.connections.connection1;
    const measure = map.measures.measure1;
    const handover = { information: "Order number", promise: "", timeLimit: 1440, confirmed: true };
    const after = {
      ...map,
      reviewOn: "2026-03-01",
      connections: { connection1: { ...connection, handover } },
      measures: { measure1: { ...measure, status: "done", dueOn: "2026-04-01" } },
    } as JourneyMap;
    expect(lines(map, after)).toEqual([
      "Handover: nothing agreed > Information that goes along: Order number, Time limit: 1 day, Confirmed by the receiver: yes",
      "Due:  > Apr 1, 2026",
      "Status: Open > Done",
      "Next review:  > Mar 1, 2026",
    ]);
    expect(lines(after, { ...after, connections: map.connections })).toHaveLength(1);
  });

  test("of a date that is none", () => {
    expect(valueTexts({ t: textOf("en"), language: "en", map }, "map", "reviewOn", "soon")).toEqual(["soon"]);
  });

  test("of a list: only what came and went, or that the order is another one", () => {
    const withTags = (tags: readonly string[]) =>
      ({ ...map, nodes: { ...map.nodes, touchpoint1: { ...map.nodes.touchpoint1, tags } } }) as JourneyMap;
    expect(lines(withTags(["a", "b"]), withTags(["b", "c"]))).toEqual(["Tags: a > c"]);
    const [difference] = compareMaps(withTags(["a", "b"]), withTags(["b", "a"]));
    const [field] = difference?.fields ?? [];
    if (!difference || !field) throw new Error("no difference");
    expect(fieldWords(words(map, map), difference, field).isReordered).toBe(true);
  });
});

describe("what something is called", () => {
  const named = (kind: ObjectKind, id: string, type: Difference["type"] = "changed") => {
    const difference: Difference = { group: "nodes", type, kind, id, fields: [] };
    const both = words(map, map);
    return `${kindName(both, difference)}: ${differenceName(both, difference)}`;
  };

  test.each<[ObjectKind, string, string]>([
    ["touchpoint", "touchpoint1", "Touchpoint: Hotline"],
    ["touchpoint", "touchpoint2", "Touchpoint: Untitled"],
    ["connection", "connection1", "Connection: Hotline → Untitled"],
    ["stage", "stage1", "Stage: Offer"],
    ["person", "person1", "Person: Anna Brandt"],
    ["measure", "measure1", "Measure: Call back"],
    ["content", "content1", "Content piece: content1"],
    ["map", "map1", "Map: A map"],
    ["dismissal", "no-owner:touchpoint1", "Finding: "],
    ["dismissal", "never-heard-of:touchpoint1", "Finding: never-heard-of: Hotline"],
  ])("%s %s", (kind, id, expected) => {
    expect(named(kind, id)).toContain(expected);
    expect(named(kind, id)).not.toContain("rule.");
  });

  test("what is gone is called as it was, and cannot be shown", () => {
    const { touchpoint1, ...others } = map.nodes;
    const both = words(map, { ...map, nodes: others });
    const gone: Difference = {
      group: "nodes",
      type: "removed",
      kind: "touchpoint",
      id: "touchpoint1",
      fields: [],
    };
    expect(differenceName(both, gone)).toBe(touchpoint1?.title);
    expect(nodesToShow(both.after, both, gone)).toEqual([]);
    expect(nodesToShow(map, both, gone)).toEqual(["touchpoint1"]);
  });

  test("a connection, a measure and a content piece are shown by their nodes", () => {
    const shown = (kind: ObjectKind, id: string) =>
      nodesToShow(map, words(map, map), { group: "nodes", type: "changed", kind, id, fields: [] });
    expect(shown("connection", "connection1")).toEqual(["touchpoint1", "touchpoint2"]);
    expect(shown("measure", "measure1")).toEqual(["touchpoint1"]);
    expect(shown("content", "content1")).toEqual(["touchpoint1", "touchpoint2"]);
    expect(shown("person", "person1")).toEqual([]);
  });
});
