import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";

const FRAME = 1000 / 60;

/** A page in a browser with a profile of its own, and a watch for what it costs. */
export interface BenchPage {
  readonly page: Page;
  /** Milliseconds of the page's main thread from the start of `work` until what it did is painted. */
  cpuOf(work: () => Promise<void>): Promise<number>;
  /** Megabytes of JavaScript objects that are really in use. */
  heap(): Promise<number>;
  /** The same profile in a browser that has just been started. */
  restart(): Promise<BenchPage>;
  close(): Promise<void>;
}

export async function openBenchPage(
  executablePath: string,
  folder = mkdtempSync(join(tmpdir(), "dreiklang-bench-")),
): Promise<BenchPage> {
  const context: BrowserContext = await chromium.launchPersistentContext(folder, {
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    acceptDownloads: true,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(600_000);
  await page.addInitScript(rememberWhenPainted);
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return {
    page,
    async cpuOf(work) {
      const before = await taskTime(session);
      await work();
      await painted(page);
      return (await taskTime(session)) - before;
    },
    async heap() {
      await session.send("HeapProfiler.collectGarbage");
      const { metrics } = await session.send("Performance.getMetrics");
      return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / 2 ** 20;
    },
    async restart() {
      await context.close();
      return openBenchPage(executablePath, folder);
    },
    async close() {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0) * 1000;
}

/** Two frames later everything that was asked for before has been painted. */
export function painted(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

/** Does something so many times at 60 a second, or more slowly when the page cannot keep up. */
export async function atSixty(times: number, act: (index: number) => Promise<void>): Promise<void> {
  for (let index = 0; index < times; index += 1) {
    const start = performance.now();
    await act(index);
    const rest = FRAME - (performance.now() - start);
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
  }
}

/**
 * Runs in the page before all of its scripts. `whenMapPainted` resolves with `performance.now()` as soon as a map is
 * to be seen: as nodes, all of which React Flow has measured, or as a canvas that has been painted.
 */
function rememberWhenPainted(): void {
  const isThere = (count: number) => {
    const painted = document.querySelector<HTMLCanvasElement>("[data-painted] canvas");
    // A new canvas is 300 pixels wide until the map is painted.
    if (painted) return painted.width !== 300;
    const nodes = document.querySelectorAll(".react-flow__node");
    return nodes.length > 0 && (count === 0 || nodes.length >= count) && nodes[0]?.clientWidth !== 0;
  };
  Object.assign(window, {
    whenMapPainted: (count: number) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!isThere(count)) requestAnimationFrame(look);
          else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
        };
        look();
      }),
  });
}
