import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { type Download, expect, type Page } from "@playwright/test";
import { parseMapFile } from "#exchange/json/parse-map.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { palettes } from "#scene/palette.ts";
import { test } from "./fixtures.ts";
import { mapPage } from "./map-page.ts";

const SAMPLE = "tests/data/werkzeugmaschine.dreiklang.json";

function read(text: string): JourneyMap {
  const result = parseMapFile(text, {
    newId: () => crypto.randomUUID(),
    now: () => new Date().toISOString(),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.map;
}

async function importSample(page: Page): Promise<void> {
  await page.getByLabel("Import file").setInputFiles(SAMPLE);
  await page.waitForURL(/#\/map\//);
  await expect(mapPage(page).node("Persona: Petra, Produktionsleiterin")).toBeVisible();
}

async function chooseFormat(page: Page, name: string): Promise<void> {
  await mapPage(page).tool("Export").click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

async function exportJson(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), chooseFormat(page, "JSON")]);
  expect(download.suggestedFilename()).toMatch(/\.dreiklang\.json$/);
  return readFile(await download.path(), "utf8");
}

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** By colour: the first place where it was found, in pixels, and how often. */
  readonly found: Readonly<Record<string, { x: number; y: number; count: number }>>;
  readonly corners: readonly string[];
}

/** Decodes a PNG in the browser and looks for colours in it. */
async function pixelsOf(page: Page, download: Download, colors: readonly string[]): Promise<Pixels> {
  const base64 = (await readFile(await download.path())).toString("base64");
  return page.evaluate(
    async ([data, wanted]) => {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      if (!context) throw new Error("no canvas");
      context.drawImage(image, 0, 0);
      const { data: rgba } = context.getImageData(0, 0, image.width, image.height);
      const names = new Map(wanted.map((color) => [Number.parseInt(color.slice(1), 16), color]));
      const found: Record<string, { x: number; y: number; count: number }> = {};
      const at = (index: number) =>
        ((rgba[index] ?? 0) << 16) | ((rgba[index + 1] ?? 0) << 8) | (rgba[index + 2] ?? 0);
      for (let pixel = 0; pixel < image.width * image.height; pixel += 1) {
        const name = names.get(at(pixel * 4));
        if (name === undefined) continue;
        const entry = found[name] ?? { x: pixel % image.width, y: Math.floor(pixel / image.width), count: 0 };
        entry.count += 1;
        found[name] = entry;
      }
      const last = rgba.length - 4;
      const corners = [0, (image.width - 1) * 4, last - (image.width - 1) * 4, last].map(
        (index) => `#${at(index).toString(16).padStart(6, "0")}`,
      );
      return { width: image.width, height: image.height, found, corners };
    },
    [base64, colors] as const,
  );
}

test("a map goes out as JSON, twice the same, and comes back as the same map", async ({
  openApp,
}, testInfo) => {
  const page = await openApp();
  await importSample(page);
  const first = await exportJson(page);
  expect(await exportJson(page)).toBe(first);
  const exported = read(first);
  const sample = read(readFileSync(SAMPLE, "utf8"));
  expect(mapToJson({ ...exported, id: sample.id })).toBe(mapToJson(sample));

  const file = testInfo.outputPath("again.dreiklang.json");
  await writeFile(file, first);
  const address = page.url();
  await page.getByLabel("Import file").setInputFiles(file);
  await expect(page).not.toHaveURL(address);
  await expect(mapPage(page).node("Persona: Petra, Produktionsleiterin")).toBeVisible();
  const again = read(await exportJson(page));
  expect(again.title).toBe(`${sample.title} (2)`);
  expect(mapToJson({ ...again, id: sample.id, title: sample.title })).toBe(mapToJson(sample));
});

test("a map goes out as PNG: whole, at the chosen size, with the colours of all owners", async ({
  openApp,
}) => {
  const page = await openApp("/#/", { theme: "dark" });
  await importSample(page);
  const { marketing, sales, it, gap, surface } = palettes.light;
  const sizes: Pixels[] = [];
  for (const scale of ["1x", "2x"]) {
    await chooseFormat(page, "PNG");
    const dialog = page.getByRole("dialog", { name: "Save as PNG" });
    await dialog.getByText(scale, { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      dialog.getByRole("button", { name: "Save PNG" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("Werkzeugmaschine finden, kaufen, betreiben.png");
    await expect(dialog).toBeHidden();
    sizes.push(await pixelsOf(page, download, [marketing, sales, it, gap, surface]));
  }
  const [single, double] = sizes;
  if (!single || !double) throw new Error("no pictures");
  expect([double.width, double.height]).toEqual([single.width * 2, single.height * 2]);
  // Light on white, however dark the page is.
  expect(single.corners).toEqual([surface, surface, surface, surface]);
  for (const color of [marketing, sales, it, gap]) expect(single.found[color]?.count).toBeGreaterThan(200);
  // The first orange from the top is the stripe of the persona at the left, who is owned by Marketing.
  const stripe = single.found[marketing];
  expect(stripe?.x).toBeLessThan(80);
  expect(double.found[marketing]?.x).toBeLessThan(160);
});

test("a selection goes out alone, without what is not asked for", async ({ openApp }) => {
  const page = await openApp();
  await importSample(page);
  await mapPage(page).node("Persona: Petra, Produktionsleiterin").click();
  await chooseFormat(page, "PNG");
  const dialog = page.getByRole("dialog", { name: "Save as PNG" });
  await dialog.getByText("Selection", { exact: true }).click();
  await dialog.getByText("1x", { exact: true }).click();
  for (const part of ["Title", "Legend", "Date"])
    await dialog.getByRole("checkbox", { name: part }).uncheck();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Save PNG" }).click(),
  ]);
  const { marketing, sales, it } = palettes.light;
  const picture = await pixelsOf(page, download, [marketing, sales, it]);
  expect(picture.width).toBeLessThan(700);
  expect(picture.height).toBeLessThan(400);
  expect(picture.found[marketing]?.count).toBeGreaterThan(200);
  expect(picture.found[sales]).toBeUndefined();
});

test("a file that is not valid changes nothing and is explained in the reader's language", async ({
  openApp,
}, testInfo) => {
  const file = testInfo.outputPath("bad.json");
  const content = JSON.parse(readFileSync(SAMPLE, "utf8"));
  content.map.nodes.find(({ id }: { id: string }) => id === "t30").customerRating = 9;
  content.map.title = "<img src=x onerror=alert(1)>";
  await writeFile(file, JSON.stringify(content));
  const page = await openApp("/#/", { language: "de" });
  await page.getByLabel("Datei importieren").setInputFiles(file);
  const dialog = page.getByRole("dialog", { name: "Nicht importiert" });
  await expect(dialog).toContainText("(t30): Kundenbewertung 9 liegt nicht zwischen -2 und 2");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("heading", { name: "Maps", level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/#\/$/);
});
