import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { palettes } from "#scene/palette.ts";
import type { Theme } from "#ui/services.ts";
import { test } from "./fixtures.ts";
import { storeManyMaps } from "./many-maps.ts";
import { mapPage, openSample } from "./map-page.ts";

const MAPS = 200;
const TOUCHPOINTS = 24;
const themes = Object.keys(palettes) as Theme[];

const part = (page: Page, name: string | RegExp) =>
  page.getByRole("navigation", { name: "Parts of the portfolio" }).getByRole("link", { name });
const result = (page: Page) => page.getByRole("main").getByRole("status");

async function openPortfolio(page: Page): Promise<void> {
  await page.goto("/#/portfolio");
  await expect(page.getByRole("heading", { name: "Portfolio", exact: true })).toBeVisible();
  await expect(page.getByText(/still being read/)).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Overview" })).toBeVisible();
}

test("portfolio over 200 generated maps", async ({ openApp }) => {
  const page = await openApp();
  await expect(page.getByRole("heading", { name: "Maps", exact: true })).toBeVisible();
  const maps = await storeManyMaps(page, MAPS, TOUCHPOINTS);
  const nodes = maps.flatMap((map) => Object.values(map.nodes));
  const owned = nodes.filter(({ owner }) => owner !== null).length;
  await openPortfolio(page);

  const overview = page.getByRole("region", { name: "Overview" });
  await expect(overview.getByText(`${owned} of ${nodes.length} nodes have an owner`)).toBeVisible();
  await expect(overview.getByRole("row")).toHaveCount(MAPS + 1);
  const row = overview.getByRole("row").filter({ hasText: "Map 001" });
  await expect(row.getByRole("progressbar", { name: "19 of 25 nodes have an owner" })).toBeVisible();

  await part(page, "Findings by rule").click();
  const rules = page.getByRole("region", { name: "Findings by rule" });
  const noOwner = rules.getByRole("listitem").filter({ hasText: "Owner missing" }).first();
  await expect(noOwner).toContainText("1200 findings in 200 maps");
  await expect(rules.getByRole("heading", { name: /^Contested touchpoint/ })).toBeVisible();

  await part(page, "People").click();
  const people = page.getByRole("region", { name: "People" });
  const anna = people.getByRole("row").filter({ hasText: "anna@example.com" });
  await expect(anna).toContainText("Also written: Brandt, Anna");
  await expect(anna.getByRole("cell").first()).toHaveText("196");

  // All bars begin at one edge and are as wide where they are full: else their lengths mean nothing.
  const bars = await people.locator("td [aria-hidden]:has(> span)").evaluateAll((elements) =>
    elements.map((element) => {
      const { left, width } = element.getBoundingClientRect();
      return `${left},${width}`;
    }),
  );
  expect(bars.length).toBeGreaterThan(2);
  expect(new Set(bars).size).toBe(1);
  await expect(people.getByText("too much").first()).toBeVisible();

  await part(page, /^Contested touchpoints/).click();
  const contested = page.getByRole("region", { name: "Contested touchpoints" });
  const hotline = contested.getByRole("row").filter({ hasText: "Hotline" });
  await expect(hotline.getByRole("link")).toHaveText(["Map 040", "Map 120", "Map 000", "Map 080", "Map 160"]);
  await hotline.getByRole("button", { name: "Hotline · Phone: Marketing in all maps" }).click();
  const question = page.getByRole("dialog", { name: "Hotline · Phone: Marketing in all maps" });
  await expect(question.getByRole("listitem")).toHaveCount(5);
  await question.getByRole("button", { name: "Change 5 maps" }).click();
  await expect(result(page)).toContainText("5 maps were changed.");
  await expect(result(page)).toBeFocused();
  await expect(contested.getByText(/^No touchpoint is contested/)).toBeVisible();

  await part(page, "Measures").click();
  const measures = page.getByRole("region", { name: "Measures" });
  const ofAnna = measures.getByRole("table", { name: /^Anna Brandt/ });
  const pending = maps
    .flatMap((map) => Object.values(map.measures))
    .filter(({ status }) => status === "open");
  await expect(measures.getByRole("table", { name: /^Nobody/ })).toBeVisible();
  await expect(ofAnna.getByRole("row").nth(1)).toContainText("overdue");
  await measures.getByText("By date", { exact: true }).click();
  await expect(measures.getByRole("row")).toHaveCount(pending.length + 1);

  await page.goto("/#/map/map080");
  const map = mapPage(page);
  await expect(map.tool("Undo")).toHaveAttribute("aria-disabled", "false");
  await map.tool("Undo").hover();
  await expect(page.getByRole("tooltip")).toContainText("Undo: change owner of “hotline”");
  await map.tool("Undo").click();
  await expect(map.tool("Redo")).toHaveAttribute("aria-disabled", "false");
  await map.saved();
  await page.goto("/#/portfolio/contested");
  await expect(contested.getByRole("row").filter({ hasText: "hotline" })).toBeVisible();
});

test("two names are made one person in all maps, and a map that another window edits is named", async ({
  openApp,
  context,
}) => {
  const page = await openApp();
  await expect(page.getByRole("heading", { name: "Maps", exact: true })).toBeVisible();
  await storeManyMaps(page, 10, 4);
  await openPortfolio(page);
  const other = await context.newPage();
  // In this one she has another name; where she is called so already, nobody needs to be told.
  await other.goto("/#/map/map001");
  await expect(mapPage(other).details).toBeVisible();

  await part(page, "People").click();
  const people = page.getByRole("region", { name: "People" });
  await people.getByRole("button", { name: "A. Brandt (Service) is the same person as …" }).click();
  const dialog = page.getByRole("dialog", { name: "The same person" });
  await dialog.getByRole("combobox").click();
  await page.getByRole("option", { name: /^Anna Brandt/ }).click();
  await dialog.getByRole("textbox", { name: "Name in all maps" }).fill("Anna Brandt");
  await expect(dialog.getByRole("textbox", { name: "E-mail in all maps" })).toHaveValue("anna@example.com");
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(result(page)).toContainText(
    "4 maps were changed. It can be undone in each of them. 5 maps said so already.",
  );
  await expect(result(page)).toContainText("Map 001: it is open for editing in another window.");
  const anna = people.getByRole("row").filter({ hasText: "anna@example.com" });
  await expect(anna.getByRole("cell").first()).toHaveText("10");
  await expect(people.getByRole("row").filter({ hasText: "A. Brandt (Service)" })).toHaveCount(0);
});

test("what is shown is taken away as a table, and printed as pages", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.saved();
  await page.getByRole("link", { name: "Maps", exact: true }).click();
  await page.getByRole("link", { name: "Portfolio" }).click();
  await part(page, "People").click();
  const take = async (name: string) => {
    await page.getByRole("button", { name: "Export" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  };
  const people = await take("This table (CSV)");
  expect(people.name).toBe("Portfolio People.csv");
  expect(people.text).toContain('"Anna Brandt"');
  const findings = await take("Findings (CSV)");
  expect(findings.name).toBe("Portfolio Findings.csv");
  expect(findings.text.startsWith('\uFEFF"Map"')).toBe(true);
  expect((await take("Markdown")).text).toContain("## RACI");
  expect((await take("iCalendar")).text).toContain("BEGIN:VEVENT");

  await page.getByRole("link", { name: "Report to print" }).click();
  const report = page.getByRole("region", { name: "Report to print" });
  await expect(report.getByRole("heading", { name: "Measures still to do, by person" })).toBeVisible();
  await expect(report.getByRole("heading", { name: "Anna Brandt", exact: true })).toBeVisible();
  await expect(report.getByRole("heading", { name: /^Your touchpoints/ }).first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(report.getByRole("button", { name: "Print" })).toBeHidden();
  expect(pagesOf(await page.pdf({ format: "A4" }))).toBeGreaterThanOrEqual(12);
  await page.emulateMedia({ media: "screen" });
  await report.getByRole("combobox", { name: "Pages" }).click();
  await page.getByRole("option", { name: "Anna Brandt" }).click();
  await expect(report.getByRole("article")).toHaveCount(1);
  await expect(report.getByRole("article")).toContainText("Your open findings");
});

function pagesOf(pdf: Buffer): number {
  return [...pdf.toString("latin1").matchAll(/\/Type\s*\/Page\b/g)].length;
}

test("the dark theme prints in the colours of paper", async ({ openApp }) => {
  const page = await openApp();
  await page.evaluate(() =>
    localStorage.setItem("dreiklang.settings", JSON.stringify({ theme: "dark", language: "en" })),
  );
  await page.reload();
  const map = await openSample(page);
  await map.saved();
  await page.goto("/#/portfolio/report");
  const head = page.getByRole("columnheader", { name: "Marketing" }).first();
  await expect(head).toBeVisible();
  const colorOf = () => head.evaluate((element) => getComputedStyle(element).color);
  const rgb = (hex: string) =>
    `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(", ")})`;
  expect(await colorOf()).toBe(rgb(palettes.dark.inkSoft));
  await page.emulateMedia({ media: "print" });
  expect(await colorOf()).toBe(rgb(palettes.light.inkSoft));
});

test("a portfolio without maps says so, and leads back", async ({ openApp }) => {
  const page = await openApp("/#/portfolio");
  await expect(page.getByText(/^There are no maps yet/)).toBeVisible();
  await page.getByRole("link", { name: "Maps" }).click();
  await expect(page.getByRole("heading", { name: "Start with a template" })).toBeVisible();
});

for (const theme of themes) {
  test(`axe finds nothing in the portfolio, ${theme}`, async ({ openApp }) => {
    const page = await openApp("/#/", { theme });
    await expect(page.getByRole("heading", { name: "Maps", exact: true })).toBeVisible();
    await storeManyMaps(page, 12, 14);
    await openPortfolio(page);
    for (const name of [
      "Overview",
      "Findings by rule",
      "People",
      /^Contested/,
      "Measures",
      "Report",
    ] as const) {
      if (name === "Report") await page.getByRole("link", { name: "Report to print" }).click();
      else await part(page, name).click();
      await expect(page.getByRole("region", { name })).toBeVisible();
      const axe = new AxeBuilder({ page });
      // Themes differ in colours alone: what does not depend on them is looked at in the first one.
      if (theme !== themes[0]) axe.withRules("color-contrast");
      const { violations } = await axe.analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
      );
      expect.soft([...new Set(found)].slice(0, 5), `${name}`).toEqual([]);
    }
  });
}
