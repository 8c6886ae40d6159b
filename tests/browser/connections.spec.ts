import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { centre, type MapPage, openSample } from "./map-page.ts";

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

test("the mark of a handover is pressed where a long line leads across it", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const { canvas } = map;
  // Each mark is the topmost of what can be pressed in its place, but for cards.
  const marks = await canvas.locator("circle.nopan").evaluateAll((all) =>
    all.map((mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect();
      const top = document.elementFromPoint(x + width / 2, y + height / 2);
      return top === mark || top?.closest(".react-flow__node") !== null;
    }),
  );
  expect(marks.length).toBeGreaterThan(3);
  expect(marks).not.toContain(false);
  const mark = canvas.locator("circle.nopan").first();
  await mark.click();
  await expect(canvas.locator("[data-connection][data-selected]")).toHaveCount(1);
  await expect(page.getByRole("textbox", { name: "Information that goes along" })).toBeVisible();
});

test("a mark on the baton strip leads to its handover", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const { canvas } = map;
  // Marks that lie free: the strip is at the foot of a lane.
  const places = await canvas.locator("svg circle:not(.nopan)").evaluateAll((all) =>
    all.flatMap((circle) => {
      const { x, y, width, height } = circle.getBoundingClientRect();
      const middle = { x: x + width / 2, y: y + height / 2 };
      const isMark = circle.nextElementSibling?.textContent === "!";
      return isMark && document.elementFromPoint(middle.x, middle.y)?.matches(".react-flow__pane")
        ? [middle]
        : [];
    }),
  );
  const [first] = places;
  if (!first) throw new Error("no mark lies free");
  await page.mouse.click(first.x, first.y);
  await expect(page.getByRole("textbox", { name: "Information that goes along" })).toBeVisible();
});

async function goFarAway(page: Page, map: MapPage): Promise<void> {
  const zoomOut = page.getByRole("button", { name: "Zoom out" });
  const someCard = map.node("Touchpoint: Offer as a PDF");
  await expect(async () => {
    await zoomOut.click();
    await expect(someCard).toHaveCount(0, { timeout: 1000 });
  }).toPass();
  // The soft movement of the view has ended.
  await page.waitForTimeout(400);
}

test("far away, a painted connection is selected by a click and has its menu", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await page.keyboard.press("Escape");
  await goFarAway(page, map);
  // The two cards stand in the same row of neighbouring stages: the line runs between their middles.
  await page.keyboard.press("Control+k");
  await page.getByRole("textbox", { name: "Find an action or a node" }).fill("Select all");
  await page.keyboard.press("Enter");
  const from = await centre(map.node("Touchpoint: Configurator"));
  const to = await centre(map.node("Touchpoint: On-site appointment"));
  await page.keyboard.press("Escape");
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.click(middle.x, middle.y + 3);
  await expect(map.details.getByRole("heading", { name: "Connection" })).toBeVisible();
  await expect(map.details).toContainText("On-site appointment");
  await page.mouse.click(middle.x, middle.y + 60);
  await expect(map.details.getByRole("heading", { name: "Connection" })).toBeHidden();
  await page.mouse.click(middle.x, middle.y, { button: "right" });
  await page.getByRole("menuitem", { name: "Reverse connection" }).click();
  await expect(map.details.getByRole("heading", { name: "Connection" })).toBeVisible();
  await page.mouse.move(from.x, from.y);
  await map.node("Touchpoint: Configurator").click();
  await expect(map.details.getByLabel("Title")).toHaveValue("Configurator");
});

test("connections lie over the lanes, also when one comes back from afar and adds a lane", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openSample(page);
  const connection = map.canvas.getByRole("group", { name: /^Connection from / });
  const shown = await connection.count();
  expect(shown).toBeGreaterThan(20);
  const zoomOut = page.getByRole("button", { name: "Zoom out" });
  // Painted, and nothing else: they would be drawn twice.
  await expect(async () => {
    await zoomOut.click();
    expect(await connection.count()).toBe(0);
  }).toPass();
  await page.keyboard.press("9");
  await expect(connection).toHaveCount(shown);
  await page.keyboard.press("Alt+2");
  await page.keyboard.press("Escape");
  const depths = await map.canvas.evaluate((canvas) => {
    const depthOf = (element: Element) => Number(getComputedStyle(element).zIndex);
    const pictures = [...canvas.querySelectorAll(".react-flow__viewport-portal svg")];
    const isConnections = (svg: Element) => svg.querySelector("[data-connection]") !== null;
    return {
      lanes: Math.max(...pictures.filter((svg) => !isConnections(svg)).map(depthOf)),
      connections: Math.min(...pictures.filter(isConnections).map(depthOf)),
    };
  });
  expect(depths.connections).toBeGreaterThan(depths.lanes);
});
