import "fake-indexeddb/auto";
import { afterEach, describe, expect, test, vi } from "vitest";
import { assignOwner } from "#model/commands/nodes.ts";
import type { Connection } from "#storage/connection.ts";
import { create, mark, remove, replaceMap, writeCheckpoint } from "#storage/map-store.ts";
import { readMap } from "#storage/read-map.ts";
import { aMap } from "./a-map.ts";
import { aSession, aStore, journalStore, LATER } from "./stores.ts";

const methods = ["add", "put", "delete", "get", "clear", "openCursor", "getAllKeys", "getAll"] as const;
type Fault = "throws" | "aborts";

let restore: () => void = () => {};
afterEach(() => restore());

/** Lets the call of this number to any store of the database go wrong. Returns how many there were so far. */
function failAt({ database }: Connection, number: number, fault: Fault): () => number {
  let calls = 0;
  const spies = methods.map((method) => {
    const prototype = IDBObjectStore.prototype as unknown as Record<
      string,
      (...values: unknown[]) => unknown
    >;
    const real = prototype[method];
    if (!real) throw new Error(method);
    prototype[method] = function (this: IDBObjectStore, ...values) {
      // Dexie keeps a list of names in another database, and a connection that was lost opens its own again.
      if (this.transaction.db.name !== database.name) return real.apply(this, values);
      calls += 1;
      if (calls !== number) return real.apply(this, values);
      if (fault === "throws") throw new DOMException("no", "UnknownError");
      const request = real.apply(this, values);
      this.transaction.abort();
      return request;
    };
    return () => {
      prototype[method] = real;
    };
  });
  restore = () => {
    for (const end of spies) end();
    restore = () => {};
  };
  return () => calls;
}

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
  "a map that is replaced": ({ database }) => replaceMap(database, withOwner, 7, null),
  "a map that goes to the bin": ({ database }) => mark(database, "map1", LATER),
  "a map that is removed for good": ({ database }) => remove(database, "map1"),
};

describe("F17 F20 at whatever call the store fails, there is all of it or nothing", () => {
  for (const fault of ["throws", "aborts"] as const) {
    for (const [name, work] of Object.entries(works)) {
      test(`${name}, the store ${fault}`, async () => {
        for (let number = 1; ; number += 1) {
          const connection = await aStore();
          await create(connection.database, aMap());
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
