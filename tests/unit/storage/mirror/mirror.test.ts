import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { contentHash } from "#model/content-hash.ts";
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
import { mapAt, storyOf, titles } from "./stories.ts";

let browser: Browser;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => {});
  browser = new Browser();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("following a map", () => {
  test("copies it at once and then every change", async () => {
    const tab = await follow(browser, 1);
    expect(await stateIn(tab)).toEqual(mapAt(story, 1));
    tab.mirror.append(id, entries(story, 2, 4));
    await settled();
    expect(await stateIn(tab)).toEqual(mapAt(story, 4));
    const { lastAt } = tab.mirror.state.getState();
    expect(Date.now() - Date.parse(lastAt ?? "")).toBeLessThan(100);
  });

  test("finds its files again while the clock goes on", async () => {
    let time = 1_000_000_000_000;
    vi.spyOn(Date, "now").mockImplementation(() => (time += 1));
    const tab = await follow(browser, 1);
    expect(tab.mirror.state.getState().problem).toBeNull();
    expect(await stateIn(tab)).toEqual(mapAt(story, 1));
  });

  test("writes what came in one go with one flush", async () => {
    const tab = await follow(browser, 1);
    const before = browser.folder.flushes.length;
    for (let rev = 2; rev <= 12; rev += 1) tab.mirror.append(id, entries(story, rev));
    await settled();
    expect(browser.folder.flushes.length - before).toBe(1);
    expect(await revIn(tab)).toBe(12);
  });

  test("does not write again what an earlier session wrote", async () => {
    const first = await follow(browser, 1);
    first.mirror.append(id, entries(story, 2, 5));
    await settled();
    first.end();
    const before = browser.folder.flushes.length;
    const second = await follow(browser, 5);
    expect(browser.folder.flushes).toHaveLength(before);
    second.mirror.append(id, entries(story, 6));
    await settled();
    expect(await revIn(second)).toBe(6);
  });

  test("replaces the older copy when the map is at another state, and keeps the newer one", async () => {
    const tab = await followAgain(browser, 7, 3);
    expect(await revIn(tab)).toBe(7);
    const [, current] = browser.folder.flushes.map((flush) => flush.split(" ")[0] ?? "");
    browser.folder.damage(current ?? "", () => new Uint8Array());
    expect(await revIn(tab)).toBe(3);
  });

  test("ignores changes that it has already", async () => {
    const tab = await follow(browser, 5);
    tab.mirror.append(id, entries(story, 3, 7));
    await settled();
    expect(await revIn(tab)).toBe(7);
  });

  test("lets a change grow, as typing does, also when a new copy has begun meanwhile", async () => {
    // Each letter goes on with the change before it, and takes back what only that one had changed.
    const words = ["", "T", "To", "Tom", "Tomatoes"].map((title, index) => ({
      ...mapAt(story, 1),
      title,
      description: index === 2 ? "for a moment ".repeat(50_000) : "",
    }));
    const typing = storyOf(words, [false, true, true, true]);
    const tab = await follow(browser, 1, typing);
    tab.mirror.append(id, entries(typing, 2, 3));
    await settled();
    expect(await stateIn(tab)).toEqual(mapAt(typing, 3));
    expect(browser.folder.flushes).toHaveLength(3);
    tab.mirror.append(id, entries(typing, 4));
    await settled();
    expect(await stateIn(tab)).toEqual(mapAt(typing, 4));
    tab.mirror.append(id, entries(typing, 5));
    await settled();
    expect(await stateIn(tab)).toEqual(mapAt(typing, 5));
    tab.end();
    const again = browser.open();
    expect(await stateIn(again)).toEqual(mapAt(typing, 5));
  });

  test("asks for the present state when a change is missing", async () => {
    let rev = 1;
    const tab = browser.open();
    await done(tab.mirror.follow(id, () => base(story, rev)));
    rev = 9;
    tab.mirror.append(id, entries(story, 9));
    await settled();
    expect(await revIn(tab)).toBe(9);
    tab.mirror.append(id, entries(story, 10));
    await settled();
    expect(await revIn(tab)).toBe(10);
  });

  test("keeps what comes while it asks for the present state", async () => {
    // The journal has confirmed only the eighth change when the mirror asks.
    let confirmed = 1;
    const tab = browser.open();
    await done(tab.mirror.follow(id, () => base(story, confirmed)));
    confirmed = 8;
    tab.mirror.append(id, entries(story, 9));
    tab.mirror.append(id, entries(story, 10));
    await settled();
    tab.mirror.append(id, entries(story, 11));
    await settled();
    expect(await revIn(tab)).toBe(11);
  });

  test("asks for the present state when a change does not lead where it says", async () => {
    const tab = browser.open();
    await done(tab.mirror.follow(id, () => base(story, 2)));
    tab.mirror.append(
      id,
      entries(story, 3).map((entry) => ({ ...entry, hash: "0" })),
    );
    await settled();
    expect(await stateIn(tab)).toEqual(mapAt(story, 2));
  });

  test("begins a new copy when the changes have become long", async () => {
    const long = titles(30);
    const big = "x".repeat(20_000);
    const changes = long.entries.map((entry) => ({ ...entry, at: `${entry.at}${big}` }));
    const tab = browser.open();
    await done(tab.mirror.follow(id, () => base(long, 1)));
    tab.mirror.append(id, changes);
    await settled();
    expect(await revIn(tab)).toBe(30);
    const sizes = [...browser.folder.contents.values()].map(({ bytes }) => bytes.length);
    expect(Math.min(...sizes)).toBeLessThan(30_000);
  });

  test("ends with all on disk, and another tab may begin", async () => {
    const first = await follow(browser, 1);
    first.mirror.append(id, entries(story, 2, 3));
    await done(first.mirror.release(id));
    const second = await follow(browser, 3);
    second.mirror.append(id, entries(story, 4));
    await settled();
    expect(await revIn(second)).toBe(4);
    expect(browser.folder.names().filter((name) => name.endsWith("copy"))).toHaveLength(2);
  });

  test("goes on in files of its own when another tab does not let go", async () => {
    const first = await follow(browser, 1);
    const second = await follow(browser, 2);
    second.mirror.append(id, entries(story, 3));
    await settled();
    expect(await revIn(second)).toBe(3);
    first.end();
    second.end();
    const third = await follow(browser, 3);
    expect(await revIn(third)).toBe(3);
    expect(browser.folder.names().filter((name) => name.endsWith("copy"))).toHaveLength(2);
  });
});

describe("the other maps", () => {
  test("are copied without being followed, unless another tab has them open", async () => {
    const tab = browser.open();
    await done(tab.mirror.snapshot(base(story, 2)));
    expect(await revIn(tab)).toBe(2);
    await done(tab.mirror.snapshot(base(story, 3)));
    expect(await revIn(tab)).toBe(3);
    await done(tab.mirror.follow(id, () => base(story, 3)));
    const other = browser.open();
    await done(other.mirror.snapshot(base(story, 2)));
    expect(await revIn(other)).toBe(3);
    tab.mirror.append(id, entries(story, 4));
    await settled();
    expect(await revIn(other)).toBe(4);
  });

  test("are listed with where they stand, those in the bin too", async () => {
    const tab = await follow(browser, 2);
    const second = { ...mapAt(story, 1), id: "zwei.teile/ü" };
    const other = { map: second, rev: 8, hash: contentHash(second), deletedAt: "2026-01-05T00:00:00.000Z" };
    await done(tab.mirror.snapshot(other));
    const list = await done(tab.mirror.list());
    expect(list).toHaveLength(2);
    expect(list).toContainEqual(
      expect.objectContaining({ mapId: id, rev: 2, hash: base(story, 2).hash, deletedAt: null, version: 1 }),
    );
    expect(list).toContainEqual(
      expect.objectContaining({ mapId: second.id, rev: 8, deletedAt: "2026-01-05T00:00:00.000Z" }),
    );
    await done(tab.mirror.mark(second.id, null));
    await done(tab.mirror.mark(id, "2026-01-06T00:00:00.000Z"));
    const bin = (await done(tab.mirror.list())).map(({ mapId, deletedAt }) => [mapId, deletedAt]);
    expect(new Map(bin as [string, string | null][])).toEqual(
      new Map([
        [id, "2026-01-06T00:00:00.000Z"],
        [second.id, null],
      ]),
    );
  });

  test("are gone when they are removed, even while another tab has them open", async () => {
    const tab = await follow(browser, 2);
    const other = browser.open();
    await done(other.mirror.remove(id));
    expect(await done(other.mirror.list())).toEqual([]);
    expect(await done(other.mirror.read(id))).toBeNull();
    tab.end();
    await done(other.mirror.list());
    expect(browser.folder.names()).toEqual([]);
    await done(other.mirror.follow(id, () => base(story, 2)));
    expect(await done(other.mirror.list())).toHaveLength(1);
  });
});
