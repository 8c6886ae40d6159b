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
