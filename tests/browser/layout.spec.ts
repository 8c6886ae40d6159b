import { expect, type Page } from "@playwright/test";
import { palettes } from "#scene/palette.ts";
import type { Theme } from "#ui/services.ts";
import { test } from "./fixtures.ts";
import { mapPage, openSample } from "./map-page.ts";

const themes = Object.keys(palettes) as Theme[];

/** How much of the page lies beyond its window, in pixels. */
function beyond(page: Page): Promise<{ across: number; down: number }> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { across: scrollWidth - window.innerWidth, down: scrollHeight - window.innerHeight };
  });
}

for (const theme of themes) {
  for (const size of [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
  ]) {
    test(`F99 a map page fits its window, ${theme}, ${size.width} wide`, async ({ openApp, page }) => {
      await page.setViewportSize(size);
      await openApp("/#/", { theme });
      const map = await openSample(page);
      expect(await beyond(page)).toEqual({ across: 0, down: 0 });
      const tools = page.getByRole("toolbar", { name: "Tools" });
      const [first, last] = [
        await map.tool("Undo").boundingBox(),
        await tools.getByRole("button", { name: "Export", exact: true }).boundingBox(),
      ];
      // One row of tools: what does not fit by words stands as icons.
      expect(Math.abs((first?.y ?? 0) - (last?.y ?? 99))).toBeLessThan(20);
      await page.getByRole("link", { name: "Outline" }).click();
      await expect(page.getByRole("treeitem", { name: /^Touchpoint: Configurator/ })).toBeVisible();
      expect(await beyond(page)).toEqual({ across: 0, down: 0 });
    });
  }
}

for (const [language, sample] of [
  ["en", "Open the sample map"],
  ["de", "Beispiel-Map öffnen"],
] as const)
  for (const theme of ["light", "projector"] as const)
    test(`the first findings of the audit are in sight at once, ${language}, ${theme}`, async ({
      openApp,
      page,
    }) => {
      await page.setViewportSize({ width: 1366, height: 768 });
      await openApp("/#/", { language, theme });
      await page.getByRole("button", { name: sample }).first().click();
      await page.getByRole("link", { name: "Audit", exact: true }).click();
      const findings = page.locator("[data-finding]");
      await expect(findings.first()).toBeInViewport({ ratio: 1 });
      if (theme === "light") await expect(findings.nth(1)).toBeInViewport({ ratio: 1 });
    });

for (const theme of ["light", "projector"] as const)
  test(`the views of a map stay where they are, in one row with the menu, ${theme}`, async ({
    openApp,
    page,
  }) => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await openApp("/#/", { theme });
    await openSample(page);
    const views = page.getByRole("navigation", { name: "Views" });
    const menu = page.getByRole("button", { name: "Settings" });
    const places = async () => ({ views: await views.boundingBox(), menu: await menu.boundingBox() });
    const before = await places();
    expect(before.menu?.y).toBeLessThan((before.views?.y ?? 0) + (before.views?.height ?? 0));
    for (const name of ["Outline", "Table", "Audit", "Plan", "History", "Map"]) {
      await views.getByRole("link", { name, exact: true }).click();
      await expect(views.getByRole("link", { name, exact: true })).toHaveAttribute("aria-current", "page");
      expect(await places(), name).toEqual(before);
    }
  });

test("on a projector, what stands beside the map is read whole", async ({ openApp, page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openApp("/#/", { language: "de", theme: "projector" });
  await page.getByRole("button", { name: "Beispiel-Map öffnen" }).first().click();
  const title = page.getByRole("region", { name: "Details" }).getByRole("textbox", { name: "Titel" });
  await expect(title).toHaveValue("Werkzeugmaschine: finden, kaufen, betreiben");
  expect(await title.evaluate((input) => input.scrollWidth - input.clientWidth)).toBeLessThanOrEqual(0);
  const owners = page.getByRole("group", { name: /^Verantwortlicher Bereich für/ }).first();
  const tops = await owners
    .getByRole("button")
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
});

/** A small window, a very large one, and 1280 pixels at twice the size, as the browser's zoom shows them. */
for (const size of [
  { width: 1024, height: 768 },
  { width: 3840, height: 2160 },
  { width: 640, height: 360 },
]) {
  test(`F99 a map of ${size.width} pixels can be worked with`, async ({ openApp, page }) => {
    await page.setViewportSize(size);
    await openApp();
    await page.getByRole("button", { name: "Open the sample map" }).first().click();
    const map = mapPage(page);
    await expect(map.canvas).toBeVisible();
    expect(await beyond(page)).toEqual({ across: 0, down: 0 });
    const choose = async (entry: string) => {
      await page.keyboard.press("Control+k");
      await page.getByRole("textbox", { name: "Find an action or a node" }).fill(entry);
      await page.keyboard.press("Enter");
    };
    await choose("Configurator");
    await expect(map.node("Touchpoint: Configurator")).toBeFocused();
    await expect(map.node("Touchpoint: Configurator")).toBeInViewport();
    await page.keyboard.press("m");
    await expect(map.tool("Undo")).toHaveAttribute("aria-disabled", "false");
    await choose("History");
    const here = page.getByRole("dialog", { name: "History" }).getByRole("button", { name: /you are here/ });
    await expect(here).toBeInViewport();
  });
}

test("a whole map lies free of everything that stands over the canvas", async ({ openApp, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openApp();
  const map = await openSample(page);
  const add = await map.canvas.getByRole("button", { name: "Add stage" }).boundingBox();
  const canvas = await map.canvas.boundingBox();
  expect((add?.x ?? 0) + (add?.width ?? 999)).toBeLessThan((canvas?.x ?? 0) + (canvas?.width ?? 0));
  const zoom = await page.getByRole("group", { name: "Zoom" }).boundingBox();
  expect((zoom?.y ?? 999) + (zoom?.height ?? 0)).toBeLessThanOrEqual(canvas?.y ?? 0);
});

test("the signs of the outline stand in columns", async ({ openApp }) => {
  const page = await openApp();
  await openSample(page);
  await page.getByRole("link", { name: "Outline" }).click();
  const nameIn = (row: RegExp) =>
    page.getByRole("treeitem", { name: row }).getByText("Mehmet Aydın").boundingBox();
  const [persona, touchpoint] = [await nameIn(/^Persona: Erkan/), await nameIn(/^Touchpoint: Call back/)];
  expect(persona).not.toBeNull();
  expect(persona?.x).toBe(touchpoint?.x);
});

test("what is said of the store stands above the page and covers nothing of it", async ({
  openApp,
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await page.setViewportSize({ width: 600, height: 800 });
  await openApp();
  const notice = page.getByRole("region", { name: "About your stored maps" });
  await expect(notice).toContainText("This browser keeps nothing");
  const below = async (name: string) => {
    const [above, heading] = [
      await notice.boundingBox(),
      await page.getByRole("heading", { name, exact: true, level: 1 }).boundingBox(),
    ];
    return (heading?.y ?? 0) >= (above?.y ?? 0) + (above?.height ?? 0);
  };
  expect(await below("Maps")).toBe(true);
  await page.setViewportSize({ width: 1366, height: 768 });
  await openSample(page);
  await expect(notice).toBeVisible();
  expect(await beyond(page)).toEqual({ across: 0, down: 0 });
  await notice.getByRole("button", { name: "Understood" }).click();
  await expect(notice).toHaveCount(0);
  const whole = await page.getByRole("main").evaluate((main) => main.getBoundingClientRect().bottom);
  expect(whole).toBe(768);
});

test("beside an open form the list of measures shows all of its columns", async ({ openApp, page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openApp("/#/", { language: "de" });
  await page.getByRole("button", { name: "Beispiel-Map öffnen" }).first().click();
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await page.getByRole("row").nth(1).click();
  await expect(page.getByRole("complementary", { name: "Maßnahme" })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: "Touchpoints" })).toBeInViewport({ ratio: 1 });
  const cell = page.getByRole("cell", { name: "4 000 €" });
  const lines = await cell.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getClientRects().length;
  });
  expect(lines).toBe(1);
});
