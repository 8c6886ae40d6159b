import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { assignOwner, changeFields } from "#model/commands/nodes.ts";
import { invariantViolations } from "#model/invariants.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { Connection } from "#storage/connection.ts";
import type { Checkpoint, JournalEntry } from "#storage/database.ts";
import { createMapRepository, type MapRepository } from "#storage/map-repository.ts";
import { replaceMap } from "#storage/map-store.ts";
import { sampleMap } from "../builders.ts";
import { anOpenMap, aSession, aStore, found, journalStore, LATER } from "./stores.ts";

let connection: Connection;
let library: MapRepository;
/** The documents after each of the steps. */
let states: JourneyMap[];

const map = { ...sampleMap(), id: "map1" };
const owners = ["it", "sales", "marketing"] as const;

beforeEach(async () => {
  connection = await aStore();
  library = createMapRepository(connection, { newId: () => "new", now: () => LATER });
  const { editor, journal } = await anOpenMap(connection, map);
  states = [map];
  for (let step = 1; step <= 8; step += 1) {
    const { map: present } = editor.store.getState();
    editor.dispatch(assignOwner(present, ["t01"], owners[step % 3] ?? null));
    await journal.settled();
    states.push(editor.store.getState().map);
    if (step === 5) await journal.checkpoint();
  }
});

afterEach(async () => {
  vi.restoreAllMocks();
  library.close();
  await connection.database.delete();
});

const entries = () => connection.database.journal.toArray();
const changeEntry = (seq: number, change: Partial<JournalEntry>) =>
  connection.database.journal.update(["map1", seq], change as object);
/** Writes rubbish into a checkpoint, as no program of ours does. */
async function damage(rev: number, change: (document: Record<string, unknown>) => void, keepsHash = true) {
  const checkpoint = (await connection.database.checkpoints.get(["map1", rev])) as Checkpoint;
  const document = structuredClone(checkpoint.document) as unknown as Record<string, unknown>;
  change(document);
  const hash = keepsHash ? checkpoint.hash : "0".repeat(26);
  await connection.database.checkpoints.put({ ...checkpoint, hash, document: document as never });
}
const last = () => states.at(-1);

test("a sound map is read with its newest state", async () => {
  expect(await found(connection.database)).toMatchObject({ map: last(), rev: 9, damage: [] });
  expect((await connection.database.checkpoints.toArray()).map(({ rev }) => rev)).toEqual([1, 6]);
  expect((await entries()).map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
});

describe("F36 a journal that does not fit", () => {
  test("a gap: everything before it", async () => {
    await connection.database.journal.delete(["map1", 8]);
    const { map: read, rev, damage: lost } = await found(connection.database);
    expect([rev, read]).toEqual([7, states[6]]);
    expect(lost.map(({ path }) => path)).toEqual(["journal"]);
  });

  test("a change that was damaged: everything before it, by the check sums", async () => {
    const [, , , , , , seventh] = await entries();
    await changeEntry(8, {
      change: { ...seventh?.change, map: { set: { title: "?" }, unset: [] } } as never,
    });
    expect(await found(connection.database)).toMatchObject({ rev: 7, map: states[6] });
  });

  test("wrong check sums all over are no reason to lose what is there", async () => {
    for (const { seq } of await entries()) await changeEntry(seq, { hash: "wrong" });
    await connection.database.heads.update("map1", { hash: "wrong" });
    const { map: read, rev } = await found(connection.database);
    expect([rev, read]).toEqual([6, states[5]]);
  });

  test("an entry without a shape", async () => {
    await changeEntry(9, { change: null as never });
    expect(await found(connection.database)).toMatchObject({ rev: 8, map: states[7] });
  });

  test("what was found is written back, the rest lies in quarantine, and editing goes on from there", async () => {
    await connection.database.journal.delete(["map1", 8]);
    const opened = await library.open("map1");
    expect(opened).toMatchObject({ map: states[6], rev: 10 });
    expect(await found(connection.database)).toMatchObject({ map: states[6], rev: 10, damage: [] });
    const kept = await connection.database.quarantine.toArray();
    expect(kept).toMatchObject([{ mapId: "map1", path: "journal", at: LATER }]);
    expect(kept).toMatchObject([{ value: [{ seq: 9 }] }]);
  });
});

describe("F34 a document that was damaged", () => {
  test("an older checkpoint and the whole journal give the newest state", async () => {
    await damage(6, (document) => {
      document.nodes = 5;
    });
    expect(await found(connection.database)).toMatchObject({ map: last(), rev: 9, damage: [] });
  });

  test.each([
    ["rubbish in place of a node", { t02: 5 }, ["nodes/t02"], 3],
    ["a node without a kind", { t02: { title: "x" } }, ["nodes/t02"], 3],
    ["a field of the wrong type", { t02: { ...map.nodes.t02, title: 7 } }, ["nodes/t02/title"], 1],
    ["a place that is none", { t02: { ...map.nodes.t02, position: { x: "a", y: 0 } } }, ["nodes/t02"], 3],
  ])("%s: all the rest is there", async (_, nodes, paths, most) => {
    for (const rev of [1, 6]) {
      await damage(rev, (document) => {
        document.nodes = { ...(document.nodes as object), ...nodes };
      });
    }
    const { map: read, damage: lost } = await found(connection.database);
    expect(lost.map(({ path }) => path)).toEqual(expect.arrayContaining(paths));
    expect(lost.length).toBeLessThanOrEqual(most);
    expect(invariantViolations(read)).toEqual([]);
    expect(Object.keys(read.nodes).length).toBeGreaterThanOrEqual(Object.keys(map.nodes).length - 1);
    // What came after the checkpoint is in it, too.
    expect(read.nodes.t01).toEqual(last()?.nodes.t01);
  });

  test("whole collections that are gone leave the others", async () => {
    for (const rev of [1, 6]) {
      await damage(rev, (document) => {
        delete document.people;
        document.connections = [];
      });
    }
    const { map: read, damage: lost } = await found(connection.database);
    expect(invariantViolations(read)).toEqual([]);
    expect(Object.keys(read.nodes)).toHaveLength(Object.keys(map.nodes).length);
    expect(lost.map(({ path }) => path)).toEqual(expect.arrayContaining(["people", "connections"]));
  });

  test("a sound document with a wrong check sum loses nothing", async () => {
    for (const rev of [1, 6]) await damage(rev, () => {}, false);
    const { map: read, damage: lost } = await found(connection.database);
    expect([read, lost]).toEqual([last(), []]);
  });

  test("what is damaged lies in quarantine and is said once", async () => {
    for (const rev of [1, 6]) {
      await damage(rev, (document) => {
        document.nodes = { ...(document.nodes as object), t02: "rubbish" };
      });
    }
    expect(await library.open("map1")).toMatchObject({
      damage: expect.arrayContaining([{ path: "nodes/t02", value: "rubbish" }]),
    });
    expect(await library.open("map1")).toMatchObject({ damage: [] });
    const kept = await connection.database.quarantine.where({ mapId: "map1" }).toArray();
    expect(kept.find(({ path }) => path === "nodes/t02")?.value).toBe("rubbish");
  });

  test("without any checkpoint a map is called unreadable, and nothing is changed", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await connection.database.checkpoints.clear();
    expect(await library.open("map1")).toMatchObject({ problem: "unreadable" });
    expect(await connection.database.journal.count()).toBe(8);
  });

  test("F05 a damaged map comes back whole from a copy that is as new", async () => {
    await connection.database.checkpoints.clear();
    const onRestored = vi.fn();
    const copy = { map: states[8] as JourneyMap, rev: 9, at: LATER };
    const other = createMapRepository(connection, {
      newId: () => "new",
      now: () => LATER,
      copyOf: async () => copy,
      onRestored,
    });
    expect(await other.open("map1")).toMatchObject({ map: last(), damage: [] });
    expect(onRestored).toHaveBeenCalledExactlyOnceWith(last(), LATER);
    expect(await found(connection.database)).toMatchObject({ map: last(), damage: [] });
    other.close();
  });
});

describe("F43 what somebody else writes while a damaged map is being repaired", () => {
  /** The same database, seen by a window whose copy takes so long that another one repairs the map meanwhile. */
  async function openedAfter(copy: JourneyMap | null) {
    const theirs = { ...map, title: "Theirs" };
    const other = createMapRepository(connection, {
      newId: () => "new",
      now: () => LATER,
      copyOf: async () => {
        await replaceMap(connection.database, { map: theirs, rev: 10, deletedAt: null, base: 9 });
        return copy && { map: copy, rev: 9, at: LATER };
      },
    });
    const opened = await other.open("map1");
    other.close();
    expect(opened).toMatchObject({ map: theirs, rev: 10, damage: [] });
    expect(await found(connection.database)).toMatchObject({ map: theirs, rev: 10 });
  }

  test("is not replaced by what was salvaged, and nothing is put apart twice", async () => {
    await connection.database.journal.delete(["map1", 8]);
    await openedAfter(null);
    expect(await connection.database.quarantine.count()).toBe(0);
  });

  test("is not replaced by the copy", async () => {
    await connection.database.checkpoints.clear();
    vi.spyOn(console, "error").mockImplementation(() => {});
    await openedAfter(map);
  });
});

test("F31 a map of a newer version is locked, and not touched", async () => {
  await connection.database.heads.update("map1", { version: 99 });
  const before = await connection.database.checkpoints.toArray();
  expect(await library.open("map1")).toEqual({ problem: "newer" });
  expect(await connection.database.checkpoints.toArray()).toEqual(before);
});

test("F40 a map that another window writes while it is read is not taken for a damaged one", async () => {
  const { heads } = connection.database;
  const { editor, journal } = aSession(journalStore(connection), await found(connection.database));
  const type = async (title: string) => {
    editor.dispatch(changeFields(editor.store.getState().map, ["t01"], { title }, "title"));
    await journal.settled();
  };
  await type("H");
  const get = heads.get.bind(heads);
  vi.spyOn(heads, "get").mockImplementationOnce((async (id: string) => {
    const head = await get(id);
    await type("He");
    return head;
  }) as never);
  expect(await found(connection.database)).toMatchObject({
    damage: [],
    rev: 11,
    map: editor.store.getState().map,
  });
});
