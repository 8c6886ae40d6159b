import { describe, expect, it } from "vitest";
import { type Table, tableIds } from "#exchange/report.ts";
import { createTexts, type TextOf } from "#i18n/i18n.ts";
import { fieldsOf } from "#model/fields.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { onPaper } from "#ui/reports/on-paper.ts";
import { reportTools } from "#ui/reports/report-tools.ts";
import { aMap, sampleFacts, sampleFindings, sampleMap } from "../builders.ts";

const catalogues = {
  en: async () => (await import("#i18n/en.ts")).en,
  de: async () => (await import("#i18n/de.ts")).de,
};

const agreed = { information: "Notes", promise: "", timeLimit: 1440, confirmed: false };

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

  it("tells of a handover in which journey it is and who answers for its ends", async () => {
    const map = aMap()
      .withPerson({ name: "Anna" })
      .withJourney({ title: "Buy" })
      .withTouchpoint({ title: "Fair", owner: "marketing", managerId: "person1" })
      .withTouchpoint({ title: "Call", owner: "sales" })
      .withConnection("touchpoint1", "touchpoint2", { handover: agreed })
      .build();
    const { tableOf, inWords } = await tools("de");
    const table = tableOf(map, "handovers");
    const rowOf = ({ columns, rows }: Table) =>
      Object.fromEntries(columns.map((column, index) => [column, rows[0]?.[index]]));
    expect(rowOf(table)).toMatchObject({
      Journey: "Buy",
      "Manager davor": "Anna",
      "Manager danach": "Niemand",
      "Frist (Minuten)": 1440,
    });
    // A page has no room for all of it, and time there is in words.
    expect(Object.keys(rowOf(onPaper(table, "de")))).not.toContain("Journey");
    expect(rowOf(onPaper(table, "de"))).toMatchObject({
      Von: "Fair",
      "Bereich danach": "Vertrieb",
      Frist: "1 Tag",
    });
    // Other files have the words and the room.
    expect(rowOf(inWords(table))).toMatchObject({ Journey: "Buy", "Manager davor": "Anna", Frist: "1 Tag" });
  });

  it("says Nobody wherever somebody is missing, and which measure is overdue", async () => {
    const map = aMap()
      .withTouchpoint({ title: "Call" })
      .withMeasure({ title: "Late", dueOn: "2026-10-14" })
      .withMeasure({ title: "Today", dueOn: "2026-10-15" })
      .build();
    const { tableOf } = await tools("en");
    const { columns, rows } = tableOf(map, "measures");
    const cells = (name: string) => rows.map((row) => row[columns.indexOf(name)]);
    expect(cells("Owner")).toEqual(["Nobody", "Nobody"]);
    expect(cells("Person")).toEqual(["Nobody", "Nobody"]);
    expect(cells("Overdue")).toEqual(["yes", ""]);
    expect(tableOf(map, "raci").rows).toEqual([["Call", "Nobody", "Nobody", "", ""]]);
    const findings = tableOf(map, "findings");
    const person = findings.columns.indexOf("Customer Touchpoint Manager");
    expect(new Set(findings.rows.map((row) => row[person]))).toEqual(new Set(["Nobody"]));
  });

  it("calls the parts of RACI as the page does where they are changed", async () => {
    const { columns } = (await tools("de")).tableOf(sampleMap(), "raci");
    expect(columns).toEqual([
      "Betrifft",
      "R – macht die Arbeit",
      "A – steht dafür ein",
      "C – wird gefragt",
      "I – wird informiert",
    ]);
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
