import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { mapPage, openSample, pressUntilAt } from "./map-page.ts";
import { pdfPages } from "./pdf.ts";

const finding = (page: Page, start: string) => page.locator(`[data-finding^="${start}"]`);

/** From finding to finding; where the last step went on to this one by itself, it has the keyboard. */
async function goDownTo(item: Locator) {
  if (!(await item.evaluate((element) => element.matches(":focus-within"))))
    await pressUntilAt(item.locator("[data-show]"), "ArrowDown", 100);
}

async function openDesk(page: Page) {
  const map = await openSample(page);
  await page.getByRole("link", { name: "Audit", exact: true }).click();
  const desk = page.getByRole("region", { name: "Audit", exact: true });
  await expect(desk.getByRole("heading", { name: "22 of 30 nodes have an owner" })).toBeVisible();
  return { ...map, desk };
}

test("all gaps of the sample are found and closed by keyboard alone", async ({ openApp }) => {
  const page = await openApp();
  await pressUntilAt(page.getByRole("button", { name: "Open the sample map" }).first(), "Tab", 15);
  await page.keyboard.press("Enter");
  const { details, saved } = mapPage(page);
  await expect(details).toBeVisible();
  await pressUntilAt(page.getByRole("link", { name: "Audit", exact: true }), "Shift+Tab", 25);
  await page.keyboard.press("Enter");
  const desk = page.getByRole("region", { name: "Audit", exact: true });
  await expect(desk.getByRole("heading", { name: "22 of 30 nodes have an owner" })).toBeVisible();
  await pressUntilAt(desk.getByRole("searchbox", { name: "Search findings" }), "Tab", 80);
  const first = finding(page, "moment-of-truth-unowned").first();
  await pressUntilAt(first.locator("[data-show]"), "Tab", 10);
  for (const owners = ["s", "m"]; owners.length > 0; ) {
    const before = await finding(page, "moment-of-truth-unowned").count();
    await page.keyboard.press(owners.pop() ?? "i");
    await expect(finding(page, "moment-of-truth-unowned")).toHaveCount(before - 1);
  }
  // Whatever is left: an owner for each, then a manager for each; the keyboard goes on by itself.
  for (;;) {
    const left = await finding(page, "no-owner").count();
    if (left === 0) break;
    await goDownTo(finding(page, "no-owner").first());
    await page.keyboard.press("i");
    await expect(finding(page, "no-owner")).toHaveCount(left - 1);
  }
  for (;;) {
    const left = await finding(page, "no-manager").count();
    if (left === 0) break;
    await goDownTo(finding(page, "no-manager").first());
    await page.keyboard.press("@");
    await page.keyboard.type("anna");
    await page.keyboard.press("Enter");
    await expect(finding(page, "no-manager")).toHaveCount(left - 1);
  }
  await expect(desk.getByRole("heading", { name: "30 of 30 nodes have an owner" })).toBeVisible();
  await expect(desk).toContainText("30 of 30 nodes have both");
  await saved();
});

test("F6 leads straight to the findings, and back to the one that had the keyboard", async ({ openApp }) => {
  const page = await openApp();
  await openDesk(page);
  await page.keyboard.press("F6");
  const first = page.locator("[data-finding]").first();
  await expect(first.locator("[data-show]")).toBeFocused();
  await page.keyboard.press("i");
  await expect(first).toBeFocused();
  await page.keyboard.press("F6");
  await expect(page.getByRole("banner").locator(":focus")).toHaveCount(1);
  await page.keyboard.press("F6");
  await expect(first.locator("[data-show]")).toBeFocused();
});

test("a double click settles one finding, and the notice takes it back", async ({ openApp }) => {
  const page = await openApp();
  const { desk } = await openDesk(page);
  const gaps = finding(page, "no-owner");
  const before = await gaps.count();
  const button = gaps.first().getByRole("button", { name: "IT", exact: true });
  await button.scrollIntoViewIfNeeded();
  const box = await button.boundingBox();
  if (!box) throw new Error("The button is not on the page");
  const next = await gaps.nth(1).getAttribute("data-finding");
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
  await expect(desk.getByRole("heading", { name: "23 of 30 nodes have an owner" })).toBeVisible();
  await expect(gaps).toHaveCount(before - 1);
  await expect(page.locator(`[data-finding="${next}"]`)).toBeFocused();
  await page.getByRole("log").getByRole("button", { name: "Undo" }).click();
  await expect(gaps).toHaveCount(before);
  await expect(gaps.first()).toBeFocused();
  // What opens under the pointer keeps the keyboard: letters are a reason then, and no keys.
  await gaps
    .first()
    .getByRole("button", { name: /^Dismiss/ })
    .dblclick();
  await page.keyboard.type("it is bought in");
  await expect(gaps.first().getByRole("textbox")).toHaveValue("it is bought in");
});

test("a finding that was dismissed comes back when its node has changed, and survives a reload", async ({
  openApp,
}) => {
  const page = await openApp();
  const { desk, node, saved } = await openDesk(page);
  const gap = finding(page, "no-owner").filter({ hasText: "Configurator" });
  await gap.getByRole("button", { name: "Dismiss “Configurator”" }).click();
  await page.keyboard.type("Decided in June");
  await page.keyboard.press("Enter");
  await expect(gap).toHaveCount(0);
  await saved();
  await page.reload();
  await expect(desk.getByRole("heading", { name: "22 of 30 nodes have an owner" })).toBeVisible();
  await expect(gap).toHaveCount(0);
  await page.getByRole("link", { name: "Map", exact: true }).click();
  await node("Touchpoint: Configurator").click();
  await page.keyboard.press("s");
  await page.keyboard.press("s");
  // The same owner again changes nothing; taking it away does.
  await page.getByRole("region", { name: "Details" }).getByRole("radio", { name: "Nobody" }).click();
  await page.getByRole("link", { name: "Audit", exact: true }).click();
  await expect(gap).toContainText("Back again");
  await expect(gap).toContainText("Decided in June");
});

test("a finding that was settled comes back as such, after a reload too", async ({ openApp }) => {
  const page = await openApp();
  const { node, saved } = await openSample(page);
  await node("Touchpoint: Configurator").click();
  await page.keyboard.press("i");
  await saved();
  await page.reload();
  await node("Touchpoint: Configurator").click();
  await page.getByRole("region", { name: "Details" }).getByRole("radio", { name: "Nobody" }).click();
  // Beside the map and on the page of its own.
  await expect(finding(page, "no-owner").filter({ hasText: "Configurator" })).toContainText("Back again");
  await page.getByRole("link", { name: "Audit", exact: true }).click();
  await expect(page.getByRole("searchbox", { name: "Search findings" })).toBeVisible();
  await expect(finding(page, "no-owner").filter({ hasText: "Configurator" })).toContainText("Back again");
  // What was open all the time is not.
  await expect(finding(page, "no-owner").filter({ hasText: "Back again" })).toHaveCount(1);
});

test("the audit is as it was left, also by the browser's own way back", async ({ openApp }) => {
  const page = await openApp();
  const { desk, canvas } = await openDesk(page);
  await desk.getByText("Person", { exact: true }).click();
  const all = desk.locator("[data-finding]");
  // Below those that stand on the page at first.
  while ((await all.count()) <= 40) await all.last().scrollIntoViewIfNeeded();
  const id = await all.nth(40).getAttribute("data-finding");
  const seen = page.locator(`[data-finding="${id}"]`);
  await seen.scrollIntoViewIfNeeded();
  await seen.locator("[data-show]").click();
  await expect(canvas).toBeVisible();
  await page.goBack();
  await expect(desk.getByRole("radio", { name: "Person" })).toBeChecked();
  await expect(seen).toBeInViewport();
  await page.getByRole("link", { name: "Maps" }).click();
  await page.goBack();
  await expect(seen).toBeInViewport();
});

test("a handover leads from its finding to where it is agreed upon", async ({ openApp }) => {
  const page = await openApp();
  const { details } = await openDesk(page);
  await finding(page, "handover-open").first().locator("[data-show]").click();
  await expect(page).toHaveURL(/#\/map\/[^/]+$/);
  await expect(details.getByRole("textbox", { name: "Information that goes along" })).toBeVisible();
});

test("a handover is agreed on and confirmed by keyboard alone, from its finding and back", async ({
  openApp,
}) => {
  const page = await openApp();
  await openDesk(page);
  const before = await finding(page, "handover-open").count();
  const item = page.locator('[data-finding^="handover-open"]:has([data-remedy="agree"])').first();
  const id = await item.getAttribute("data-finding");
  await finding(page, "moment-of-truth-unowned").first().locator("[data-show]").focus();
  await goDownTo(item);
  await page.keyboard.press("f");
  const form = page.getByRole("group", { name: /^Agreement: “/ });
  await expect(form.getByRole("textbox", { name: "Information that goes along" })).toBeFocused();
  // Between whom one agrees is in sight as well.
  await expect(page.locator("tr[data-open]")).toBeInViewport({ ratio: 1 });
  await expect(form).toBeInViewport({ ratio: 1 });
  await page.keyboard.type("What was said at the fair");
  await pressUntilAt(form.getByRole("checkbox", { name: "Confirmed by the receiver" }), "Tab", 10);
  await page.keyboard.press("Space");
  // The browser's own key for it does nothing without a window.
  await page.goBack();
  await expect(finding(page, "handover-open")).toHaveCount(before - 1);
  await expect(page.locator(`[data-finding="${id}"]`)).toHaveCount(0);
});

test("the scales of the two views have one axis, whatever stands beside them", async ({ openApp }) => {
  const page = await openApp();
  await openDesk(page);
  await page.getByText("Two views", { exact: true }).click();
  const bars = page.getByRole("cell").locator("span[aria-hidden] > span");
  await expect(bars.first()).toBeVisible();
  const axes = await bars.evaluateAll((all) =>
    all.map(({ parentElement }) => {
      const { left, width } = (parentElement as HTMLElement).getBoundingClientRect();
      return Math.round(left + width / 2);
    }),
  );
  expect(axes.length).toBeGreaterThan(30);
  expect(new Set(axes).size).toBe(2);
});

test("a measure is planned from a disappointment and found in the plan", async ({ openApp }) => {
  const page = await openApp();
  const { node, details } = await openSample(page);
  await node("Touchpoint: Newsletter after the fair").click();
  await details.getByRole("button", { name: "Plan a measure against disappointment 1" }).click();
  await details
    .getByRole("region", { name: "Plan" })
    .getByRole("button", { name: /\(Open\)$/ })
    .click();
  const form = page.getByRole("complementary", { name: "Measure" });
  await expect(form.getByRole("textbox", { name: "What is done" })).not.toHaveValue("");
  await page.getByText("Board", { exact: true }).click();
  await expect(page.getByRole("list", { name: "Open" }).getByRole("listitem")).toHaveCount(3);
});

test("a measure is planned from a finding, gets its name, and one goes on with the next finding", async ({
  openApp,
}) => {
  const page = await openApp();
  const { desk } = await openDesk(page);
  await desk.getByRole("searchbox", { name: "Search findings" }).fill("disappoint");
  const planned = finding(page, "burden-on-customer").first();
  const next = await planned.locator("xpath=following::li[@data-finding][1]").getAttribute("data-finding");
  await planned.getByRole("button", { name: "Plan a measure" }).click();
  const title = page
    .getByRole("complementary", { name: "Measure" })
    .getByRole("textbox", { name: "What is done" });
  await expect(title).toBeFocused();
  await expect(title).toHaveValue(/^Fix: /u);
  await page.keyboard.type("Ask for nothing twice");
  await expect(title).toHaveValue("Ask for nothing twice");
  const way = page.getByRole("button", { name: "Back to the findings" });
  await way.click();
  await expect(desk).toBeVisible();
  await expect(page.locator(`[data-finding="${next}"]`)).toBeFocused();
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await expect(page.getByRole("button", { name: "Ask for nothing twice" })).toBeVisible();
  // On a third page the way back is of no use.
  await page.getByRole("link", { name: "Audit", exact: true }).click();
  await finding(page, "burden-on-customer").getByRole("button", { name: "Plan a measure" }).click();
  await expect(way).toBeVisible();
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await expect(way).toHaveCount(0);
});

test("what is taken away as CSV begins with its mark and runs no formula", async ({ openApp }) => {
  const page = await openApp();
  const { node, details, tool } = await openSample(page);
  await node("Touchpoint: Configurator").click();
  await details.getByRole("textbox", { name: "Title" }).fill("=HYPERLINK(1)");
  await tool("Export").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "Touchpoints (CSV)" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.touchpoints\.csv$/);
  const text = readFileSync(await download.path(), "utf8");
  expect(text.charCodeAt(0)).toBe(0xfeff);
  expect(text).toContain('"\'=HYPERLINK(1)"');
  expect(text.split("\r\n")[0]).toContain('"Title","Owner"');
});

test("who has which part is changed, kept and taken away", async ({ openApp }) => {
  const page = await openApp();
  const { saved, tool } = await openDesk(page);
  await page.getByText("RACI", { exact: true }).click();
  const cell = page.getByRole("combobox", { name: "IT: Configurator" });
  await cell.focus();
  await page.keyboard.press("c");
  await expect(cell).toHaveValue("consulted");
  await saved();
  await page.reload();
  await page.getByText("RACI", { exact: true }).click();
  await expect(cell).toHaveValue("consulted");
  await tool("Export").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: "RACI (CSV)" }).click(),
  ]);
  const lines = readFileSync(await download.path(), "utf8").split("\r\n");
  expect(lines.find((line) => line.startsWith('"Configurator"'))).toMatch(/"Sales, IT","[^"]*"$/);
  await page.getByRole("button", { name: /^IT, Configurator: back to what is derived/ }).click();
  await expect(cell).toBeFocused();
});

const reports = [
  {
    language: "en",
    openSample: "Open the sample map",
    tools: "Tools",
    export: "Export",
    toPrint: "Report to print",
    report: "Report",
    print: "Print",
    cover: "Audit of the customer journey map",
    owned: "22 of 30 nodes",
    tables: ["Findings", "Handovers", "Measures", "RACI"],
    raci: ["C – is asked", "I – is told"],
    disciplines: ["Marketing", "Sales", "IT"],
    about: /^Machine tool: find, buy, operate · As of \w+/,
    yours: ["Your touchpoints", "Your handovers", "Your open findings"],
    theirs: ["Touchpoints", "Handovers", "Open findings"],
  },
  {
    language: "de",
    openSample: "Beispiel-Map öffnen",
    tools: "Werkzeuge",
    export: "Exportieren",
    toPrint: "Bericht zum Drucken",
    report: "Bericht",
    print: "Drucken",
    cover: "Audit der Customer-Journey-Map",
    owned: "22 von 30 Knoten",
    tables: ["Befunde", "Übergaben", "Maßnahmen", "RACI"],
    raci: ["C – wird gefragt", "I – wird informiert"],
    disciplines: ["Marketing", "Vertrieb", "IT"],
    about: /^Werkzeugmaschine: finden, kaufen, betreiben · Stand \d+/,
    yours: ["Ihre Touchpoints", "Ihre Übergaben", "Ihre offenen Befunde"],
    theirs: ["Touchpoints", "Übergaben", "Offene Befunde"],
  },
] as const;

/** A table that is wider than what is between the margins makes the browser print all pages smaller. */
async function expectTablesFit(page: Page): Promise<void> {
  await page.setViewportSize({ width: 680, height: 1000 });
  const tooWide = await page.evaluate(() => {
    const tables = [...document.querySelectorAll<HTMLElement>("article table")];
    return tables.filter((table) => table.offsetWidth > (table.closest("article")?.clientWidth ?? 0)).length;
  });
  expect(tooWide).toBe(0);
}

/** Behind the name of a part stands how many rows it has, or that it has none. */
function expectParts(lines: readonly string[], parts: readonly string[]): void {
  for (const part of parts) expect(lines.filter((line) => line.startsWith(part)).length).toBeGreaterThan(0);
}

for (const words of reports)
  test(`the report in ${words.language} is printed without what stands around it, a page for each manager`, async ({
    openApp,
  }) => {
    const page = await openApp("/#/", { language: words.language });
    await page.getByRole("button", { name: words.openSample }).first().click();
    const tools = page.getByRole("toolbar", { name: words.tools });
    await tools.getByRole("button", { name: words.export }).click();
    await page.getByRole("menuitem", { name: words.toPrint }).click();
    const report = page.getByRole("region", { name: words.report });
    await expect(report.getByRole("heading", { name: "Anna Brandt" })).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(tools).toBeHidden();
    await expect(report.getByRole("button", { name: words.print })).toBeHidden();
    const pages = pdfPages(await page.pdf({ format: "A4" }));
    await expectTablesFit(page);
    const managers = ["Anna Brandt", "Jörg Weiß", "Léa Fournier", "Mehmet Aydın"];
    // What is general goes on without a gap; for everybody a page of their own begins. Where a table goes on to the next
    // page, that begins with its head once more.
    const own = [...managers, ...words.disciplines];
    const parts: string[][] = [];
    for (const lines of pages) {
      if (parts.length > 0 && !own.includes(lines[0] ?? "")) parts.at(-1)?.push(...lines);
      else parts.push([...lines]);
    }
    expect(parts.map(([first]) => first)).toEqual([words.cover, ...own]);
    const linesOf = (name: string) => parts.find(([first]) => first === name) ?? [];
    const general = linesOf(words.cover);
    const tables: readonly string[] = words.tables;
    expect(general.join(" ")).toContain(words.owned);
    expect(general.filter((line) => tables.includes(line))).toEqual(tables);
    expect(pages[0]).toContain(tables[0]);
    expect(general).toEqual(expect.arrayContaining([...words.raci]));
    for (const name of own) expect(linesOf(name)[1]).toMatch(words.about);
    for (const name of managers) {
      const lines = linesOf(name);
      expectParts(lines, words.yours);
      // Nothing of the one whose pages are next.
      expect(lines.filter((line) => managers.includes(line))).toEqual([name]);
    }
    for (const name of words.disciplines) expectParts(linesOf(name), words.theirs);

    // Over all maps there is one more column.
    await page.goto("/#/portfolio/report");
    await expect(page.getByRole("heading", { name: words.disciplines[1], exact: true })).toBeVisible();
    await expectTablesFit(page);
  });
