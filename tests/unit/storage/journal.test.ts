import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createEditor } from "#editor/editor.ts";
import type { SaveState } from "#editor/save-state.ts";
import { assignOwner, changeFields } from "#model/commands/nodes.ts";
import { contentHash } from "#model/content-hash.ts";
import type { Connection } from "#storage/connection.ts";
import type { JournalStore } from "#storage/journal-store.ts";
import { create, type WriteResult } from "#storage/map-store.ts";
import { restoreHistory } from "#storage/restore-history.ts";
import { pause } from "#storage/timing.ts";
import { sampleMap } from "../builders.ts";
import { commandOf, countingIds, dice } from "../model/random-commands.ts";
import { aMap } from "./a-map.ts";
import { anOpenMap, aSession, aStore, found, journalStore, LATER, type Session } from "./stores.ts";

// Hundreds of stories take their time on a busy computer.
vi.setConfig({ testTimeout: 120_000 });

let connection: Connection;
beforeEach(async () => {
  connection = await aStore();
});
afterEach(async () => {
  vi.useRealTimers();
  await connection.database.delete();
});

const title = ({ editor }: Session, text: string, id = "t1") =>
  editor.dispatch(changeFields(editor.store.getState().map, [id], { title: text }, `title:${id}`));
const owner = ({ editor }: Session, value: "it" | "sales" | "marketing") =>
  editor.dispatch(assignOwner(editor.store.getState().map, ["t1"], value));
const rows = () => connection.database.journal.toArray();

describe("keeping changes", () => {
  test("every step is an entry, and opening gives the same document", async () => {
    const session = await anOpenMap(connection, aMap());
    owner(session, "it");
    owner(session, "marketing");
    expect(session.journal.saving.getState().state).toBe("saving");
    await session.journal.settled();
    expect(session.journal.saving.getState().state).toBe("saved");
    const { map, rev, damage } = await found(connection.database);
    expect(map).toEqual(session.editor.store.getState().map);
    expect([rev, damage]).toEqual([3, []]);
    expect((await connection.database.summaries.get("map1"))?.updatedAt).toBe(LATER);
  });

  test("what is typed into one field is one entry, which grows", async () => {
    const session = await anOpenMap(connection, aMap());
    for (const text of ["a", "ab", "abc", "abcd"]) {
      title(session, text);
      await session.journal.settled();
    }
    const entries = await rows();
    expect(entries.map(({ seq, span, move }) => [seq, span, move])).toEqual([[5, 4, "step"]]);
    expect((await found(connection.database)).map.nodes.t1?.title).toBe("abcd");
  });

  test("what is typed is written in a pause, in one go, and is not called saved before", async () => {
    const session = await anOpenMap(connection, aMap());
    title(session, "a");
    for (let length = 2; length <= 30; length += 1) {
      title(session, "a".repeat(length));
      await pause(20);
      expect(session.journal.saving.getState().state).toBe("saving");
    }
    // The first letter at once, the others in the pause or after a second.
    const written = (await rows())[0]?.seq ?? 0;
    expect(written).toBeLessThan(6);
    await vi.waitFor(() => expect(session.journal.saving.getState().state).toBe("saved"), { timeout: 5000 });
    expect(await rows()).toHaveLength(1);
    expect((await found(connection.database)).map.nodes.t1?.title).toBe("a".repeat(30));
  });

  test("steps back and forth in a row are written together", async () => {
    const session = await anOpenMap(connection, aMap());
    owner(session, "it");
    await session.journal.settled();
    for (let count = 0; count < 10; count += 1) {
      session.editor.undo();
      session.editor.redo();
    }
    expect(session.journal.saving.getState().state).toBe("saving");
    expect(await rows()).toHaveLength(1);
    await vi.waitFor(() => expect(session.journal.saving.getState().state).toBe("saved"), { timeout: 5000 });
    expect((await rows()).map(({ move }) => move)).toHaveLength(21);
    const { map, entries } = await found(connection.database);
    expect(map).toEqual(session.editor.store.getState().map);
    expectSameHistory(session, map, entries);
  });

  test("undoing after a reload selects what a step was about, and not what only made room for it", async () => {
    const session = await anOpenMap(connection, aMap());
    const { nodes } = session.editor.store.getState().map;
    const others = Object.keys(nodes).filter((id) => id !== "t1");
    const move = (count: number, isIntoStage: boolean) =>
      session.editor.dispatch({
        label: { key: "move", thing: "touchpoint", count },
        apply(draft) {
          for (const node of Object.values(draft.nodes)) node.position.y += 10;
          const card = draft.nodes.t1;
          if (isIntoStage && card?.kind === "touchpoint") card.stageId = `s${card.position.y}`;
        },
      });
    move(1, true);
    move(1, false);
    move(others.length + 1, false);
    await session.journal.settled();
    const { map, entries } = await found(connection.database);
    const { past } = restoreHistory(map, entries);
    const selected = past.map(({ selectionBefore, selectionAfter }) => [
      selectionBefore.nodeIds,
      selectionAfter.nodeIds,
    ]);
    const all = ["t1", ...others].sort();
    expect(selected.map((both) => both.map((ids) => [...ids].sort()))).toEqual([
      [["t1"], ["t1"]],
      [[], []],
      [all, all],
    ]);
  });

  test("F11 what waits for its pause is handed over by a page that ends", async () => {
    const session = await anOpenMap(connection, aMap());
    title(session, "a");
    await session.journal.settled();
    expect(session.journal.isInPause()).toBe(false);
    title(session, "ab");
    expect(session.journal.isInPause()).toBe(true);
    session.journal.flush();
    expect(session.journal.isInPause()).toBe(false);
    await vi.waitFor(async () => expect((await found(connection.database)).map.nodes.t1?.title).toBe("ab"));
  });

  test("a step that began before a checkpoint does not grow across it", async () => {
    const session = await anOpenMap(connection, aMap());
    title(session, "a");
    await session.journal.settled();
    await session.journal.checkpoint();
    title(session, "ab");
    await session.journal.settled();
    expect((await rows()).map(({ seq, span, move }) => [seq, span, move])).toEqual([
      [2, 1, "step"],
      [3, 1, "merge"],
    ]);
    const { map, entries } = await found(connection.database);
    expect(map.nodes.t1?.title).toBe("ab");
    expect(restoreHistory(map, entries).past).toHaveLength(1);
  });

  test("random stories: a fresh read equals memory whenever it says saved", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(dice, fc.nat(9)), { maxLength: 25 }), async (steps) => {
        const store = await aStore();
        const session = await anOpenMap(store, { ...sampleMap(), id: "map1" });
        const newId = countingIds();
        for (const [step, next] of steps) {
          session.editor.dispatch(commandOf(session.editor.store.getState().map, step, newId));
          if (next === 0) session.editor.undo();
          if (next === 1) session.editor.goTo(1);
          if (next === 2) session.editor.redo();
          if (next === 3) await session.journal.checkpoint();
          if (next === 4) session.journal.flush();
          if (next > 6) await session.journal.settled();
          if (session.journal.saving.getState().state !== "saved") continue;
          expect((await found(store.database)).map).toEqual(session.editor.store.getState().map);
        }
        await session.journal.settled();
        expect(session.journal.saving.getState().state).toBe("saved");
        const { map, entries, damage } = await found(store.database);
        expect(damage).toEqual([]);
        expect(map).toEqual(session.editor.store.getState().map);
        expectSameHistory(session, map, entries);
        await store.database.delete();
      }),
      { numRuns: 60 },
    );
  });
});

function expectSameHistory(
  session: Session,
  map: Parameters<typeof restoreHistory>[0],
  entries: Parameters<typeof restoreHistory>[1],
) {
  const again = createEditor(map, { now: () => LATER });
  const { past, future } = restoreHistory(map, entries);
  again.restoreHistory(past, future);
  const mine = session.editor.store.getState();
  expect(past.map(({ label }) => label)).toEqual(mine.past.map(({ label }) => label));
  expect(future.map(({ label }) => label)).toEqual(mine.future.map(({ label }) => label));
  for (const steps of [0, past.length + future.length]) {
    again.goTo(steps);
    session.editor.goTo(steps);
    expect(again.store.getState().map).toEqual(session.editor.store.getState().map);
  }
}

describe("undo after a reload", () => {
  test("goes through the last two hundred steps, and no further", async () => {
    const session = await anOpenMap(connection, aMap());
    for (let index = 0; index < 230; index += 1) owner(session, index % 2 === 0 ? "it" : "sales");
    session.editor.undo();
    await session.journal.settled();
    await session.journal.checkpoint();
    const { map, entries } = await found(connection.database);
    const { past, future } = restoreHistory(map, entries);
    expect([past.length, future.length]).toEqual([200, 1]);
    expect(past.at(-1)?.after).toEqual(map);
  });

  test("old entries and checkpoints go in time, and the map stays whole", async () => {
    const session = await anOpenMap(connection, aMap());
    for (let round = 0; round < 6; round += 1) {
      for (let index = 0; index < 100; index += 1) owner(session, index % 2 === 0 ? "it" : "sales");
      await session.journal.settled();
      await session.journal.checkpoint();
    }
    expect(await connection.database.checkpoints.count()).toBe(2);
    expect(await connection.database.journal.count()).toBe(400);
    expect((await found(connection.database)).map).toEqual(session.editor.store.getState().map);
  });
});

describe("F43 two windows that both think they may write", () => {
  test("the second one is told, and what it has is handed over to be kept", async () => {
    await create(connection.database, aMap());
    const onConflict = vi.fn();
    const one = aSession(journalStore(connection), { map: aMap(), rev: 1 });
    const two = aSession(journalStore(connection), { map: aMap(), rev: 1 }, { onConflict });
    owner(one, "it");
    await one.journal.settled();
    owner(two, "marketing");
    await two.journal.settled();
    expect(two.journal.saving.getState()).toMatchObject({ state: "notSaved", problem: "changedElsewhere" });
    expect(onConflict).toHaveBeenCalledExactlyOnceWith(two.editor.store.getState().map);
    expect((await found(connection.database)).map.nodes.t1?.owner).toBe("it");
  });

  test("a map that was removed does not come back by itself", async () => {
    const session = await anOpenMap(connection, aMap());
    await connection.database.heads.delete("map1");
    owner(session, "it");
    await session.journal.settled();
    expect(session.journal.saving.getState()).toMatchObject({ problem: "removedElsewhere" });
  });
});

describe("F25 a store that is another one now", () => {
  test("gets the whole map from this window", async () => {
    const onRewritten = vi.fn();
    await create(connection.database, aMap());
    const store = { ...journalStore(connection) };
    const session = aSession(store, { map: aMap(), rev: 1 }, { onRewritten });
    owner(session, "it");
    await session.journal.settled();
    await connection.database.delete();
    await connection.reconnect();
    owner(session, "marketing");
    await session.journal.settled();
    expect(session.journal.saving.getState().state).toBe("saved");
    expect(onRewritten).toHaveBeenCalledTimes(1);
    const { map } = await found(connection.database);
    expect(contentHash(map)).toBe(contentHash(session.editor.store.getState().map));
  });
});

describe("F25 F26 F27 a connection that is lost", () => {
  test("nothing is called saved from the removal of the database until the map is written anew", async () => {
    const session = await anOpenMap(connection, aMap());
    const { saving } = session.journal;
    owner(session, "it");
    await session.journal.settled();
    const first = connection.storeId();
    connection.onLost(session.journal.doubt);
    connection.onOpen(() => connection.storeId() !== first && session.journal.rewrite());
    const removed = new Promise<string>((resolve) => {
      const request = indexedDB.deleteDatabase(connection.database.name);
      request.onsuccess = () => resolve(saving.getState().state);
    });
    expect(await removed).toBe("saving");
    const isThere = vi.fn();
    const end = saving.subscribe(async ({ state }) => {
      if (state === "saved") isThere((await connection.database.heads.get("map1"))?.rev);
    });
    await session.journal.settled();
    await vi.waitFor(() => expect(isThere).toHaveBeenCalledWith(2));
    end();
    expect(saving.getState().state).toBe("saved");
    expect((await found(connection.database)).map).toEqual(session.editor.store.getState().map);
  });

  test("one that does not come back is said, and nobody is told that something was kept", async () => {
    await create(connection.database, aMap());
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const onKept = vi.fn();
    let isThere = false;
    const look = () => (isThere ? Promise.resolve() : new Promise<never>(() => {}));
    const store = { ...journalStore(connection), look, reconnect: async () => {} };
    const { journal } = aSession(store, { map: aMap(), rev: 1 }, { onKept });
    journal.doubt();
    expect(journal.saving.getState().state).toBe("saving");
    await vi.advanceTimersByTimeAsync(3100);
    expect(journal.saving.getState()).toMatchObject({ state: "retrying", problem: "slow" });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(journal.saving.getState()).toMatchObject({ state: "notSaved", problem: "slow" });
    isThere = true;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(journal.saving.getState().state).toBe("saved");
    expect(onKept).not.toHaveBeenCalled();
    vi.useRealTimers();
  });
});

/** A store whose calls go wrong as the test wants. */
function faultyStore(
  answer: (call: number, write: () => Promise<WriteResult>) => Promise<WriteResult>,
): JournalStore {
  const real = journalStore(connection);
  let calls = 0;
  return {
    ...real,
    append(batch) {
      calls += 1;
      return answer(calls, () => real.append(batch));
    },
  };
}

describe("F17 a write that fails", () => {
  for (const failing of [1, 2, 3, 4]) {
    test(`the ${failing}. write and the next ones: said, tried again, and kept in the end`, async () => {
      await create(connection.database, aMap());
      const store = faultyStore((call, write) =>
        call >= failing && call < failing + 2
          ? Promise.reject(new DOMException("no", "AbortError"))
          : write(),
      );
      const session = aSession(store, { map: aMap(), rev: 1 });
      const states: SaveState["state"][] = [];
      session.journal.saving.subscribe(({ state }) => states.push(state));
      for (const value of ["it", "marketing", "sales", "it"] as const) {
        owner(session, value);
        await session.journal.settled();
      }
      expect(states).toContain("retrying");
      expect(states.at(-1)).toBe("saved");
      expect((await found(connection.database)).map).toEqual(session.editor.store.getState().map);
    });
  }

  test("one that was written although it reported a failure is not written twice", async () => {
    await create(connection.database, aMap());
    const store = faultyStore(async (call, write) => {
      const result = await write();
      if (call === 1) throw new DOMException("late", "UnknownError");
      return result;
    });
    const session = aSession(store, { map: aMap(), rev: 1 });
    owner(session, "it");
    await session.journal.settled();
    expect(session.journal.saving.getState().state).toBe("saved");
    expect((await found(connection.database)).rev).toBe(2);
  });

  test("F22 what the browser refused is kept as soon as it can be, with all that came after", async () => {
    await create(connection.database, aMap());
    let isFull = true;
    const store = faultyStore((_, write) =>
      isFull ? Promise.reject(new DOMException("full", "QuotaExceededError")) : write(),
    );
    const session = aSession(store, { map: aMap(), rev: 1 });
    owner(session, "it");
    await session.journal.settled();
    expect(session.journal.saving.getState()).toMatchObject({ state: "notSaved", problem: "storageFull" });
    owner(session, "marketing");
    isFull = false;
    await vi.waitFor(() => expect(session.journal.saving.getState().state).toBe("saved"), 20_000);
    const { map, rev } = await found(connection.database);
    expect(map).toEqual(session.editor.store.getState().map);
    expect(rev).toBe(3);
  });

  test("F18 one that never answers is a failure, and its late success is not a second writer", async () => {
    await create(connection.database, aMap());
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    let isDeaf = true;
    const store = faultyStore((_, write) => (isDeaf ? write().then(() => new Promise(() => {})) : write()));
    const session = aSession(store, { map: aMap(), rev: 1 });
    owner(session, "it");
    expect(session.journal.saving.getState().state).toBe("saving");
    await vi.advanceTimersByTimeAsync(3100);
    expect(session.journal.saving.getState()).toMatchObject({ state: "retrying", problem: "slow" });
    for (let second = 0; second < 20; second += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(session.journal.saving.getState()).toMatchObject({ state: "notSaved", problem: "slow" });
    isDeaf = false;
    vi.useRealTimers();
    session.journal.retry();
    await session.journal.settled();
    expect(session.journal.saving.getState().state).toBe("saved");
    expect((await found(connection.database)).rev).toBe(2);
  });
});
