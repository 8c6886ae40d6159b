import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Download, expect, type Page } from "@playwright/test";
import { type MapPage, mapPage } from "./map-page.ts";

const folder = join(import.meta.dirname, "../data");

/** The sample map as a file on the disk: German, with gaps. */
export const samplePath = join(folder, "werkzeugmaschine.dreiklang.json");
export const sampleText = readFileSync(samplePath, "utf8");
export const sampleTitle = "Werkzeugmaschine: finden, kaufen, betreiben";

/** What is known of the sample map without asking the product. */
export const sampleFacts = JSON.parse(
  readFileSync(join(folder, "werkzeugmaschine.facts.json"), "utf8"),
) as SampleFacts;

interface SampleFacts {
  readonly nodes: number;
  readonly counted: number;
  readonly connections: number;
  readonly withOwner: number;
  readonly withManager: number;
  readonly withBoth: number;
  readonly noOwner: readonly string[];
  readonly noManager: readonly string[];
  readonly momentsOfTruthWithoutManager: readonly string[];
  readonly momentsOfTruthWithoutOwner: readonly string[];
}

type Json = Record<string, unknown>;

/** A file as it is written, read without the product: what a test looks at and what it breaks. */
export interface PlainFile {
  format: string;
  version: number;
  map: Json & { title: string; nodes: (Json & { id: string })[]; connections: Json[] };
}

export function plainFile(text = sampleText): PlainFile {
  return JSON.parse(text) as PlainFile;
}

/** The sample with the field that came into the format after it was written: what an import makes of it. */
export function sampleOfToday(): PlainFile {
  const file = plainFile();
  for (const node of file.map.nodes) if (node.kind === "touchpoint") node.evidenceSource ??= "";
  return file;
}

/** The text of the sample with something changed in it. */
export function changedSample(change: (file: PlainFile) => void): string {
  const file = plainFile();
  change(file);
  return JSON.stringify(file);
}

/** The node of a file by its id. */
export function nodeOf(file: PlainFile, id: string): Json {
  const node = file.map.nodes.find((candidate) => candidate.id === id);
  if (!node) throw new Error(`no node ${id}`);
  return node;
}

export interface NamedText {
  readonly name: string;
  readonly text: string | Buffer;
}

/** Gives a file to the page through its file input, without a native dialog. */
export async function chooseFile(page: Page, { name, text }: NamedText): Promise<void> {
  const buffer = typeof text === "string" ? Buffer.from(text) : text;
  await page.getByLabel("Import file").setInputFiles({ name, mimeType: "", buffer });
}

/** Imports a good file; its map is open then. */
export async function importMap(page: Page, text = sampleText): Promise<MapPage> {
  await chooseFile(page, { name: "map.dreiklang.json", text });
  await page.waitForURL(/#\/map\//);
  const map = mapPage(page);
  await expect(map.canvas).toBeVisible();
  return map;
}

/** Chooses an entry of the export menu. */
export async function openExport(page: Page, format: string): Promise<void> {
  await page.getByRole("toolbar", { name: "Tools" }).getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: format, exact: true }).click();
}

export async function exportJson(page: Page): Promise<{ text: string; name: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), openExport(page, "JSON")]);
  return { text: (await bytesOf(download)).toString("utf8"), name: download.suggestedFilename() };
}

/** Saves with the open dialog of pictures. */
export async function savePng(page: Page): Promise<{ bytes: Buffer; name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save PNG" }).click(),
  ]);
  return { bytes: await bytesOf(download), name: download.suggestedFilename() };
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}
