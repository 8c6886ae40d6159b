import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { contentHash } from "#model/content-hash.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import type { Connection } from "#storage/connection.ts";
import { create, replaceMap } from "#storage/map-store.ts";
import { completeMirror, restoreFromMirror } from "#storage/restore-from-mirror.ts";
import { AT, aMap } from "./a-map.ts";
import { aStore, found, LATER } from "./stores.ts";

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
  const facts = {
    mapId: map.id,
    rev,
    at: AT,
    deletedAt: null,
    hash: contentHash(map),
    version: FORMAT_VERSION,
  };
  return {
    list: vi.fn(async () => [facts]),
    read: vi.fn(async () => ({ ...facts, map })),
    snapshot: vi.fn(async () => {}),
  };
}

describe("F02 a copy that is newer than the database", () => {
  const newer = { ...aMap(), title: "Newer" };

  test("takes its place", async () => {
    expect(await restoreFromMirror(connection.database, aMirror(newer, 5), free)).toEqual({
      count: 1,
      at: AT,
    });
    expect(await found(connection.database)).toMatchObject({ rev: 6, map: newer });
  });

  test("leaves a map alone that a window edits", async () => {
    expect(await restoreFromMirror(connection.database, aMirror(newer, 5), edited)).toBeNull();
    expect(await found(connection.database)).toMatchObject({ rev: 1, map: aMap() });
  });

  test("is not newer any more when a window has had the map open in the meantime", async () => {
    const later = { ...aMap(), title: "Later", updatedAt: LATER };
    const afterEditing = async (_: string, work: () => Promise<void>) => {
      await replaceMap(connection.database, later, 9, null);
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
