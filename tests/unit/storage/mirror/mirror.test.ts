import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { contentHash } from "#model/content-hash.ts";
import { createMirror, type Mirror, type MirrorBase } from "#storage/mirror/mirror.ts";
import type { MirrorCalls, MirrorRequest } from "#storage/mirror/mirror-messages.ts";
import { createMirrorServer } from "#storage/mirror/mirror-server.ts";
import type { StartWorker } from "#storage/mirror/worker-line.ts";
import { MemoryFolder } from "./memory-files.ts";
import { mapAt, type Story, storyOf, titles } from "./stories.ts";

const MINUTE = 60_000;

/** A browser with its private files and its texts; tabs open and end, and what they wrote stays. */
class Browser {
  readonly folder = new MemoryFolder();
  readonly texts = new Map<string, string>();
  private sessions = 0;
  /** When set, workers take every request and never answer. */
  hangs = false;
  workers = 0;

  open(): Tab {
    const mirror = createMirror({ start: this.start, texts: this.storage });
    const { files } = this;
    return { mirror, end: () => files.end() };
  }

  private files = this.folder.worker();

  private readonly storage = {
    getItem: (key: string) => this.texts.get(key) ?? null,
    setItem: (key: string, value: string) => void this.texts.set(key, value),
  };

  private readonly start: StartWorker = ({ onMessage }) => {
    this.sessions += 1;
    this.workers += 1;
    const files = this.folder.worker();
    this.files = files;
    const post = (message: unknown) => queueMicrotask(() => onMessage(structuredClone(message)));
    const server = createMirrorServer(files, `session${this.sessions}`, (mapId, news) =>
      post({ kind: "news", mapId, news }),
    );
    post({ kind: "started", isAvailable: true });
    const answer = async ({ id, call, with: values }: MirrorRequest) => {
      try {
        const ask = server[call] as (...values: readonly unknown[]) => ReturnType<MirrorCalls["list"]>;
        post({ kind: "answer", id, value: await ask(...values) });
      } catch (error) {
        post({ kind: "failure", id, detail: String(error) });
      }
    };
    return {
      post: (message) => {
        if (!this.hangs) void answer(structuredClone(message) as MirrorRequest);
      },
      stop: () => files.end(),
    };
  };
}

interface Tab {
  readonly mirror: Mirror;
  /** As when the tab is closed or killed: what is open is freed, nothing more is written. */
  end(): void;
}

const base = (story: Story, rev: number): MirrorBase => {
  const map = mapAt(story, rev);
  return { map, rev, hash: contentHash(map), deletedAt: null };
};
const entries = (story: Story, from: number, to = from) =>
  story.entries.filter(({ seq }) => seq >= from && seq <= to);

const story = titles(40);
const id = mapAt(story, 1).id;
let browser: Browser;

/** What a call gives, once all timers that it needs have run. */
async function done<T>(promise: Promise<T>): Promise<T> {
  let isDone = false;
  const result = promise.finally(() => {
    isDone = true;
  });
  while (!isDone) await vi.advanceTimersByTimeAsync(10);
  return result;
}

const settled = () => vi.advanceTimersByTimeAsync(20);
const stateIn = async (tab: Tab) => (await done(tab.mirror.read(id)))?.map;
const revIn = async (tab: Tab) => (await done(tab.mirror.read(id)))?.rev ?? null;

/** A tab that has followed the story up to a revision. */
async function follow(rev: number): Promise<Tab> {
  return followStory(story, rev);
}

async function followStory(any: Story, rev = 1): Promise<Tab> {
  const tab = browser.open();
  await done(tab.mirror.follow(id, () => base(any, rev)));
  return tab;
}

/** As `follow`, in a browser in which a session long ago did the same. */
async function followAgain(rev: number, before = rev): Promise<Tab> {
  const first = await follow(before);
  first.end();
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  return follow(rev);
}

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
    const tab = await follow(1);
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
    const tab = await follow(1);
    expect(tab.mirror.state.getState().problem).toBeNull();
    expect(await stateIn(tab)).toEqual(mapAt(story, 1));
  });

  test("writes what came in one go with one flush", async () => {
    const tab = await follow(1);
    const before = browser.folder.flushes.length;
    for (let rev = 2; rev <= 12; rev += 1) tab.mirror.append(id, entries(story, rev));
    await settled();
    expect(browser.folder.flushes.length - before).toBe(1);
    expect(await revIn(tab)).toBe(12);
  });

  test("does not write again what an earlier session wrote", async () => {
    const first = await follow(1);
    first.mirror.append(id, entries(story, 2, 5));
    await settled();
    first.end();
    const before = browser.folder.flushes.length;
    const second = await follow(5);
    expect(browser.folder.flushes).toHaveLength(before);
    second.mirror.append(id, entries(story, 6));
    await settled();
    expect(await revIn(second)).toBe(6);
  });

  test("replaces the older copy when the map is at another state, and keeps the newer one", async () => {
    const tab = await followAgain(7, 3);
    expect(await revIn(tab)).toBe(7);
    const [, current] = browser.folder.flushes.map((flush) => flush.split(" ")[0] ?? "");
    browser.folder.damage(current ?? "", () => new Uint8Array());
    expect(await revIn(tab)).toBe(3);
  });

  test("ignores changes that it has already", async () => {
    const tab = await follow(5);
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
    const tab = await followStory(typing);
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
    const first = await follow(1);
    first.mirror.append(id, entries(story, 2, 3));
    await done(first.mirror.release(id));
    const second = await follow(3);
    second.mirror.append(id, entries(story, 4));
    await settled();
    expect(await revIn(second)).toBe(4);
    expect(browser.folder.names().filter((name) => name.endsWith("copy"))).toHaveLength(2);
  });

  test("goes on in files of its own when another tab does not let go", async () => {
    const first = await follow(1);
    const second = await follow(2);
    second.mirror.append(id, entries(story, 3));
    await settled();
    expect(await revIn(second)).toBe(3);
    first.end();
    second.end();
    const third = await follow(3);
    expect(await revIn(third)).toBe(3);
    expect(browser.folder.names().filter((name) => name.endsWith("copy"))).toHaveLength(2);
  });
});

describe("what it counts as a backup", () => {
  test("is a copy in files of an earlier session, not one in new files", async () => {
    const first = await follow(1);
    expect(first.mirror.state.getState().isProven).toBe(false);
    first.end();
    const soon = await follow(1);
    expect(soon.mirror.state.getState().isProven).toBe(false);
    soon.end();
    await vi.advanceTimersByTimeAsync(2 * MINUTE);
    const later = await follow(1);
    expect(later.mirror.state.getState().isProven).toBe(true);
    later.mirror.append(id, entries(story, 2));
    await settled();
    expect(later.mirror.state.getState().isProven).toBe(true);
  });
});

describe("a copy that is lost (F06)", () => {
  test("while the map is open is made anew, and that is said", async () => {
    const tab = await followAgain(3);
    browser.folder.clear();
    tab.mirror.append(id, entries(story, 4));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await stateIn(tab)).toEqual(mapAt(story, 4));
    expect(tab.mirror.state.getState()).toMatchObject({ isProven: false, problem: null });
    expect(tab.mirror.state.getState().rebuiltAt).not.toBeNull();
  });

  test("between two sessions is made anew, and that is said", async () => {
    (await follow(3)).end();
    browser.folder.clear();
    const tab = await follow(3);
    expect(await revIn(tab)).toBe(3);
    expect(tab.mirror.state.getState().rebuiltAt).not.toBeNull();
  });

  test("or full of rubbish is made anew, and that is said", async () => {
    (await follow(3)).end();
    for (const name of browser.folder.names()) {
      browser.folder.damage(name, () => new TextEncoder().encode("rubbish\n\u0000"));
    }
    const tab = await follow(3);
    expect(await revIn(tab)).toBe(3);
    expect(tab.mirror.state.getState().rebuiltAt).not.toBeNull();
  });

  test("with a torn end is repaired without a word", async () => {
    const first = await follow(1);
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
    expect((await follow(3)).mirror.state.getState().rebuiltAt).toBeNull();
  });
});

describe("trouble", () => {
  test("with a full disk is said, and is over when there is space again", async () => {
    const tab = await follow(1);
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
    const tab = await follow(1);
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
    const tab = await follow(2);
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
    const tab = await follow(2);
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
