import { expect, type Locator, type Page } from "@playwright/test";

/** What tests of an open map share; everything is found by role and name in the English interface. */
export interface MapPage {
  readonly page: Page;
  readonly canvas: Locator;
  readonly details: Locator;
  readonly audit: Locator;
  node(name: string): Locator;
  tool(name: string): Locator;
  saved(): Promise<void>;
}

export function mapPage(page: Page): MapPage {
  const canvas = page.getByRole("region", { name: "Map canvas" });
  return {
    page,
    canvas,
    details: page.getByRole("region", { name: "Details" }),
    audit: page.getByRole("region", { name: "Audit" }),
    node: (name) => canvas.getByRole("group", { name, exact: true }),
    tool: (name) => page.getByRole("toolbar", { name: "Tools" }).getByRole("button", { name, exact: true }),
    saved: () => expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toBeVisible(),
  };
}

/** Opens the sample map of the library (a fresh profile shows the inviting page). */
export async function openSample(page: Page): Promise<MapPage> {
  await page.getByRole("button", { name: "Open the sample map" }).first().click();
  await page.waitForURL(/#\/map\//);
  const map = mapPage(page);
  await expect(map.node("Persona: Petra, production manager")).toBeVisible();
  // What stands beside the map comes after its first picture.
  await expect(map.details).toBeVisible();
  return map;
}

/** Lets IT own a touchpoint, by the keyboard. */
export async function giveToIt(map: MapPage, title: string): Promise<void> {
  await map.node(`Touchpoint: ${title}`).click();
  await map.page.keyboard.press("i");
}

/** The sample map with one change that is saved: IT owns the configurator, so that 23 of 30 nodes have an owner. */
export async function openChangedSample(page: Page): Promise<MapPage> {
  const map = await openSample(page);
  await giveToIt(map, "Configurator");
  await map.saved();
  return map;
}

/** A new map without anything in it. */
export async function openBlank(page: Page, title: string): Promise<MapPage> {
  await page.getByRole("button", { name: "New map" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Title" }).fill(title);
  await dialog.getByRole("button", { name: "Create map" }).click();
  await page.waitForURL(/#\/map\//);
  const map = mapPage(page);
  await expect(map.canvas).toBeVisible();
  await expect(map.details).toBeVisible();
  return map;
}

/** Presses a key until something has the keyboard, as a hand does that uses no mouse; not more than `most` times. */
export async function pressUntilAt(target: Locator, key: string, most: number): Promise<void> {
  const page = target.page();
  const hasKeyboard = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; !(await hasKeyboard()); presses += 1) {
    if (presses === most) throw new Error(`${target} was not reached with ${most} times ${key}`);
    await page.keyboard.press(key);
  }
}

/** Drags with the mouse as a hand does: press, several moves, release. Screen pixels. */
export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number },
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) {
    await page.mouse.move(from.x + ((to.x - from.x) * step) / 8, from.y + ((to.y - from.y) * step) / 8);
  }
  await page.mouse.up();
}

/** The middle of something once it rests: the view glides to what is sought. Screen pixels. */
export async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  const page = locator.page();
  for (let before = ""; ; await page.waitForTimeout(60)) {
    const box = await locator.boundingBox();
    if (!box) throw new Error("not on the screen");
    if (JSON.stringify(box) === before) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    before = JSON.stringify(box);
  }
}
