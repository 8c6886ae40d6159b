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
