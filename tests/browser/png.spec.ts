import { expect, type Page } from "@playwright/test";
import { parseMapFile } from "#exchange/json/parse-map.ts";
import { boundsOf, laneRectangle, rectangleOf } from "#model/geometry.ts";
import type { JourneyMap, MapNode } from "#model/journey-map.ts";
import { palettes } from "#scene/palette.ts";
import { test } from "./fixtures.ts";
import { type MapPage, mapPage } from "./map-page.ts";
import { type Area, decodePng, type Pixels } from "./png.ts";
import { changedSample, importMap, openExport, sampleText, savePng } from "./sample-file.ts";

const { light, dark } = palettes;
const sample = read(sampleText);

function read(text: string): JourneyMap {
  const result = parseMapFile(text, { newId: () => "new", now: () => "2026-01-01T00:00:00.000Z" });
  if (!result.ok) throw new Error("not a map");
  return result.map;
}

function nodeOf(id: string): MapNode {
  const node = sample.nodes[id];
  if (!node) throw new Error(`no node ${id}`);
  return node;
}

interface Choice {
  readonly scale?: string;
  readonly isSelection?: boolean;
  readonly isDark?: boolean;
  /** Without title, legend and date. */
  readonly isBare?: boolean;
}

/** Exports with the dialog and reads the pixels. */
async function paint(page: Page, choice: Choice): Promise<Pixels> {
  return decodePng(await paintFile(page, choice));
}

async function paintFile(page: Page, choice: Choice): Promise<Buffer> {
  await openExport(page, "PNG");
  const dialog = page.getByRole("dialog", { name: "Save as PNG" });
  const choose = (group: string, name: string) =>
    dialog.getByRole("radiogroup", { name: group }).getByText(name, { exact: true }).click();
  if (choice.isSelection) await choose("What", "Selection");
  if (choice.scale !== undefined) await choose("Size", choice.scale);
  if (choice.isDark) await choose("Colours", "Dark");
  if (choice.isBare)
    for (const part of ["Title", "Legend", "Date"])
      await dialog.getByRole("checkbox", { name: part }).uncheck();
  const { bytes } = await savePng(page);
  await expect(dialog).toHaveCount(0);
  return bytes;
}

/** What lies around a map in its bare picture, map units: margin, and above the names of the stages. */
const MARGIN = 40;
const STAGE_NAMES = 48;

const wholeMap = boundsOf(
  Object.values(sample.nodes).map((node) =>
    node.kind === "journey" ? laneRectangle(sample, node) : rectangleOf(node),
  ),
) ?? { x: 0, y: 0, width: 0, height: 0 };

/** Where a node lies in the bare picture of the whole map, in pixels. */
function areaOf(node: MapNode, scale: number): Area {
  const { x, y, width, height } = rectangleOf(node);
  return {
    x: (x - wholeMap.x + MARGIN) * scale,
    y: (y - wholeMap.y + MARGIN + STAGE_NAMES) * scale,
    width: width * scale,
    height: height * scale,
  };
}

/** A strip at the left edge of a node, where the stripe of its owner is; below its rounded corner. */
const stripeOf = ({ x, y, height }: Area, scale: number): Area => ({
  x: x + 4 * scale,
  y: y + 6 * scale,
  width: 8 * scale,
  height: height - 12 * scale,
});

test("F90 the picture of the whole map has everything in its place", async ({ openApp }) => {
  const page = await openApp();
  await importMap(page);
  const picture = await paint(page, { scale: "2x", isBare: true });
  expect(picture.width).toBe(Math.ceil(wholeMap.width + 2 * MARGIN) * 2);
  expect(picture.height).toBe(Math.ceil(wholeMap.height + 2 * MARGIN + STAGE_NAMES) * 2);
  expect(picture.colorAt(2, 2)).toBe(light.surface);
  expect(picture.colorAt(picture.width - 3, picture.height - 3)).toBe(light.surface);
  for (const node of Object.values(sample.nodes)) {
    const area = areaOf(node, 2);
    if (node.kind === "note") {
      expect(picture.colors(area), node.title).toBeGreaterThan(5);
      continue;
    }
    const stripe = stripeOf(area, 2);
    const share = picture.count(node.owner === null ? light.gap : light[node.owner], stripe);
    expect(share / (stripe.width * stripe.height), node.title).toBeGreaterThan(
      node.owner === null ? 0.2 : 0.6,
    );
    // Beside the stripe stands the title in ink.
    const text = { ...area, x: area.x + 60, width: area.width - 100 };
    expect(picture.darkest(text), node.title).toBeLessThan(60);
    expect(picture.colors(text), node.title).toBeGreaterThan(8);
  }
});

test("scales are true: 1x has half the pixels of 2x, the same colours in the same places", async ({
  openApp,
}) => {
  const page = await openApp();
  await importMap(page);
  const picture = await paint(page, { scale: "1x", isBare: true });
  expect(picture.width).toBe(Math.ceil(wholeMap.width + 2 * MARGIN));
  const area = areaOf(nodeOf("t24"), 1);
  expect(picture.colorAt(area.x + 5, area.y + area.height / 2)).toBe(light.sales);
  const full = await paint(page, { scale: "1x" });
  // Title, legend and date are added around the map, not painted over it.
  expect(full.height).toBeGreaterThan(picture.height + 100);
  expect(full.darkest({ x: MARGIN, y: 30, width: 600, height: 40 })).toBeLessThan(60);
  for (const owner of ["marketing", "sales", "it", "gap"] as const)
    expect(full.count(light[owner]), owner).toBeGreaterThan(picture.count(light[owner]));
});

test("F92 the picture does not depend on what the screen shows", async ({ openApp }) => {
  const page = await openApp("/#/", { theme: "dark" });
  const map = await importMap(page);
  const before = await paintFile(page, {});
  await map.audit.getByRole("switch", { name: "Show gaps" }).click();
  const finding = map.audit.getByRole("button", { name: "Touchpoint: Hotline anrufen" }).first();
  await finding.click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await map.node("Touchpoint: Hotline anrufen").dblclick();
  await expect(map.canvas.getByRole("textbox", { name: "Title of the touchpoint" })).toBeFocused();
  const editing = await paintFile(page, {});
  expect(editing.equals(before)).toBe(true);
  await page.getByRole("link", { name: "Outline" }).click();
  await expect(page.getByRole("tree")).toBeVisible();
  const after = await paintFile(page, {});
  expect(after.equals(before)).toBe(true);
  const picture = decodePng(before);
  expect(picture.colorAt(0, 0)).toBe(light.surface);
  expect(picture.count(dark.surface)).toBe(0);
});

test("dark colours come when they are asked for", async ({ openApp }) => {
  const page = await openApp();
  await importMap(page);
  const picture = await paint(page, { scale: "1x", isDark: true });
  expect(picture.colorAt(0, 0)).toBe(dark.surface);
  expect(picture.count(dark.marketing)).toBeGreaterThan(500);
  expect(picture.count(light.marketing)).toBe(0);
});

test("a selection goes out alone, with the connection between its nodes", async ({ openApp }) => {
  const page = await openApp();
  const map = await importMap(page);
  await select(map, "Touchpoint: Anfrage per E-Mail", "Touchpoint: Angebot als PDF");
  const picture = await paint(page, { scale: "2x", isSelection: true, isBare: true });
  // Two cards below each other, but never narrower than a title needs.
  expect(picture.height).toBe((110 + 92 + 2 * MARGIN) * 2);
  expect(picture.count(light.sales)).toBeGreaterThan(1000);
  for (const other of [light.marketing, light.it, light.gap]) expect(picture.count(other)).toBe(0);
  const between = { x: MARGIN * 2, y: (MARGIN + 92 + 4) * 2, width: 260 * 2, height: 8 * 2 };
  expect(picture.colors(between)).toBeGreaterThan(1);
});

async function select({ node, details, page }: MapPage, first: string, second: string): Promise<void> {
  await node(first).click();
  await page.keyboard.down("Shift");
  await node(second).click();
  await page.keyboard.up("Shift");
  await expect(details).toContainText("2 touchpoints selected");
}

test("F90 F91 a map too large for a browser's canvas is said to be, and the scale that is offered works", async ({
  openApp,
}) => {
  test.slow();
  const page = await openApp();
  const far = 30_000;
  const text = changedSample(({ map }) => {
    map.title = "Huge";
    for (const node of map.nodes)
      if (node.id === "n-note1") Object.assign(node, { position: { x: far, y: 2000 } });
  });
  await importMap(page, text);
  await openExport(page, "PNG");
  const dialog = page.getByRole("dialog", { name: "Save as PNG" });
  await dialog.getByText("3x", { exact: true }).click();
  const alert = dialog.getByRole("alert");
  await expect(alert).toContainText("Too large for one picture");
  await expect(alert).toContainText("At 3x the picture would have");
  await expect(dialog.getByRole("button", { name: "Save PNG" })).toBeDisabled();
  const use = alert.getByRole("button", { name: /^Use [\d.]+x$/ });
  const scale = Number((await use.textContent())?.match(/[\d.]+/)?.[0]);
  await use.click();
  await expect(alert).toHaveCount(0);
  const { bytes } = await savePng(page);
  const picture = decodePng(bytes);
  expect(picture.width).toBe(Math.floor((far + 160 + 360 + 2 * MARGIN) * scale));
  expect(picture.width * picture.height).toBeGreaterThan(100_000_000);
  const end = { x: picture.width - 200 * scale, y: 0, width: 160 * scale, height: picture.height };
  expect(picture.count(light.noteYellow, end)).toBeGreaterThan(1000);
  expect(picture.count(light.marketing, { ...end, x: 0, width: 2000 })).toBeGreaterThan(1000);
  await expect(mapPage(page).canvas).toBeVisible();
});

test("F93 without its font a picture still has all its words", async ({ openApp, page }) => {
  await page.route(/\.woff2$/u, (route) => route.fulfill({ body: "", contentType: "font/woff2" }));
  await openApp();
  await importMap(page);
  const picture = await paint(page, { scale: "2x", isBare: true });
  for (const node of Object.values(sample.nodes).filter(({ kind }) => kind === "touchpoint")) {
    const { x, y, width, height } = areaOf(node, 2);
    const words = { x: x + width * 0.15, y: y + height * 0.1, width: width * 0.5, height: height * 0.4 };
    expect(picture.darkest(words), `no title on ${node.id}`).toBeLessThan(100);
  }
});
