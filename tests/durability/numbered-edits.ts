import { expect, type Page } from "@playwright/test";
import { type MapPage, mapPage, openBlank } from "../browser/map-page.ts";

/** What the titles of each card begin with, so that even half of one tells whose it is; no letter that is a command. */
const LETTERS = ["a", "b", "c"];
/** So that every number has as many digits as any other. */
const FIRST = 1000;

/**
 * A map with a few cards, on which numbers are written by turns, with the keyboard. What every card says after each
 * keystroke is known beforehand; so what is found later tells exactly up to which keystroke everything was kept.
 */
export interface NumberedEdits {
  /** Every state in order that the map went through, as the titles of all cards. */
  readonly states: readonly string[];
  /** Writes the next number; resolves when it stands there. */
  write(page: Page): Promise<void>;
  /** Goes on from a state that was found after the browser had died. */
  goOn(page: Page, found: string): Promise<void>;
}

/** Titles of all cards in one text: enough to tell every state from every other. */
const stateOf = (titles: readonly string[]) => [...titles].sort().join(" ");

export async function startNumberedEdits(page: Page, title: string): Promise<NumberedEdits> {
  const map = await openBlank(page, title);
  const titles: string[] = [];
  for (const letter of LETTERS) {
    await page.keyboard.press("Enter");
    titles.push(`${letter}${FIRST}`);
    await page.keyboard.type(`${letter}${FIRST}`);
    await page.keyboard.press("Enter");
    await expect(map.node(`Touchpoint: ${letter}${FIRST}`)).toBeVisible();
  }
  await map.saved();
  return numberedEdits(titles);
}

function numberedEdits(titles: string[]): NumberedEdits {
  const states = [stateOf(titles)];
  // By what the titles are in that state, in the order of the cards.
  const byState = new Map<string, readonly string[]>([[stateOf(titles), [...titles]]]);
  let number = FIRST;
  // The last card that was made is still selected.
  let card = LETTERS.length - 1;
  let step = -1;

  function become(title: string): void {
    titles[card] = title;
    states.push(stateOf(titles));
    byState.set(stateOf(titles), [...titles]);
  }

  return {
    states,
    async write(page) {
      card += step;
      await page.keyboard.press(step < 0 ? "ArrowUp" : "ArrowDown");
      if (card === 0 || card === LETTERS.length - 1) step = -step;
      number += 1;
      const text = `${LETTERS[card]}${number}`;
      for (let length = 1; length <= text.length; length += 1) {
        become(text.slice(0, length));
        // A little slower than the machine could: so that some of it is shown as saved in between.
        await page.keyboard.press(text.charAt(length - 1), { delay: 8 });
      }
      await page.keyboard.press("Enter");
    },
    async goOn(page, found) {
      const present = byState.get(found);
      if (!present) throw new Error(`no state of this map: ${found}`);
      titles.splice(0, LETTERS.length, ...present);
      states.push(found);
      card = LETTERS.length - 1;
      step = -1;
      await mapPage(page).node(`Touchpoint: ${present[card]}`).click();
    },
  };
}

/** What the map says now, as one of the states. */
export async function stateOnCanvas(map: MapPage): Promise<string> {
  const names = await map.canvas
    .getByRole("group")
    .evaluateAll((nodes) => nodes.map((node) => node.ariaLabel));
  const titles = names
    .filter((name) => name?.startsWith("Touchpoint: "))
    .map((name) => name?.slice(12) ?? "");
  return stateOf(titles);
}
