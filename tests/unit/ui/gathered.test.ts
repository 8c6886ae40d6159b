import { expect, it } from "vitest";
import { type TableId, tableIds } from "#exchange/report.ts";
import { createTexts, type TextOf } from "#i18n/i18n.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { figuresOf } from "#model/portfolio/figures.ts";
import { type Gathered, gather } from "#ui/portfolio/gathered.ts";
import { portfolioData } from "#ui/portfolio/portfolio-data.ts";
import { onPaper } from "#ui/reports/on-paper.ts";
import { reportTools } from "#ui/reports/report-tools.ts";
import { aMap, sampleMap } from "../builders.ts";

const TODAY = "2026-10-15";

async function textsIn(language: "en" | "de"): Promise<TextOf> {
  const i18n = createTexts();
  const catalogue = language === "en" ? (await import("#i18n/en.ts")).en : (await import("#i18n/de.ts")).de;
  i18n.addResourceBundle(language, "translation", catalogue);
  await i18n.changeLanguage(language);
  return i18n.t as unknown as TextOf;
}

/** A map in which Anna stands twice, keeps it alive, and answers for one touchpoint by each of her entries. */
function twice(): JourneyMap {
  const map = aMap()
    .withStage({ name: "Use" })
    .withPerson({ id: "anna1", name: "Anna Brandt" })
    .withPerson({ id: "anna2", name: "Brandt, Anna" })
    .withPerson({ id: "ben", name: "Ben" })
    .withJourney({ title: "Repair" })
    .withTouchpoint({ title: "Call", owner: "sales", managerId: "anna1" })
    .withTouchpoint({ title: "Visit", owner: "it", managerId: "anna2" })
    .withConnection("touchpoint1", "touchpoint2")
    .withMeasure({ title: "Ring back", managerId: "anna2", dueOn: "2026-11-01" })
    .build();
  return { ...map, id: "twice", title: "Twice", maintainerId: "anna1", reviewOn: "2026-12-24" };
}

/** Ben keeps it alive, and has nothing else to do with it. */
function kept(): JourneyMap {
  const map = aMap()
    .withPerson({ id: "b", name: "Ben" })
    .withJourney()
    .withTouchpoint({ title: "Ad" })
    .build();
  return { ...map, id: "kept", title: "Kept", maintainerId: "b" };
}

interface Options {
  readonly unreadable?: readonly Id[];
  readonly signal?: AbortSignal;
  /** Of every map. */
  readonly gone?: readonly string[];
  onProgress?(done: number): void;
}

async function gathered(maps: readonly JourneyMap[], options: Options = {}, language: "en" | "de" = "en") {
  const t = await textsIn(language);
  const data = portfolioData(maps.map(figuresOf), TODAY, language, "?");
  const { unreadable = [], signal = new AbortController().signal, onProgress = () => {} } = options;
  const read = async (id: Id) => {
    if (unreadable.includes(id)) throw new Error("the disk is gone");
    return maps.find((map) => map.id === id) ?? null;
  };
  const known = async () => ({ gone: new Set(options.gone) });
  return gather(data, { t, language, today: TODAY, read, known, onProgress, signal });
}

const pageOf = ({ people }: Gathered, name: string) => people.find(({ person }) => person.name === name);

const rowsOf = (page: ReturnType<typeof pageOf>, part: string) =>
  page?.tables.find((table) => table.part === part)?.rows ?? [];

it("what was gone once is told as back again", async () => {
  const findings = async (gone: readonly string[]) => {
    const { tables } = await gathered([kept()], { gone });
    return tables.findings.rows.filter((row) => row.includes("Back again"));
  };
  expect(await findings([])).toEqual([]);
  expect(await findings(["no-owner:touchpoint1", "no-owner:elsewhere"])).toHaveLength(1);
});

it.each(["en", "de"] as const)("every table holds the rows of all maps, in %s", async (language) => {
  const maps = [sampleMap(), twice(), kept()];
  const { tables, unread } = await gathered(maps, {}, language);
  const tools = reportTools(await textsIn(language), language, TODAY);
  const byTitle = maps.toSorted((a, b) => a.title.localeCompare(b.title, language));
  const expected = (id: TableId) =>
    byTitle.flatMap((map) => tools.tableOf(map, id).rows.map((row) => [map.title, ...row]));
  expect(unread).toBe(0);
  for (const id of tableIds) {
    expect(tables[id].rows).toEqual(expected(id));
    expect(tables[id].columns).toHaveLength(tables[id].rows[0]?.length ?? 0);
    for (const word of [tables[id].title, ...tables[id].columns])
      expect(word).not.toMatch(/^(report|portfolio|field|plan)\./u);
  }
});

it("tables of all maps are read on paper as those of one", async () => {
  const { tables } = await gathered([sampleMap(), twice()]);
  const { columns, rows } = onPaper(tables.handovers, "en");
  expect(columns.slice(0, 3)).toEqual(["Map", "From", "Owner before"]);
  expect(columns.at(-1)).toBe("Time limit");
  expect(rows.map((row) => row.at(-1))).toContain("1 day");
  for (const row of rows) expect(row).toHaveLength(columns.length);
});

it("a person has one page over all maps, also when a map holds them twice", async () => {
  const report = await gathered([sampleMap(), twice(), kept()]);
  const anna = pageOf(report, "Anna Brandt");
  expect(rowsOf(anna, "maps").map(([map]) => map)).toEqual([sampleMap().title, "Twice"].toSorted());
  expect(rowsOf(anna, "maps").find(([map]) => map === "Twice")).toEqual([
    "Twice",
    2,
    expect.any(Number),
    "Dec 24, 2026",
  ]);
  const inTwice = (part: string) => rowsOf(anna, part).filter(([map]) => map === "Twice");
  expect(inTwice("touchpoints").map(([, title]) => title)).toEqual(["Call", "Visit"]);
  expect(inTwice("handovers")).toHaveLength(1);
  expect(inTwice("measures").map(([, title]) => title)).toEqual(["Ring back"]);
});

it("who only keeps a map alive has a page that names it; who has nothing to do with any has none", async () => {
  const report = await gathered([twice(), kept()]);
  expect(rowsOf(pageOf(report, "Ben"), "maps").map(([map]) => map)).toEqual(["Kept"]);
  expect(rowsOf(pageOf(report, "Ben"), "touchpoints")).toEqual([]);
  expect(pageOf(await gathered([twice()]), "Ben")).toBeUndefined();
});

it("a discipline has what it owns in all maps, and days are due in the order of the calendar", async () => {
  const { disciplines, dueDays } = await gathered([twice(), kept()]);
  expect(disciplines.map(({ discipline }) => discipline)).toEqual(["sales", "it"]);
  expect(dueDays.map(({ date }) => date)).toEqual(["2026-11-01", "2026-12-24"]);
  expect(dueDays[0]?.description).toContain("Twice");
});

it("a map that cannot be read is counted, and the others are there", async () => {
  const told: number[] = [];
  const report = await gathered([twice(), kept()], {
    unreadable: ["kept"],
    onProgress: (done) => told.push(done),
  });
  expect(report.unread).toBe(1);
  expect(told).toEqual([1, 2]);
  expect(new Set(report.tables.touchpoints.rows.map(([map]) => map))).toEqual(new Set(["Twice"]));
});

it("it ends where it is no longer wanted", async () => {
  const ending = new AbortController();
  const work = gathered([twice(), kept()], {
    signal: ending.signal,
    onProgress: () => ending.abort(new Error("left")),
  });
  await expect(work).rejects.toThrow("left");
});
