import { expect, type Page } from "@playwright/test";
import { palettes } from "#scene/palette.ts";
import type { Theme } from "#ui/services.ts";
import { test } from "./fixtures.ts";
import { openSample } from "./map-page.ts";

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
