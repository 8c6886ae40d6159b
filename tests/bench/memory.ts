import { openBenchPage } from "./bench-browser.ts";
import { benchMap } from "./bench-map.ts";
import type { BenchOptions } from "./options.ts";
import { appSubject } from "./subjects.ts";

/** Megabytes of objects in use before and after a map of 1,000 nodes was opened and closed 50 times. */
export interface MemoryFigures {
  readonly before: number;
  readonly after: number;
}

const TIMES = 50;
/** What is made once for all maps is there after so many. */
const FIRST = 3;

export async function measureMemory({ executablePath, appAddress }: BenchOptions): Promise<MemoryFigures> {
  const map = benchMap(1000);
  const subject = appSubject(appAddress);
  let bench = await openBenchPage(executablePath);
  try {
    await subject.save(bench, map);
    bench = await bench.restart();
    /** Opens the map out of the library, and comes back. */
    const openAndClose = async (times: number) => {
      await subject.coldStart(bench, map);
      for (let time = 0; time < times; time += 1) {
        await subject.load(bench, map);
        await bench.page.waitForTimeout(500);
      }
      await bench.page.getByRole("link", { name: "Maps" }).first().click();
      await bench.page.getByRole("heading", { name: "Maps" }).waitFor();
      // Until the last checkpoint and copies are written.
      await bench.page.waitForTimeout(10_000);
    };
    console.log(`memory, a map of 1,000 nodes ${TIMES} times`);
    await openAndClose(FIRST);
    const before = await bench.heap();
    await openAndClose(TIMES);
    return { before, after: await bench.heap() };
  } finally {
    await bench.close();
  }
}
