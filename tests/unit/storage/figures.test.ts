import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { contentHash } from "#model/content-hash.ts";
import { figuresOf } from "#model/portfolio/figures.ts";
import { type Connection, createConnection } from "#storage/connection.ts";
import { openDatabase } from "#storage/database.ts";
import { createFiguresKeeper, stampOf } from "#storage/figures/figures-keeper.ts";
import { createFiguresStore, type FiguresStore, keepsNoFigures } from "#storage/figures/figures-store.ts";
import {
  followPortfolio,
  type PortfolioSource,
  type PortfolioState,
} from "#storage/figures/follow-portfolio.ts";
import { mapsInMemory, mapsOfDatabase } from "#storage/figures/portfolio-source.ts";
import { createMapRepository, type MapRepository } from "#storage/map-repository.ts";
import { createMemoryRepository } from "#storage/memory-repository.ts";
import { AT, aMap } from "./a-map.ts";
import { LATER } from "./stores.ts";

let connection: Connection;
let library: MapRepository;
let store: FiguresStore;
let endings: (() => void)[] = [];

beforeEach(() => {
  // Before it is open, as in the app: the library follows it from then on.
  connection = createConnection(openDatabase(`test-${Math.random()}`), () => "store");
  library = createMapRepository(connection, { newId: () => "new", now: () => LATER });
  store = createFiguresStore(`figures-${Math.random()}`);
});

afterEach(() => {
  for (const end of endings) end();
  endings = [];
  library.close();
});

/** Follows the portfolio until what is told is as expected. */
function follow(source = mapsOfDatabase(connection, library, () => AT), from = store) {
  const told: PortfolioState[] = [];
  const problems: unknown[] = [];
  endings.push(
    followPortfolio(source, from, {
      next: (state) => told.push(state),
      error: (problem) => problems.push(problem),
    }),
  );
  const titles = () =>
    told
      .at(-1)
      ?.maps.map(({ title }) => title)
      .sort();
  return {
    told,
    problems,
    shows: (...expected: readonly string[]) =>
      vi.waitFor(
        () => {
          expect(told.at(-1)?.waiting).toBe(0);
          expect(titles()).toEqual(expected);
        },
        { timeout: 10_000 },
      ),
  };
}

const reads = () => {
  const source = mapsOfDatabase(connection, library, () => AT);
  return { ...source, read: vi.fn(source.read) };
};

describe("the portfolio of a database", () => {
  test("has the figures of all maps, those in the bin apart", async () => {
    await library.create(aMap("a", "One"));
    await library.create(aMap("b", "Two"));
    await library.create(aMap("c", "Thrown away"));
    await library.moveToBin("c");
    const { told, shows } = follow();
    await shows("One", "Two");
    expect(told.at(-1)?.maps.find(({ mapId }) => mapId === "a")).toEqual(figuresOf(aMap("a", "One")));
  });

  test("reads no map whose figures are kept, and keeps those that it makes", async () => {
    await library.create(aMap("a", "One"));
    await library.create(aMap("b", "Two"));
    const first = reads();
    await follow(first).shows("One", "Two");
    expect(first.read).toHaveBeenCalledTimes(2);
    const second = reads();
    await follow(second).shows("One", "Two");
    expect(second.read).not.toHaveBeenCalled();
    await library.rename("a", "One more");
    const third = reads();
    await follow(third).shows("One more", "Two");
    expect(third.read.mock.calls).toEqual([["a"]]);
  });

  test("follows changes, the bin and what goes for good", async () => {
    await library.create(aMap("a", "One"));
    const { shows } = follow();
    await shows("One");
    await library.create(aMap("b", "Two"));
    await shows("One", "Two");
    await library.rename("b", "Three");
    await shows("One", "Three");
    await library.moveToBin("a");
    await shows("Three");
    await library.restore("a");
    await shows("One", "Three");
  });

  test("tells of a map that cannot be read, and of the others all the same", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    await library.create(aMap("a", "One"));
    await library.create(aMap("b", "Two"));
    await connection.database.checkpoints.clear();
    await library.create(aMap("c", "Three"));
    const { told, shows } = follow();
    await shows("Three");
    expect([...(told.at(-1)?.unread ?? [])].sort()).toEqual(["a", "b"]);
  });

  test("shows all maps where no figures can be kept", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    await library.create(aMap("a", "One"));
    const broken = createFiguresStore(`figures-${Math.random()}`);
    const open = indexedDB.open;
    vi.spyOn(indexedDB, "open").mockImplementation(function (this: IDBFactory, name, version) {
      if (name.startsWith("figures-")) throw new DOMException("no room", "QuotaExceededError");
      return open.call(this, name, version);
    });
    await follow(undefined, broken).shows("One");
    expect(warned).toHaveBeenCalled();
  });

  test("makes anew what another release made", async () => {
    const name = `figures-${Math.random()}`;
    const database = new Dexie(name);
    database.version(1).stores({ figures: "mapId" });
    await library.create(aMap("a", "One"));
    const head = await connection.database.heads.get("a");
    const stamp = stampOf(head?.rev ?? 0, head?.hash ?? "");
    const figures = { ...figuresOf(aMap("a")), title: "Of another release" };
    await database.table("figures").put({ mapId: "a", stamp, figures, madeBy: "0" });
    database.close();
    await follow(undefined, createFiguresStore(name)).shows("One");
  });

  test("forgets the figures of maps that are gone", async () => {
    await store.write([{ mapId: "gone", stamp: "1 x", figures: figuresOf(aMap("gone")) }]);
    await library.create(aMap("a", "One"));
    await follow().shows("One");
    await vi.waitFor(async () => expect(await store.read(["gone"])).toEqual([]));
    expect(await store.read(["a"])).toHaveLength(1);
  });
});

describe("a map that cannot be read at the moment", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.spyOn(console, "warn").mockImplementation(() => {});
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A source of one map; `fails`: what comes of reading it, one time after the other, before it can be read. */
  function aSource(fails: readonly ("error" | "unreadable")[]) {
    const left = [...fails];
    let stamp = "1";
    let tell = () => {};
    const read = vi.fn(async () => {
      const failure = left.shift();
      if (failure === "error") throw new DOMException("closed", "InvalidStateError");
      return failure ? null : { map: aMap("a", "One"), stamp };
    });
    const source: PortfolioSource = {
      stamps: async () => new Map([["a", { stamp, isBinned: false }]]),
      read,
      onChange(listener) {
        tell = listener;
        return () => {};
      },
    };
    const change = () => {
      stamp += "+";
      tell();
    };
    return { source, read, change, look: () => tell() };
  }

  const MINUTE = 60_000;

  test.each(["error", "unreadable"] as const)("(%s) is read again after a rest, by itself", async (kind) => {
    const { source, read } = aSource([kind]);
    const { told } = follow(source, keepsNoFigures);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told.at(-1)).toMatchObject({ maps: [], waiting: 0, unread: ["a"] });
    expect(read).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told.at(-1)).toMatchObject({ maps: [{ title: "One" }], waiting: 0, unread: [] });
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(read).toHaveBeenCalledTimes(2);
  });

  test("is not read at every look, and ever more rarely", async () => {
    const { source, read, look } = aSource(Array.from({ length: 100 }, () => "error" as const));
    const { told } = follow(source, keepsNoFigures);
    for (let second = 0; second < 4; second += 1) {
      look();
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(read).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(MINUTE);
    const soon = read.mock.calls.length;
    expect(soon).toBeGreaterThan(2);
    expect(soon).toBeLessThan(6);
    await vi.advanceTimersByTimeAsync(30 * MINUTE);
    expect(read.mock.calls.length - soon).toBeGreaterThan(4);
    expect(read.mock.calls.length - soon).toBeLessThan(12);
    // What cannot be read is no news: nobody is told that it is being read.
    expect(told.slice(2).every(({ waiting }) => waiting === 0)).toBe(true);
  });

  test("a look at which nothing is new is no news", async () => {
    const { source, look } = aSource([]);
    const { told } = follow(source, keepsNoFigures);
    await vi.advanceTimersByTimeAsync(5000);
    const before = told.length;
    for (let second = 0; second < 5; second += 1) {
      look();
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(told).toHaveLength(before);
  });

  test("the list of the maps is read again too, by itself", async () => {
    const { source } = aSource([]);
    const problems = [new DOMException("closed", "InvalidStateError")];
    const stamps = vi.fn(async () => {
      const problem = problems.pop();
      if (problem) throw problem;
      return source.stamps();
    });
    const { told } = follow({ ...source, stamps }, keepsNoFigures);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told.at(-1)).toMatchObject({ maps: [{ title: "One" }], waiting: 0 });
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(stamps).toHaveBeenCalledTimes(2);
  });

  test("is read at once when it has changed", async () => {
    const { source, read, change } = aSource(["error", "error", "error", "error"]);
    const { told } = follow(source, keepsNoFigures);
    await vi.advanceTimersByTimeAsync(40_000);
    expect(read).toHaveBeenCalledTimes(4);
    change();
    await vi.advanceTimersByTimeAsync(1000);
    expect(told.at(-1)).toMatchObject({ maps: [{ title: "One" }], unread: [] });
  });

  test("is left alone when nobody looks any more", async () => {
    const { source, read } = aSource(["error"]);
    follow(source, keepsNoFigures);
    await vi.advanceTimersByTimeAsync(1000);
    for (const end of endings) end();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(read).toHaveBeenCalledTimes(1);
  });
});

test("the portfolio of a browser that keeps nothing has the figures of its maps", async () => {
  let time = 0;
  const now = () => {
    time += 1000;
    return new Date(time).toISOString();
  };
  const memory = createMemoryRepository({ newId: () => "new", now });
  await memory.create(aMap("a", "One"));
  const { shows } = follow(mapsInMemory(memory));
  await shows("One");
  await memory.rename("a", "Two");
  await shows("Two");
  await memory.moveToBin("a");
  await shows();
});

describe("the figures of a map that is written", () => {
  const kept = async (mapId = "a") => (await store.read([mapId]))[0];

  test("are made once it is at rest, not while it is being changed", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const write = vi.spyOn(store, "write");
    const keeper = createFiguresKeeper(store);
    keeper.edited(aMap("a", "T"), 2);
    await vi.advanceTimersByTimeAsync(4000);
    keeper.putOff();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(write).not.toHaveBeenCalled();
    keeper.edited(aMap("a", "Title"), 3);
    await vi.advanceTimersByTimeAsync(6000);
    expect(write).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
    await vi.waitFor(async () => expect((await kept())?.figures.title).toBe("Title"));
  });

  test("are made when it is closed, whatever its size, and not a second time", async () => {
    const write = vi.spyOn(store, "write");
    const keeper = createFiguresKeeper(store);
    const map = aMap("a", "Closed");
    keeper.written(map, 4);
    await vi.waitFor(async () => expect((await kept())?.stamp).toBe(stampOf(4, contentHash(map))));
    keeper.written(map, 4);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(write).toHaveBeenCalledTimes(1);
  });

  test("are taken by the portfolio for those of the present state", async () => {
    const keeper = createFiguresKeeper(store);
    const kind = createMapRepository(connection, {
      newId: () => "new",
      now: () => LATER,
      onWritten: keeper.written,
      onRemoved: keeper.removed,
    });
    await kind.create(aMap("a", "One"));
    await kind.rename("a", "Two");
    await vi.waitFor(async () => expect((await kept())?.figures.title).toBe("Two"));
    const source = reads();
    await follow(source).shows("Two");
    expect(source.read).not.toHaveBeenCalled();
    await kind.moveToBin("a");
    await kind.remove("a");
    await vi.waitFor(async () => expect(await kept()).toBeUndefined());
    kind.close();
  });

  test("are nothing that a failure of theirs could harm", async () => {
    const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
    const keeper = createFiguresKeeper(store);
    const broken = { ...aMap("a"), nodes: null } as never;
    expect(() => keeper.written(broken, 1)).not.toThrow();
    await vi.waitFor(() => expect(warned).toHaveBeenCalled());
  });
});
