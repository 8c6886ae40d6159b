import type { Page } from "@playwright/test";
import { openBenchPage } from "./bench-browser.ts";
import { benchMap } from "./bench-map.ts";
import { medianOf } from "./median.ts";
import type { BenchOptions } from "./options.ts";
import { appSubject, nodeInView } from "./subjects.ts";

/** Milliseconds, on a map of 1,000 nodes. */
export interface StorageFigures {
  /** From a command until the indicator says "Saved". */
  readonly savedP50: number;
  readonly savedP95: number;
  readonly openFresh: number;
  readonly openWithEntries: number;
}

/** One fewer than what makes the app write a checkpoint at once. */
const ENTRIES = 199;

/** How soon a command is saved, and what a journal that nobody has put into a checkpoint costs when a map opens. */
export async function measureStorage(options: BenchOptions): Promise<StorageFigures> {
  const map = benchMap(1000);
  const subject = appSubject(options.appAddress);
  const repeats = options.isQuick ? 1 : 5;
  let bench = await openBenchPage(options.executablePath);
  const open = async () => {
    bench = await bench.restart();
    return subject.coldStart(bench, map);
  };
  try {
    await subject.save(bench, map);
    const saved: number[] = [];
    const fresh: number[] = [];
    const withEntries: number[] = [];
    for (let pass = 0; pass < repeats; pass += 1) {
      console.log(`storage, 1,000 nodes, pass ${pass + 1} of ${repeats}`);
      fresh.push(await open());
      await subject.fit(bench.page);
      saved.push(...(await savedTimes(bench.page)));
      withEntries.push(await open());
      // Long enough for a checkpoint, so that the next opening finds one.
      await bench.page.waitForTimeout(9000);
    }
    saved.sort((a, b) => a - b);
    return {
      savedP50: medianOf(saved),
      savedP95: saved[Math.ceil(saved.length * 0.95) - 1] ?? 0,
      openFresh: medianOf(fresh),
      openWithEntries: medianOf(withEntries),
    };
  } finally {
    await bench.close();
  }
}

/** Gives a card one owner after the other; for each command the milliseconds from the key to "Saved". */
async function savedTimes(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    let pressed: number | null = null;
    window.addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), true);
    const status = [...document.querySelectorAll("[role=status]")].find((e) => e.textContent === "Saved");
    if (!status) throw new Error("nothing is saved");
    new MutationObserver(() => {
      if (status.textContent !== "Saved" || pressed === null) return;
      times.push(performance.now() - pressed);
      pressed = null;
    }).observe(status, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { savedTimes: times });
  });
  await appSubject("").toFullSize(page);
  const card = await nodeInView(page);
  await page.mouse.click(card.x, card.y);
  // Whoever owns it so far: every key below changes something.
  await page.keyboard.press("i");
  await page.waitForTimeout(1000);
  await page.evaluate(() => {
    (window as unknown as { savedTimes: number[] }).savedTimes.length = 0;
  });
  for (let index = 0; index < ENTRIES; index += 1) {
    await page.keyboard.press("msi"[index % 3] ?? "m");
    await page.waitForFunction(
      (count) => (window as unknown as { savedTimes: number[] }).savedTimes.length > count,
      index,
      { polling: 5, timeout: 5000 },
    );
  }
  return page.evaluate(() => (window as unknown as { savedTimes: number[] }).savedTimes);
}
