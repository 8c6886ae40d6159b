import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { mapPage, openBlank } from "./map-page.ts";
import {
  changedSample,
  chooseFile,
  importMap,
  type NamedText,
  nodeOf,
  sampleText,
  sampleTitle,
} from "./sample-file.ts";

const dialogOf = (page: Page, name: string) => page.getByRole("dialog", { name, exact: true });
const cards = (page: Page) => page.getByRole("main").getByRole("listitem").getByRole("heading", { level: 2 });

test("the button of the library opens the chooser of files", async ({ openApp }) => {
  const page = await openApp();
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: "Import" }).click(),
  ]);
  await chooser.setFiles({
    name: "map.dreiklang.json",
    mimeType: "application/json",
    buffer: Buffer.from(sampleText),
  });
  await page.waitForURL(/#\/map\//);
  await expect(page.getByRole("textbox", { name: "Title of the map" })).toHaveValue(sampleTitle);
  await expect(page.getByText(`“${sampleTitle}” was imported.`)).toBeVisible();
});

test("a file is dropped on an open map and becomes a map of its own", async ({ openApp }) => {
  const page = await openApp();
  await openBlank(page, "Untouched");
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "dropped.dreiklang.json", { type: "application/json" }));
    return data;
  }, sampleText);
  const canvas = mapPage(page).canvas;
  await canvas.dispatchEvent("dragenter", { dataTransfer: transfer });
  await expect(page.getByText("Drop to import")).toBeVisible();
  await canvas.dispatchEvent("drop", { dataTransfer: transfer });
  await expect(page.getByRole("textbox", { name: "Title of the map" })).toHaveValue(sampleTitle);
  await expect(page.getByText("Drop to import")).toHaveCount(0);
  await page.getByRole("link", { name: "Maps" }).click();
  await expect(cards(page)).toHaveCount(2);
  await expect(cards(page).filter({ hasText: "Untouched" })).toHaveCount(1);
});

test("the text of a file is pasted, in the library and on a map", async ({ openApp, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await openApp();
  await page.evaluate((text) => navigator.clipboard.writeText(text), sampleText);
  await page.getByRole("heading", { name: "Maps", exact: true }).click();
  await page.keyboard.press("Control+v");
  const title = page.getByRole("textbox", { name: "Title of the map" });
  await expect(title).toHaveValue(sampleTitle);
  await mapPage(page).canvas.focus();
  await page.keyboard.press("Control+v");
  await expect(title).toHaveValue(`${sampleTitle} (2)`);
});

const wrongRating = changedSample((file) => Object.assign(nodeOf(file, "t30"), { customerRating: 9 }));
const manyFaults = changedSample((file) => {
  for (const node of file.map.nodes) Object.assign(node, { owner: "logistics", tags: 5 });
});
const pngFile = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

const refused: readonly (NamedText & { readonly says: readonly string[] })[] = [
  {
    name: "cut-off.json",
    text: sampleText.slice(0, 9000),
    says: ["The file is cut off: its end is missing."],
  },
  {
    name: "rating.json",
    text: wrongRating,
    says: ["touchpoint 'Hotline anrufen' (t30)", "rating 9 is not between -2 and 2"],
  },
  {
    name: "newer.json",
    text: changedSample((file) => {
      file.version = 99;
    }),
    says: ["newer version of Dreiklang", "It needs version 99 of the file format"],
  },
  { name: "prose.json", text: "{ this is no JSON", says: ["is not valid JSON", "line 1, column 3"] },
  { name: "picture.json", text: pngFile, says: ["This is a PNG file."] },
  { name: "empty.json", text: "", says: ["The file is empty."] },
  { name: "other.json", text: '{"format":"drawing"}', says: ["This is not a Dreiklang map."] },
  {
    name: "faults.json",
    text: manyFaults,
    says: ['owner "logistics" is none of: marketing, sales, it', "and 14 more"],
  },
];

test("a file that is not valid is refused in plain words, and nothing changes", async ({ openApp }) => {
  const page = await openApp();
  await importMap(page);
  await page.getByRole("link", { name: "Maps" }).click();
  await expect(cards(page)).toHaveText([sampleTitle]);
  const dialog = dialogOf(page, "Not imported");
  for (const file of refused) {
    await chooseFile(page, file);
    await expect(dialog.getByRole("heading", { name: file.name })).toBeVisible();
    for (const sentence of file.says) await expect(dialog).toContainText(sentence, { ignoreCase: true });
    await expect(dialog).toContainText("Nothing was changed.");
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(cards(page)).toHaveText([sampleTitle]);
  }
  await page.reload();
  await expect(cards(page)).toHaveText([sampleTitle]);
});

test("a file with small faults is repaired, and each repair is listed", async ({ openApp }) => {
  const page = await openApp();
  const text = changedSample(({ map }) => {
    const [first, second] = map.nodes.slice(6);
    Object.assign(second ?? {}, { id: first?.id });
    Object.assign(nodeOf({ format: "", version: 1, map }, "t22"), { position: { x: null, y: 1 } });
    map.connections.push({ id: "loose", from: "t22", to: "nowhere", label: "", handover: null });
  });
  await chooseFile(page, { name: "faults.json", text });
  const dialog = dialogOf(page, "Imported, with repairs");
  const repairs = dialog.getByRole("listitem");
  await expect(repairs.filter({ hasText: "the id is there twice" })).toHaveCount(1);
  await expect(
    repairs.filter({ hasText: "touchpoint 'Angebot als PDF' (t22): had no usable position" }),
  ).toHaveCount(1);
  await expect(repairs.filter({ hasText: "node nowhere does not exist" })).toHaveCount(1);
  await dialog.getByRole("button", { name: "Close" }).last().click();
  await expect(mapPage(page).node("Touchpoint: Angebot als PDF")).toBeAttached();
  await expect(mapPage(page).audit).toContainText("of 30 nodes have an owner");
});
