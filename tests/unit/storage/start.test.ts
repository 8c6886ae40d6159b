import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createConnection } from "#storage/connection.ts";
import { openDatabase } from "#storage/database.ts";
import { DATABASE_NAME, DATABASE_VERSION } from "#storage/database-version.ts";
import { overdueInBin } from "#storage/empty-bin.ts";
import { inspectStore } from "#storage/inspect-store.ts";
import { createMapRepository } from "#storage/map-repository.ts";
import { create, mark } from "#storage/map-store.ts";
import { createMemoryRepository } from "#storage/memory-repository.ts";
import { markSession, rotateLog } from "#storage/session-mark.ts";
import { aMap } from "./a-map.ts";
import { aStore, LATER } from "./stores.ts";

const inspect = () => inspectStore(() => globalThis.indexedDB);

beforeEach(
  () =>
    new Promise<void>((resolve) => {
      indexedDB.deleteDatabase(DATABASE_NAME).onsuccess = () => resolve();
    }),
);

/** A database as another program leaves it. */
function madeByAnother(version: number, facts: object | null): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.open(DATABASE_NAME, version);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore("facts", { keyPath: "key" });
      if (facts) store.put(facts);
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

describe("what is found before anything is written", () => {
  test("nothing, which stays so", async () => {
    expect(await inspect()).toEqual({ kind: "absent", wasLost: false });
    const names = (await indexedDB.databases()).map(({ name }) => name);
    expect(names).not.toContain(DATABASE_NAME);
  });

  test("what this program made", async () => {
    const connection = await aStore(DATABASE_NAME);
    connection.database.close();
    expect(await inspect()).toEqual({ kind: "present" });
  });

  test("F30 what a newer program made", async () => {
    await madeByAnother((DATABASE_VERSION + 1) * 10, null);
    expect(await inspect()).toEqual({ kind: "newer" });
  });

  test("F30 what only newer programs may write, though its stores are those of this one", async () => {
    await madeByAnother(DATABASE_VERSION * 10, { key: "store", minReader: DATABASE_VERSION + 1 });
    expect(await inspect()).toEqual({ kind: "newer" });
  });

  test("F28 a browser without a store, in each of its ways", async () => {
    expect(await inspectStore(() => undefined)).toEqual({ kind: "none", detail: "" });
    const forbidden = () => {
      throw new DOMException("no", "SecurityError");
    };
    expect(await inspectStore(forbidden)).toMatchObject({ kind: "none" });
  });

  test("F32 a database that another window holds is waited for, and after two seconds that is said", async () => {
    const connection = await aStore(DATABASE_NAME);
    connection.database.close();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const onBlocked = vi.fn();
    const open = vi.spyOn(indexedDB, "open");
    let letGo = () => {};
    const waiting = {} as IDBOpenDBRequest;
    open.mockImplementationOnce((name) => {
      letGo = () => {
        const request = indexedDB.open(name);
        request.onsuccess = function (event) {
          Object.assign(waiting, { result: request.result });
          waiting.onsuccess?.call(this, event);
        };
      };
      return waiting;
    });
    const inspected = inspectStore(() => globalThis.indexedDB, onBlocked);
    await vi.advanceTimersByTimeAsync(1900);
    expect(onBlocked).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(onBlocked.mock.calls).toEqual([[true]]);
    vi.useRealTimers();
    letGo();
    expect(await inspected).toEqual({ kind: "present" });
    expect(onBlocked.mock.calls).toEqual([[true], [false]]);
    open.mockRestore();
  });

  test("F27 what cannot be opened once is tried again", async () => {
    let calls = 0;
    const flaky = () => {
      calls += 1;
      if (calls === 1) throw new DOMException("Internal error", "UnknownError");
      return globalThis.indexedDB;
    };
    expect(await inspectStore(flaky)).toEqual({ kind: "absent", wasLost: false });
  });
});

describe("the mark of a window", () => {
  /** Locks of one browser, as far as marks need them. */
  function someLocks() {
    const names = new Set<string>();
    return {
      names,
      request: async (name: string) => {
        names.add(name);
      },
      query: async () => ({ held: [...names].map((name) => ({ name })) }),
    } as unknown as LockManager & { readonly names: Set<string> };
  }

  test("tells a window that ended well from one that did not", async () => {
    const { database } = await aStore();
    const locks = someLocks();
    const first = await markSession(database, locks, "one");
    expect(first.wasUnclean).toBe(false);
    expect((await markSession(database, locks, "two")).wasUnclean).toBe(false);
    // The browser frees the locks of a window that is gone; this one could not take its mark away.
    locks.names.clear();
    expect((await markSession(database, locks, "three")).wasUnclean).toBe(true);
    locks.names.clear();
    first.end();
    await database.facts.delete("session:three");
    expect((await markSession(database, locks, "four")).wasUnclean).toBe(false);
  });

  test("begins a new log and leaves nothing behind", async () => {
    const { database } = await aStore();
    await rotateLog(database);
    expect(await database.scratch.count()).toBe(0);
  });
});

test("F79 maps of the first release are found, each once", async () => {
  const name = `test-${Math.random()}`;
  const old = openDatabase(name);
  await old.open();
  const rows = [
    { id: "map1", rev: 7, version: 1, deletedAt: null, document: aMap() },
    { id: "map2", rev: 3, version: 1, deletedAt: LATER, document: aMap("map2") },
  ];
  await old.maps.bulkPut(rows);
  old.close();
  for (const _ of [1, 2]) {
    const connection = await aStore(name);
    const library = createMapRepository(connection, { newId: () => "new", now: () => LATER });
    expect(await library.open("map1")).toMatchObject({ map: aMap(), rev: 7, damage: [] });
    expect(await library.load("map2")).toBeNull();
    await library.restore("map2");
    expect(await library.load("map2")).toEqual(aMap("map2"));
    expect(await connection.database.maps.count()).toBe(0);
    await library.moveToBin("map2");
    library.close();
    connection.database.close();
  }
});

test("F23 F24 a store that is there is opened without a single write, so that a full disk bars no map", async () => {
  const name = `test-${Math.random()}`;
  const { database } = await aStore(name);
  database.close();
  const writes = (["put", "add", "delete", "clear"] as const).map((call) =>
    vi.spyOn(IDBObjectStore.prototype, call),
  );
  const connection = await aStore(name);
  for (const write of writes) {
    // Connections of other tests that were closed under their feet may open their databases again meanwhile.
    const written = write.mock.contexts.filter(
      (store) => (store as IDBObjectStore).transaction.db.name === name,
    );
    expect(written).toEqual([]);
    write.mockRestore();
  }
  await connection.database.delete();
});

test("F27 a store that fails once at its first look is opened by whoever asks next", async () => {
  const connection = createConnection(openDatabase(`test-${Math.random()}`), () => "store");
  const { facts } = connection.database;
  vi.spyOn(facts, "get").mockRejectedValueOnce(new DOMException("no", "UnknownError"));
  await expect(connection.ready()).rejects.toThrow();
  await connection.ready();
  await create(connection.database, aMap());
  expect(connection.storeId()).toBe("store");
  await connection.database.delete();
});

test("F28 without a store everything works for as long as the window lives", async () => {
  const library = createMemoryRepository({ newId: () => "copy", now: () => LATER });
  await library.create(aMap());
  await library.rename("map1", "Repair");
  library.replace({ ...aMap(), title: "Repair", description: "more" });
  expect(await library.duplicate("map1", "Copy")).toBe("copy");
  await library.moveToBin("map1");
  expect(await library.load("map1")).toBeNull();
  expect(await library.open("map1")).toEqual({ problem: "missing" });
  await library.restore("map1");
  expect(await library.load("map1")).toMatchObject({ title: "Repair", description: "more" });
  expect(await library.remove("map1")).toBe(false);
  await library.moveToBin("map1");
  expect(await library.remove("map1")).toBe(true);
  expect(library.summaries.getState().rows?.map(({ id }) => id)).toEqual(["copy"]);
});

test("F50 a clock that jumps does not empty the bin", async () => {
  const DAY = 86_400_000;
  const { database } = await aStore();
  const start = Date.parse(LATER);
  await create(database, aMap());
  await mark(database, "map1", LATER);
  expect(await overdueInBin(database, start + 29 * DAY)).toEqual([]);
  // A year ahead, and back again.
  expect(await overdueInBin(database, start + 365 * DAY)).toEqual([]);
  expect(await overdueInBin(database, start + 2 * DAY)).toEqual([]);
  expect(await overdueInBin(database, start + 31 * DAY)).toEqual([]);
  expect(await overdueInBin(database, start + 31.5 * DAY)).toEqual([]);
  expect(await overdueInBin(database, start + 33 * DAY)).toEqual([{ mapId: "map1", deletedAt: LATER }]);
  const notes = () => database.facts.where("key").startsWith("overdue:").primaryKeys();
  expect(await notes()).toEqual(["overdue:map1"]);
  await mark(database, "map1", null);
  // An older release left it behind when it removed its map.
  await database.facts.put({ key: "overdue:gone", at: start });
  expect(await overdueInBin(database, start + 60 * DAY)).toEqual([]);
  expect(await notes()).toEqual([]);
});
