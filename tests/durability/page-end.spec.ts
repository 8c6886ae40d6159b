import { type BrowserContext, expect, type Page } from "@playwright/test";
import { centre, type MapPage } from "../browser/map-page.ts";
import { test } from "./fixtures.ts";
import { openAt, openMapWithCard } from "./map-with-card.ts";

/** How often each way to end a page is tried; the moment is never quite the same. */
const TRIES = 2;

/** Leaves although the browser asks whether to. */
function leaveWhateverIsAsked(context: BrowserContext): void {
  context.on("dialog", (dialog) => void dialog.accept());
}

/** Where somebody types when the page ends: each begins to type and tells what has to be there afterwards. */
const places = [
  {
    name: "in the middle of a word on the canvas",
    async type(map: MapPage, text: string) {
      await map.canvas.getByRole("group", { name: /^Touchpoint: / }).click();
      await map.page.keyboard.type(text);
    },
    expectKept: (map: MapPage, text: string) => expect(map.node(`Touchpoint: ${text}`)).toBeVisible(),
  },
  {
    name: "in the title editor of a card",
    async type(map: MapPage, text: string) {
      await map.canvas.getByRole("group", { name: /^Touchpoint: / }).click();
      await map.page.keyboard.press("F2");
      await map.page.keyboard.press("End");
      await map.page.keyboard.type(text);
    },
    expectKept: (map: MapPage, text: string) =>
      expect(map.canvas.getByRole("group", { name: new RegExp(`^Touchpoint: .*${text}$`) })).toBeVisible(),
  },
  {
    name: "in a field of the details",
    async type(map: MapPage, text: string) {
      await map.canvas.getByRole("group", { name: /^Touchpoint: / }).click();
      await map.details.getByRole("textbox", { name: "Description" }).first().click();
      await map.page.keyboard.press("ControlOrMeta+End");
      await map.page.keyboard.type(text);
    },
    async expectKept(map: MapPage, text: string) {
      await map.canvas.getByRole("group", { name: /^Touchpoint: / }).click();
      const field = map.details.getByRole("textbox", { name: "Description" }).first();
      await expect(field).toHaveValue(new RegExp(`${text}$`));
    },
  },
] as const;

/** Ends the page at once; resolves with the page in which to look. */
type PageEnd = (page: Page, context: BrowserContext) => Promise<Page>;

async function tryAll(context: BrowserContext, first: MapPage, end: PageEnd): Promise<void> {
  leaveWhateverIsAsked(context);
  const url = first.page.url();
  let map = first;
  for (const place of places) {
    for (let index = 0; index < TRIES; index += 1) {
      await test.step(`${place.name}, ${index + 1}`, async () => {
        const text = `word${index}`;
        await place.type(map, text);
        map = await openAt(await end(map.page, context), url);
        await place.expectKept(map, text);
      });
    }
  }
}

test("F11 a tab that is closed 0 ms after a keystroke", async ({ machine, address }) => {
  const { page, context } = await machine.start();
  await tryAll(context, await openMapWithCard(page, address), async (old) => {
    const next = await context.newPage();
    const closed = old.waitForEvent("close");
    await old.close({ runBeforeUnload: true });
    await closed;
    return next;
  });
});

test("F11 a tab that is closed by the browser, which asks nobody", async ({ machine, address }) => {
  const { page, context } = await machine.start();
  await tryAll(context, await openMapWithCard(page, address), async (old) => {
    const next = await context.newPage();
    await old.close();
    return next;
  });
});

test("F12 a page that is loaded again 0 ms after a keystroke", async ({ machine, address }) => {
  const { page, context } = await machine.start();
  await tryAll(context, await openMapWithCard(page, address), async (same) => {
    await same.reload();
    return same;
  });
});

test("F12 a page that is left for another one 0 ms after a keystroke", async ({ machine, address }) => {
  const { page, context } = await machine.start();
  await tryAll(context, await openMapWithCard(page, address), async (same) => {
    await same.goto("about:blank");
    return same;
  });
});

test("F13 a tab that is closed while a card is being dragged", async ({ machine, address }) => {
  const { page, context } = await machine.start();
  leaveWhateverIsAsked(context);
  const map = await openMapWithCard(page, address);
  const url = page.url();
  const before = await centre(map.node("Touchpoint: Card"));
  await page.mouse.move(before.x, before.y);
  await page.mouse.down();
  await page.mouse.move(before.x + 200, before.y + 140, { steps: 6 });
  const next = await context.newPage();
  await page.close({ runBeforeUnload: true });
  const again = await openAt(next, url);
  await expect(again.canvas.getByRole("group")).toHaveCount(2);
  // Where it was: a card that nobody let go has not been moved.
  const after = await centre(again.node("Touchpoint: Card"));
  expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(2);
});
