import type { Page } from "@playwright/test";
import { rectangleOf } from "#model/geometry.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { atSixty, type BenchPage } from "./bench-browser.ts";
import { nodeInView, type Subject, screenOf, viewOf } from "./subjects.ts";

/** What is measured, in the order of the table. */
export const rows = [
  { id: "load", name: "load a document until painted, ms", targets: { 1000: 0.5, 5000: 0.35 } },
  { id: "cold", name: "cold start with a saved map, ms", targets: { 1000: 0.7, 5000: 0.4 } },
  { id: "panFit", name: "pan, whole map in view", targets: { 1000: 0.2, 5000: 0.08 } },
  { id: "panFull", name: "pan at 100 %", targets: { 1000: 0.2, 5000: 0.05 } },
  { id: "zoom", name: "zoom by wheel, whole map to 100 %", targets: { 1000: 0.35, 5000: 0.15 } },
  { id: "dragFull", name: "drag one node at 100 %", targets: { 1000: 0.3, 5000: 0.1 } },
  { id: "dragFit", name: "drag one node, whole map in view", targets: { 1000: 0.3, 5000: 0.1 } },
  { id: "type", name: "type one character", targets: { 1000: 0.25, 5000: 0.1 } },
  { id: "typeSlowly", name: "type one character, four a second, with all that follows", targets: {} },
  { id: "undo", name: "undo a move of 500 nodes, ms", targets: { 1000: 0.12, 5000: 0.06 } },
  { id: "png", name: "PNG of the whole map at 2×, ms", targets: { 1000: 0.03 } },
] as const;

export type RowId = (typeof rows)[number]["id"];
export type Figures = Partial<Record<RowId, number>>;

const STEPS = 40;
const SLOW_KEYS = 20;

/** One pass over everything in a fresh profile. `problems` takes what did not really happen. */
export async function measure(
  subject: Subject,
  fresh: BenchPage,
  map: JourneyMap,
  options: { readonly withPicture: boolean },
  problems: string[],
): Promise<Figures> {
  await subject.save(fresh, map);
  let bench = await fresh.restart();
  try {
    // Each in a browser that has just been started: what was shown before would be quicker the second time.
    const load = await subject.load(bench, map);
    bench = await bench.restart();
    const cold = await subject.coldStart(bench, map);
    await bench.page.waitForTimeout(1500);
    const moves = await measureMoves(subject, bench, map, problems);
    const edits = await measureEdits(subject, bench, map, problems);
    const png = options.withPicture ? await subject.picture(bench.page) : null;
    return { cold, load, ...moves, ...edits, ...(png === null ? {} : { png }) };
  } finally {
    await bench.close();
    bench = fresh;
  }
}

async function measureMoves(
  subject: Subject,
  bench: BenchPage,
  map: JourneyMap,
  problems: string[],
): Promise<Figures> {
  const { page } = bench;
  const check = (isTrue: boolean, what: string) => isTrue || problems.push(`${subject.name}: ${what}`);
  /** Whether a step is to be seen, and not only in the model. */
  const shows = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const before = await page.screenshot();
    const result = await work();
    check(!before.equals(await page.screenshot()), `${what} was not to be seen`);
    return result;
  };
  await subject.fit(page);
  const atFit = await viewOf(page);
  const panFit = await shows("panning the whole map", () => panning(bench));
  check((await viewOf(page)).x !== atFit.x, "panning the whole map did not move it");

  await subject.fit(page);
  const wheel = await shows("zooming", () =>
    bench.cpuOf(async () => {
      await page.mouse.move(650, 480);
      const events = Math.ceil(Math.log2(1 / atFit.zoom) / 0.12);
      await atSixty(events, () => page.mouse.wheel(0, -60));
    }),
  );
  const zoomed = await viewOf(page);
  check(zoomed.zoom > 0.9, `the wheel came to ${zoomed.zoom} only`);
  const zoom = wheel / Math.ceil(Math.log2(1 / atFit.zoom) / 0.12);
  await page.waitForTimeout(500);

  await subject.fit(page);
  const t3 = await spotOf(page, map, "t3");
  const { cpu: dragFit, hasMoved: movedAtFit } = await shows("dragging in the whole map", () =>
    dragging(bench, "t3", t3),
  );
  check(movedAtFit, "dragging in the whole map moved nothing");

  await subject.toFullSize(page);
  const panFull = await shows("panning at 100 %", () => panning(bench));
  await subject.toFullSize(page);
  const card = await nodeInView(page);
  const { cpu: dragFull, hasMoved: movedAtFull } = await shows("dragging at 100 %", () =>
    dragging(bench, card.id, card),
  );
  check(movedAtFull, "dragging at 100 % moved nothing");
  return { panFit, panFull, zoom, dragFit, dragFull };
}

async function measureEdits(
  subject: Subject,
  bench: BenchPage,
  map: JourneyMap,
  problems: string[],
): Promise<Figures> {
  const { page } = bench;
  await subject.toFullSize(page);
  await subject.startTyping(page);
  const typing = await bench.cpuOf(() =>
    atSixty(STEPS, (index) => page.keyboard.press("abcdefghij"[index % 10] ?? "a")),
  );
  await subject.endTyping(page);
  if (!(await subject.typedTitle(page)).endsWith("hij"))
    problems.push(`${subject.name}: typing did not arrive`);

  const type = typing / STEPS;
  await subject.toFullSize(page);
  await subject.startTyping(page);
  // What a page puts off until no key comes counts here; a page that rests for as long is taken off.
  const slowly = async (press: boolean) =>
    bench.cpuOf(async () => {
      for (let index = 0; index < SLOW_KEYS; index += 1) {
        if (press) await page.keyboard.press("abcdefghij"[index % 10] ?? "a");
        await page.waitForTimeout(250);
      }
      await page.waitForTimeout(1000);
    });
  const typeSlowly = ((await slowly(true)) - (await slowly(false))) / SLOW_KEYS;
  await subject.endTyping(page);
  await subject.fit(page);
  try {
    await subject.moveFirst500(page, map);
  } catch (error) {
    problems.push(`${subject.name}: 500 nodes were not moved: ${String(error).split("\n")[0]}`);
    return { type, typeSlowly };
  }
  const before = await viewOf(page);
  const moved = await page.screenshot();
  const undo = await bench.cpuOf(() => subject.undo(page));
  if ((await viewOf(page)).zoom !== before.zoom) problems.push(`${subject.name}: undo moved the view`);
  if (moved.equals(await page.screenshot())) problems.push(`${subject.name}: undo was not to be seen`);
  return { type, typeSlowly, undo };
}

async function panning({ page, cpuOf }: BenchPage): Promise<number> {
  await page.mouse.move(650, 480);
  await page.mouse.down({ button: "middle" });
  const total = await cpuOf(() =>
    atSixty(STEPS, (index) => page.mouse.move(650 + swing(index) * 4, 480 + swing(index) * 3)),
  );
  await page.mouse.up({ button: "middle" });
  return total / STEPS;
}

async function dragging(
  { page, cpuOf }: BenchPage,
  id: Id,
  from: { readonly x: number; readonly y: number },
): Promise<{ readonly cpu: number; readonly hasMoved: boolean }> {
  // Painted nodes become elements when the pointer comes upon them.
  await page.mouse.move(from.x, from.y);
  const element = page.locator(`.react-flow__node[data-id="${id}"]`);
  const before = await element.getAttribute("style");
  await page.mouse.down();
  await page.mouse.move(from.x + 6, from.y + 4);
  const total = await cpuOf(() =>
    atSixty(STEPS, (index) => page.mouse.move(from.x + 8 + swing(index) * 2, from.y + 5 + swing(index))),
  );
  const after = await element.getAttribute("style");
  await page.mouse.up();
  await page.waitForTimeout(500);
  return { cpu: total / STEPS, hasMoved: before !== after };
}

/** There and back again, so that no step is none. */
function swing(index: number): number {
  return index < STEPS / 2 ? index : STEPS - index;
}

async function spotOf(page: Page, map: JourneyMap, id: Id): Promise<{ x: number; y: number }> {
  const node = map.nodes[id];
  if (!node) throw new Error(`no node ${id}`);
  const { x, y, width, height } = rectangleOf(node);
  return screenOf(await viewOf(page), { x: x + width * 0.6, y: y + height * 0.4 });
}
