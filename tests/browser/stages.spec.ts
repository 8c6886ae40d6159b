import { expect, type Locator } from "@playwright/test";
import { test } from "./fixtures.ts";
import { centre, openSample } from "./map-page.ts";

test("a stage gets wider and narrower from the keyboard", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const right = map.node("Touchpoint: On-site appointment");
  const before = await centre(right);
  await page.getByRole("button", { name: "Menu of stage Search" }).focus();
  await page.keyboard.press("Enter");
  const wider = page.getByRole("menuitem", { name: "Wider" });
  await wider.press("Enter");
  await wider.press("Enter");
  await expect(async () => expect((await centre(right)).x).toBeGreaterThan(before.x + 20)).toPass();
  await page.getByRole("menuitem", { name: "Narrower" }).press("Enter");
  await page.getByRole("menuitem", { name: "Narrower" }).press("Enter");
  await expect(async () => expect((await centre(right)).x).toBeCloseTo(before.x, 0)).toPass();
});

test("a stage added by key gets its name at once, wherever it stands", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Search on the web").click();
  await page.keyboard.press("8");
  const name = map.canvas.getByRole("textbox", { name: "Name of the stage" });
  await page.keyboard.press("Alt+5");
  await expect(name).toBeFocused();
  await expect(name).toBeInViewport();
  await page.keyboard.type("Farewell");
  await page.keyboard.press("Enter");
  const stage = map.canvas.getByRole("button", { name: "Stage: Farewell" });
  // But for what sums of fractions are off.
  await expect(stage).toBeInViewport({ ratio: 0.999 });
  // The names stand over their columns still: the row was not scrolled for the one that is typed.
  const row = map.canvas.getByRole("list", { name: "Stages" });
  expect(await row.evaluate((list) => list.closest("[data-stage-headers]")?.scrollLeft)).toBe(0);
  await map.tool("Add stage").click();
  await expect(name).toBeFocused();
});

test("the names of stages stand over their columns, and the way to add one behind them, at any zoom", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openSample(page);
  const first = map.canvas.getByRole("button", { name: "Stage: Trigger" });
  const second = map.canvas.getByRole("button", { name: "Stage: Search" });
  const journey = map.canvas.getByRole("group", { name: /^Journey:/ }).first();
  const add = map.canvas.getByRole("button", { name: "Add stage", exact: true });
  const last = map.canvas.getByRole("list", { name: "Stages" }).getByRole("listitem").last();
  const leftOf = async (locator: Locator) => (await locator.boundingBox())?.x ?? Number.NaN;
  const rightOf = async (locator: Locator) => {
    const box = await locator.boundingBox();
    return box ? box.x + box.width : Number.NaN;
  };
  for (const button of ["Zoom out", "Zoom out", "Zoom in"]) {
    await page.getByRole("button", { name: button }).click();
    await expect(async () => {
      expect(Math.abs((await leftOf(first)) - (await rightOf(journey)))).toBeLessThan(8);
      expect(Math.abs((await leftOf(second)) - (await rightOf(first)))).toBeLessThan(30);
      expect(Math.abs((await leftOf(add)) - (await rightOf(last)))).toBeLessThan(16);
    }).toPass();
  }
});

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("the name of a stage is nowhere broken without a hyphen, however far the view is", async ({
    openApp,
  }) => {
    const page = await openApp();
    await page.getByRole("button", { name: "Beispiel-Map öffnen" }).first().click();
    const stage = page.getByRole("button", { name: "Phase: Vergleich" });
    await expect(stage).toBeVisible();
    await stage.focus();
    const zoom = page.getByRole("button", { name: "Verkleinern" });
    let hyphens = 0;
    for (let step = 0; step < 8; step += 1) {
      const width = await restingWidth(stage);
      for (const { before, after } of await lineBreaksOf(stage)) {
        if (before === "\u00ad") hyphens += 1;
        else expect(`${before}${after}`).not.toMatch(/\p{L}{2}/u);
      }
      await zoom.click();
      await expect(async () => expect((await stage.boundingBox())?.width).toBeLessThan(width)).toPass();
    }
    expect(hyphens).toBeGreaterThan(0);
  });
});

/** The row of stages is laid out anew when the view rests. */
async function restingWidth(stage: Locator): Promise<number> {
  let width = Number.NaN;
  await expect(async () => {
    const before = width;
    width = (await stage.boundingBox())?.width ?? Number.NaN;
    expect(width).toBe(before);
  }).toPass({ intervals: [250] });
  return width;
}

/** The two characters between which each line of a text ends. */
function lineBreaksOf(element: Locator): Promise<{ before: string; after: string }[]> {
  return element.evaluate((root) => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const letters: { text: string; top: number }[] = [];
    while (texts.nextNode()) {
      const node = texts.currentNode;
      for (let at = 0; at < (node.nodeValue ?? "").length; at += 1) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        // The letter after a hyphen has an empty rectangle at the end of the line before, too.
        const rects = [...range.getClientRects()];
        letters.push({ text: range.toString(), top: rects.at(-1)?.top ?? Number.NaN });
      }
    }
    return letters.flatMap(({ text: after, top }, index) => {
      const before = letters[index - 1];
      return before && top > before.top + 4 ? [{ before: before.text, after }] : [];
    });
  });
}
