import type { Browser, Page } from "@playwright/test";

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds on the clock, and those in which the thread had a processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** The longest single task of a page's main thread, in milliseconds: so long nothing moves on the screen. */
export interface LongestTask {
  /** Time of the processor: what the page needs, however busy the computer is with other things. */
  readonly work: number;
  /** Time on the clock. */
  readonly clock: number;
}

/** Watches the main thread of a page while something is done. No other page may be open in the browser. */
export async function longestTaskDuring(page: Page, work: () => Promise<void>): Promise<LongestTask> {
  const browser: Browser | null = page.context().browser();
  if (!browser) throw new Error("no browser to trace");
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
  await work();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const place = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(place),
  );
  const tasks = traceEvents.filter(
    (event) => event.name.endsWith("RunTask") && mainThreads.has(place(event)),
  );
  if (tasks.length === 0) throw new Error("the trace has no tasks");
  const longest = (pick: (task: TraceEvent) => number | undefined) =>
    Math.round(tasks.reduce((most, task) => Math.max(most, pick(task) ?? 0), 0) / 1000);
  return { work: longest(({ tdur }) => tdur), clock: longest(({ dur }) => dur) };
}
