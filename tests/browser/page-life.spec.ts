import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { centre, giveToIt, mapPage, openChangedSample, openSample } from "./map-page.ts";
import { openBesideApp } from "./raw-database.ts";
import { openExport } from "./sample-file.ts";

const viewOnly = (page: Page) => page.getByRole("status").filter({ hasText: /^View only/ });

/** Stops a page as a browser does with one that nobody looks at, or lets it run again. */
async function setLife(page: Page, state: "frozen" | "active"): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setWebLifecycleState", { state });
}

/** The map as a file. */
async function exported(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await openExport(page, "JSON");
  return readFile(await (await download).path(), "utf8");
}

test("F15 a tab that was frozen looks on where another one has gone on meanwhile", async ({
  openApp,
  context,
}) => {
  const page = await openApp();
  const map = await openChangedSample(page);
  const address = page.url();
  await setLife(page, "frozen");

  const second = await context.newPage();
  await second.goto(address);
  const other = mapPage(second);
  await expect(viewOnly(second)).toBeVisible();
  await expect(other.audit).toContainText("23 of 30 nodes have an owner");
  await second.getByRole("button", { name: "Edit here" }).click();
  await other.saved();
  await giveToIt(other, "Delivery and installation");
  await other.saved();

  await setLife(page, "active");
  await page.bringToFront();
  await expect(viewOnly(page)).toBeVisible();
  await expect(map.audit).toContainText("24 of 30 nodes have an owner");
  await page.getByRole("button", { name: "Edit here" }).click();
  await map.saved();
  await page.reload();
  await expect(map.audit).toContainText("24 of 30 nodes have an owner");
});

test("F15 a tab that the browser has thrown away comes back with the same map and part of it", async ({
  openApp,
  context,
}) => {
  const page = await openApp();
  const map = await openChangedSample(page);
  const zoom = page.getByRole("button", { name: "Zoom in" });
  await zoom.click();
  const card = map.node("Touchpoint: Configurator");
  // The zoom moves on for a moment.
  let before = await centre(card);
  await expect(async () => {
    const last = before;
    before = await centre(card);
    expect(before).toEqual(last);
  }).toPass();
  // No event tells a page that is thrown away, as none tells one that crashes.
  const address = page.url();
  const crashed = page.waitForEvent("crash");
  await page.goto("chrome://crash").catch(() => {});
  await crashed;
  const again = mapPage(await context.newPage());
  await again.page.goto(address);
  await expect(again.audit).toContainText("23 of 30 nodes have an owner");
  await expect(async () => {
    const after = await centre(again.node("Touchpoint: Configurator"));
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(3);
  }).toPass();
});

/** Leaves the page for another one, and comes back when something has been done elsewhere. */
type WayBack = (page: Page, elsewhere: () => Promise<void>) => Promise<void>;

const waysBack: Readonly<Record<string, WayBack>> = {
  async "that is loaded again"(page, elsewhere) {
    await openBesideApp(page);
    await elsewhere();
    await page.goBack();
  },
  // Told by hand and frozen in between: the test tool loses hold of a page that really was kept.
  async "that was kept as it was"(page, elsewhere) {
    const tell = (name: string) =>
      page.evaluate(
        (type) => window.dispatchEvent(new PageTransitionEvent(type, { persisted: true })) && undefined,
        name,
      );
    await tell("pagehide");
    await setLife(page, "frozen");
    await elsewhere();
    await setLife(page, "active");
    await page.bringToFront();
    await tell("pageshow");
  },
};

for (const [name, wayBack] of Object.entries(waysBack)) {
  test(`F16 on the way back a page ${name} shows what another tab did, and overwrites nothing`, async ({
    context,
    openApp,
  }) => {
    // A browser keeps no page whose lock or whose messages somebody else asks for.
    await context.addInitScript(() => {
      Object.defineProperty(navigator, "locks", { value: undefined });
      Reflect.deleteProperty(window, "BroadcastChannel");
    });
    const page = await openApp();
    const map = await openChangedSample(page);
    const address = page.url();
    await wayBack(page, async () => {
      const second = await context.newPage();
      await second.goto(address);
      const other = mapPage(second);
      await giveToIt(other, "Delivery and installation");
      await expect(other.audit).toContainText("24 of 30 nodes have an owner");
      await other.saved();
      await second.close();
    });
    await expect(map.audit).toContainText("24 of 30 nodes have an owner");
    await giveToIt(map, "Search on the web");
    await map.saved();
    await expect(page.getByRole("region", { name: "About your stored maps" })).toHaveCount(0);
    await page.reload();
    await expect(map.audit).toContainText("24 of 30 nodes have an owner");
    await map.node("Touchpoint: Search on the web").click();
    await expect(map.details.getByRole("radio", { name: "IT" })).toBeChecked();
  });
}

test("F51 after a night asleep the page goes on", async ({ openApp, page }) => {
  await page.clock.install();
  await openApp();
  const map = await openChangedSample(page);
  await setLife(page, "frozen");
  await setLife(page, "active");
  await page.clock.fastForward("08:00:00");
  await giveToIt(map, "Delivery and installation");
  await map.saved();
  await page.reload();
  await expect(map.audit).toContainText("24 of 30 nodes have an owner");
});

test("F52 thousands of quick keys, held ones too, leave exactly what was done", async ({ openApp }) => {
  test.slow();
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Configurator").click();
  await page.keyboard.press("F2");
  await page.keyboard.press("ControlOrMeta+a");
  for (let count = 0; count < 120; count += 1) await page.keyboard.down("n");
  await page.keyboard.up("n");
  await page.keyboard.press("Enter");
  for (let round = 0; round < 200; round += 1) await page.keyboard.type("msi");
  await page.keyboard.down("Control");
  for (let count = 0; count < 300; count += 1) await page.keyboard.down("z");
  await page.keyboard.up("z");
  await page.keyboard.up("Control");
  for (let count = 0; count < 200; count += 1) await page.keyboard.press("Control+Shift+z");
  for (let round = 0; round < 200; round += 1) {
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+Shift+z");
  }
  await map.saved();
  // Of 600 steps the last hundred are undone: step 500 gave it to Sales.
  await expect(map.details.getByRole("radio", { name: "Sales" })).toBeChecked();
  const title = "n".repeat(120);
  await expect(map.node(`Touchpoint: ${title}`)).toBeVisible();
  const before = await exported(page);
  await page.reload();
  await expect(map.node(`Touchpoint: ${title}`)).toBeVisible();
  expect(await exported(page)).toBe(before);
});

/** What the page's objects take after all that is no longer needed is gone, in bytes. */
async function memory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize;
}

test("F98 a long session of many maps and changes does not fill the memory", async ({ openApp }) => {
  test.slow();
  const page = await openApp();
  const map = await openSample(page);
  await map.saved();
  const addresses = [page.url()];
  await page.getByRole("link", { name: "Maps", exact: true }).click();
  await page.getByRole("button", { name: "Open the sample map" }).first().click();
  await page.waitForURL((url) => /#\/map\//.test(url.hash) && url.href !== addresses[0]);
  await map.saved();
  addresses.push(page.url());
  const switchMaps = async (times: number) => {
    for (let count = 0; count < times; count += 1) {
      await page.goto(addresses[count % 2] ?? "");
      const card = map.node("Touchpoint: Configurator");
      await card.click();
      await page.keyboard.type("misimsimisimsimsmism");
      await map.saved();
    }
  };
  await switchMaps(5);
  const first = await memory(page);
  await switchMaps(50);
  const last = await memory(page);
  expect(last / first).toBeLessThan(1.5);
});
