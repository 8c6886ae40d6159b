import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { centre, openSample } from "./map-page.ts";

test("a stage gets wider and narrower from the keyboard", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const right = map.node("Touchpoint: On-site appointment");
  const before = await centre(right);
  await page.getByRole("button", { name: "Menu of stage Search" }).focus();
  await page.keyboard.press("Enter");
  const wider = page.getByRole("menuitem", { name: "Wider" });
  await wider.press("Enter");
  await wider.press("Enter");
  await expect(async () => expect((await centre(right)).x).toBeGreaterThan(before.x + 20)).toPass();
  await page.getByRole("menuitem", { name: "Narrower" }).press("Enter");
  await page.getByRole("menuitem", { name: "Narrower" }).press("Enter");
  await expect(async () => expect((await centre(right)).x).toBeCloseTo(before.x, 0)).toPass();
});

test("a stage added by key gets its name at once, wherever it stands", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Search on the web").click();
  await page.keyboard.press("8");
  const name = map.canvas.getByRole("textbox", { name: "Name of the stage" });
  await page.keyboard.press("Alt+5");
  await expect(name).toBeFocused();
  await expect(name).toBeInViewport();
  await page.keyboard.type("Farewell");
  await page.keyboard.press("Enter");
  const stage = map.canvas.getByRole("button", { name: "Stage: Farewell" });
  await expect(stage).toBeInViewport({ ratio: 1 });
  // The names stand over their columns still: the row was not scrolled for the one that is typed.
  const row = map.canvas.getByRole("list", { name: "Stages" });
  expect(await row.evaluate((list) => list.parentElement?.scrollLeft)).toBe(0);
  await map.tool("Add stage").click();
  await expect(name).toBeFocused();
});
