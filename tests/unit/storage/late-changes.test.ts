import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { assignOwner, changeFields } from "#model/commands/nodes.ts";
import type { Connection } from "#storage/connection.ts";
import { createLateChanges, type LateChanges } from "#storage/late-changes.ts";
import { keepLate } from "#storage/late-texts.ts";
import { createMapRepository } from "#storage/map-repository.ts";
import { create } from "#storage/map-store.ts";
import { AT, aMap } from "./a-map.ts";
import { aSession, aStore, found, journalStore, type Session } from "./stores.ts";

let connection: Connection;
let late: LateChanges;
const onApart = vi.fn();
let texts: Map<string, string>;
const storage = {
  getItem: (key: string) => texts.get(key) ?? null,
  setItem: (key: string, text: string) => void texts.set(key, text),
};

beforeEach(async () => {
  connection = await aStore();
  texts = new Map();
  onApart.mockClear();
  late = createLateChanges(connection, { texts: storage, now: () => AT, onApart });
  await create(connection.database, aMap());
});
afterEach(() => connection.database.delete());

const title = ({ editor }: Session, text: string) =>
  editor.dispatch(changeFields(editor.store.getState().map, ["t1"], { title: text }, "title"));
const owner = ({ editor }: Session, value: "it" | "marketing") =>
  editor.dispatch(assignOwner(editor.store.getState().map, ["t2"], value));
const adopt = () => late.adopt("map1");
const lost = () => connection.database.quarantine.toArray();

/** A page leaves a change behind, and another window goes on without it; resolves with that window. */
async function wentOnWithoutIt() {
  const page = aPageThatEnds(0);
  owner(page, "it");
  page.journal.leave();
  const other = aSession(journalStore(connection), { map: aMap(), rev: 1 });
  title(other, "Other");
  await other.journal.settled();
  return other;
}

/** A page whose writes reach the store only if they are among the first ones. */
function aPageThatEnds(reaches: number): Session {
  let writes = 0;
  const store = journalStore(connection);
  return aSession(
    {
      ...store,
      append(batch) {
        writes += 1;
        return writes > reaches ? new Promise(() => {}) : store.append(batch);
      },
      keepLate: (batches) => keepLate(storage, batches),
    },
    { map: aMap(), rev: 1 },
  );
}

describe("F11 F12 what a page could not write any more", () => {
  for (const reaches of [0, 1, 2]) {
    test(`is adopted when ${reaches} of its writes arrived`, async () => {
      const page = aPageThatEnds(reaches);
      title(page, "H");
      await vi.waitFor(async () => {
        expect((await found(connection.database)).rev).toBe(reaches > 0 ? 2 : 1);
      });
      title(page, "He");
      owner(page, "it");
      title(page, "Hello");
      page.journal.leave();
      await adopt();
      const { map, damage } = await found(connection.database);
      expect(map).toEqual(page.editor.store.getState().map);
      expect(damage).toEqual([]);
      expect(await lost()).toEqual([]);
      await adopt();
      expect((await found(connection.database)).map).toEqual(map);
    });
  }

  test("is nothing when all was written", async () => {
    const page = aSession(
      { ...journalStore(connection), keepLate: (batches) => keepLate(storage, batches) },
      { map: aMap(), rev: 1 },
    );
    owner(page, "it");
    await page.journal.settled();
    page.journal.leave();
    expect(texts.size).toBe(0);
  });

  test("is passed over when the page lived on and wrote it itself, and more", async () => {
    const page = aSession(
      { ...journalStore(connection), keepLate: (batches) => keepLate(storage, batches) },
      { map: aMap(), rev: 1 },
    );
    owner(page, "it");
    page.journal.leave();
    await page.journal.settled();
    owner(page, "marketing");
    await page.journal.settled();
    await adopt();
    expect((await found(connection.database)).map).toEqual(page.editor.store.getState().map);
    expect(await lost()).toEqual([]);
  });

  test("is kept apart when another window went on without it, and that is said once", async () => {
    const other = await wentOnWithoutIt();
    await adopt();
    await adopt();
    expect((await found(connection.database)).map).toEqual(other.editor.store.getState().map);
    expect(await lost()).toMatchObject([{ mapId: "map1", path: "late" }]);
    expect(onApart).toHaveBeenCalledExactlyOnceWith("Service");
  });

  test("is not overwritten by the next page that ends, as long as the store takes neither", async () => {
    for (const value of ["it", "marketing"] as const) {
      const page = aPageThatEnds(0);
      owner(page, value);
      page.journal.leave();
      // A page may end twice: it can come back from the browser's cache of pages.
      title(page, "Hello");
      page.journal.leave();
    }
    expect(texts.size).toBe(2);
    await adopt();
    const { map } = await found(connection.database);
    expect(map.nodes).toMatchObject({ t1: { title: "Hello" }, t2: { owner: "it" } });
    expect(await lost()).toMatchObject([{ mapId: "map1", path: "late" }]);
    expect([...texts.values()]).toEqual(["", ""]);
  });

  test.each(["", "{", "[1]", '[{"head":{}}]', '{"head":1}'])("rubbish is left alone: %s", async (text) => {
    texts.set("dreiklang.late.map1", text);
    await adopt();
    expect((await found(connection.database)).map).toEqual(aMap());
    expect(await lost()).toEqual([]);
  });
});

describe("F21 what a page left is there although the store takes nothing", () => {
  /** The store is full; what is in it can be read. Returns how to end it. */
  function fill() {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const { heads, quarantine, journal } = connection.database;
    const full = new DOMException("full", "QuotaExceededError");
    const spies = [
      vi.spyOn(heads, "put").mockRejectedValue(full),
      vi.spyOn(quarantine, "add").mockRejectedValue(full),
      vi.spyOn(journal, "bulkAdd").mockRejectedValue(full),
    ];
    return () => {
      for (const spy of spies) spy.mockRestore();
    };
  }
  const library = () => createMapRepository(connection, { newId: () => "new", now: () => AT, late });

  for (const reaches of [0, 1, 2]) {
    test(`when ${reaches} of its writes arrived`, async () => {
      const page = aPageThatEnds(reaches);
      title(page, "H");
      await vi.waitFor(async () => {
        expect((await found(connection.database)).rev).toBe(reaches > 0 ? 2 : 1);
      });
      title(page, "He");
      owner(page, "it");
      title(page, "Hello");
      page.journal.leave();
      const expected = page.editor.store.getState().map;
      // Where all of it arrived there is nothing left to be shown.
      const isThere = (await found(connection.database)).map.nodes.t1?.title === "Hello";
      const empty = fill();
      const opened = await library().open("map1");
      if ("problem" in opened) throw new Error(opened.problem);
      expect(opened.late?.map ?? opened.map).toEqual(expected);
      expect(opened.late === undefined).toBe(isThere);
      expect(await library().load("map1")).toEqual(expected);
      if (!isThere) await expect(library().rename("map1", "Another")).rejects.toThrow();

      const next = aSession(journalStore(connection), opened);
      if (opened.late) expect(next.journal.adopt(opened.late.batches)).toBe(true);
      empty();
      await next.journal.settled();
      next.journal.retry();
      await next.journal.settled();
      expect(next.journal.saving.getState().state).toBe("saved");
      expect((await found(connection.database)).map).toEqual(expected);
      opened.late?.forget();
      if (opened.late) expect([...texts.values()]).toEqual([""]);
      expect((await library().open("map1")) as object).not.toHaveProperty("late");
      expect(await lost()).toEqual([]);
    });
  }

  test("but not on top of what another window did", async () => {
    const other = await wentOnWithoutIt();
    const empty = fill();
    const opened = await library().open("map1");
    expect(opened).toMatchObject({ map: other.editor.store.getState().map });
    expect(opened).not.toHaveProperty("late");
    empty();
    await library().open("map1");
    expect(await lost()).toMatchObject([{ mapId: "map1", path: "late" }]);
  });
});

test("F14 what was handed over early, behind a write that failed, is not taken for a conflict", async () => {
  let writes = 0;
  const store = journalStore(connection);
  const onConflict = vi.fn();
  const page = aSession(
    {
      ...store,
      append(batch) {
        writes += 1;
        return writes === 1 ? Promise.reject(new DOMException("no", "AbortError")) : store.append(batch);
      },
    },
    { map: aMap(), rev: 1 },
    { onConflict },
  );
  owner(page, "it");
  title(page, "Hello");
  page.journal.flush();
  await page.journal.settled();
  expect(onConflict).not.toHaveBeenCalled();
  expect(page.journal.saving.getState().state).toBe("saved");
  expect((await found(connection.database)).map).toEqual(page.editor.store.getState().map);
});

for (const kind of ["another step", "more of the same step"] as const) {
  test(`F14 F18 a write that is sent again behind ${kind}, handed over early, is no conflict`, async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let writes = 0;
    const store = journalStore(connection);
    const onConflict = vi.fn();
    const page = aSession(
      {
        ...store,
        append(batch) {
          writes += 1;
          const written = store.append(batch);
          // It arrives, and nobody is told.
          return writes === 1 ? written.then(() => new Promise(() => {})) : written;
        },
      },
      { map: aMap(), rev: 1 },
      { onConflict },
    );
    title(page, "H");
    if (kind === "another step") owner(page, "it");
    else title(page, "Hello");
    page.journal.flush();
    for (let second = 0; second < 5; second += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    vi.useRealTimers();
    await page.journal.settled();
    expect(onConflict).not.toHaveBeenCalled();
    expect(page.journal.saving.getState().state).toBe("saved");
    expect(await found(connection.database)).toMatchObject({ rev: 3, damage: [] });
    expect((await found(connection.database)).map).toEqual(page.editor.store.getState().map);
  });
}
