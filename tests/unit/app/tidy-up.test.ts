// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { settled, tidyUpAfterCrash } from "#app/tidy-up.ts";
import type { SummariesState } from "#storage/follow-summaries.ts";
import { aStore } from "../storage/stores.ts";

/** Locks of a browser in which no other window lives. */
beforeEach(() => {
  const locks = { request: async () => {}, query: async () => ({ held: [] }) };
  Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
});
afterEach(() => vi.restoreAllMocks());

/** Something that is told later. */
function later() {
  let tell = () => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { told, tell: () => tell() };
}

const moment = () => new Promise((resolve) => setTimeout(resolve, 20));

test("F03 after a crash the mark is set at once, and the log begun anew only when the page has settled", async () => {
  const connection = await aStore();
  const { facts } = connection.database;
  await facts.put({ key: "session:crashed" });
  const add = vi.spyOn(IDBObjectStore.prototype, "add");
  const ready = later();
  const done = tidyUpAfterCrash(connection, "one", ready.told);
  await vi.waitFor(async () => expect(await facts.get("session:one")).toBeDefined());
  expect(await facts.get("session:crashed")).toBeUndefined();
  await moment();
  expect(add).not.toHaveBeenCalled();
  // A page that ends now leaves the work to the next one.
  const leave = async () => {
    window.dispatchEvent(new Event("pagehide"));
    await moment();
    return (await facts.get("session:one")) === undefined;
  };
  expect(await leave()).toBe(false);
  ready.tell();
  await done;
  expect(add).toHaveBeenCalled();
  expect(await leave()).toBe(true);
  await connection.database.delete();
});

test("after a window that ended well nothing is written for it", async () => {
  const connection = await aStore();
  const add = vi.spyOn(IDBObjectStore.prototype, "add");
  await tidyUpAfterCrash(connection, "one", Promise.resolve());
  expect(add).not.toHaveBeenCalled();
  await connection.database.delete();
});

test("a page has settled when the maps were read and something is shown, in whatever order", async () => {
  for (const first of ["read", "shown"]) {
    const summaries = createStore<SummariesState>(() => ({ rows: null, problem: null }));
    const { told, tell } = later();
    let isSettled = false;
    const end = settled({ summaries }, told).then(() => {
      isSettled = true;
    });
    const steps = [() => summaries.setState({ rows: [] }), tell];
    if (first === "shown") steps.reverse();
    for (const step of steps) {
      await moment();
      expect(isSettled).toBe(false);
      step();
    }
    await end;
  }
});

test("maps that cannot be read, and a page that shows nothing, hold nobody up for ever", async () => {
  const summaries = createStore<SummariesState>(() => ({ rows: null, problem: "broken" }));
  await settled({ summaries }, Promise.resolve());
  vi.useFakeTimers();
  const end = settled({ summaries }, new Promise(() => {}));
  await vi.advanceTimersByTimeAsync(20_000);
  await end;
  vi.useRealTimers();
});
