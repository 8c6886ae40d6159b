import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { openSample } from "./map-page.ts";

test("the context menu is a matter of the keyboard too", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const menu = page.getByRole("menu");
  const card = map.node("Touchpoint: Search on the web");
  await card.click();
  for (const key of ["Shift+F10", "ContextMenu"]) {
    await page.keyboard.press(key);
    await expect(menu).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(card).toBeFocused();
  }
  await page.keyboard.press("ContextMenu");
  await expect(page.getByRole("menuitem", { name: "Edit title" })).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("menuitem", { name: "Moment of truth on or off" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(map.details.getByLabel("Moment of truth", { exact: true })).toBeChecked();
  await expect(card).toBeFocused();
});

test("a menu within the context menu is a matter of the keyboard too", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const card = map.node("Touchpoint: Configurator");
  const responsibility = page.getByRole("menuitem", { name: "Owner and manager" });
  const marketing = page.getByRole("menuitem", { name: "Owner: Marketing" });
  await card.click();
  await page.keyboard.press("ContextMenu");
  await expect(page.getByRole("menuitem", { name: "Edit title" })).toBeFocused();
  for (const key of ["End", "ArrowUp", "ArrowUp"]) await page.keyboard.press(key);
  await expect(responsibility).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(marketing).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(marketing).toBeHidden();
  await expect(responsibility).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(marketing).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(map.details.getByRole("radio", { name: "Marketing" })).toBeChecked();
  await expect(card).toBeFocused();
});

test("the menu key works on the canvas itself", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.canvas.focus();
  await page.keyboard.press("ContextMenu");
  await expect(page.getByRole("menuitem", { name: "Add note" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(map.canvas).toBeFocused();
});

test("a dialog that the palette opens gives the keyboard back to where it was", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const card = map.node("Touchpoint: Search on the web");
  await card.click();
  for (const action of ["People", "History", "Export as PNG", "Help and keyboard shortcuts"]) {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("textbox", { name: "Find an action or a node" })).toBeFocused();
    await page.keyboard.type(action);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("heading").first()).not.toHaveText("Find an action or a node");
    await expect(dialog.locator(":focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(card).toBeFocused();
  }
});
