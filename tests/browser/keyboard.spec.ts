import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { openBlank } from "./map-page.ts";

test("keys reach the map from the first moment on, and after the node that had them is gone", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openBlank(page, "Workshop");
  await expect(map.canvas).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Trade fair");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Call back");
  await page.keyboard.press("Enter");
  await expect(map.node("Touchpoint: Call back")).toBeFocused();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(map.node("Touchpoint: Call back")).toBeHidden();
  await expect(map.node("Touchpoint: Trade fair")).toBeFocused();
  await page.keyboard.press("s");
  await expect(map.audit).toContainText("1 of 2 nodes have an owner");
});

test("the help names the keys of capturing", async ({ openApp }) => {
  const page = await openApp();
  await openBlank(page, "Workshop");
  await page.keyboard.press("F1");
  const help = page.getByRole("dialog", { name: "Help and keyboard shortcuts" });
  await expect(
    help.getByRole("row", { name: "New touchpoint below, in the same stage Enter" }),
  ).toBeVisible();
  await expect(help.getByRole("row", { name: "New touchpoint to the right, connected Tab" })).toBeVisible();
});
