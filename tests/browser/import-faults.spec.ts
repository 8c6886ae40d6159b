import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, expect, type Locator, type Page, type TestInfo } from "@playwright/test";
import { test } from "./fixtures.ts";
import { longTexts, writeFullMap, writeHole, writeManyNodes, writeSlowSample } from "./large-files.ts";
import { longestTaskDuring } from "./main-thread.ts";
import { mapPage } from "./map-page.ts";
import { changedSample, chooseFile, importMap, nodeOf, sampleText, sampleTitle } from "./sample-file.ts";

// Faults of imported files, by the ids under which they are listed. Those of the content alone are unit tests.

// They are large, and a test that fails makes them again.
// biome-ignore lint/correctness/noEmptyPattern: the form that the runner asks for
test.afterEach(({}, { outputDir }) => {
  for (const name of existsSync(outputDir) ? readdirSync(outputDir) : []) {
    if (name.endsWith(".json")) rmSync(join(outputDir, name));
  }
});

const dialogOf = (page: Page, name: string) => page.getByRole("dialog", { name, exact: true });
const cards = (page: Page) => page.getByRole("main").getByRole("listitem").getByRole("heading", { level: 2 });
const choosePath = (page: Page, path: string | string[]) =>
  page.getByLabel("Import file").setInputFiles(path);

/** A library with one map that must stay as it is. */
async function openLibrary(openApp: () => Promise<Page>): Promise<Page> {
  const page = await openApp();
  await importMap(page);
  await mapPage(page).saved();
  await page.getByRole("link", { name: "Maps" }).click();
  await expect(cards(page)).toHaveText([sampleTitle]);
  return page;
}

/** The dialog says why a file did not come in; after it and after a reload all is as before. */
async function expectRefused(page: Page, ...sentences: readonly (string | RegExp)[]): Promise<void> {
  const dialog = dialogOf(page, "Not imported");
  await expect(dialog).toBeVisible();
  for (const sentence of sentences) await expect(dialog).toContainText(sentence);
  await expect(dialog).toContainText("Nothing was changed.");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(cards(page)).toHaveText([sampleTitle]);
}

async function expectSameAfterReload(page: Page): Promise<void> {
  await page.reload();
  await expect(cards(page)).toHaveText([sampleTitle]);
}

const plainText = JSON.stringify(JSON.parse(sampleText));

test("F60 a file that is cut anywhere is called cut off, and nothing changes", async ({ openApp }) => {
  const page = await openLibrary(openApp);
  for (const part of [0.001, 0.25, 0.5, 0.75, 0.999]) {
    const text = plainText.slice(0, Math.floor(plainText.length * part));
    await chooseFile(page, { name: "cut.json", text });
    await expectRefused(page, "The file is cut off: its end is missing.");
  }
  await expectSameAfterReload(page);
});

test("F67 a file of 50 MB is read beside the page, which never stands still for 200 ms", async ({
  openApp,
}, testInfo) => {
  const page = await openLibrary(openApp);
  const workers: string[] = [];
  page.on("worker", (worker) => workers.push(worker.url()));
  const dialog = dialogOf(page, "Not imported");
  const openLarge = async (path: string) => {
    await choosePath(page, path);
    await page.waitForURL(/#\/map\//);
    await expect(mapPage(page).canvas).toBeVisible();
  };
  const refuseLarge = async (path: string) => {
    await choosePath(page, path);
    await expect(dialog).toContainText("at most 5,000");
  };
  const tooMany = testInfo.outputPath("many.json");
  const full = testInfo.outputPath("full.json");
  writeManyNodes(tooMany, 100_000);
  writeFullMap(full);
  // What opening a map takes anyhow is no matter of the file.
  const small = await longestTaskDuring(page, () => openLarge("tests/data/werkzeugmaschine.dreiklang.json"));
  await page.getByRole("link", { name: "Maps" }).click();
  const refused = await longestTaskDuring(page, () => refuseLarge(tooMany));
  await page.keyboard.press("Escape");
  const taken = await longestTaskDuring(page, () => openLarge(full));
  note(testInfo, { small, refused, taken });
  expect(workers.filter((url) => url.includes("import-worker"))).toHaveLength(3);
  expect(refused.work).toBeLessThan(200);
  expect(taken.work).toBeLessThan(Math.max(200, small.work));
  await expect(page.getByRole("textbox", { name: "Title of the map" })).toHaveValue("Large map");
});

/** Puts figures beside the result, for whoever reads it. */
function note(testInfo: TestInfo, figures: object): void {
  testInfo.annotations.push({ type: "longest task in ms", description: JSON.stringify(figures) });
}

/** Holds what the page sends to the worker that reads: what is quick on one computer is slow on another. */
async function holdImports(context: BrowserContext): Promise<(page: Page) => Promise<void>> {
  await context.addInitScript(() => {
    const gate = new Promise<void>((resolve) => addEventListener("let-imports-go", () => resolve()));
    window.Worker = class extends Worker {
      readonly #isHeld: boolean;
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.#isHeld = String(url).includes("import-worker");
      }
      override postMessage(message: unknown) {
        if (this.#isHeld) void gate.then(() => super.postMessage(message));
        else super.postMessage(message);
      }
    };
  });
  return (page) => page.evaluate(() => void dispatchEvent(new Event("let-imports-go")));
}

test("F67 an import that takes long says so and can be cancelled", async ({ openApp, context }) => {
  const letGo = await holdImports(context);
  const page = await openApp();
  const progress = dialogOf(page, "Importing");
  await choosePath(page, ["tests/data/werkzeugmaschine.dreiklang.json", "package.json"]);
  await expect(progress).toContainText("werkzeugmaschine.dreiklang.json (1 of 2)");
  await expect(progress.getByRole("progressbar", { name: "Part that is read" })).toBeAttached();
  await progress.getByRole("button", { name: "Cancel" }).click();
  await expect(progress).toHaveCount(0);
  await expect(page.getByText("The import was cancelled. Nothing was changed.")).toBeVisible();
  await choosePath(page, "package.json");
  await expect(progress).toContainText("package.json");
  await page.keyboard.press("Escape");
  await expect(progress).toHaveCount(0);
  await letGo(page);
  await page.reload();
  await expect(page.getByRole("button", { name: "Open the sample map" })).toBeVisible();
});

test("F67 progress grows while a large file is read", async ({ openApp, context }, testInfo) => {
  const letGo = await holdImports(context);
  const page = await openApp();
  const path = testInfo.outputPath("slow.json");
  writeSlowSample(path, 95);
  await choosePath(page, path);
  await expect(page.getByRole("progressbar", { name: "Part that is read" })).toHaveAttribute(
    "aria-valuenow",
    "0",
  );
  const values = page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const seen: number[] = [];
        const observer = new MutationObserver(() => {
          const bar = document.querySelector("[role=progressbar]");
          if (bar) seen.push(Number(bar.getAttribute("aria-valuenow")));
          if (!location.hash.startsWith("#/map/")) return;
          observer.disconnect();
          resolve(seen);
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
  );
  await letGo(page);
  const seen = await values;
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(new Set(seen).size).toBeGreaterThan(3);
  await expect(page.getByText(`“${sampleTitle}” was imported.`)).toBeVisible();
});

test("F67 without workers the page itself reads the file", async ({ openApp, context }) => {
  await context.addInitScript(() => Reflect.deleteProperty(window, "Worker"));
  const page = await openLibrary(openApp);
  await chooseFile(page, { name: "cut.json", text: plainText.slice(0, 100) });
  await expectRefused(page, "The file is cut off");
});

test("F68 100,000 nodes are too many, said before anything is drawn", async ({ openApp }, testInfo) => {
  const page = await openLibrary(openApp);
  const path = testInfo.outputPath("many.json");
  writeManyNodes(path, 100_000);
  await choosePath(page, path);
  await expectRefused(page, "it holds 100,000 nodes; at most 5,000 can be imported");
  writeManyNodes(path, 5001);
  await choosePath(page, path);
  await expectRefused(page, "it holds 5,001 nodes; at most 5,000 can be imported");
  await expectSameAfterReload(page);
});

test("F69 what is no map's file at all is named", async ({ openApp }, testInfo) => {
  const page = await openLibrary(openApp);
  const huge = testInfo.outputPath("huge.json");
  writeHole(huge, 200);
  await choosePath(page, huge);
  await expectRefused(page, "The file is larger than 100 MB, the most that can be imported.");
  const zeros = testInfo.outputPath("zeros.json");
  writeHole(zeros, 1);
  await choosePath(page, zeros);
  await expectRefused(page, "The file does not hold readable text.");
  const others: readonly (readonly [string, number[], string])[] = [
    ["empty.json", [], "The file is empty."],
    ["picture.png", [0x89, 0x50, 0x4e, 0x47, 13, 10], "This is a PNG file."],
    ["archive.zip", [0x50, 0x4b, 3, 4, 20, 0], "This is a ZIP file."],
  ];
  for (const [name, bytes, sentence] of others) {
    await chooseFile(page, { name, text: Buffer.from(bytes) });
    await expectRefused(page, name, sentence);
  }
  await expectSameAfterReload(page);
});

test("F69 UTF-16 and marks of the byte order are read", async ({ openApp }) => {
  const page = await openApp();
  const texts = [
    Buffer.from(sampleText, "utf16le"),
    Buffer.from(`\uFEFF${sampleText}`, "utf16le"),
    Buffer.from(`\uFEFF${sampleText}`, "utf16le").swap16(),
    Buffer.from(`\uFEFF${sampleText}`),
  ];
  for (const [index, text] of texts.entries()) {
    await chooseFile(page, { name: "map.json", text });
    const title = index === 0 ? sampleTitle : `${sampleTitle} (${index + 1})`;
    await expect(page.getByRole("textbox", { name: "Title of the map" })).toHaveValue(title);
  }
});

test("F69 a folder that is dropped is named", async ({ openApp }, testInfo) => {
  const page = await openLibrary(openApp);
  const folder = testInfo.outputPath("Maps");
  mkdirSync(folder);
  await dropPaths(page, [folder]);
  await expectRefused(page, "Maps", "This is a folder. Only single files can be imported.");
});

/** Drops files and folders of the disk as the system does. */
async function dropPaths(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", { type, x: 300, y: 300, data });
  }
}

test("F70 brackets within brackets, 200,000 deep, are no map", async ({ openApp }) => {
  const page = await openLibrary(openApp);
  for (const opening of ["[", '{"map":', '{"format":"dreiklang-map","version":1,"map":{"nodes":[{"a":']) {
    await chooseFile(page, { name: "deep.json", text: opening.repeat(200_000) });
    await expectRefused(page, "nested more than 64 levels deep. No map is.");
  }
  await expectSameAfterReload(page);
});

test("F76 a label of 1 MB and a note of 10,000 lines are cut, with the full texts at hand", async ({
  openApp,
}) => {
  const page = await openApp();
  const { text, label, note: lines } = longTexts();
  await chooseFile(page, { name: "long.json", text });
  const dialog = dialogOf(page, "Imported, with repairs");
  const repairs = dialog.getByRole("listitem");
  await expect(repairs.filter({ hasText: "Title was longer than 10,000 characters" })).toHaveCount(1);
  await expect(
    repairs.filter({ hasText: /Description had [\d,]+ characters and was cut after 100,000/ }),
  ).toHaveCount(2);
  await expect(
    repairs.filter({ hasText: /label had [\d,]+ characters and was cut after 10,000/ }),
  ).toHaveCount(1);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Save the full texts" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.txt$/);
  const saved = readFileSync(await download.path(), "utf8");
  expect(saved).toContain(lines);
  expect(saved.split(label)).toHaveLength(3);
  await page.keyboard.press("Escape");
  const map = mapPage(page);
  await map.node("Touchpoint: Long note").click();
  const description = map.details.getByRole("textbox", { name: "Description" });
  await expect(description).toHaveValue(`${lines.slice(0, 99_999)}…`);
  await description.press("Control+Home");
  await description.press("X");
  await map.saved();
  await expect(description).toHaveValue(`X${lines.slice(0, 99_999)}…`);
});

test("F79 files of every version open", async ({ openApp }) => {
  const page = await openApp();
  const shown = { "v1-every-field": "Hotline", "v1-machine-tool": "Hotline anrufen" };
  for (const [name, title] of Object.entries(shown)) {
    await choosePath(page, `tests/data/versions/${name}.dreiklang.json`);
    await expect(mapPage(page).node(`Touchpoint: ${title}`)).toBeAttached();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await mapPage(page).saved();
  }
  await page.getByRole("link", { name: "Maps" }).click();
  await expect(cards(page)).toHaveCount(2);
});

test("F81 of several files each gets its own result, the same one twice a number", async ({ openApp }) => {
  const page = await openLibrary(openApp);
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    const file = new File([text], "map.json");
    for (const item of [file, file, new File(["{"], "cut.json"), new File([], "none.json")])
      data.items.add(item);
    return data;
  }, sampleText);
  await page.getByRole("main").dispatchEvent("drop", { dataTransfer: transfer });
  const dialog = dialogOf(page, "Result of the import");
  await expect(dialog.getByRole("heading", { level: 3 })).toHaveText([
    "map.json",
    "map.json",
    "cut.json",
    "none.json",
  ]);
  for (const sentence of [
    `“${sampleTitle} (2)” was imported.`,
    `“${sampleTitle} (3)” was imported.`,
    "The file is cut off",
    "The file is empty.",
  ])
    await expect(dialog).toContainText(sentence);
  // Another file while the dialog is open adds to it.
  await chooseFile(page, { name: "later.json", text: "[]" });
  await expect(resultOf(dialog, "later.json")).toContainText("This is not a Dreiklang map.");
  await expect(resultOf(dialog, "cut.json")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(cards(page)).toHaveCount(3);
});

const resultOf = (dialog: Locator, name: string) =>
  dialog.locator("section").filter({ has: dialog.page().getByRole("heading", { name }) });

test("F81 a file that is changed after it was chosen is not read", async ({ openApp }, testInfo) => {
  const page = await openLibrary(openApp);
  const path = testInfo.outputPath("changing.json");
  writeFileSync(path, sampleText);
  // The page holds the file as it was when it was dropped, as with a file that waits behind a large one.
  const holder = await page.evaluateHandle(() => {
    const input = document.body.appendChild(document.createElement("input"));
    input.type = "file";
    return input;
  });
  await holder.asElement()?.setInputFiles(path);
  writeFileSync(
    path,
    changedSample((file) => Object.assign(nodeOf(file, "t08"), { title: "Changed" })),
  );
  utimesSync(path, new Date(), new Date(Date.now() + 60_000));
  const transfer = await page.evaluateHandle((input) => {
    const data = new DataTransfer();
    for (const file of input.files ?? []) data.items.add(file);
    input.remove();
    return data;
  }, holder);
  await page.getByRole("main").dispatchEvent("drop", { dataTransfer: transfer });
  await expectRefused(page, "changing.json", "It may have been changed or moved since it was chosen");
  await expectSameAfterReload(page);
});
