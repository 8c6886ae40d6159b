import { expect, type Page } from "@playwright/test";
import { type MapPage, mapPage, openBlank } from "../browser/map-page.ts";
import type { Machine } from "./fixtures.ts";

/** A new map with one touchpoint, which is selected. */
export async function openMapWithCard(page: Page, address: string, title = "Card"): Promise<MapPage> {
  await page.goto(address);
  const map = await openBlank(page, "Durable");
  await page.keyboard.press("Enter");
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await expect(map.node(`Touchpoint: ${title}`)).toBeVisible();
  await map.saved();
  return map;
}

/** Opens a map at its address in a tab, perhaps another one than that which had it. */
export async function openAt(page: Page, url: string): Promise<MapPage> {
  await page.goto(url);
  const map = mapPage(page);
  await map.saved();
  return map;
}

/** A map with a card "Before" that has a copy, in a browser that was closed; resolves with the map's address. */
export async function leaveMap(machine: Machine, address: string): Promise<string> {
  const { page, close } = await machine.start();
  const map = await openMapWithCard(page, address);
  await renameCard(map, "Before");
  const url = page.url();
  await close();
  return url;
}

/** Renames the only card; resolves when that is shown as saved and the copy has it, too. */
export async function renameCard(map: MapPage, title: string): Promise<void> {
  await map.canvas.getByRole("group", { name: /^Touchpoint: / }).click();
  await map.page.keyboard.type(title);
  await map.page.keyboard.press("Enter");
  await expect(map.node(`Touchpoint: ${title}`)).toBeVisible();
  await map.saved();
  await expectCopied(map.page, title);
}

/** Waits until the copy in the private file system holds a text. */
export async function expectCopied(page: Page, text: string): Promise<void> {
  await expect(async () => {
    const isThere = await page.evaluate(async (expected) => {
      const root = await navigator.storage.getDirectory();
      // TypeScript does not know yet that folders can be walked through.
      const folder = (await root.getDirectoryHandle("mirror", { create: true })) as unknown as {
        values(): AsyncIterable<FileSystemFileHandle>;
      };
      for await (const handle of folder.values()) {
        if ((await (await handle.getFile()).text()).includes(expected)) return true;
      }
      return false;
    }, text);
    expect(isThere).toBe(true);
  }).toPass();
}
