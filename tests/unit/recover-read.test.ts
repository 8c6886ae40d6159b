// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

interface Found {
  readonly databases: readonly {
    readonly stores: readonly { readonly name: string; readonly rows: readonly unknown[] }[];
  }[];
  readonly files: readonly { readonly path: string }[];
  readonly problems: readonly { readonly where: string; readonly problem: Error }[];
}
// The recovery page is plain JavaScript without types.
const plain = (name: string) => import(new URL(`../../public/${name}`, import.meta.url).href);
const { readEverything } = (await plain("recover-read.js")) as { readEverything(): Promise<Found> };
const { deleteEverything } = (await plain("recover-delete.js")) as {
  deleteEverything(): Promise<readonly string[]>;
};

const database = indexedDB;

beforeEach(async () => {
  vi.stubGlobal("indexedDB", database);
  await new Promise<void>((resolve) => {
    const request = indexedDB.open("dreiklang");
    request.onupgradeneeded = () => {
      for (const name of ["one", "two"]) request.result.createObjectStore(name).put("row", 1);
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Lets as many steps run out of time as there are. */
async function patiently<T>(work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = work.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await vi.advanceTimersByTimeAsync(1000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return done;
}

const forEver = () => new Promise<never>(() => {});
/** A request of a database that is never answered. */
const silent = () => ({}) as IDBRequest;
const said = ({ problems }: Found) => problems.map(({ where, problem }) => `${where}: ${problem.name}`);

test("all is read where everything answers", async () => {
  const { databases, problems } = await patiently(readEverything());
  expect(databases[0]?.stores).toEqual([
    { name: "one", rows: [{ key: 1, value: "row" }] },
    { name: "two", rows: [{ key: 1, value: "row" }] },
  ]);
  expect(problems).toEqual([]);
});

test("rows that are never given are named, and what cannot be read at once is read one by one", async () => {
  vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(silent);
  const found = await patiently(readEverything());
  expect(found.databases[0]?.stores.map(({ rows }) => rows.length)).toEqual([1, 1]);
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(silent);
  expect(said(await patiently(readEverything()))).toEqual(["one/1: TimeoutError", "two/1: TimeoutError"]);
  vi.spyOn(IDBObjectStore.prototype, "openKeyCursor").mockImplementation(silent);
  // Nobody waits for each of its stores.
  expect(said(await patiently(readEverything()))).toEqual(["dreiklang/one: TimeoutError"]);
});

test("a file that never comes keeps no other from being read, and a folder that never ends is left", async () => {
  const file = (name: string, getFile: () => Promise<unknown>) => [name, { kind: "file", getFile }];
  const root = {
    async *entries() {
      yield file("stuck", forEver);
      yield file("whole", async () => "file");
      await forEver();
    },
  };
  vi.stubGlobal("navigator", { storage: { getDirectory: async () => root } });
  const found = await patiently(readEverything());
  expect(found.files.map(({ path }) => path)).toEqual(["whole"]);
  expect(said(found)).toEqual(["stuck: TimeoutError", "OPFS: TimeoutError"]);
});

test("F28 without a database that is said, and all the rest can be read and deleted", async () => {
  vi.stubGlobal("indexedDB", undefined);
  expect(said(await patiently(readEverything()))).toEqual(["IndexedDB: NoDatabaseError"]);
  localStorage.setItem("dreiklang.settings", "{}");
  expect(await patiently(deleteEverything())).toEqual([]);
  expect(localStorage.length).toBe(0);
});

test("F28 a browser that forbids even to ask for its database is none", async () => {
  Object.defineProperty(globalThis, "indexedDB", {
    configurable: true,
    get() {
      throw new DOMException("no", "SecurityError");
    },
  });
  expect(said(await patiently(readEverything()))).toEqual(["IndexedDB: NoDatabaseError"]);
  expect(await patiently(deleteEverything())).toEqual([]);
  Object.defineProperty(globalThis, "indexedDB", { configurable: true, writable: true, value: database });
});

test("what is not deleted in time is named, and the rest is deleted", async () => {
  const root = {
    async *keys() {
      yield "stuck";
      yield "whole";
    },
    removeEntry: vi.fn((name: string) => (name === "stuck" ? forEver() : Promise.resolve())),
  };
  vi.stubGlobal("navigator", { storage: { getDirectory: async () => root } });
  vi.spyOn(IDBFactory.prototype, "deleteDatabase").mockImplementation(silent as never);
  localStorage.setItem("dreiklang.settings", "{}");
  expect(await patiently(deleteEverything())).toEqual(["dreiklang", "stuck"]);
  expect(root.removeEntry).toHaveBeenCalledTimes(2);
  expect(localStorage.length).toBe(0);
});
