import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { contentHash } from "#model/content-hash.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import { createConnection } from "#storage/connection.ts";
import { type Database, openDatabase } from "#storage/database.ts";
import { createMapRepository, type MapRepository } from "#storage/map-repository.ts";
import { mark } from "#storage/map-store.ts";
import { AT, aMap } from "./a-map.ts";

const LATER = "2026-03-02T10:00:00.000Z";
let database: Database;
let repository: MapRepository;
let ids: number;

beforeEach(() => {
  ids = 0;
  database = openDatabase(`test-${Math.random()}`);
  const newId = () => {
    ids += 1;
    return `new${ids}`;
  };
  const connection = createConnection(database, () => "store");
  repository = createMapRepository(connection, { newId, now: () => LATER });
});

afterEach(async () => {
  repository.close();
  await database.delete();
});

const rows = () => repository.summaries.getState().rows;

describe("keeping maps", () => {
  test("gives back the very document that was created", async () => {
    await repository.create(aMap());
    expect(await repository.open("map1")).toEqual({ map: aMap(), rev: 1, entries: [], damage: [] });
    expect(await repository.load("map1")).toEqual(aMap());
  });

  test("notes of its present state what a writer and a reader must know, and no more", async () => {
    await repository.create(aMap());
    expect(await database.heads.get("map1")).toEqual({
      mapId: "map1",
      rev: 1,
      version: FORMAT_VERSION,
      hash: contentHash(aMap()),
      deletedAt: null,
    });
  });

  test("knows nothing of a map that is not there", async () => {
    expect(await repository.load("nobody")).toBeNull();
  });

  test("refuses a second map of the same id and keeps the first", async () => {
    await repository.create(aMap());
    await expect(repository.create(aMap("map1", "Another"))).rejects.toThrow();
    expect((await repository.load("map1"))?.title).toBe("Service");
    expect((await database.summaries.get("map1"))?.title).toBe("Service");
  });

  test("renames with a new revision and a new date", async () => {
    await repository.create(aMap());
    await repository.rename("map1", "Repair");
    const loaded = await repository.open("map1");
    expect(loaded).toMatchObject({ map: { ...aMap(), title: "Repair", updatedAt: LATER }, rev: 2 });
  });

  test("duplicates everything but id, title and dates", async () => {
    await repository.create(aMap());
    const id = await repository.duplicate("map1", "Copy");
    expect(id).toBe("new1");
    const copy = await repository.load("new1");
    expect(copy).toEqual({ ...aMap("new1", "Copy"), createdAt: LATER, updatedAt: LATER });
    expect(await repository.load("map1")).toEqual(aMap());
  });

  test("duplicates nothing where there is nothing", async () => {
    expect(await repository.duplicate("nobody", "Copy")).toBeNull();
  });
});

describe("the bin", () => {
  test("hides a map, keeps it whole, and gives it back", async () => {
    await repository.create(aMap());
    await repository.moveToBin("map1");
    expect(await repository.load("map1")).toBeNull();
    expect((await database.summaries.get("map1"))?.deletedAt).toBe(LATER);
    await repository.restore("map1");
    // The revision stays, so that a tab that still has the map open may go on.
    expect(await repository.open("map1")).toEqual({ map: aMap(), rev: 1, entries: [], damage: [] });
  });

  test("a map that is removed leaves nothing behind", async () => {
    await repository.create(aMap());
    await repository.rename("map1", "Repair");
    await repository.moveToBin("map1");
    // The database's own facts stay.
    const others = await database.facts.count();
    await database.facts.put({ key: "overdue:map1", at: 1 });
    expect(await repository.remove("map1")).toBe(true);
    const { heads, summaries, checkpoints, journal, facts } = database;
    const counts = [heads.count(), summaries.count(), checkpoints.count(), journal.count(), facts.count()];
    expect(await Promise.all(counts)).toEqual([0, 0, 0, 0, others]);
  });

  test("a map that somebody took out of the bin meanwhile is not removed", async () => {
    await repository.create(aMap());
    await repository.moveToBin("map1");
    await repository.restore("map1");
    expect(await repository.remove("map1")).toBe(false);
    await mark(database, "map1", "2026-05-01T10:00:00.000Z");
    // Whoever found it overdue meant the time before.
    expect(await repository.remove("map1", LATER)).toBe(false);
    await repository.restore("map1");
    expect(await repository.load("map1")).toEqual(aMap());
  });
});

describe("summaries", () => {
  test("are unknown until they were read", () => {
    expect(rows()).toBeNull();
  });

  test("follow every change", async () => {
    await vi.waitFor(() => expect(rows()).toEqual([]));
    await repository.create(aMap());
    await vi.waitFor(() =>
      expect(rows()).toEqual([
        {
          id: "map1",
          title: "Service",
          description: "",
          createdAt: AT,
          updatedAt: AT,
          nodeCount: 3,
          counted: 2,
          withOwner: 1,
          deletedAt: null,
        },
      ]),
    );
    await repository.rename("map1", "Repair");
    await vi.waitFor(() => expect(rows()?.[0]).toMatchObject({ title: "Repair", updatedAt: LATER }));
    await repository.moveToBin("map1");
    await vi.waitFor(() => expect(rows()?.[0]?.deletedAt).toBe(LATER));
    expect(await repository.remove("map1", LATER)).toBe(true);
    await vi.waitFor(() => expect(rows()).toEqual([]));
  });

  test("say so when they cannot be read", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("broken", "UnknownError");
    });
    const broken = createConnection(openDatabase(`test-${Math.random()}`), () => "store");
    const other = createMapRepository(broken, { newId: () => "x", now: () => LATER });
    await vi.waitFor(() => expect(other.summaries.getState().problem).not.toBeNull(), 5000);
    expect(other.summaries.getState().problem).toContain("UnknownError");
    expect(other.summaries.getState().rows).toBeNull();
    other.close();
  });
});
