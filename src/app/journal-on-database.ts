import type { Connection } from "#storage/connection.ts";
import type { JournalStore } from "#storage/journal-store.ts";
import { keepLate } from "#storage/late-texts.ts";
import { append, replaceMap, writeCheckpoint } from "#storage/map-store.ts";
import { browserStorage } from "./settings.ts";

/** The store of a journal that knows of which database the map was read. */
interface DatabaseJournalStore extends JournalStore {
  /** Whether the database is another one now. */
  isReplaced(): boolean;
}

export function journalOnDatabase(connection: Connection): DatabaseJournalStore {
  const { database } = connection;
  // Of the store that the map was read from: in another one it has to be written whole.
  let storeId = connection.storeId();
  return {
    append: (batch) => append(database, storeId, batch),
    writeCheckpoint: (map, rev) => writeCheckpoint(database, map, rev),
    keepLate: (batches) => keepLate(browserStorage(), batches),
    async rewrite(map, rev) {
      await connection.ready();
      // Another window may have brought the map into the new store, and have gone on with it there.
      const result = await replaceMap(database, { map, rev, deletedAt: null, base: null });
      storeId = connection.storeId();
      return result;
    },
    async look() {
      await connection.recovered();
      await connection.ready();
    },
    reconnect: connection.reconnect,
    isReplaced: () => connection.storeId() !== storeId,
  };
}
