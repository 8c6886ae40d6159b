import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { type MapPage, openSample } from "./map-page.ts";

async function openByPalette({ page }: MapPage, action: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: "Find an action or a node" }).fill(action);
  await page.keyboard.press("Enter");
}

test("people that were merged are two again by Ctrl+Z, in the dialog", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await openByPalette(map, "People");
  const people = page.getByRole("dialog", { name: "People" });
  await people.getByRole("button", { name: /^Merge Anna Brandt/ }).click();
  const question = page.getByRole("dialog", { name: "Merge people" });
  await question.getByRole("combobox").click();
  await page.getByRole("option", { name: /Mehmet/ }).click();
  await question.getByRole("button", { name: "Merge" }).click();
  await expect(people.getByRole("textbox", { name: "Name of Anna Brandt" })).toHaveCount(0);
  await expect(question).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(people.getByRole("textbox", { name: "Name of Anna Brandt" })).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(people.getByRole("textbox", { name: "Name of Anna Brandt" })).toHaveCount(0);
});

test("the history follows Ctrl+Z, a dialog that only asks does not", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Configurator").click();
  await page.keyboard.press("m");
  await page.keyboard.press("i");
  await openByPalette(map, "History");
  const here = page.getByRole("dialog", { name: "History" }).getByRole("button", { name: /you are here/ });
  await expect(here).toHaveText(/change owner/);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(here).toHaveText(/^Opened/);
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Escape");
  await openByPalette(map, "Export as PNG");
  await expect(page.getByRole("dialog", { name: "Save as PNG" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Escape");
  await expect(map.tool("Undo")).toHaveAttribute("aria-disabled", "false");
});
