import { readFileSync } from "node:fs";
import { AxeBuilder } from "@axe-core/playwright";
import { type Download, expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { mapPage, openSample } from "./map-page.ts";
import { openBesideApp } from "./raw-database.ts";
import {
  importMap,
  type PlainFile,
  plainFile,
  sampleFacts,
  sampleOfToday,
  sampleText,
  sampleTitle,
} from "./sample-file.ts";

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), "utf8");
}

async function downloads(page: Page, button: string): Promise<{ text: string; name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return { text: await textOf(download), name: download.suggestedFilename() };
}

/** What two files of one map share, whatever made them. */
function contentOf({ map }: PlainFile) {
  const byId = (rows: readonly { readonly id?: unknown }[]) =>
    [...rows].sort((a, b) => String(a.id).localeCompare(String(b.id)));
  return { title: map.title, nodes: byId(map.nodes), connections: byId(map.connections) };
}

/** From now on the app cannot start: something that it asks for before its first picture throws. */
async function breaksTheStart(page: Page): Promise<void> {
  await page.addInitScript(() => {
    if (!location.pathname.endsWith("recover.html")) {
      window.matchMedia = () => {
        throw new Error("broken on purpose");
      };
    }
  });
}

test("F37 when the app does not start, the recovery page gives every map as a file that comes in again", async ({
  openApp,
  browser,
  baseURL,
  guard,
}) => {
  const page = await openApp();
  const map = await importMap(page);
  await map.saved();
  await map.node("Touchpoint: Hotline anrufen").click();
  await page.keyboard.press("5");
  await map.saved();
  guard.expect(/broken on purpose/);
  await breaksTheStart(page);
  await page.reload();

  await expect(page.getByRole("alert")).toContainText("Dreiklang does not start");
  await page.getByRole("link", { name: "Open the recovery page" }).click();
  await expect(page.getByRole("heading", { name: "Recovery" })).toBeVisible();
  const entry = page.getByRole("region", { name: "Maps" }).getByRole("listitem").first();
  await expect(entry).toContainText(sampleTitle);
  await expect(entry).toContainText(`${sampleFacts.nodes} nodes`);
  await expect(entry).not.toContainText("could not be read");
  const file = await downloads(page, `Download “${sampleTitle}”`);
  expect(file.name).toBe("Werkzeugmaschine finden, kaufen, betreiben.dreiklang.json");
  const expected = contentOf(sampleOfToday());
  const hotline = expected.nodes.find((node) => (node as { title?: string }).title === "Hotline anrufen");
  Object.assign(hotline ?? {}, { customerRating: 2 });
  expect(contentOf(JSON.parse(file.text))).toEqual(expected);

  const context = await browser.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    locale: "en-GB",
  });
  const fresh = await context.newPage();
  await fresh.goto("/#/");
  const again = await importMap(fresh, file.text);
  await expect(again.node("Touchpoint: Hotline anrufen")).toBeVisible();
  await context.close();
});

test("the recovery page gives all maps at once, each as a file", async ({ openApp }) => {
  const page = await openApp();
  const titles = [sampleTitle, "Zweite Map"];
  for (const title of titles) {
    await page.goto("/#/");
    const map = await importMap(page, sampleText.replace(sampleTitle, title));
    await map.saved();
  }
  await page.goto("/recover.html");
  const files: Download[] = [];
  page.on("download", (download) => files.push(download));
  await page.getByRole("button", { name: "Download all maps" }).click();
  await expect.poll(() => files.length).toBe(titles.length);
  const found = await Promise.all(files.map(async (file) => JSON.parse(await textOf(file)).map.title));
  expect(found.toSorted()).toEqual(titles.toSorted());
});

test("F37 the recovery page is there when a script of the app is missing or cut off", async ({
  page,
  guard,
}) => {
  guard.expect(/ERR_FAILED|404|SyntaxError|Unexpected|Invalid/);
  for (const body of [null, "const cut = {"]) {
    await page.unroute("**/assets/index-*.js");
    await page.route("**/assets/index-*.js", (route) =>
      body === null ? route.abort() : route.fulfill({ contentType: "text/javascript", body }),
    );
    await page.goto("about:blank");
    await page.goto("/#/");
    await expect(page.getByRole("link", { name: "Open the recovery page" })).toBeVisible();
  }
  await page.unroute("**/assets/index-*.js");
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Maps" })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a start that takes long shows the way out, and goes on", async ({ page }) => {
  const waiting: (() => void)[] = [];
  await page.route("**/assets/index-*.js", async (route) => {
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
    });
    await route.continue();
  });
  await page.goto("/#/", { waitUntil: "commit" });
  await expect(page.getByRole("link", { name: "Open the recovery page" })).toBeVisible();
  for (const goOn of waiting) goOn();
  await expect(page.getByRole("heading", { name: "Maps" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the recovery page" })).toBeHidden();
});

test("the settings menu leads to the recovery page, and from there back", async ({ openApp }) => {
  const page = await openApp();
  await page.getByRole("button", { name: "Settings and help" }).click();
  await page.getByRole("menuitem", { name: "Recovery page" }).click();
  await expect(page.getByRole("region", { name: "Maps" })).toContainText(
    "There are no maps in this browser.",
  );
  await page.getByRole("link", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Maps", exact: true })).toBeVisible();
});

test("the recovery page makes no database where there is none", async ({ page }) => {
  await page.goto("/recover.html");
  await expect(page.getByRole("region", { name: "Everything" })).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

/** A store as a later release may have it: the recovery page knows none of the names. */
async function fillsAnyStore(page: Page): Promise<void> {
  const { map: sample } = plainFile();
  const map = {
    ...sample,
    id: "own",
    nodes: {},
    connections: {},
    people: {},
    title: "In a store of its own",
  };
  await page.evaluate(async (document) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("dreiklang", 990);
      request.onupgradeneeded = () => {
        for (const name of ["papers", "odds"])
          request.result.createObjectStore(name, { autoIncrement: true });
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const change = database.transaction(["papers", "odds"], "readwrite");
    change.objectStore("papers").add({ mapId: document.id, rev: 4, document });
    for (const odd of [null, "text", new Date(0), new Uint8Array([1, 2, 3]), new Map([[1, 2n]])]) {
      change.objectStore("odds").add(odd);
    }
    await new Promise((resolve) => {
      change.oncomplete = resolve;
    });
    database.close();
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("copies", {
      create: true,
    });
    const file = await (await folder.getFileHandle("one.json", { create: true })).createWritable();
    await file.write(JSON.stringify({ ...document, id: "other", title: "In a file" }));
    await file.close();
  }, map);
}

test("maps are found whatever their store is called, and everything goes into one file", async ({ page }) => {
  await page.goto("/recover.html");
  await expect(page.getByRole("region", { name: "Everything" })).toBeVisible();
  await fillsAnyStore(page);
  await page.reload();
  const maps = page.getByRole("region", { name: "Maps" });
  await expect(maps.getByRole("listitem")).toHaveCount(2);
  await expect(maps.getByRole("listitem").filter({ hasText: "In a store of its own" })).toBeVisible();
  await expect(maps.getByRole("listitem").filter({ hasText: "In a file" })).toContainText(
    "from the backup copy",
  );
  await page.getByText("1 file", { exact: true }).click();
  expect(JSON.parse((await downloads(page, "Download “copies/one.json”")).text)).toMatchObject({
    title: "In a file",
  });

  const everything = JSON.parse((await downloads(page, "Download everything")).text);
  const [{ name, version, stores }] = everything.databases;
  expect({ name, version }).toEqual({ name: "dreiklang", version: 990 });
  const rowsOf = (wanted: string) => stores.find((store: { name: string }) => store.name === wanted).rows;
  expect(rowsOf("papers")[0].value.document.title).toBe("In a store of its own");
  expect(rowsOf("odds").map(({ value }: { value: unknown }) => value)).toEqual([
    null,
    "text",
    "1970-01-01T00:00:00.000Z",
    { base64: "AQID" },
    [[1, "2"]],
  ]);
  expect(JSON.parse(everything.files[0].text).title).toBe("In a file");
});

test("a row that cannot be read does not take the others along", async ({ page }) => {
  await page.addInitScript(() => {
    // What Chromium does when the file of a large value is gone.
    const { get } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.getAll = () => {
      throw new DOMException("gone", "DataError");
    };
    IDBObjectStore.prototype.get = function (key) {
      if (key === 2) throw new DOMException("gone", "DataError");
      return get.call(this, key);
    };
  });
  await page.goto("/recover.html");
  await expect(page.getByRole("region", { name: "Everything" })).toBeVisible();
  await fillsAnyStore(page);
  await page.reload();
  await expect(page.getByRole("listitem").filter({ hasText: "In a store of its own" })).toBeVisible();
  await expect(page.getByRole("region", { name: "What could not be read" })).toContainText(
    "odds/2: DataError: gone",
  );
  const [{ stores }] = JSON.parse((await downloads(page, "Download everything")).text).databases;
  expect(stores.find((store: { name: string }) => store.name === "odds").rows).toHaveLength(4);
});

test("F34 F43 what was put apart is listed, and each of it can be downloaded by itself", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await importMap(page);
  await map.saved();
  const mapId = page.url().split("/map/")[1] ?? "";
  await openBesideApp(page);
  await page.evaluate(async (id) => {
    const changes = (title: string, at: string, count: number) => [
      {
        head: { mapId: id, rev: 9 },
        summary: { id, title },
        entries: Array.from({ length: count }, () => ({ mapId: id, at, label: { key: "rename" } })),
      },
    ];
    localStorage.setItem(
      `dreiklang.late.${id}`,
      JSON.stringify(changes("Old title", "2026-03-01T10:00:00Z", 1)),
    );
    localStorage.setItem("dreiklang.late.gone", "");
    localStorage.setItem("dreiklang.late.torn", '[{"head"');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("dreiklang");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const change = database.transaction("quarantine", "readwrite");
    const at = "2026-02-01T10:00:00Z";
    for (const [path, value] of [
      ["late", changes("Old title", at, 2)],
      ["nodes/t02", { kind: "?", title: "Odd card" }],
      ["people", 5],
    ] as const) {
      change.objectStore("quarantine").add({ mapId: id, at, path, value });
    }
    await new Promise((resolve) => {
      change.oncomplete = resolve;
    });
    database.close();
  }, mapId);
  await page.goto("/recover.html");

  const late = page.getByRole("region", { name: "Last changes of closed windows" });
  await expect(late.getByRole("listitem")).toHaveText([
    new RegExp(`${sampleTitle}.*1 change`, "u"),
    new RegExp(`${sampleTitle}.*2 changes`, "u"),
    /torn.*0 changes/u,
  ]);
  const parts = page.getByRole("region", { name: "Parts kept apart" });
  await expect(parts.getByRole("listitem")).toHaveText([new RegExp(`${sampleTitle}.*2 parts`, "u")]);

  const download = page.waitForEvent("download");
  await parts.getByRole("button", { name: `Download “${sampleTitle}, 2 parts` }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/ betreiben \(Parts kept apart\)\.json$/u);
  expect(JSON.parse(await textOf(file))).toMatchObject({
    format: "dreiklang-apart",
    mapId,
    value: [
      { path: "nodes/t02", value: { title: "Odd card" } },
      { path: "people", value: 5 },
    ],
  });
  const lateDownload = page.waitForEvent("download");
  await late.getByRole("button", { name: /2 changes/u }).click();
  expect(JSON.parse(await textOf(await lateDownload)).value[0].entries).toHaveLength(2);
  const tornDownload = page.waitForEvent("download");
  await late.getByRole("button", { name: /torn/u }).click();
  expect(JSON.parse(await textOf(await tornDownload)).value).toBe('[{"head"');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test("a reset gives everything first, asks, and leaves an empty browser", async ({ openApp }) => {
  const page = await openApp();
  const map = await importMap(page);
  await map.saved();
  await page.goto("/recover.html");
  const { text } = await downloads(page, "Reset the app …");
  expect(text).toContain(sampleTitle);
  await expect(page.getByRole("alert")).toContainText("This cannot be undone.");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.reload();
  await expect(page.getByRole("region", { name: "Maps" })).toContainText(sampleTitle);
  await downloads(page, "Reset the app …");
  await page.getByRole("button", { name: "Delete everything" }).click();
  await expect(page.getByRole("alert")).toContainText("The store is empty.");
  expect(
    await page.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length]),
  ).toEqual([0, 0]);
  await page.getByRole("link", { name: "Try again" }).click();
  await openSample(page);
});

test("F28 without a database the recovery page says so, and what else there is can be deleted", async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
    localStorage.setItem("dreiklang.settings", "{}");
  });
  await page.goto("/recover.html");
  await expect(page.getByRole("region", { name: "What could not be read" })).toContainText(
    "IndexedDB: This browser gives no access to its database",
  );
  await downloads(page, "Reset the app …");
  await page.getByRole("button", { name: "Delete everything" }).click();
  await expect(page.getByRole("alert")).toContainText("The store is empty.");
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
});

test("the recovery page speaks German in a German browser, Swiss without ß", async ({ browser, baseURL }) => {
  for (const locale of ["de-DE", "de-CH"]) {
    const context = await browser.newContext({ ...(baseURL === undefined ? {} : { baseURL }), locale });
    const page = await context.newPage();
    await page.goto("/recover.html");
    await expect(page.getByRole("heading", { name: "Rettung" })).toBeVisible();
    await expect(page.getByRole("region", { name: "App zurücksetzen" })).toBeVisible();
    expect(await page.locator("html").getAttribute("lang")).toBe(locale);
    if (locale === "de-CH") await expect(page.locator("body")).not.toContainText("ß");
    await context.close();
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on the recovery page and the notice of a failed start, ${colorScheme}`, async ({
    page,
    guard,
  }) => {
    guard.expect(/broken on purpose/);
    await page.emulateMedia({ colorScheme });
    await page.goto("/#/");
    await importMap(page, sampleText);
    await mapPage(page).saved();
    for (const path of ["/recover.html", "/#/"]) {
      if (path === "/#/") await breaksTheStart(page);
      await page.goto(path);
      if (path === "/#/") await page.reload();
      await expect(page.getByRole("heading").first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join()}`)).toEqual(
        [],
      );
    }
  });
}
