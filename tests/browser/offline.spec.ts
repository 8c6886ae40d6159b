import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { filesOf, removeFrom, test } from "./builds.ts";
import { mapPage, openSample } from "./map-page.ts";

/** The app is kept for working offline, and this page gets its files from there. */
async function isKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

/** Looks for a newer version now, as a page does every hour. Resolves when it is there or was refused. */
async function looksForUpdate(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const { installing } = registration;
    if (installing) {
      await new Promise((resolve) => {
        installing.addEventListener("statechange", resolve, { once: true });
      });
    }
    return registration.waiting !== null;
  });
}

const updateButton = (page: Page) => page.getByRole("button", { name: "Settings and help, update ready" });

async function choosesUpdate(page: Page): Promise<void> {
  await updateButton(page).click();
  await page.getByRole("menuitem", { name: "Update ready: load the new version" }).click();
}

/** Which build runs in a page. */
function scriptOf(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector<HTMLScriptElement>("script[type=module]")?.src ?? "");
}

/** A page that was loaded anew has lost it. */
const leavesMark = (page: Page) => page.evaluate(() => Object.assign(window, { mark: true }));
const hasMark = (page: Page) => page.evaluate(() => "mark" in window);

function caches(page: Page): Promise<readonly (readonly string[])[]> {
  return page.evaluate(async () => {
    const names = await window.caches.keys();
    return Promise.all(
      names.map(async (name) => (await (await window.caches.open(name)).keys()).map(({ url }) => url)),
    );
  });
}

test("every file of the build is kept, but for what the app never asks for", async ({ openApp, server }) => {
  const page = await openApp();
  await isKept(page);
  const wanted = filesOf(server.folder).filter(
    (path) => !["service-worker.js", "screenshot.png"].includes(path),
  );
  const [kept = [], ...others] = await caches(page);
  expect(others).toEqual([]);
  expect([...kept].sort()).toEqual(wanted.map((path) => `${server.url}/${path}`).sort());
});

test("the app can be installed", async ({ openApp, request }) => {
  const page = await openApp();
  const address = await page.locator("link[rel=manifest]").getAttribute("href");
  const manifest = await (await request.get(new URL(address ?? "", page.url()).href)).json();
  expect(manifest).toMatchObject({ name: "Dreiklang", display: "standalone", start_url: "./" });
  for (const { src, sizes, type } of manifest.icons) {
    const response = await request.get(new URL(src, page.url()).href);
    expect(response.headers()["content-type"]).toBe(type);
    if (type === "image/png")
      expect(`${pngWidth(await response.body())}x${pngWidth(await response.body())}`).toBe(sizes);
  }
});

function pngWidth(bytes: Buffer): number {
  return bytes.readUInt32BE(16);
}

test("F48 without a network the app starts in a browser that was closed, and does all it can", async ({
  profile,
  server,
}) => {
  const first = await profile.open();
  await first.goto("/#/");
  await isKept(first);
  await profile.close();
  await server.stop();

  const page = await profile.open();
  await page.goto("/#/");
  await expect(page.getByRole("heading", { name: "Maps" })).toBeVisible();
  const map = await openSample(page);
  await map.node("Touchpoint: Configurator").click();
  await page.keyboard.press("i");
  await map.saved();
  await page.reload();
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
  // A language is a file of its own, which nobody asked for before.
  await page.getByRole("button", { name: "Settings and help" }).click();
  await page.getByRole("menuitemradio", { name: "Deutsch", exact: true }).click();
  await expect(page.getByRole("button", { name: "Einstellungen und Hilfe" })).toBeVisible();
  await page.goto("/recover.html");
  await expect(page.getByRole("heading", { name: "Rettung" })).toBeVisible();
  await expect(page.getByRole("button", { name: /herunterladen$/ }).first()).toBeVisible();
});

test("F48 a network that goes away on the first visit changes nothing", async ({ openApp, server }) => {
  const page = await openApp();
  await isKept(page);
  await server.stop();
  const map = await openSample(page);
  await map.saved();
});

test("F49 where the network hangs the app starts from what is kept", async ({ openApp, server }) => {
  const page = await openApp();
  await isKept(page);
  await server.hang();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Maps" })).toBeVisible();
  const map = await openSample(page);
  await map.saved();
});

test("F46 an update waits until the user wants it, and no change is lost", async ({ openApp, server }) => {
  const page = await openApp();
  await isKept(page);
  const map = await openSample(page);
  await map.node("Touchpoint: Configurator").click();
  await page.keyboard.press("i");
  await map.saved();
  const old = await scriptOf(page);
  await leavesMark(page);

  server.publishNext();
  expect(await looksForUpdate(page)).toBe(true);
  await expect(updateButton(page)).toBeVisible();
  // Nothing moves: one goes on working, and may come back another day.
  await map.node("Touchpoint: Search on the web").click();
  await page.keyboard.press("s");
  await map.saved();
  expect(await hasMark(page)).toBe(true);
  await page.reload();
  await expect(map.node("Touchpoint: Search on the web")).toBeVisible();
  expect(await scriptOf(page)).toBe(old);

  await choosesUpdate(page);
  await expect.poll(() => scriptOf(page).catch(() => old)).not.toBe(old);
  await expect(page.getByRole("button", { name: "Settings and help", exact: true })).toBeVisible();
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
  await map.node("Touchpoint: Search on the web").click();
  await expect(map.details.getByRole("radio", { name: "Sales" })).toBeChecked();
});

test("F46 an update that the user wants still waits for what is not saved", async ({ openApp, server }) => {
  const page = await openApp();
  await isKept(page);
  const map = await openSample(page);
  await map.saved();
  const old = await scriptOf(page);
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    const { add } = IDBObjectStore.prototype;
    const fail = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    Object.assign(IDBObjectStore.prototype, { put: fail, add: fail });
    Object.assign(window, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { put, add }) });
  });
  await map.node("Touchpoint: Configurator").click();
  await page.keyboard.press("i");
  await expect(page.getByRole("status").filter({ hasText: "Not saved" })).toBeVisible();
  await leavesMark(page);
  server.publishNext();
  expect(await looksForUpdate(page)).toBe(true);
  await choosesUpdate(page);
  await updateButton(page).click();
  await expect(page.getByText("The new version is loaded as soon as everything is saved")).toBeVisible();
  await page.keyboard.press("Escape");
  expect(await hasMark(page)).toBe(true);
  await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom());
  // The page may have tried by itself before.
  await page
    .getByRole("button", { name: "Try again" })
    .click({ timeout: 5000 })
    .catch(() => {});
  await expect.poll(() => scriptOf(page).catch(() => old)).not.toBe(old);
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
});

test("F47 a page of the old version finds its files after another tab has let the new one in", async ({
  openApp,
  context,
  server,
}) => {
  const page = await openApp();
  await isKept(page);
  const old = await scriptOf(page);
  await leavesMark(page);
  const second = await context.newPage();
  await second.goto("/#/");
  await expect(second.getByRole("heading", { name: "Maps" })).toBeVisible();
  server.publishNext();
  expect(await looksForUpdate(second)).toBe(true);
  await choosesUpdate(second);
  await expect.poll(() => scriptOf(second).catch(() => old)).not.toBe(old);
  // The new page tidies up when it has settled; the old one is still there, and was not loaded anew.
  await second.waitForTimeout(SETTLED);
  expect(await hasMark(page)).toBe(true);
  await expect(updateButton(page)).toBeVisible();
  const map = await openSample(page);
  await map.saved();
  expect(await scriptOf(page)).toBe(old);
  expect(await caches(page)).toHaveLength(2);

  await choosesUpdate(page);
  await expect.poll(() => scriptOf(page).catch(() => old)).not.toBe(old);
  await expect(map.node("Touchpoint: Configurator")).toBeVisible();
  await expect.poll(async () => (await caches(page)).length).toBe(1);
});

/** Longer than a page waits before it tells the service worker that it has settled, in milliseconds. */
const SETTLED = 8000;

test("F37 a version that does not start is left by the recovery page, which lets the newer one in", async ({
  openApp,
  server,
  guard,
}) => {
  const page = await openApp();
  await isKept(page);
  const old = await scriptOf(page);
  guard.expect(/broken on purpose/);
  await page.addInitScript((broken) => {
    const isBroken = () => document.querySelector<HTMLScriptElement>("script[type=module]")?.src === broken;
    const { matchMedia } = window;
    window.matchMedia = (query) => {
      if (isBroken()) throw new Error("broken on purpose");
      return matchMedia(query);
    };
  }, old);
  await page.reload();
  server.publishNext();
  await page.getByRole("link", { name: "Open the recovery page" }).click();
  await page.getByRole("link", { name: "Try again with the newer version" }).click();
  // The page changes more than once on its way to the newer version.
  await expect.poll(() => scriptOf(page).catch(() => old)).not.toBe(old);
  await expect(page.getByRole("heading", { name: "Maps" })).toBeVisible();
});

test("a network that answers with its own pages does not become the app", async ({ openApp, server }) => {
  const page = await openApp();
  await isKept(page);
  const files = server.folder;
  server.publishNext();
  const worker = readFileSync(join(files, "service-worker.js"));
  for (const path of filesOf(files)) writeFileSync(join(files, path), "<!doctype html><title>Log in</title>");
  writeFileSync(join(files, "service-worker.js"), worker);
  expect(await looksForUpdate(page)).toBe(false);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Maps" })).toBeVisible();
  await openSample(page);
});

test.describe("without a service worker", () => {
  test.use({ serviceWorkers: "block" });

  test("F47 a page whose files are gone says so and goes on when it is loaded again", async ({
    openApp,
    server,
    guard,
  }) => {
    guard.expect(/404|dynamically imported module|Unable to preload/);
    const page = await openApp();
    await expect(page.getByRole("heading", { name: "Maps" })).toBeVisible();
    const kept = `${server.folder}-kept`;
    cpSync(server.folder, kept, { recursive: true });
    removeFrom(server.folder, /^MapPage/);
    await page.getByRole("button", { name: "Open the sample map" }).first().click();
    await expect(page.getByRole("heading", { name: "Something went wrong here" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Recovery page" })).toHaveAttribute("href", "./recover.html");
    cpSync(kept, server.folder, { recursive: true });
    await page.getByRole("button", { name: "Load the page again" }).click();
    await expect(mapPage(page).node("Touchpoint: Configurator")).toBeVisible();
  });
});
