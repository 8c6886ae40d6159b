import { describe, expect, it } from "vitest";
import { tableIds } from "#exchange/report.ts";
import { createTexts, type TextOf } from "#i18n/i18n.ts";
import { fieldsOf } from "#model/fields.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { reportTools } from "#ui/reports/report-tools.ts";
import { aMap, sampleFacts, sampleFindings, sampleMap } from "../builders.ts";

const catalogues = {
  en: async () => (await import("#i18n/en.ts")).en,
  de: async () => (await import("#i18n/de.ts")).de,
};

async function tools(language: keyof typeof catalogues) {
  const i18n = createTexts();
  i18n.addResourceBundle(language, "translation", await catalogues[language]());
  await i18n.changeLanguage(language);
  return reportTools(i18n.t as unknown as TextOf, language, "2026-10-15");
}

describe.each(["en", "de"] as const)("the tables of a map in %s", (language) => {
  it.each(tableIds)(
    "%s: as many cells in every row as columns, all of them words of the language",
    async (id) => {
      const { columns, rows, title } = (await tools(language)).tableOf(sampleMap(), id);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(columns.length);
      const words = [title, ...columns, ...rows.flat()].map(String);
      for (const word of words)
        expect(word).not.toMatch(/undefined|\[object|\{\{|^(report|field|rule|plan)\./u);
      expect(new Set(columns).size).toBe(columns.length);
    },
  );
});

describe("what the tables of the sample say", () => {
  it("has every touchpoint with every field, in the order of the paths", async () => {
    const { columns, rows } = (await tools("en")).tableOf(sampleMap(), "touchpoints");
    expect(columns).toHaveLength(Object.keys(fieldsOf("touchpoint")).length);
    expect(rows).toHaveLength(sampleFacts().touchpoints);
    expect(rows[0]?.[0]).toBe("Fachartikel im Branchenmagazin");
    const callback = rows.find(([title]) => title === "Rückruf des Vertriebs");
    expect(callback).toContain(8640);
    expect(callback).toContain(-2);
  });

  it("calls what has no title untitled, as everywhere else", async () => {
    const map = aMap()
      .withStage()
      .withJourney()
      .withTouchpoint({ title: " " })
      .withMeasure({ title: "", touchpointIds: ["touchpoint1"] })
      .build();
    const { tableOf } = await tools("en");
    expect(tableOf(map, "raci").rows[0]?.[0]).toBe("Untitled");
    const [measure] = tableOf(map, "measures").rows;
    expect([measure?.[0], measure?.at(-1)]).toEqual(["Untitled", "Untitled"]);
  });

  it("has every finding, and every change of owner with how far it is agreed", async () => {
    const { tableOf } = await tools("en");
    expect(tableOf(sampleMap(), "findings").rows).toHaveLength(Object.values(sampleFindings()).flat().length);
    const handovers = tableOf(sampleMap(), "handovers").rows;
    const { ownerChanges, ownerChangesUnconfirmed } = sampleFacts();
    expect(handovers).toHaveLength(ownerChanges);
    expect(handovers.filter((row) => row.includes("Confirmed"))).toHaveLength(
      ownerChanges - ownerChangesUnconfirmed,
    );
  });

  it("gives a finding to whoever does the measure, and not to whoever has its touchpoint", async () => {
    const map = aMap()
      .withPerson({ name: "Anna" })
      .withPerson({ name: "Bert" })
      .withTouchpoint({ managerId: "person2" })
      .withMeasure({ managerId: "person1", dueOn: "2026-01-01", touchpointIds: ["touchpoint1"] })
      .build();
    const { rows } = (await tools("en")).tableOf(map, "findings");
    const overdue = rows.find((row) => row.includes("Measure overdue"));
    expect(overdue).toContain("Anna");
    expect(overdue).not.toContain("Bert");
  });

  it("derives who is consulted and who is informed from the handovers", async () => {
    const rows = (await tools("en")).tableOf(sampleMap(), "raci").rows;
    // Marketing hands over to it, and it hands over to Marketing.
    expect(rows.find(([title]) => title === "Messestand: erstes Gespräch")).toEqual([
      "Messestand: erstes Gespräch",
      "Sales",
      "Mehmet Aydın",
      "Marketing",
      "",
    ]);
    expect(rows.find(([title]) => title === "Vertragsverhandlung")?.slice(3)).toEqual(["", "IT"]);
  });

  it("tells who has which part as it was changed by hand", async () => {
    const map = sampleMap();
    const t05 = { ...map.nodes.t05, raci: { marketing: "none", it: "accountable", manager: "responsible" } };
    const changed = { ...map, nodes: { ...map.nodes, t05 } } as JourneyMap;
    const { rows } = (await tools("en")).tableOf(changed, "raci");
    expect(rows.find(([title]) => title === "Messestand: erstes Gespräch")?.slice(1)).toEqual([
      "Sales, Mehmet Aydın",
      "IT",
      "",
      "",
    ]);
  });

  it("has the review and what is due as days, but not what is done", async () => {
    const map = sampleMap();
    const { dueDaysOf } = await tools("de");
    expect(dueDaysOf(map).map(({ date }) => date)).toEqual(["2026-09-15", "2026-11-30", "2027-03-31"]);
    const m2 = map.measures.m2;
    if (!m2) throw new Error("no measure");
    const done = { ...map, measures: { ...map.measures, m2: { ...m2, status: "done" as const } } };
    expect(dueDaysOf(done).map(({ date }) => date)).toEqual(["2026-11-30", "2027-03-31"]);
  });
});
