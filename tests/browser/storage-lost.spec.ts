import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { openSample } from "./map-page.ts";

test("F25 F26 a database that is removed while a map is open is written anew from it", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Configurator").click();
  await page.keyboard.press("i");
  await map.saved();
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", {
    origin: new URL(page.url()).origin,
    storageTypes: "indexeddb",
  });
  await expect(page.getByRole("alert")).toContainText("was removed while you worked");
  await map.saved();
  await page.reload();
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
});

test("F04 a database that is gone at the next start comes back from the copy", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Configurator").click();
  await page.keyboard.press("i");
  await map.saved();
  const address = page.url();
  const session = await page.context().newCDPSession(page);
  // Leaves the library, too, so that the last change is in the copy.
  await page.getByRole("link", { name: "Maps", exact: true }).click();
  await expect(page.getByRole("link", { name: /Machine tool/ })).toBeVisible();
  await page.goto("about:blank");
  await session.send("Storage.clearDataForOrigin", {
    origin: new URL(address).origin,
    storageTypes: "indexeddb",
  });
  await page.goto("/#/");
  await expect(page.getByRole("alert")).toContainText("One map was restored from the backup copy");
  await page.getByRole("link", { name: /Machine tool/ }).click();
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
  await map.node("Touchpoint: Delivery and installation").click();
  await page.keyboard.press("i");
  await map.saved();
  await page.reload();
  await expect(map.audit).toContainText("24 of 30 nodes have an owner");
});

test("undo goes on after a reload", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Configurator").click();
  await page.keyboard.press("i");
  await page.keyboard.type("Planner");
  await page.keyboard.press("Enter");
  await map.saved();
  await page.reload();
  await expect(map.node("Touchpoint: Planner")).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(map.node("Touchpoint: Configurator")).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(map.audit).toContainText("22 of 30 nodes have an owner");
  await map.saved();
  await page.reload();
  await expect(map.audit).toContainText("22 of 30 nodes have an owner");
  await page.getByRole("button", { name: /^Redo/ }).click();
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
});
