import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { giveToIt, openBlank, openChangedSample, openSample } from "./map-page.ts";

const toLibrary = (page: Page) => page.getByRole("link", { name: "Maps", exact: true }).click();

test("F25 F26 a database that is removed while a map is open is written anew from it", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openChangedSample(page);
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
  const map = await openChangedSample(page);
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
  await giveToIt(map, "Delivery and installation");
  await map.saved();
  await page.reload();
  await expect(map.audit).toContainText("24 of 30 nodes have an owner");
});

async function keepVersion(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "History", exact: true }).click();
  await page.getByRole("button", { name: "Keep this version …" }).click();
  await page.getByRole("textbox", { name: "Keep this version as" }).fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: new RegExp(`^${name}`, "u") })).toBeVisible();
}

/** The sizes of the files with versions in the browser's private file system. */
function versionFiles(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("mirror");
    let whole = 0;
    for await (const [name, handle] of folder.entries()) {
      const [, size] = /\.(\d+)\.version$/u.exec(name) ?? [];
      if (handle.kind !== "file") continue;
      // TypeScript does not tell the two kinds of handles apart.
      if (size && (await (handle as FileSystemFileHandle).getFile()).size === Number(size)) whole += 1;
    }
    return whole;
  });
}

test("F04 the named versions of all maps and the bin come back with the maps", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await keepVersion(page, "Kick-off");
  await page.getByRole("link", { name: "Map", exact: true }).click();
  await giveToIt(map, "Configurator");
  await map.saved();
  await toLibrary(page);
  const second = await openBlank(page, "Second");
  await second.tool("Add touchpoint").click();
  await second.saved();
  await keepVersion(page, "First idea");
  await toLibrary(page);
  await openBlank(page, "Thrown away");
  await toLibrary(page);
  await page.getByRole("button", { name: "Actions for “Thrown away”" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByRole("button", { name: "Bin (1)" })).toBeVisible();
  // The named ones, and those that were kept when the maps were closed.
  await expect.poll(() => versionFiles(page)).toBeGreaterThanOrEqual(3);
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await page.goto("about:blank");
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await page.goto("/#/");
  await expect(page.getByRole("alert")).toContainText("3 maps were restored from the backup copy");
  await page.getByRole("alert").getByRole("button", { name: "Understood" }).click();
  await expect(page.getByRole("button", { name: "Bin (1)" })).toBeVisible();
  await page.getByRole("link", { name: "Second", exact: true }).click();
  await page.getByRole("link", { name: "History", exact: true }).click();
  await expect(page.getByRole("radio", { name: /^First idea/u })).toBeVisible();
  await toLibrary(page);
  await page.getByRole("link", { name: /Machine tool/ }).click();
  await page.getByRole("link", { name: "History", exact: true }).click();
  await page.getByRole("radio", { name: /^Kick-off/u }).check();
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(map.audit).toContainText("22 of 30 nodes have an owner");
  await map.saved();
});

test("undo goes on after a reload", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await giveToIt(map, "Configurator");
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
