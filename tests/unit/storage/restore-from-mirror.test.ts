import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changeMap } from "#model/commands/map.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { Connection } from "#storage/connection.ts";
import { create, replaceMap } from "#storage/map-store.ts";
import { completeMirror, copiedMaps, restoreFromMirror, restoreMap } from "#storage/restore-from-mirror.ts";
import { restoreHistory } from "#storage/restore-history.ts";
import { AT, aMap, copyFacts } from "./a-map.ts";
import { aSession, aStore, found, journalStore, LATER } from "./stores.ts";

let connection: Connection;
beforeEach(async () => {
  connection = await aStore();
  await create(connection.database, aMap());
});
afterEach(() => connection.database.delete());

const free = (_: string, work: () => Promise<void>) => work();
const edited = async () => {};

/** A mirror with one map in it. */
function aMirror(map: JourneyMap, rev: number) {
  const facts = copyFacts(map, rev);
  return {
    list: vi.fn(async () => [facts]),
    read: vi.fn(async () => ({ ...facts, map })),
    snapshot: vi.fn(async () => {}),
  };
}

describe("F02 a copy that is newer than the database", () => {
  const newer = { ...aMap(), title: "Newer" };

  test("is one more step after what the database has: nothing was missing", async () => {
    const { database } = connection;
    expect(await restoreFromMirror(database, aMirror(newer, 5), free)).toBeNull();
    const { map, rev, entries, damage } = await found(database);
    expect({ map, rev, damage }).toEqual({ map: newer, rev: 6, damage: [] });
    expect(restoreHistory(map, entries).past).toMatchObject([{ before: aMap(), after: newer }]);
  });

  test("follows changes of which those before it can still be undone", async () => {
    const { database } = connection;
    const { editor, journal } = aSession(journalStore(connection), { map: aMap(), rev: 1 });
    editor.dispatch(changeMap({ title: "First" }));
    editor.dispatch(changeMap({ description: "Second" }));
    await journal.settled();
    const second = editor.store.getState().map;
    await restoreFromMirror(database, aMirror({ ...second, title: "Third" }, 9), free);
    const { map, rev, entries } = await found(database);
    expect(rev).toBe(10);
    expect(restoreHistory(map, entries).past.map(({ before }) => [before.title, before.description])).toEqual(
      [
        ["Service", ""],
        ["First", ""],
        ["First", "Second"],
      ],
    );
  });

  test("takes the place of a damaged map", async () => {
    await connection.database.checkpoints.clear();
    expect(await restoreFromMirror(connection.database, aMirror(newer, 5), free)).toEqual({
      count: 1,
      at: AT,
    });
    expect(await found(connection.database)).toMatchObject({ rev: 6, map: newer });
  });

  test("takes the place of one that is not there", async () => {
    await connection.database.heads.clear();
    const [copy] = await aMirror(newer, 5).list();
    if (!copy) throw new Error("no copy");
    expect(await restoreMap(connection.database, aMirror(newer, 5), copy)).toBe(true);
    expect(await found(connection.database)).toMatchObject({ rev: 6, map: newer });
  });

  test("does not touch a map that a newer program wrote", async () => {
    await connection.database.heads.update("map1", { version: 99 });
    expect(await restoreFromMirror(connection.database, aMirror(newer, 5), free)).toBeNull();
    expect(await connection.database.heads.get("map1")).toMatchObject({ rev: 1, version: 99 });
  });

  test("does not take the place of what somebody wrote while it was being read", async () => {
    await connection.database.checkpoints.clear();
    const mirror = aMirror(newer, 5);
    const { read } = mirror;
    const later = { ...aMap(), title: "Later", updatedAt: LATER };
    const slow = {
      ...mirror,
      read: vi.fn(async () => {
        await replaceMap(connection.database, { map: later, rev: 9, deletedAt: null, base: 1 });
        return read();
      }),
    };
    expect(await restoreFromMirror(connection.database, slow, free)).toBeNull();
    expect(await found(connection.database)).toMatchObject({ rev: 9, map: later });
    expect(mirror.snapshot).not.toHaveBeenCalled();
  });

  test("leaves a map alone that a window edits", async () => {
    expect(await restoreFromMirror(connection.database, aMirror(newer, 5), edited)).toBeNull();
    expect(await found(connection.database)).toMatchObject({ rev: 1, map: aMap() });
  });

  test("is not newer any more when a window has had the map open in the meantime", async () => {
    const later = { ...aMap(), title: "Later", updatedAt: LATER };
    const afterEditing = async (_: string, work: () => Promise<void>) => {
      await replaceMap(connection.database, { map: later, rev: 9, deletedAt: null, base: 1 });
      await work();
    };
    expect(await restoreFromMirror(connection.database, aMirror(newer, 5), afterEditing)).toBeNull();
    expect(await found(connection.database)).toMatchObject({ rev: 9, map: later });
  });
});

test("F06 a copy that is missing is not made while a window edits the map: that window does it", async () => {
  const mirror = aMirror(aMap("other"), 1);
  await completeMirror(connection.database, mirror, edited, AT);
  expect(mirror.snapshot).not.toHaveBeenCalled();
  await completeMirror(connection.database, mirror, free, AT);
  expect(mirror.snapshot).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ map: aMap(), rev: 1 }));
});

test("F24 where there is no database the copies still give their maps, but not those in the bin", async () => {
  const mirror = aMirror(aMap(), 5);
  expect(await copiedMaps(mirror)).toEqual([aMap()]);
  const [copy] = await mirror.list();
  const deleted = { ...mirror, list: async () => (copy ? [{ ...copy, deletedAt: AT }] : []) };
  expect(await copiedMaps(deleted)).toEqual([]);
});
