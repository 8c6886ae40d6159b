import type { Collection, IndexableType, Table } from "dexie";
import type { Id } from "#model/journey-map.ts";

/** Rows of a table, and the keys of those that the browser cannot read any more. */
export interface FoundRows<T, K> {
  readonly rows: readonly T[];
  readonly unreadable: readonly K[];
}

/**
 * All rows of a table. Where the browser cannot read them at once (one of them is damaged, or a file of a large value
 * is gone) they are read one by one. Rejects when not even their keys can be read.
 */
export async function readTable<T, K, I>(table: Table<T, K, I>): Promise<FoundRows<T, K>> {
  try {
    return { rows: await table.toArray(), unreadable: [] };
  } catch {
    const rows: T[] = [];
    const unreadable: K[] = [];
    for (const key of await table.toCollection().primaryKeys()) {
      const row = await attempt(() => table.get(key));
      if (row) rows.push(row);
      else if (row === null) unreadable.push(key);
    }
    return { rows, unreadable };
  }
}

/** As `Table.get`; "unreadable" when there is such a row, but it cannot be read. */
export async function readRow<T, K extends IndexableType, I>(
  table: Table<T, K, I>,
  key: K,
): Promise<T | "unreadable" | undefined> {
  try {
    return await table.get(key);
  } catch (error) {
    // Where not even the keys can be read it is the connection that is broken.
    const count = await table.where(":id").equals(key).count();
    if (count === 0) throw error;
    console.warn("A stored row cannot be read", error);
    return "unreadable";
  }
}

/** All rows of a map in order; what cannot be read is left out. */
export async function readRowsOf<T>(table: Table<T, [Id, number]>, mapId: Id): Promise<readonly T[]> {
  const all = await attempt(() => rowsOf(table, mapId).toArray());
  if (all) return all;
  const rows: T[] = [];
  for (const key of await keysOf(table, mapId)) {
    const row = await attempt(() => table.get(key));
    if (row) rows.push(row);
  }
  return rows;
}

export async function keysOf<T>(table: Table<T, [Id, number]>, mapId: Id): Promise<readonly [Id, number][]> {
  return (await attempt(() => rowsOf(table, mapId).primaryKeys())) ?? [];
}

/** The rows of one map in a table whose keys are its id and a number, in the order of the numbers. */
export function rowsOf<T>(table: Table<T, [Id, number]>, mapId: Id): Collection<T, [Id, number]> {
  return table.where(":id").between([mapId, -Infinity], [mapId, Infinity]);
}

/** Null when it cannot be read. */
export async function attempt<T>(read: () => PromiseLike<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    console.warn("A stored row cannot be read", error);
    return null;
  }
}
