import { expect, type Page } from "@playwright/test";
import { mapToJson } from "#exchange/json/write-map.ts";
import { benchMap } from "../bench/bench-map.ts";
import { nodeInView } from "../bench/subjects.ts";
import { test } from "./fixtures.ts";
import { centre, drag, type MapPage, mapPage } from "./map-page.ts";

const NODES = 400;

async function openLarge(page: Page): Promise<MapPage> {
  const buffer = Buffer.from(mapToJson(benchMap(NODES)));
  await page.getByLabel("Import file").setInputFiles({ name: "large.json", mimeType: "", buffer });
  await page.waitForURL(/#\/map\//);
  const map = mapPage(page);
  await map.saved();
  await page.keyboard.press("Escape");
  return map;
}

const elements = (page: Page) => page.locator(".react-flow__node");
const card = (at: number) => `Touchpoint: Touchpoint ${String(at).padStart(4, "0")} of the customer's path..`;

async function toFullSize(page: Page, map: MapPage): Promise<void> {
  await map.canvas.focus();
  await page.keyboard.press("9");
  await expect(page.getByRole("button", { name: "Zoom: 100%" })).toBeVisible();
  await expect(elements(page)).not.toHaveCount(0);
}

test("of a large map only what is near is an element, and the rest comes with the view", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openLarge(page);
  // From afar nothing is: the whole map is painted.
  await expect(elements(page)).toHaveCount(0);
  await toFullSize(page, map);
  const before = await elements(page).first().getAttribute("data-id");
  expect(await elements(page).count()).toBeLessThan(150);
  const lonely = page.locator(`.react-flow__node[data-id="${before}"]`);
  await page.mouse.move(500, 450);
  await page.mouse.down({ button: "middle" });
  await page.mouse.move(200, 200, { steps: 5 });
  await page.mouse.up({ button: "middle" });
  await page.mouse.move(500, 450);
  await page.mouse.down({ button: "middle" });
  await page.mouse.move(100, 200, { steps: 5 });
  await page.mouse.up({ button: "middle" });
  await expect(lonely).toHaveCount(0);
  expect(await elements(page).count()).toBeGreaterThan(5);
});

test("what has the keyboard stays an element wherever the view goes", async ({ openApp }) => {
  const page = await openApp();
  const map = await openLarge(page);
  await toFullSize(page, map);
  const first = elements(page).first();
  const id = await first.getAttribute("data-id");
  await first.focus();
  await page.keyboard.press("0");
  await expect(page.locator("[data-painted] canvas")).toBeVisible();
  await expect(page.locator(`.react-flow__node[data-id="${id}"]`)).toBeFocused();
});

test("many painted nodes are selected by a box and dragged together", async ({ openApp }) => {
  const page = await openApp();
  const map = await openLarge(page);
  const box = await map.canvas.boundingBox();
  if (!box) throw new Error("no canvas");
  await drag(
    page,
    // Beside the headers of the lanes: those move up and down only.
    { x: box.x + box.width * 0.4, y: box.y + 60 },
    { x: box.x + box.width * 0.8, y: box.y + box.height * 0.6 },
  );
  const selected = map.details.getByRole("heading", { name: /\d+ (nodes|touchpoints) selected/ });
  await expect(selected).toBeVisible();
  const count = Number(/\d+/.exec((await selected.textContent()) ?? "")?.[0]);
  expect(count).toBeGreaterThan(100);
  // Only the one under the pointer is an element; all the others go along.
  expect(await elements(page).count()).toBeLessThan(5);
  const held = await centre(elements(page).first());
  await drag(page, held, { x: held.x + 60, y: held.y });
  const undo = map.tool("Undo");
  await expect(undo).toHaveAttribute("aria-disabled", "false");
  await undo.hover();
  await expect(page.getByRole("tooltip")).toContainText(/move \d{2,} (nodes|touchpoints)/);
  await page.keyboard.press("Control+z");
  await expect(undo).toHaveAttribute("aria-disabled", "true");
});

test("a click takes back a selection of more than is in sight", async ({ openApp }) => {
  const page = await openApp();
  const map = await openLarge(page);
  await toFullSize(page, map);
  const all = map.details.getByRole("heading", { name: `${NODES} nodes selected` });
  await page.keyboard.press("Control+a");
  await expect(all).toBeVisible();
  const spot = await nodeInView(page);
  // Between two rows of cards, and not on a line.
  const gap = await page.evaluate(({ x, y }) => {
    for (let dy = 0; dy < 400; dy += 3)
      for (let dx = 0; dx < 300; dx += 7)
        if (document.elementFromPoint(x + dx, y + dy)?.matches(".react-flow__pane"))
          return { x: x + dx, y: y + dy };
    throw new Error("no free place");
  }, spot);
  await page.mouse.click(gap.x, gap.y);
  await expect(map.details.getByRole("heading", { name: /selected/ })).toHaveCount(0);
  await expect(map.details.getByLabel("Title")).toHaveValue(/^Benchmark/);
});

test("a click on one of many selected cards selects it alone, and a drag takes all of them", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openLarge(page);
  await toFullSize(page, map);
  await page.keyboard.press("Control+a");
  await expect(map.details.getByRole("heading", { name: `${NODES} nodes selected` })).toBeVisible();
  const spot = await nodeInView(page);
  await drag(page, spot, { x: spot.x + 40, y: spot.y });
  await expect(map.details.getByRole("heading", { name: `${NODES} nodes selected` })).toBeVisible();
  await page.mouse.click(spot.x, spot.y);
  await expect(map.details.getByLabel("Title")).toHaveValue(/^Touchpoint/);
});

test("a connection begins also at the half of a handle that lies beside its card", async ({ openApp }) => {
  const page = await openApp();
  const map = await openLarge(page);
  await toFullSize(page, map);
  const spot = await nodeInView(page);
  await page.mouse.move(spot.x, spot.y);
  const card = page.locator(`.react-flow__node[data-id="${spot.id}"]`);
  const box = await card.boundingBox();
  if (!box) throw new Error("not in view");
  const handle = { x: box.x + box.width + 4, y: box.y + box.height / 2 };
  await page.mouse.move(handle.x, handle.y, { steps: 8 });
  await drag(page, handle, { x: handle.x + 12, y: box.y + box.height + 12 });
  await expect(map.tool("Undo")).toHaveAttribute("aria-disabled", "false");
});

test("a title typed on a large map is the title, letter by letter", async ({ openApp }) => {
  const page = await openApp();
  const map = await openLarge(page);
  await toFullSize(page, map);
  const spot = await nodeInView(page);
  await page.mouse.click(spot.x, spot.y);
  await page.keyboard.press("F2");
  await expect(map.canvas.getByRole("textbox", { name: /^Title/ })).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Wer ruft nach der Messe wen an?");
  await page.keyboard.press("Enter");
  await expect(map.node("Touchpoint: Wer ruft nach der Messe wen an?")).toBeVisible();
  await expect(map.details.getByLabel("Title")).toHaveValue("Wer ruft nach der Messe wen an?");
  await map.saved();
  await page.keyboard.press("Control+z");
  await expect(map.node("Touchpoint: Wer ruft nach der Messe wen an?")).toHaveCount(0);
});

test("findings come as one scrolls, and the next gap is there to be settled", async ({ openApp }) => {
  const page = await openApp();
  const map = await openLarge(page);
  const items = map.audit.getByRole("list", { name: "Findings" }).getByRole("listitem");
  await expect(items.first()).toBeVisible();
  const first = await items.count();
  await items.last().scrollIntoViewIfNeeded();
  await expect(async () => expect(await items.count()).toBeGreaterThan(first)).toPass();
});

test("a card of a large map is found by the palette and has the keyboard", async ({ openApp }) => {
  const page = await openApp();
  const map = await openLarge(page);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("textbox", { name: "Find an action or a node" })).toBeFocused();
  await page.keyboard.type("Touchpoint 0333");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(map.node(card(333))).toBeFocused();
});
