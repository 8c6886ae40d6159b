import { expect, type Page } from "@playwright/test";
import { mapPage } from "../browser/map-page.ts";
import { type BrowserProcess, pause } from "./browser-process.ts";
import type { Machine } from "./fixtures.ts";
import { type NumberedEdits, startNumberedEdits, stateOnCanvas } from "./numbered-edits.ts";
import { storeIdOf } from "./raw-store.ts";
import { watchSaved } from "./watch-saved.ts";

/** What became of a row of kills. */
export interface KillTally {
  rounds: number;
  /** Keystrokes of which the page said that they are saved. */
  acknowledged: number;
  /** Of those, how many were gone after the next start. */
  lost: number;
  /** How often the browser had thrown its whole database away. */
  wipes: number;
  /** How often nothing was missing all the same. */
  wipesRestored: number;
  /** From the start of the browser to a map that can be edited, milliseconds, one for each round. */
  readonly recovery: number[];
}

/** When the browser is killed. */
export type KillMoment =
  /** As soon as a change is shown as saved. */
  | { readonly at: "saved" }
  /** So many milliseconds after the first key, whatever is under way. */
  | { readonly at: "edits"; readonly after: number }
  /** So many milliseconds after the page was asked for. */
  | { readonly at: "start"; readonly after: number };

/** A map in a browser that is killed again and again. */
export interface KilledMap {
  readonly url: string;
  readonly edits: NumberedEdits;
  readonly tally: KillTally;
  /** The newest state that was shown as saved, by its place among all states. */
  saved: number;
  storeId: string | null;
}

export async function startKilledMap(machine: Machine, address: string): Promise<KilledMap> {
  const { page, close } = await machine.start();
  await page.goto(address);
  const edits = await startNumberedEdits(page, "Killed");
  const storeId = await storeIdOf(page);
  const url = page.url();
  await close();
  const tally = { rounds: 0, acknowledged: 0, lost: 0, wipes: 0, wipesRestored: 0, recovery: [] };
  return { url, edits, tally, saved: edits.states.length - 1, storeId };
}

/**
 * Starts the browser, looks what is there, writes, and kills it. Whatever was shown as saved before has to be there,
 * and what is there has to be a state that the map once was in: nothing in the middle may be missing.
 */
export async function killRound(machine: Machine, map: KilledMap, moment: KillMoment): Promise<void> {
  const began = performance.now();
  const browser = await machine.start();
  map.tally.rounds += 1;
  if (moment.at === "start") {
    // Nobody waits for the page: it ends with the browser.
    browser.page.goto(map.url).catch(() => {});
    await pause(moment.after);
    return browser.kill();
  }
  let onSaved = (_state: string) => {};
  await watchSaved(browser.page, (state) => onSaved(state));
  await browser.page.goto(map.url);
  await lookWhatIsThere(browser.page, map, began);
  const before = map.edits.states.length - 1;
  map.saved = before;
  await writeUntilKilled(browser, map.edits, moment, (kill) => {
    onSaved = (state) => {
      // Two states of one round may read the same (a card that began the round as "a1" is at "a1" again after two
      // keys), and the card says a moment later what was typed: what is promised is the earlier of them.
      map.saved = Math.max(map.saved, map.edits.states.indexOf(state, map.saved));
      if (map.saved > before) kill();
    };
  });
  map.tally.acknowledged += map.saved - before;
}

/** The last look, after the last kill. */
export async function lookOnceMore(machine: Machine, map: KilledMap): Promise<void> {
  const began = performance.now();
  const { page, close } = await machine.start();
  await page.goto(map.url);
  await lookWhatIsThere(page, map, began);
  await close();
}

async function lookWhatIsThere(page: Page, map: KilledMap, began: number): Promise<void> {
  const { edits, tally } = map;
  const state = await stateAfterStart(page);
  tally.recovery.push(performance.now() - began);
  const found = edits.states.lastIndexOf(state);
  const storeId = await storeIdOf(page);
  if (storeId !== map.storeId) {
    tally.wipes += 1;
    if (found >= map.saved) tally.wipesRestored += 1;
  }
  map.storeId = storeId;
  if (found < map.saved) tally.lost += map.saved - Math.max(found, 0);
  // -1 when it was never like this: something in the middle is missing, or all of it.
  const shown = edits.states.slice(map.saved).join(", ");
  expect(found, `round ${tally.rounds}: found “${state}”, of ${shown}`).toBeGreaterThanOrEqual(map.saved);
  await edits.goOn(page, state);
}

async function stateAfterStart(page: Page): Promise<string> {
  const map = mapPage(page);
  const isOpen = page.getByRole("status").filter({ hasText: /^Saved$/ });
  const isGone = page.getByRole("heading", { name: "This map is not here" });
  await expect(isOpen.or(isGone)).toBeVisible();
  if (await isGone.isVisible()) return "nothing";
  await expect(map.canvas.getByRole("group").first()).toBeVisible();
  return stateOnCanvas(map);
}

async function writeUntilKilled(
  browser: BrowserProcess,
  edits: NumberedEdits,
  moment: KillMoment,
  onSaved: (work: () => void) => void,
): Promise<void> {
  let isOver = false;
  const killed = new Promise<void>((resolve, reject) => {
    const kill = () => {
      if (isOver) return;
      isOver = true;
      browser.kill().then(resolve, reject);
    };
    onSaved(moment.at === "saved" ? kill : () => {});
    if (moment.at !== "saved") void pause(moment.after).then(kill);
  });
  try {
    while (!isOver) await edits.write(browser.page);
  } catch (error) {
    // In the middle of a key there is nobody any more who could take it.
    if (!isOver) throw error;
  }
  await killed;
}
