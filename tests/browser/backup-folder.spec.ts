import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { openSample } from "./map-page.ts";

/** The browser's own dialog cannot be reached by a test; a folder of the private file system stands for the chosen one. */
async function withFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle("chosen", { create: true }),
    });
  });
}

const fileIn = (page: Page, name: string) =>
  page.evaluate(async (wanted) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("chosen");
    return (await (await folder.getFileHandle(wanted)).getFile()).text();
  }, name);

async function openPlaces(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Settings and help/ }).click();
  await page.getByRole("menuitem", { name: "Where your maps are kept" }).click();
  await expect(page.getByRole("dialog", { name: "Where your maps are kept" })).toBeVisible();
}

test("every map is written into the chosen folder, and again in the next session", async ({
  openApp,
  page,
}) => {
  await withFolder(page);
  await openApp();
  const map = await openSample(page);
  await map.saved();
  await openPlaces(page);
  await page.getByRole("button", { name: "Choose backup folder" }).click();
  await expect(page.getByText(/Every map is written into “chosen”/)).toBeVisible();
  await page.keyboard.press("Escape");
  await map.node("Touchpoint: Configurator").click();
  await page.keyboard.press("i");
  await map.saved();
  await expect(page.getByRole("button", { name: /File: Machine tool find, buy, operate/ })).toBeVisible();
  const name = "Machine tool find, buy, operate.dreiklang.json";
  const node = (text: string) =>
    JSON.parse(text).map.nodes.find(({ title }: { title: string }) => title === "Configurator");
  // The first file was written when the folder was chosen.
  await expect.poll(async () => node(await fileIn(page, name)).owner, { timeout: 60_000 }).toBe("it");

  await page.reload();
  await map.node("Touchpoint: Configurator").click();
  await page.keyboard.press("m");
  await map.saved();
  await expect.poll(async () => node(await fileIn(page, name)).owner, { timeout: 60_000 }).toBe("marketing");
});

test("F29 F95 the places say what they are, also where a folder cannot be written", async ({
  openApp,
  page,
}) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () => {
        throw new DOMException("not allowed", "NotAllowedError");
      },
    });
  });
  await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Configurator").click();
  await page.keyboard.press("i");
  await map.saved();
  await openPlaces(page);
  const dialog = page.getByRole("dialog", { name: "Where your maps are kept" });
  await expect(dialog).toContainText("Survives: closing the window, a crash, a power cut");
  await expect(dialog).toContainText("the browser may clear it");
  await expect(dialog).toContainText(/Last written: /);
  await dialog.getByRole("button", { name: "Choose backup folder" }).click();
  await expect(dialog.getByRole("alert")).toContainText("That did not work");
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Download all maps" }).click();
  expect((await download).suggestedFilename()).toBe("Machine tool find, buy, operate.dreiklang.json");
  await page.keyboard.press("Escape");
  await map.saved();
});
