import type { DocumentChange, Editor } from "#editor/editor.ts";
import { createEditor } from "#editor/editor.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { type Connection, createConnection } from "#storage/connection.ts";
import { type Database, openDatabase } from "#storage/database.ts";
import { createJournal, type Journal, type JournalOptions } from "#storage/journal.ts";
import type { JournalStore } from "#storage/journal-store.ts";
import { append, create, replaceMap, writeCheckpoint } from "#storage/map-store.ts";
import { type ReadMap, readMap } from "#storage/read-map.ts";
import { AT } from "./a-map.ts";

export const LATER = "2026-03-02T10:00:00.000Z";

/** A database of its own for one test, in memory. */
export async function aStore(name = `test-${Math.random()}`): Promise<Connection> {
  const connection = createConnection(openDatabase(name), () => `store-${Math.random()}`);
  await connection.ready();
  return connection;
}

/** The store of a journal as the app makes it. */
export function journalStore({ database, storeId, ready, recovered, reconnect }: Connection): JournalStore {
  const id = storeId();
  return {
    append: (batch) => append(database, id, batch),
    writeCheckpoint: (map, rev) => writeCheckpoint(database, map, rev),
    keepLate() {},
    rewrite: (map, rev) => replaceMap(database, { map, rev, deletedAt: null, base: null }),
    async look() {
      await recovered();
      await ready();
    },
    reconnect,
  };
}

export interface Session {
  readonly editor: Editor;
  readonly journal: Journal;
  readonly changes: DocumentChange[];
}

/** An editor whose changes go to a journal. */
export function aSession(
  store: JournalStore,
  loaded: { readonly map: JourneyMap; readonly rev: number },
  options: Partial<JournalOptions> = {},
): Session {
  const journal = createJournal(store, loaded, { writer: `writer-${Math.random()}`, ...options });
  const changes: DocumentChange[] = [];
  const editor = createEditor(loaded.map, {
    now: () => LATER,
    onChange(change) {
      changes.push(change);
      journal.write(change);
    },
  });
  return { editor, journal, changes };
}

/** A kept map with an editor on it. */
export async function anOpenMap(connection: Connection, map: JourneyMap): Promise<Session> {
  await create(connection.database, map);
  return aSession(journalStore(connection), { map, rev: 1 });
}

/** What somebody finds who opens the map now. */
export async function found(database: Database, mapId = "map1"): Promise<ReadMap> {
  const result = await readMap(database, mapId, AT);
  if ("problem" in result) throw new Error(result.problem);
  return result;
}
