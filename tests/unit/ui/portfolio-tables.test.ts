import { describe, expect, it } from "vitest";
import { createTexts, type TextOf } from "#i18n/i18n.ts";
import { figuresOf } from "#model/portfolio/figures.ts";
import { portfolioData } from "#ui/portfolio/portfolio-data.ts";
import { portfolioParts, portfolioTable } from "#ui/portfolio/portfolio-tables.ts";
import { aMap, sampleMap } from "../builders.ts";

const catalogues = {
  en: async () => (await import("#i18n/en.ts")).en,
  de: async () => (await import("#i18n/de.ts")).de,
};

const TODAY = "2026-10-15";

/** The sample map, and one that owns the same touchpoint otherwise. */
function maps() {
  const sample = sampleMap();
  const [touchpoint] = Object.values(sample.nodes).filter(
    (node) => node.kind === "touchpoint" && node.owner === "sales",
  );
  if (touchpoint?.kind !== "touchpoint") throw new Error("the sample has no touchpoint of Sales");
  const { title, channel } = touchpoint;
  return [sample, aMap().withTouchpoint({ title, channel, owner: "it" }).build()].map(figuresOf);
}

describe.each(["en", "de"] as const)("the tables of the portfolio in %s", (language) => {
  it.each(portfolioParts)("%s: as many cells in every row as columns, all of them words", async (part) => {
    const i18n = createTexts();
    i18n.addResourceBundle(language, "translation", await catalogues[language]());
    await i18n.changeLanguage(language);
    const t = i18n.t as unknown as TextOf;
    const data = portfolioData(maps(), TODAY, language, "?");
    const { columns, rows, title } = portfolioTable(part, data, { t, language, today: TODAY });
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toHaveLength(columns.length);
    for (const word of [title, ...columns, ...rows.flat()].map(String))
      expect(word).not.toMatch(/undefined|\[object|\{\{|^(report|portfolio|rule|plan|common)\./u);
    expect(new Set(columns).size).toBe(columns.length);
  });
});
