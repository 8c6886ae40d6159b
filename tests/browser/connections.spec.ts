import { expect, type Locator } from "@playwright/test";
import { test } from "./fixtures.ts";
import { openSample } from "./map-page.ts";

/** The middle of a connection's line, screen pixels. */
function middleOf(connection: Locator): Promise<{ x: number; y: number }> {
  return connection
    .locator("path")
    .last()
    .evaluate((line) => {
      if (!(line instanceof SVGPathElement)) throw new Error("no line");
      const middle = line.getPointAtLength(line.getTotalLength() / 2);
      const { x, y } = middle.matrixTransform(line.getScreenCTM() ?? undefined);
      return { x, y };
    });
}

test("a connection is turned round by its menu, with mouse and keyboard", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const connection = (from: string, to: string) =>
    map.canvas.getByRole("group", { name: `Connection from ${from} to ${to}`, exact: true });
  const there = connection("Configurator", "On-site appointment");
  const back = connection("On-site appointment", "Configurator");
  const { x, y } = await middleOf(there);
  await page.mouse.click(x, y, { button: "right" });
  await page.getByRole("menuitem", { name: "Reverse connection" }).click();
  await expect(back).toBeAttached();
  await expect(there).toHaveCount(0);
  await back.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("ContextMenu");
  await page.getByRole("menuitem", { name: "Reverse connection" }).press("Enter");
  await expect(there).toBeAttached();
  await map.tool("Undo").hover();
  await expect(page.getByRole("tooltip")).toContainText("Undo: reverse 1 connection");
});
