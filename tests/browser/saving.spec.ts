import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { openSample } from "./map-page.ts";

test("what could not be written is said to be, can be taken away, and is written later", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.saved();
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    Object.assign(window, {
      makeRoom: () => {
        IDBObjectStore.prototype.put = put;
      },
    });
  });
  await map.node("Touchpoint: Configurator").click();
  await page.keyboard.press("i");
  await expect(
    page.getByRole("status").filter({ hasText: "Not saved: the browser's storage is full" }),
  ).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download", exact: false }).click();
  expect((await download).suggestedFilename()).toMatch(/\.dreiklang\.json$/);
  await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom());
  await page.getByRole("button", { name: "Try again" }).click();
  await map.saved();
  await page.reload();
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
});
