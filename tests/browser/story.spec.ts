import { expect, type Page } from "@playwright/test";
import { rules } from "#model/audit/rules.ts";
import { test } from "./fixtures.ts";
import { type MapPage, mapPage } from "./map-page.ts";
import { decodePng } from "./png.ts";
import {
  changedSample,
  exportJson,
  importMap,
  nodeOf,
  openExport,
  type PlainFile,
  plainFile,
  sampleFacts,
  sampleOfToday,
  sampleTitle,
  savePng,
} from "./sample-file.ts";

const { counted, withOwner, withManager, withBoth, noOwner, noManager } = sampleFacts;
const gaps =
  noOwner.length +
  noManager.length +
  new Set([...sampleFacts.momentsOfTruthWithoutOwner, ...sampleFacts.momentsOfTruthWithoutManager]).size;

/** The sample, of which only the gaps in responsibility are looked for: the other rules have tests of their own. */
const ownershipOnly = changedSample((file) => {
  const gapRules = ["no-owner", "no-manager", "moment-of-truth-unowned"];
  file.map.audit = { rulesOff: rules.map(({ id }) => id).filter((id) => !gapRules.includes(id)) };
});

test("from a file to a map without gaps, and on the next day", async ({ profile }) => {
  const page = await profile.open();
  await page.goto("/#/");
  await page
    .getByLabel("Import file")
    .setInputFiles({ name: "sample.json", mimeType: "", buffer: Buffer.from(ownershipOnly) });
  await page.waitForURL(/#\/map\//);
  const map = mapPage(page);
  await seesTheSample(map);
  await seesFigures(map, withOwner, withManager, withBoth);
  await expect(findings(map)).toHaveCount(gaps);
  await looksAtAFinding(map);
  await walksThroughTheGaps(map);

  const steps = await settlesAllGaps(map);
  await seesFigures(map, counted, counted, counted);
  await expect(map.audit).toContainText("No gaps: there are no open findings.");
  await undoesAndRedoesAll(map, steps);
  await map.saved();

  await takesAwayJson(page);
  await takesAwayPicture(page);
  await profile.close();
  await goesOnTheNextDay(await profile.open());
});

test("a map that was exported comes in as the same map", async ({ openApp }) => {
  const page = await openApp();
  await importMap(page);
  const first = await exportJson(page);
  expect(contentOf(plainFile(first.text))).toEqual(contentOf(sampleOfToday()));
  await page.getByRole("link", { name: "Maps" }).click();
  await expect(page.getByRole("heading", { name: "Maps", exact: true })).toBeVisible();
  await importMap(page, first.text);
  const second = await exportJson(page);
  const [one, other] = [plainFile(first.text), plainFile(second.text)];
  expect(other.map.title).toBe(`${sampleTitle} (2)`);
  const { id, title, createdAt, updatedAt } = one.map;
  other.map = { ...other.map, id, title, createdAt, updatedAt };
  expect(JSON.stringify(other)).toBe(JSON.stringify(one));
  expect((await exportJson(page)).text).toBe(second.text);
});

const findings = (map: MapPage) => map.audit.getByRole("list", { name: "Findings" }).getByRole("listitem");

/** All nodes but the notes are the customer's; their names begin with their kind. */
async function seesTheSample({ canvas, node }: MapPage): Promise<void> {
  await expect(node("Touchpoint: Hotline anrufen")).toBeVisible();
  await expect(canvas.getByRole("group", { name: /^(Persona|Journey|Touchpoint|Note): / })).toHaveCount(
    sampleFacts.nodes,
  );
  await expect(canvas.getByRole("group", { name: /^Connection from / })).toHaveCount(sampleFacts.connections);
}

async function seesFigures({ audit }: MapPage, owner: number, manager: number, both: number): Promise<void> {
  await expect(
    audit.getByRole("heading", { name: `${owner} of ${counted} nodes have an owner` }),
  ).toBeVisible();
  await expect(audit).toContainText(`${manager} of ${counted} nodes have a manager`);
  await expect(audit).toContainText(`${both} of ${counted} nodes have both`);
}

async function looksAtAFinding(map: MapPage): Promise<void> {
  const finding = findings(map).filter({ hasText: "Konfigurator" });
  await expect(finding).toHaveCount(1);
  await finding.getByRole("button", { name: "Touchpoint: Konfigurator" }).click();
  await expect(map.details.getByRole("textbox", { name: "Title" })).toHaveValue("Konfigurator");
  await expect(map.details.getByRole("list", { name: "Findings" })).toContainText("Owner missing");
}

/** Goes from gap to gap until it is back at the first one: each node with a gap once. */
async function walksThroughTheGaps(map: MapPage): Promise<void> {
  const title = map.details.getByRole("textbox", { name: "Title" });
  const file = plainFile();
  const titles = [...new Set([...noOwner, ...noManager])].map((id) => nodeOf(file, id).title as string);
  const seen = [await title.inputValue()];
  for (let step = 1; step < titles.length; step += 1) {
    const before = seen.at(-1) ?? "";
    await map.audit.getByRole("button", { name: "Next gap" }).click();
    await expect(title).not.toHaveValue(before);
    seen.push(await title.inputValue());
  }
  expect(seen.sort()).toEqual(titles.sort());
}

/** Owners by the three buttons, managers from the list, one of them a new person; returns the steps it took. */
async function settlesAllGaps(map: MapPage): Promise<number> {
  const owners = ["Marketing", "Sales", "IT"];
  for (const [index, left] of noOwner.entries()) {
    const group = map.audit.getByRole("group", { name: /^Owner of / });
    await group
      .first()
      .getByRole("button", { name: owners[index % owners.length] ?? left })
      .click();
    await expect(map.audit).toContainText(`${withOwner + index + 1} of ${counted} nodes have an owner`);
  }
  for (const index of noManager.keys()) {
    await map.audit.getByRole("button", { name: "Choose a manager" }).first().click();
    const input = map.audit
      .getByRole("combobox", { name: /^Manager of / })
      .or(map.audit.getByRole("textbox", { name: /^Manager of / }));
    await input.fill(index === 0 ? "Nora Neumann" : "Léa");
    const option = index === 0 ? "Add “Nora Neumann”" : "Léa Fournier";
    await map.page.getByRole("option", { name: option }).click();
    await expect(map.audit).toContainText(`${withManager + index + 1} of ${counted} nodes have a manager`);
  }
  return noOwner.length + noManager.length;
}

async function undoesAndRedoesAll(map: MapPage, steps: number): Promise<void> {
  const { page } = map;
  await map.tool("Undo").hover();
  await expect(page.getByRole("tooltip")).toContainText(/^Undo: change manager of .+/);
  for (let step = 0; step < steps; step += 1) await page.keyboard.press("Control+z");
  await seesFigures(map, withOwner, withManager, withBoth);
  await expect(findings(map)).toHaveCount(gaps);
  await expect(map.tool("Undo")).toHaveAttribute("aria-disabled", "true");
  await map.tool("Redo").hover();
  await expect(page.getByRole("tooltip")).toContainText(/^Redo: change owner of .+/);
  for (let step = 0; step < steps; step += 1) await page.keyboard.press("Control+Shift+z");
  await seesFigures(map, counted, counted, counted);
  await expect(map.tool("Redo")).toHaveAttribute("aria-disabled", "true");
}

async function takesAwayJson(page: Page): Promise<void> {
  const { text, name } = await exportJson(page);
  expect(name).toMatch(/^Werkzeugmaschine.*\.dreiklang\.json$/);
  const file = plainFile(text);
  expect(file).toMatchObject({ format: "dreiklang-map", version: 1, map: { title: sampleTitle } });
  expect(file.map.nodes).toHaveLength(sampleFacts.nodes);
  expect(file.map.connections).toHaveLength(sampleFacts.connections);
  const responsible = file.map.nodes.filter(
    ({ kind, owner, managerId }) => kind !== "note" && owner !== null && managerId !== null,
  );
  expect(responsible).toHaveLength(counted);
  expect(nodeOf(file, noOwner[0] ?? "").owner).toMatch(/^(marketing|sales|it)$/);
}

async function takesAwayPicture(page: Page): Promise<void> {
  await openExport(page, "PNG");
  const { bytes, name } = await savePng(page);
  expect(name).toMatch(/^Werkzeugmaschine.*\.png$/);
  const picture = decodePng(bytes);
  expect(picture.width).toBeGreaterThan(4000);
  expect(picture.height).toBeGreaterThan(3000);
}

async function goesOnTheNextDay(page: Page): Promise<void> {
  await page.goto("/#/");
  const card = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: sampleTitle }) });
  await expect(card).toContainText(`${counted} of ${counted} nodes have an owner`);
  await card.getByRole("link", { name: sampleTitle }).click();
  const map = mapPage(page);
  await seesTheSample(map);
  await seesFigures(map, counted, counted, counted);
  await map.node("Touchpoint: Konfigurator").click();
  const owner = map.details.getByRole("radiogroup", { name: "Owner" });
  await owner.getByRole("radio", { name: "Nobody" }).click();
  await seesFigures(map, counted - 1, counted, counted - 1);
  await map.saved();
  await page.keyboard.press("Control+z");
  await seesFigures(map, counted, counted, counted);
  await map.saved();
}

/** A map without what every import makes anew; a file's lists are in reading order, here they are by id. */
function contentOf({ map: { id, createdAt, updatedAt, stages, ...content } }: PlainFile): object {
  const sorted = Object.entries(content).map(([key, value]) => [
    key,
    Array.isArray(value) ? value.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : value,
  ]);
  return { stages, ...Object.fromEntries(sorted) };
}
