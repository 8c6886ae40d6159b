import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { mapToJson } from "#exchange/json/write-map.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { BenchPage } from "./bench-browser.ts";
import { bareGraph } from "./bench-map.ts";

declare global {
  interface Window {
    whenMapPainted(count: number): Promise<number>;
  }
}

/** One of the two pages that are compared: how the same thing is done in it. */
export interface Subject {
  readonly name: "dreiklang" | "bare";
  /** Keeps the map in the profile, so that the next start finds it. */
  save(bench: BenchPage, map: JourneyMap): Promise<void>;
  /** Milliseconds from the start of the page until the kept map is painted. */
  coldStart(bench: BenchPage, map: JourneyMap): Promise<number>;
  /** Milliseconds from a click until the map is painted; all scripts are there already. */
  load(bench: BenchPage, map: JourneyMap): Promise<number>;
  fit(page: Page): Promise<void>;
  toFullSize(page: Page): Promise<void>;
  /** Makes ready for typing into the title of a node that is in view at 100 %. */
  startTyping(page: Page): Promise<void>;
  endTyping(page: Page): Promise<void>;
  /** What the title is that was typed into. */
  typedTitle(page: Page): Promise<string>;
  /** Moves the first 500 nodes at once. */
  moveFirst500(page: Page, map: JourneyMap): Promise<void>;
  undo(page: Page): Promise<void>;
  /** Makes a picture of the whole map at twice its size; milliseconds, null where it is refused as too large. */
  picture(page: Page): Promise<number | null>;
}

export function bareSubject(address: string): Subject {
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  const withGraph = (page: Page, map: JourneyMap) =>
    page.evaluate((graph) => {
      window.graph = graph;
    }, bareGraph(map));
  let undoAt: Spot = { x: 0, y: 0 };
  return {
    name: "bare",
    async save({ page }, map) {
      await page.goto(address);
      await withGraph(page, map);
      await button(page, "Save").click();
      await page.waitForTimeout(1500);
    },
    coldStart: async ({ page }, map) => {
      await page.goto(`${address}#saved`, { waitUntil: "commit" });
      return page.evaluate((count) => window.whenMapPainted(count), Object.keys(map.nodes).length);
    },
    async load({ page }, map) {
      await page.goto("about:blank");
      await page.goto(address);
      await withGraph(page, map);
      return page.evaluate(async (count) => {
        const start = performance.now();
        document.querySelector("button")?.click();
        return (await window.whenMapPainted(count)) - start;
      }, Object.keys(map.nodes).length);
    },
    fit: (page) => page.evaluate(async () => void (await window.flow?.fitView())),
    toFullSize: (page) =>
      page.evaluate(async () => void (await window.flow?.setViewport({ x: -600, y: 20, zoom: 1 }))),
    startTyping: (page) => page.getByLabel("Title").click(),
    endTyping: async () => {},
    typedTitle: async (page) => (await page.locator('.react-flow__node[data-id="t0"]').textContent()) ?? "",
    async moveFirst500(page) {
      await button(page, "Move 500").click();
      // Found beforehand: looking for it walks through the whole page, which is not what is measured.
      const box = await button(page, "Undo").boundingBox();
      undoAt = { x: (box?.x ?? 0) + 10, y: (box?.y ?? 0) + 5 };
    },
    undo: (page) => page.mouse.click(undoAt.x, undoAt.y),
    async picture(page) {
      const start = performance.now();
      await button(page, "Picture").click();
      await page.waitForFunction(() => (window.pictureLength ?? 0) > 10_000);
      return performance.now() - start;
    },
  };
}

export function appSubject(address: string): Subject {
  const canvas = (page: Page) => page.getByRole("region", { name: "Map canvas" });
  const whenSaved = (page: Page) =>
    page
      .getByRole("status")
      .filter({ hasText: /^Saved$/ })
      .waitFor();
  let url = "";
  const focusCanvas = (page: Page) => canvas(page).focus();
  return {
    name: "dreiklang",
    async save({ page }, map) {
      await page.goto(`${address}#/`);
      const buffer = Buffer.from(mapToJson(map));
      await page.getByLabel("Import file").setInputFiles({ name: "bench.json", mimeType: "", buffer });
      await page.waitForURL(/#\/map\//);
      await page.evaluate(() => window.whenMapPainted(0));
      await whenSaved(page);
      // The result of the import is told in a dialog or a notice.
      await page.keyboard.press("Escape");
      url = page.url();
      await page.waitForTimeout(3000);
    },
    coldStart: async ({ page }) => {
      await page.goto(url, { waitUntil: "commit" });
      return page.evaluate(() => window.whenMapPainted(0));
    },
    async load({ page }, map) {
      await page.goto(`${address}#/`);
      const link = page.getByRole("link", { name: map.title }).first();
      await link.waitFor();
      await page.waitForTimeout(1500);
      return link.evaluate(async (element: HTMLElement) => {
        const start = performance.now();
        element.click();
        return (await window.whenMapPainted(0)) - start;
      });
    },
    async fit(page) {
      await focusCanvas(page);
      await page.keyboard.press("0");
      await whenCalm(page);
    },
    async toFullSize(page) {
      await focusCanvas(page);
      await page.keyboard.press("9");
      await whenCalm(page);
    },
    async startTyping(page) {
      const node = await nodeInView(page);
      await page.mouse.click(node.x, node.y);
      await page.keyboard.press("F2");
      await page.locator(".react-flow__node textarea, .react-flow__node input").first().waitFor();
      await page.keyboard.press("End");
    },
    endTyping: (page) => page.keyboard.press("Enter"),
    async typedTitle(page) {
      // The panel follows in the pauses.
      await page.waitForTimeout(500);
      return page.getByRole("region", { name: "Details" }).getByLabel("Title").inputValue();
    },
    async moveFirst500(page, map) {
      const view = await viewOf(page);
      const nodes = Object.values(map.nodes);
      const last = map.nodes[`t${Math.min(499, nodes.length - 3)}`];
      const right = Math.max(...nodes.map(({ position }) => position.x)) + 300;
      const corner = screenOf(view, { x: 650, y: -40 });
      const end = screenOf(view, { x: right, y: (last?.position.y ?? 0) + 130 });
      await page.mouse.move(corner.x, corner.y);
      await page.mouse.down();
      await page.mouse.move((corner.x + end.x) / 2, (corner.y + end.y) / 2);
      await page.mouse.move(end.x, end.y);
      await page.mouse.up();
      await page.waitForTimeout(300);
      // Not the one that was dragged alone before.
      const card = map.nodes.t50?.position ?? { x: 0, y: 0 };
      const grip = screenOf(view, { x: card.x + 130, y: card.y + 46 });
      await page.mouse.move(grip.x, grip.y);
      await page.waitForTimeout(100);
      await page.mouse.down();
      // Far enough to be a drag, then back to two pixels: from afar there is no more room within the cells.
      await page.mouse.move(grip.x + 5, grip.y);
      await page.mouse.move(grip.x + 2, grip.y);
      // With Alt they stay where they are dropped; without it they would go back to the rows of their cells.
      await page.keyboard.down("Alt");
      await page.mouse.up();
      await page.keyboard.up("Alt");
      await page.waitForTimeout(1000);
      // The tool says what it would undo: that is the proof that so many have moved.
      await page.getByRole("toolbar").getByRole("button", { name: "Undo", exact: true }).hover();
      await page
        .getByRole("tooltip")
        .filter({ hasText: /\b\d{2,} /u })
        .waitFor({ timeout: 5000 });
      await focusCanvas(page);
      await page.mouse.move(650, 480);
      await page.waitForTimeout(500);
    },
    undo: (page) => page.keyboard.press("Control+z"),
    async picture(page) {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("Export as PNG");
      // The dialog draws the picture to know its size; twice its size is what it proposes.
      const start = performance.now();
      await page.keyboard.press("Enter");
      const dialog = page.getByRole("dialog", { name: "Save as PNG" });
      const save = dialog.getByRole("button", { name: "Save PNG" });
      const [download] = await Promise.all([
        // A picture that is too large for a browser is refused, with the size that would do.
        page.waitForEvent("download", { timeout: 60_000 }).catch(() => null),
        save.click({ timeout: 10_000 }).catch(() => {}),
      ]);
      const time = performance.now() - start;
      if (!download) return null;
      // The size of a picture stands in the first bytes of its file: 1,000 cards are more than 50 million pixels.
      const head = readFileSync(await download.path()).subarray(16, 24);
      const pixels = head.readUInt32BE(0) * head.readUInt32BE(4);
      if (pixels < 5_000_000) throw new Error(`a picture of ${pixels} pixels only`);
      return time;
    },
  };
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface View extends Spot {
  readonly zoom: number;
}

/** Where the map lies on the screen: both pages have React Flow, which tells it. */
export function viewOf(page: Page): Promise<View> {
  return page.evaluate(() => {
    const flow = document.querySelector(".react-flow")?.getBoundingClientRect();
    const element = document.querySelector<HTMLElement>(".react-flow__viewport");
    const { e, f, a } = new DOMMatrix(element?.style.transform ?? "");
    return { x: e + (flow?.x ?? 0), y: f + (flow?.y ?? 0), zoom: a };
  });
}

/** The view glides; and what follows a new level of detail takes its time. */
async function whenCalm(page: Page): Promise<void> {
  let before = "";
  for (let calm = 0; calm < 3; ) {
    await page.waitForTimeout(200);
    const now = JSON.stringify(await viewOf(page));
    calm = now === before ? calm + 1 : 0;
    before = now;
  }
}

export function screenOf({ x, y, zoom }: View, spot: Spot): Spot {
  return { x: x + spot.x * zoom, y: y + spot.y * zoom };
}

/** The middle of a card that is wholly in view, screen pixels. */
export function nodeInView(page: Page): Promise<Spot & { readonly id: string }> {
  return page.evaluate(() => {
    const flow = document.querySelector(".react-flow")?.getBoundingClientRect() ?? new DOMRect();
    for (const node of document.querySelectorAll<HTMLElement>(".react-flow__node[data-id^=t]")) {
      const box = node.getBoundingClientRect();
      const isInside =
        box.left > flow.left + 80 &&
        box.right < flow.right - 260 &&
        box.top > flow.top + 120 &&
        box.bottom < flow.bottom - 200;
      if (isInside)
        return { id: node.dataset.id ?? "", x: box.x + box.width * 0.6, y: box.y + box.height * 0.4 };
    }
    throw new Error("no node in view");
  });
}
