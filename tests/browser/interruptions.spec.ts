import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { centre, openSample } from "./map-page.ts";

test("a drag that is broken off by another view leaves the card where it was", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const card = map.node("Touchpoint: On-site appointment");
  const before = await centre(card);
  await page.mouse.move(before.x, before.y);
  await page.mouse.down();
  await page.mouse.move(before.x + 60, before.y + 90, { steps: 6 });
  const address = page.url();
  await page.goto(`${address}/outline`);
  await expect(map.canvas).toHaveCount(0);
  await page.mouse.up();
  await page.goto(address);
  await expect(card).toBeVisible();
  const after = await centre(card);
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(2);
});

test("a browser that lets the page keep no settings still opens it", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("no", "SecurityError");
      },
    });
  });
  await page.goto("/#/");
  await openSample(page);
});

test("a clipboard with rubbish in our own format still gives its text", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.canvas.evaluate((canvas) => {
    const data = new DataTransfer();
    data.setData("application/x-dreiklang-map", "{{{");
    data.setData("text/plain", "Letter to the customer");
    canvas.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  });
  await expect(map.node("Touchpoint: Letter to the customer")).toBeVisible();
});
