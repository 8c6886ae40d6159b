import { expect, type Page } from "@playwright/test";
import { type MapPage, mapPage, openBlank } from "../browser/map-page.ts";

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
