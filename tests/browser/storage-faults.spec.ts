import { readFile } from "node:fs/promises";
import { type Dialog, expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { giveToIt, type MapPage, openChangedSample, openSample } from "./map-page.ts";
import { openBesideApp } from "./raw-database.ts";

const notSaved = (page: Page) => page.getByRole("status").filter({ hasText: /^Not saved/ });

/** Downloads the map by the button beside the status; resolves with the text of the file. */
async function downloadMap(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the map" }).click();
  return readFile(await (await download).path(), "utf8");
}

/** Keeps every write to the maps waiting, as a slow disk does, until it is let go. */
async function holdWrites(page: Page): Promise<{ letGo(): Promise<void> }> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("dreiklang");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const state = { isHeld: true };
          Object.assign(window, { writes: state });
          const transaction = database.transaction("heads", "readwrite");
          // A transaction lives as long as there is always another request.
          const goOn = () => {
            if (state.isHeld) transaction.objectStore("heads").count().onsuccess = goOn;
          };
          goOn();
          transaction.oncomplete = () => database.close();
          resolve();
        };
      }),
  );
  return {
    letGo: () =>
      page.evaluate(() => {
        (window as unknown as { writes: { isHeld: boolean } }).writes.isHeld = false;
      }),
  };
}

/** Closes the page until it asks back: right after an answer the browser may overlook that it shall close again. */
async function closes(page: Page): Promise<Dialog> {
  const asked: Dialog[] = [];
  page.once("dialog", (dialog) => asked.push(dialog));
  await expect(async () => {
    if (asked.length === 0) await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked.length, { timeout: 2000 }).toBe(1);
  }).toPass();
  const [question] = asked;
  if (!question) throw new Error("nothing was asked");
  return question;
}

test("F14 closing while saving is slow asks, and after Stay all is there", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.saved();
  const writes = await holdWrites(page);
  await giveToIt(map, "Configurator");
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
  await expect(page.getByRole("status").filter({ hasText: /^Saved$/ })).toHaveCount(0);

  for (const _ of ["once", "and again"]) {
    const question = await closes(page);
    expect(question.type()).toBe("beforeunload");
    await question.dismiss();
  }
  // One stays, and goes on working.
  await giveToIt(map, "Delivery and installation");
  await expect(notSaved(page)).toContainText("the browser does not answer");
  await writes.letGo();
  await map.saved();
  await page.reload();
  await expect(map.audit).toContainText("24 of 30 nodes have an owner");
});

/** Sets how many bytes the browser gives to the pages of the app; null: as many as it likes. */
async function setQuota(page: Page, origin: string, quotaSize: number | null): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", {
    origin,
    ...(quotaSize === null ? {} : { quotaSize }),
  });
}

/** The number of characters of a long text, so that a few of them fill a small store. */
const LONG = 5000;

/** Gives one card after the other a long description; the last one ends with `ending`. */
async function describeCards(map: MapPage, titles: readonly string[], ending: string): Promise<void> {
  for (const title of titles) {
    await map.node(`Touchpoint: ${title}`).click();
    const field = map.details.getByRole("textbox", { name: "Description" }).first();
    await field.fill(`${"long ".repeat(LONG / 5)}${ending}`);
    await field.blur();
  }
}

const titles = ["Configurator", "Search on the web", "Delivery and installation"];

test("F21 where there is no space from the first write on it is said, and one goes on working", async ({
  openApp,
  page,
  baseURL,
}) => {
  await setQuota(page, baseURL ?? "", 1);
  await openApp();
  await expect(page.getByRole("region", { name: "About your stored maps" })).toContainText("full disk");
  const map = await openSample(page);
  await giveToIt(map, "Configurator");
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
  await expect(page.getByRole("status").filter({ hasText: "Only in this window" })).toBeVisible();
  expect(JSON.parse(await downloadMap(page)).map.nodes).toHaveLength(32);
});

/** The sample map with so many texts that the last ones found no space. */
async function openFull(page: Page, baseURL: string, openApp: () => Promise<Page>): Promise<MapPage> {
  // Enough for the sample, and for no more than some long texts.
  await setQuota(page, baseURL, 250_000);
  await openApp();
  const map = await openSample(page);
  await map.saved();
  for (let round = 0; (await notSaved(page).count()) === 0; round += 1) {
    expect(round).toBeLessThan(20);
    await describeCards(map, titles, `round ${round}`);
    await expect(page.getByRole("status").filter({ hasText: /^(Saved|Not saved)/ })).toBeVisible();
  }
  return map;
}

test("F21 F22 what finds no space is not called saved, can be taken away, and is kept by itself later", async ({
  openApp,
  page,
  baseURL,
}) => {
  const map = await openFull(page, baseURL ?? "", openApp);
  await expect(notSaved(page)).toContainText("the browser's storage is full");
  await describeCards(map, titles, "THE END");
  const text = await downloadMap(page);
  expect(text.match(/THE END"/g)).toHaveLength(titles.length);

  await setQuota(page, baseURL ?? "", null);
  await map.saved();
  await page.reload();
  await map.node(`Touchpoint: ${titles[0]}`).click();
  await expect(map.details.getByRole("textbox", { name: "Description" }).first()).toHaveValue(/THE END$/);
});

test("F21 F22 what found no space is there after a reload although the store is still full, and is kept later", async ({
  openApp,
  page,
  baseURL,
}) => {
  const map = await openFull(page, baseURL ?? "", openApp);
  await describeCards(map, titles, "THE END");
  // The browser asks whether to leave, and one does.
  page.on("dialog", (dialog) => void dialog.accept());
  await page.reload();

  const description = map.details.getByRole("textbox", { name: "Description" }).first();
  await map.node(`Touchpoint: ${titles[0]}`).click();
  await expect(description).toHaveValue(/THE END$/);
  await expect(notSaved(page)).toContainText("the browser's storage is full");
  await map.node(`Touchpoint: ${titles[1]}`).click();
  await description.fill("and one more");
  await description.blur();
  await expect(notSaved(page)).toBeVisible();

  await setQuota(page, baseURL ?? "", null);
  await map.saved();
  await page.reload();
  await map.node(`Touchpoint: ${titles[0]}`).click();
  await expect(description).toHaveValue(/THE END$/);
  await map.node(`Touchpoint: ${titles[1]}`).click();
  await expect(description).toHaveValue("and one more");
  await map.saved();
});

const withoutStore: Readonly<Record<string, () => void>> = {
  "that has none": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
  "that forbids to ask for it": () =>
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    }),
  "that opens nothing": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("no", "InvalidStateError");
    };
  },
};

for (const [name, remove] of Object.entries(withoutStore)) {
  test(`F28 a browser ${name}: it is said, asked before closing, and the map can be taken away`, async ({
    openApp,
    page,
  }) => {
    await page.addInitScript(remove);
    await openApp();
    const notice = page.getByRole("region", { name: "About your stored maps" });
    await expect(notice).toContainText("This browser keeps nothing");
    const map = await openSample(page);
    await giveToIt(map, "Configurator");
    await expect(map.audit).toContainText("23 of 30 nodes have an owner");
    await expect(page.getByRole("status").filter({ hasText: "Only in this window" })).toBeVisible();
    expect(JSON.parse(await downloadMap(page)).map.nodes).toHaveLength(32);
    const dialog = page.waitForEvent("dialog");
    await page.close({ runBeforeUnload: true });
    const question = await dialog;
    expect(question.type()).toBe("beforeunload");
    await question.dismiss();
    await expect(map.node("Touchpoint: Configurator")).toBeVisible();
  });
}

test("F07 where only a memory of the maps is left it is said that they are gone, and what to do", async ({
  openApp,
  baseURL,
}) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.saved();
  const remembered = () => page.evaluate(() => localStorage.getItem("dreiklang.mirrored"));
  await expect.poll(remembered).toMatch(/\[".+"\]/u);
  await openBesideApp(page);
  const session = await page.context().newCDPSession(page);
  for (const storageTypes of ["indexeddb", "file_systems"]) {
    await session.send("Storage.clearDataForOrigin", { origin: baseURL ?? "", storageTypes });
  }
  // A loss is told at every start until a map is there again.
  for (const _ of ["once", "and again"]) {
    await page.goto("/#/");
    const notice = page.getByRole("region", { name: "About your stored maps" });
    await expect(notice).toContainText("Your map is no longer in this browser");
    await expect(notice).toContainText("choose the folder again");
    await openBesideApp(page);
  }
  await page.goto("/#/");
  await openSample(page);
  await map.saved();
  await openBesideApp(page);
  await page.goto("/#/");
  await expect(page.getByRole("link", { name: /Machine tool/ })).toBeVisible();
  await expect(page.getByRole("region", { name: "About your stored maps" })).toHaveCount(0);
});

test("F07 where both the database and the copy are gone one begins anew, and a backup file brings the map back", async ({
  openApp,
  baseURL,
}) => {
  const page = await openApp();
  const map = await openChangedSample(page);
  await page.getByRole("toolbar", { name: "Tools" }).getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "JSON" }).click();
  const file = await (await download).path();
  await openBesideApp(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: baseURL ?? "", storageTypes: "all" });
  await page.goto("/#/");
  // The first visit, as far as the app can know; nothing that it would have to hide.
  await expect(page.getByRole("button", { name: "Open the sample map" })).toBeVisible();
  await expect(page.getByRole("region", { name: "About your stored maps" })).toHaveCount(0);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open backup file" }).click();
  await (await chooser).setFiles({
    name: "workshop.dreiklang.json",
    mimeType: "application/json",
    buffer: await readFile(file),
  });
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
  await map.saved();
});
