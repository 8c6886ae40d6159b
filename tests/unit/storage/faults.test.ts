import "fake-indexeddb/auto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { assignOwner } from "#model/commands/nodes.ts";
import type { Connection } from "#storage/connection.ts";
import { removeFromBin } from "#storage/empty-bin.ts";
import { create, mark, replaceMap, writeCheckpoint } from "#storage/map-store.ts";
import { readMap } from "#storage/read-map.ts";
import { aMap } from "./a-map.ts";
import { failAt, restore } from "./fail-at.ts";
import { aSession, aStore, journalStore, LATER } from "./stores.ts";

afterEach(restore);

/** What somebody finds, or why nothing. */
async function state({ database }: Connection) {
  const result = await readMap(database, "map1", LATER);
  const summary = await database.summaries.get("map1");
  if ("problem" in result) return { problem: result.problem, summary };
  const { map, rev, damage, head } = result;
  return { map, rev, damage, deletedAt: head.deletedAt, title: summary?.title, owned: summary?.withOwner };
}

const withOwner = { ...aMap(), title: "Another", nodes: { ...aMap().nodes } };
const works: Readonly<Record<string, (connection: Connection) => Promise<unknown>>> = {
  "a checkpoint": ({ database }) => writeCheckpoint(database, aMap(), 1),
  "a map that is replaced": ({ database }) =>
    replaceMap(database, { map: withOwner, rev: 7, deletedAt: null, base: 1 }),
  "a map that goes to the bin": ({ database }) => mark(database, "map1", LATER),
  "a map that is removed for good": ({ database }) => removeFromBin(database, "map1"),
};

describe("F17 F20 at whatever call the store fails, there is all of it or nothing", () => {
  for (const fault of ["throws", "aborts"] as const) {
    for (const [name, work] of Object.entries(works)) {
      test(`${name}, the store ${fault}`, async () => {
        for (let number = 1; ; number += 1) {
          const connection = await aStore();
          await create(connection.database, aMap());
          if (name.includes("removed")) await mark(connection.database, "map1", LATER);
          const before = await state(connection);
          const calls = failAt(connection, number, fault);
          const isDone = await work(connection).then(
            () => true,
            () => false,
          );
          restore();
          const hasFailed = calls() >= number;
          expect(isDone).toBe(!hasFailed);
          if (!isDone) expect(await state(connection)).toEqual(before);
          await connection.database.delete();
          if (isDone) break;
          expect(number).toBeLessThan(100);
        }
      });
    }

    test(`a new map, the store ${fault}`, async () => {
      for (let number = 1; ; number += 1) {
        const connection = await aStore();
        const calls = failAt(connection, number, fault);
        const isDone = await create(connection.database, aMap()).then(
          () => true,
          () => false,
        );
        restore();
        expect(isDone).toBe(calls() < number);
        if (!isDone) expect(await state(connection)).toEqual({ problem: "missing", summary: undefined });
        await connection.database.delete();
        if (isDone) break;
      }
    });

    test(`a change, which is tried again and kept once, the store ${fault}`, async () => {
      vi.spyOn(console, "warn").mockImplementation(() => {});
      for (let number = 1; ; number += 1) {
        const connection = await aStore();
        await create(connection.database, aMap());
        const { editor, journal } = aSession(journalStore(connection), { map: aMap(), rev: 1 });
        const calls = failAt(connection, number, fault);
        editor.dispatch(assignOwner(aMap(), ["t2"], "it"));
        await journal.settled();
        const hasFailed = calls() >= number;
        restore();
        expect(journal.saving.getState().state).toBe("saved");
        expect(await state(connection)).toMatchObject({
          map: editor.store.getState().map,
          rev: 2,
          damage: [],
          owned: 2,
        });
        await connection.database.delete();
        if (!hasFailed) break;
        expect(number).toBeLessThan(100);
      }
    });
  }
});
