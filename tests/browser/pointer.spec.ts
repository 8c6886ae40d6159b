import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { centre, openSample } from "./map-page.ts";

test("a double click adds a touchpoint in the cell there, or a note where no journey is", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openSample(page);
  const zoom = page.getByRole("button", { name: /^Zoom: / });
  const before = await zoom.textContent();
  const title = map.canvas.getByRole("textbox", { name: /^Title/ });
  const above = await centre(map.node("Touchpoint: On-site appointment"));
  const below = await centre(map.node("Touchpoint: Offer as a PDF"));
  // One card stands in this stage of the first lane; what is below it is empty.
  const empty = { x: above.x, y: (above.y + below.y) / 2 };
  await page.mouse.dblclick(empty.x, empty.y);
  await expect(title).toBeFocused();
  await page.keyboard.type("Visit to the plant");
  await page.keyboard.press("Enter");
  await expect(map.node("Touchpoint: Visit to the plant")).toBeFocused();
  await expect(map.details.getByLabel("Stage")).toHaveValue("Purchase");
  await expect(zoom).toHaveText(before ?? "");
  const lane = await map.node("Journey: Finding and introducing a new milling machine").boundingBox();
  if (!lane) throw new Error("the first lane is not in view");
  await page.mouse.dblclick(lane.x + 20, lane.y - 40);
  await expect(title).toBeFocused();
  await page.keyboard.type("Ask the dealers");
  await page.keyboard.press("Enter");
  const note = await centre(map.node("Note: Ask the dealers"));
  expect(Math.hypot(note.x - lane.x - 20, note.y - lane.y + 40)).toBeLessThan(12);
});

test("a card that is let go beside the window stays at the edge over which it went", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const card = map.node("Note: Who calls after the fair?");
  const canvas = await map.canvas.boundingBox();
  if (!canvas) throw new Error("no canvas");
  const start = await centre(card);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x - 40, start.y + 10);
  await page.mouse.move(-3000, start.y + 30);
  await page.mouse.up();
  await expect(map.tool("Undo")).toHaveAttribute("aria-disabled", "false");
  // The view moves a little under a card that is held beside it.
  const dropped = await centre(card);
  expect(dropped.x).toBeGreaterThan(canvas.x - 80);
  expect(dropped.x).toBeLessThan(canvas.x + 80);
  // Several at once let go over the panels at the right stand at the right edge.
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+a");
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 40, start.y + 10);
  await page.mouse.move(canvas.x + canvas.width + 200, start.y);
  await page.mouse.up();
  expect((await centre(card)).x).toBeLessThan(canvas.x + canvas.width + 80);
});
