import { expect, type Page } from "@playwright/test";
import { pause } from "./browser-process.ts";
import { test } from "./fixtures.ts";
import { openAt, openMapWithCard } from "./map-with-card.ts";

/** Ways in which the process of a page ends without a word. */
const crashes: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "F09 a page whose process crashes": async (page) => {
    await page.goto("chrome://crash").catch(() => {});
  },
  "F10 a page that the browser ends for its memory": async (page) => {
    const session = await page.context().newCDPSession(page);
    void session.send("Page.crash").catch(() => {});
  },
  "F10 a page that hangs and is ended": async (page) => {
    const session = await page.context().newCDPSession(page);
    void session.send("Runtime.evaluate", { expression: "for (;;);" }).catch(() => {});
    process.kill(await busiestRenderer(page), "SIGKILL");
  },
};

/** The process of the page that does nothing but run; others that the browser holds ready do nothing at all. */
async function busiestRenderer(page: Page): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error("no browser");
  const session = await browser.newBrowserCDPSession();
  const renderers = async () => {
    const { processInfo } = await session.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer");
  };
  const before = new Map((await renderers()).map(({ id, cpuTime }) => [id, cpuTime]));
  await pause(1000);
  const used = (await renderers()).map(({ id, cpuTime }) => ({ id, time: cpuTime - (before.get(id) ?? 0) }));
  return used.sort((one, other) => other.time - one.time)[0]?.id ?? 0;
}

for (const [name, crash] of Object.entries(crashes)) {
  test(name, async ({ machine, address }) => {
    const { page, context } = await machine.start();
    const map = await openMapWithCard(page, address);
    const url = page.url();
    await page.keyboard.type("Before the crash");
    await page.keyboard.press("Enter");
    await page.keyboard.press("i");
    await map.saved();
    const crashed = page.waitForEvent("crash");
    await crash(page);
    await crashed;
    const again = await openAt(await context.newPage(), url);
    await again.node("Touchpoint: Before the crash").click();
    await expect(again.details.getByRole("radio", { name: /IT/ })).toBeChecked();
    await again.page.getByRole("button", { name: /^Undo/ }).click();
    await again.page.getByRole("button", { name: /^Undo/ }).click();
    await expect(again.node("Touchpoint: Card")).toBeVisible();
    await again.saved();
  });
}
