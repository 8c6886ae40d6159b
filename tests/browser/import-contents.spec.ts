import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { type MapPage, mapPage } from "./map-page.ts";
import {
  changedSample,
  chooseFile,
  exportJson,
  importMap,
  nodeOf,
  openExport,
  type PlainFile,
  plainFile,
  savePng,
} from "./sample-file.ts";

// Faults in what a file says, by the ids under which they are listed. What they do to the data is in unit tests.

const script = "<script>window.__xss = 1</script>";
const image = "<img src=x onerror='window.__xss = 2'>";
const foreign = "</foreignObject><svg onload='window.__xss = 3'>]]>";

/** Writes texts into every kind of object that a page shows. */
function fillTexts(file: PlainFile, texts: readonly [string, string, string]): void {
  const [first, second, third] = texts;
  Object.assign(file.map, { title: second, description: first });
  Object.assign(nodeOf(file, "t08"), {
    title: first,
    description: second,
    channel: second,
    systems: [first, third],
  });
  Object.assign(nodeOf(file, "t30"), {
    title: third,
    disappointments: [{ text: second, burden: "customer" }],
  });
  Object.assign(nodeOf(file, "n-j1"), { title: second, trigger: third });
  Object.assign(nodeOf(file, "n-petra"), { title: first, quote: second, goals: [first], segment: third });
  const [stage] = file.map.stages as { name: string }[];
  const [person] = file.map.people as { name: string; email: string; role: string }[];
  if (stage) stage.name = second;
  if (person) Object.assign(person, { name: first, email: third, role: second });
  for (const connection of file.map.connections) Object.assign(connection, { label: second });
}

test("F73 markup is text, wherever it is shown", async ({ openApp }) => {
  const page = await openApp();
  const text = changedSample((file) => fillTexts(file, [script, image, foreign]));
  const map = await importMap(page, text);
  await expect(page.getByText(`“${image}” was imported.`)).toBeVisible();
  await map.audit
    .getByRole("button", { name: `Touchpoint: ${script}` })
    .first()
    .click();
  await expect(map.node(`Touchpoint: ${script}`)).toBeVisible();
  await expect(map.node(`Persona: ${script}`)).toBeVisible();
  await expect(map.canvas.getByRole("button", { name: `Stage: ${image}` })).toBeVisible();
  await expect(map.details.getByRole("textbox", { name: "Title" })).toHaveValue(script);
  await expect(map.details.getByRole("textbox", { name: "Description" })).toHaveValue(image);
  await expect(map.audit).toContainText(script);
  await page.keyboard.press("Control+d");
  await map.tool("Undo").hover();
  await expect(page.getByRole("tooltip")).toContainText("Undo: duplicate");
  await openExport(page, "PNG");
  expect((await savePng(page)).bytes.subarray(1, 4).toString()).toBe("PNG");
  await page.emulateMedia({ media: "print" });
  await expect(map.node(`Persona: ${script}`)).toBeAttached();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("link", { name: "Outline" }).click();
  await expect(page.getByRole("treeitem", { name: `Journey: ${image}` })).toBeVisible();
  await expect(page.getByRole("treeitem", { name: `Touchpoint: ${script}` }).first()).toBeVisible();
  await page.getByRole("link", { name: "Audit", exact: true }).click();
  await expect(page.getByRole("region", { name: "Findings" })).toContainText(script);
  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await expect(page.getByRole("row").first()).toBeVisible();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("menuitem", { name: "Report to print" }).click();
  await expect(page.getByRole("region", { name: "Report" })).toContainText(script);
  await page.getByRole("link", { name: "Maps" }).click();
  await expect(page.getByRole("link", { name: image })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(script);
  await page.getByRole("button", { name: `Actions for “${image}”` }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page.getByText(`“${image}” is in the bin.`)).toBeVisible();
  expect(await page.evaluate(() => (window as { __xss?: number }).__xss)).toBeUndefined();
  await expect(page.getByRole("img", { name: "x" })).toHaveCount(0);
});

test("F73 a text without a space makes no printed page wider", async ({ openApp }) => {
  const page = await openApp();
  const address = `https://example.com/${"evidence/".repeat(40)}`;
  await importMap(
    page,
    changedSample((file) => {
      fillTexts(file, [address, address, address]);
      const reason = { findingId: "no-owner:t02", reason: address, at: "2026-10-01T08:00:00.000Z" };
      Object.assign(file.map, { dismissals: [reason] });
    }),
  );
  await page.getByRole("toolbar", { name: "Tools" }).getByRole("button", { name: "Export" }).click();
  await page.getByRole("menuitem", { name: "Report to print" }).click();
  const report = page.getByRole("region", { name: "Report" });
  await expect(report.getByRole("cell", { name: address }).first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  // The width of A4 between its margins.
  await page.setViewportSize({ width: 680, height: 960 });
  const widths = await report
    .locator("table")
    .evaluateAll((tables) =>
      tables.map((table) => ({ is: table.scrollWidth, may: table.parentElement?.clientWidth ?? 0 })),
    );
  expect(widths.length).toBeGreaterThan(5);
  for (const { is, may } of widths) expect(is).toBeLessThanOrEqual(may);
  // Words of narrow columns stay whole: a line each.
  const [line = 0, lines = 0] = await report
    .getByRole("cell", { name: "Marketing", exact: true })
    .evaluateAll((cells) => [
      Number.parseFloat(getComputedStyle(cells[0] as Element).lineHeight),
      Math.max(
        ...cells.map((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect().height;
        }),
      ),
    ]);
  expect(lines).toBeLessThan(1.5 * line);
});

test("F73 markup in a file that is refused is text in the dialog, and so is its name", async ({
  openApp,
}) => {
  const page = await openApp();
  const text = changedSample((file) => Object.assign(nodeOf(file, "t30"), { title: image, owner: script }));
  await chooseFile(page, { name: `${image}.json`, text });
  const dialog = page.getByRole("dialog", { name: "Not imported" });
  await expect(dialog.getByRole("heading", { name: image })).toBeVisible();
  await expect(dialog).toContainText(`touchpoint '${image}' (t30): Owner "${script}" is none of`);
  expect(await page.evaluate(() => (window as { __xss?: number }).__xss)).toBeUndefined();
});

const addresses = [
  "javascript:window.__xss=1",
  "data:text/html,<script>window.__xss=2</script>",
  "https://example.com/ //evil.example java\tscript:window.__xss=3",
] as const;

/** Every address that the page offers leads to a place within the product. */
async function expectOwnLinks(page: Page): Promise<void> {
  const elements = page.locator("a, area, form, iframe, object, embed, image, use");
  const others = await elements.evaluateAll((found) =>
    found
      .flatMap((element) =>
        ["href", "xlink:href", "src", "action", "data", "ping"].map(
          (name) => element.getAttribute(name) ?? "",
        ),
      )
      .filter((target) => new URL(target, document.baseURI).origin !== location.origin),
  );
  // The canvas names its library, as that asks for.
  expect(others.filter((target) => !target.startsWith("https://reactflow.dev"))).toEqual([]);
}

test("F74 addresses in texts are no links, and nothing is asked for", async ({ openApp }) => {
  const page = await openApp();
  const text = changedSample((file) => fillTexts(file, [...addresses]));
  const map = await importMap(page, text);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  for (const name of [
    `Touchpoint: ${addresses[0]}`,
    `Persona: ${addresses[0]}`,
    `Journey: ${addresses[1]}`,
  ]) {
    await map.node(name).first().click();
    await expect(map.details.getByRole("textbox", { name: "Title" })).toBeVisible();
    await expectOwnLinks(page);
  }
  await page.getByRole("link", { name: "Outline" }).click();
  await expect(page.getByRole("treeitem", { name: `Journey: ${addresses[1]}` })).toBeVisible();
  await expectOwnLinks(page);
  await page.getByRole("link", { name: "Maps" }).click();
  await expect(page.getByRole("link", { name: addresses[1] })).toBeVisible();
  await expectOwnLinks(page);
  expect(requests.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
  expect(await page.evaluate(() => (window as { __xss?: number }).__xss)).toBeUndefined();
});

const oddTexts = [
  "lone \ud800 surrogate \udfff",
  "NUL \u0000 and \u0007 control \u001b[31m",
  "line\u2028separators\u2029",
  "right \u202Eot left\u202C \u2066isolated",
  "zero\u200bwidth\u200d\ufeff",
  `e${"\u0301".repeat(5000)}`,
  "👨‍👩‍👧‍👦🏳️‍🌈👍🏽🇩🇪",
  "שלום مرحبا",
] as const;

test("F75 odd characters are shown, come out as picture and are the same in the exported file", async ({
  openApp,
}) => {
  const page = await openApp();
  const touchpoints = (file: PlainFile) => file.map.nodes.filter(({ kind }) => kind === "touchpoint");
  const text = changedSample((file) => {
    for (const [index, odd] of oddTexts.entries()) {
      const label = `${index} ${odd}`;
      Object.assign(touchpoints(file)[index] ?? {}, {
        title: label,
        description: odd,
        channel: odd,
        tags: [odd],
      });
      Object.assign((file.map.stages as object[])[index % 6] ?? {}, { name: odd });
      Object.assign(file.map.connections[index] ?? {}, { label: odd });
    }
  });
  const map = await importMap(page, text);
  await expect(map.node("Touchpoint: 7 שלום مرحبا")).toBeAttached();
  await map.saved();
  const exported = await exportJson(page);
  const idsAndTexts = (file: PlainFile) =>
    touchpoints(file)
      .map(({ id, title, description, channel, tags }) =>
        JSON.stringify({ id, title, description, channel, tags }),
      )
      .sort();
  expect(idsAndTexts(plainFile(exported.text))).toEqual(idsAndTexts(plainFile(text)));
  await openExport(page, "PNG");
  expect((await savePng(page)).bytes.length).toBeGreaterThan(10_000);
  await page.reload();
  await expect(map.node("Touchpoint: 7 שלום مرحبا")).toBeAttached();
});

/** Whether a node is where one can see it, without anybody having looked for it. */
async function expectInSight(map: MapPage, name: string): Promise<void> {
  await expect(map.node(name)).toBeInViewport();
}

test("F71 numbers beyond all measure leave a map that one can see", async ({ openApp }) => {
  const page = await openApp();
  const file = plainFile();
  Object.assign(nodeOf(file, "t22"), { position: { x: 1e308, y: -1e308 } });
  Object.assign(nodeOf(file, "t30"), { position: { x: 0, y: 5e9 } });
  Object.assign(nodeOf(file, "n-j1"), { height: -5 });
  const [stage] = file.map.stages as { width: number }[];
  if (stage) stage.width = 1e12;
  const text = JSON.stringify(file).replace('"x":1e+308', '"x":1e999');
  await chooseFile(page, { name: "numbers.json", text });
  const dialog = page.getByRole("dialog", { name: "Imported, with repairs" });
  await expect(dialog.getByRole("listitem")).toHaveCount(4);
  await expect(dialog).toContainText(
    "stage 'Auslöser' (s1): width 1000000000000 was not possible; it is 340 now",
  );
  await page.keyboard.press("Escape");
  const map = mapPage(page);
  for (const name of ["Touchpoint: Angebot als PDF", "Touchpoint: Hotline anrufen"])
    await expectInSight(map, name);
});
