import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { mapPage, openBlank, openSample } from "./map-page.ts";

const titles = (page: Page) =>
  page.getByRole("main").getByRole("listitem").getByRole("heading", { level: 2 });

async function toLibrary(page: Page): Promise<void> {
  await mapPage(page).saved();
  await page.getByRole("link", { name: "Maps", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Maps", exact: true })).toBeVisible();
}

async function choose(page: Page, title: string, entry: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for “${title}”` }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

test("the first visit invites; a template makes a map with stages and touchpoints", async ({ openApp }) => {
  const page = await openApp();
  await expect(page.getByRole("heading", { name: "Maps", exact: true })).toBeVisible();
  for (const name of [/^B2B purchase/, /^B2C purchase/, /^Service case/, /^Blank map/])
    await expect(page.getByRole("button", { name })).toBeVisible();
  await page.getByRole("button", { name: /^Service case/ }).click();
  const map = mapPage(page);
  await expect(map.canvas.getByRole("group", { name: /^Touchpoint: / }).first()).toBeVisible();
  await expect(map.canvas.getByRole("button", { name: /^Stage: / }).first()).toBeVisible();
  await toLibrary(page);
  await expect(titles(page)).toHaveText(["Service case"]);
});

test("a card shows what a map is, with a picture of it", async ({ openApp }) => {
  const page = await openApp();
  await openSample(page);
  await toLibrary(page);
  const card = page.getByRole("main").getByRole("listitem");
  await expect(card).toContainText("32 nodes");
  await expect(card.getByRole("progressbar", { name: "22 of 30 nodes have an owner" })).toBeVisible();
  await expect(card).toContainText(/Last change: /);
  const picture = card.locator("canvas");
  await expect
    .poll(() =>
      picture.evaluate((element) => {
        const canvas = element as HTMLCanvasElement;
        const data = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        const colors = new Set<number>();
        for (let at = 0; at < data.length; at += 4)
          colors.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0));
        return colors.size;
      }),
    )
    .toBeGreaterThan(20);
});

test("maps are renamed, duplicated, searched, sorted, thrown away and brought back", async ({ openApp }) => {
  const page = await openApp();
  await openBlank(page, "Hotline");
  await toLibrary(page);
  await openBlank(page, "Fräsmaschine");
  await toLibrary(page);
  await choose(page, "Hotline", "Rename");
  const dialog = page.getByRole("dialog", { name: "Rename map" });
  await dialog.getByRole("textbox", { name: "Title" }).fill("Service");
  await page.keyboard.press("Enter");
  await choose(page, "Service", "Duplicate");
  await page.getByRole("combobox", { name: "Sort by" }).click();
  await page.getByRole("option", { name: "Title" }).click();
  await expect(titles(page)).toHaveText(["Fräsmaschine", "Service", "Service (copy)"]);
  await page.getByRole("searchbox", { name: "Search maps" }).fill("frasma");
  await expect(titles(page)).toHaveText(["Fräsmaschine"]);
  await page.getByRole("button", { name: "Clear search" }).click();

  await choose(page, "Service", "Delete");
  await expect(titles(page)).toHaveText(["Fräsmaschine", "Service (copy)"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(titles(page)).toHaveText(["Fräsmaschine", "Service", "Service (copy)"]);
  await choose(page, "Service (copy)", "Delete");
  await choose(page, "Service", "Delete");
  await expect(titles(page)).toHaveText(["Fräsmaschine"]);
  await page.reload();
  await page.getByRole("button", { name: "Bin (2)" }).click();
  const bin = page.getByRole("dialog", { name: "Bin" });
  await bin.getByRole("button", { name: "Restore “Service”" }).click();
  await bin.getByRole("button", { name: "Delete “Service (copy)” for good" }).click();
  const question = page.getByRole("dialog", { name: "Delete for good" });
  await question.getByRole("button", { name: "Delete for good" }).click();
  await expect(bin).toContainText("The bin is empty.");
  await page.reload();
  await expect(titles(page)).toHaveText(["Fräsmaschine", "Service"]);
});

test("a map that is deleted for good leaves nothing behind in the browser's texts", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.saved();
  const id = page.url().split("/map/")[1] ?? "";
  await page.keyboard.press("8");
  const texts = () =>
    page.evaluate((part) => Object.keys(localStorage).filter((key) => key.includes(part)), id);
  await expect.poll(texts).toEqual([`dreiklang.viewport.${id}`]);
  await page.getByRole("link", { name: "Maps", exact: true }).click();
  await choose(page, "Machine tool: find, buy, operate", "Delete");
  await page.getByRole("button", { name: "Bin (1)" }).click();
  await page.getByRole("button", { name: /for good$/ }).click();
  await page
    .getByRole("dialog", { name: "Delete for good" })
    .getByRole("button", { name: "Delete for good" })
    .click();
  await expect(page.getByRole("heading", { name: "Start with a template" })).toBeVisible();
  expect(await texts()).toEqual([]);
});

test("the library is used by keyboard alone", async ({ openApp }) => {
  const page = await openApp();
  await expect(page.getByRole("heading", { name: "Maps", exact: true })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("New map");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("dialog", { name: "New map" }).getByRole("textbox", { name: "Title" }),
  ).toBeFocused();
  await page.keyboard.type("Typed");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Title of the map" })).toHaveValue("Typed");
  await toLibrary(page);
  await page.getByRole("button", { name: "Actions for “Typed”" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Delete" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "All maps are in the bin." })).toBeFocused();
});

test("the library opens in German", async ({ openApp }) => {
  const page = await openApp("/#/", { language: "de", theme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});
