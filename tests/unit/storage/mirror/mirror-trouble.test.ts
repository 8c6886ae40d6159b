import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createMirror, type Mirror } from "#storage/mirror/mirror.ts";
import {
  Browser,
  base,
  done,
  entries,
  follow,
  followAgain,
  id,
  revIn,
  settled,
  stateIn,
  story,
} from "./a-browser.ts";
import { mapAt } from "./stories.ts";

let browser: Browser;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => {});
  browser = new Browser();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what it counts as a backup", () => {
  test("is a copy in files of an earlier session, not one in new files", async () => {
    const first = await follow(browser, 1);
    expect(first.mirror.state.getState().isProven).toBe(false);
    first.end();
    const soon = await follow(browser, 1);
    expect(soon.mirror.state.getState().isProven).toBe(false);
    soon.end();
    await vi.advanceTimersByTimeAsync(120_000);
    const later = await follow(browser, 1);
    expect(later.mirror.state.getState().isProven).toBe(true);
    later.mirror.append(id, entries(story, 2));
    await settled();
    expect(later.mirror.state.getState().isProven).toBe(true);
  });
});

describe("a copy that is lost (F06)", () => {
  test("while the map is open is made anew, and that is said", async () => {
    const tab = await followAgain(browser, 3);
    browser.folder.clear();
    tab.mirror.append(id, entries(story, 4));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await stateIn(tab)).toEqual(mapAt(story, 4));
    expect(tab.mirror.state.getState()).toMatchObject({ isProven: false, problem: null });
    expect(tab.mirror.state.getState().rebuiltAt).not.toBeNull();
  });

  test("between two sessions is made anew, and that is said", async () => {
    (await follow(browser, 3)).end();
    browser.folder.clear();
    const tab = await follow(browser, 3);
    expect(await revIn(tab)).toBe(3);
    expect(tab.mirror.state.getState().rebuiltAt).not.toBeNull();
  });

  test("or full of rubbish is made anew, and that is said", async () => {
    (await follow(browser, 3)).end();
    for (const name of browser.folder.names()) {
      browser.folder.damage(name, () => new TextEncoder().encode("rubbish\n\u0000"));
    }
    const tab = await follow(browser, 3);
    expect(await revIn(tab)).toBe(3);
    expect(tab.mirror.state.getState().rebuiltAt).not.toBeNull();
  });

  test("with a torn end is repaired without a word", async () => {
    const first = await follow(browser, 1);
    first.mirror.append(id, entries(story, 2, 4));
    await settled();
    first.end();
    for (const name of browser.folder.names()) browser.folder.damage(name, (bytes) => bytes.slice(0, -3));
    const tab = browser.open();
    expect(await revIn(tab)).toBe(3);
    await done(tab.mirror.follow(id, () => base(story, 4)));
    expect(await revIn(tab)).toBe(4);
    expect(tab.mirror.state.getState().rebuiltAt).toBeNull();
  });

  test("is no loss when there never was one", async () => {
    expect((await follow(browser, 3)).mirror.state.getState().rebuiltAt).toBeNull();
  });
});

describe("trouble", () => {
  test("with a full disk is said, and is over when there is space again", async () => {
    const tab = await follow(browser, 1);
    browser.folder.space = 10;
    tab.mirror.append(id, entries(story, 2));
    await settled();
    expect(tab.mirror.state.getState().problem).toBe("storageFull");
    expect(await revIn(tab)).toBe(1);
    tab.mirror.append(id, entries(story, 3));
    await vi.advanceTimersByTimeAsync(3000);
    expect(tab.mirror.state.getState().problem).toBe("storageFull");
    browser.folder.space = Number.POSITIVE_INFINITY;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(tab.mirror.state.getState().problem).toBeNull();
    expect(await stateIn(tab)).toEqual(mapAt(story, 3));
  });

  test("with a worker that does not answer ends with a new one", async () => {
    let rev = 1;
    const tab = browser.open();
    await done(tab.mirror.follow(id, () => base(story, rev)));
    browser.hangs = true;
    rev = 2;
    tab.mirror.append(id, entries(story, 2));
    await vi.advanceTimersByTimeAsync(19_000);
    browser.hangs = false;
    await vi.advanceTimersByTimeAsync(5000);
    expect(browser.workers).toBe(2);
    expect(await revIn(tab)).toBe(2);
    expect(tab.mirror.state.getState()).toMatchObject({ problem: null, isAvailable: true });
  });

  test("without end is left alone, and every call still comes back", async () => {
    const tab = await follow(browser, 1);
    browser.hangs = true;
    for (let tries = 0; tries < 4; tries += 1) await done(tab.mirror.list());
    expect(tab.mirror.state.getState().isAvailable).toBe(false);
    expect(await done(tab.mirror.list())).toEqual([]);
    expect(await done(tab.mirror.read(id))).toBeNull();
    await done(tab.mirror.release(id));
  });

  test("to start at all is said", async () => {
    const texts = { getItem: () => null, setItem: () => {} };
    const refuse = () => {
      throw new Error("no workers here");
    };
    const without: Mirror = createMirror({ start: refuse, texts });
    expect(without.state.getState().isAvailable).toBe(false);
    await without.follow(id, () => base(story, 1));
    expect(await without.list()).toEqual([]);
    const blind = createMirror({
      start: ({ onMessage }) => {
        queueMicrotask(() => onMessage({ kind: "started", isAvailable: false }));
        return { post: () => {}, stop: () => {} };
      },
      texts,
    });
    expect(await blind.list()).toEqual([]);
    expect(blind.state.getState().isAvailable).toBe(false);
  });
});
