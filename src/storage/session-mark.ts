import type { Database } from "./database.ts";

const PREFIX = "session:";
const lockOf = (key: string) => `dreiklang-${key}`;

export interface SessionMark {
  /** Whether an earlier window ended without a word: it crashed, was killed, or the power failed. */
  readonly wasUnclean: boolean;
  /** To be called in the last moment of the page. */
  end(): void;
  /** The page came back from the browser's cache of pages. */
  resume(): void;
}

/**
 * Leaves a mark in the database for as long as this window lives; a Web Lock tells others that it does. A mark
 * without a lock is of a window that could not take it away any more.
 */
export async function markSession(
  database: Database,
  locks: LockManager | undefined,
  id: string,
): Promise<SessionMark> {
  const key = PREFIX + id;
  // Held until the window is gone.
  void locks?.request(lockOf(key), () => new Promise(() => {})).catch(() => {});
  const held = new Set((await locks?.query())?.held?.map(({ name }) => name));
  const marks = await database.facts.where("key").startsWith(PREFIX).primaryKeys();
  const stale = locks ? marks.filter((mark) => !held.has(lockOf(mark))) : marks;
  await database.facts.bulkDelete(stale);
  await database.facts.put({ key: key as `session:${string}` });
  return {
    wasUnclean: stale.length > 0,
    end: () => change(database, (facts) => facts.delete(key)),
    resume: () => change(database, (facts) => facts.put({ key })),
  };
}

/** Without Dexie and without waiting: what is begun and committed in the last moment of a page arrives. */
function change(database: Database, work: (facts: IDBObjectStore) => void): void {
  try {
    const transaction = database.backendDB().transaction("facts", "readwrite", { durability: "relaxed" });
    work(transaction.objectStore("facts"));
    transaction.commit();
  } catch {
    // The connection is closed already: the mark stays, and the next start tidies up once more than needed.
  }
}

const ROWS = 200;
const ROW_SIZE = 30_000;

/**
 * Makes the browser begin a new log file. After a crash the last one may end in a torn record; what is written
 * behind it lets Chromium throw the whole database away at the next start but one (google/leveldb issue 1287).
 * About 6 MB do it, measured; they are removed at once.
 */
export async function rotateLog(database: Database): Promise<void> {
  const native = database.backendDB();
  const write = (work: (scratch: IDBObjectStore) => void) =>
    new Promise<void>((resolve, reject) => {
      const transaction = native.transaction("scratch", "readwrite", { durability: "relaxed" });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore("scratch"));
    });
  // Random bytes, since the log would pack a row of equal ones.
  const row = crypto.getRandomValues(new Uint8Array(ROW_SIZE));
  await write((scratch) => {
    for (let index = 0; index < ROWS; index += 1) scratch.add(row);
  });
  await write((scratch) => scratch.clear());
}
