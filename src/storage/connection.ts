import { Dexie } from "dexie";
import { type Database, storeFacts } from "./database.ts";
import { DATABASE_VERSION } from "./database-version.ts";
import { adoptFirstRelease } from "./map-store.ts";
import { BLOCKED_AFTER } from "./timing.ts";

/** What happens to a connection from outside; each listener is told once for each time. */
export interface ConnectionEvents {
  /** A newer program wants to change the database: what is pending must go out now, then the connection closes. */
  onNewerProgram(): void;
  /** An older window of this program keeps the database from being opened; false: it is open now. */
  onBlocked(isBlocked: boolean): void;
}

/** The one connection to the database of this window. */
export interface Connection {
  readonly database: Database;
  /** Of the database as it was last opened: another one means that it was deleted and made anew. */
  storeId(): string;
  /** Resolves when the connection is open; opens it when it is not. */
  ready(): Promise<void>;
  /** Closes the connection and opens it anew. */
  reconnect(): Promise<void>;
  /** Called whenever the connection was opened, also for the first time. Returns how to end it. */
  onOpen(listener: () => void): () => void;
  /** Called when the database was removed, or the browser closed the connection. As `onOpen`. */
  onLost(listener: () => void): () => void;
  /** Resolves when a connection that was lost is there again, at once when none was; rejects when it does not come. */
  recovered(): Promise<void>;
  /**
   * Called when the connection is about to close for a newer program: the last moment to write. What the listener
   * returns is waited for, for a while. As `onOpen`.
   */
  onClosing(listener: () => Promise<void>): () => void;
}

export class NewerStoreError extends Error {
  override readonly name = "NewerStoreError";
}

/** Before each try to open a lost database again, milliseconds; while it is being removed it cannot be opened. */
const RECOVERY_PAUSES = [50, 200, 1000, 3000, 10_000];
/** So long a newer program waits for what is pending here, milliseconds. */
const LAST_WRITES = 3000;

export function createConnection(
  database: Database,
  newId: () => string,
  events: Partial<ConnectionEvents> = {},
): Connection {
  const listeners = new Set<() => void>();
  const lostListeners = new Set<() => void>();
  const closingListeners = new Set<() => Promise<void>>();
  let recovering: Promise<void> = Promise.resolve();
  let opening: Promise<void> | null = null;
  let isSettled = false;
  let isGivenUp = false;
  let isClosing = false;
  let storeId = "";

  // A page that goes into the back/forward cache must be able to write its last changes (measured: without this,
  // the connection is closed before them).
  Dexie.disableBfCache = true;

  database.on("versionchange", ({ newVersion }) => {
    // The handler of Dexie, which comes after this one, closes the connection. Null: the database is being deleted.
    if (newVersion === null || newVersion === 0) {
      queueMicrotask(lose);
      return true;
    }
    isGivenUp = true;
    void giveUp();
    // Keeps Dexie from closing now: it begins a transaction a moment after it is asked for one.
    return false;
  });
  database.on("close", () => {
    // Dexie tells it also of a connection that is closed on purpose.
    if (!isClosing) lose();
  });
  database.on("blocked", () => events.onBlocked?.(true));

  /** The newer program waits until the connection is closed; the last changes go before, if they do not take long. */
  async function giveUp(): Promise<void> {
    const written = Promise.allSettled([...closingListeners].map((listener) => listener()));
    await Promise.race([written, new Promise((resolve) => setTimeout(resolve, LAST_WRITES))]);
    close();
    events.onNewerProgram?.();
  }

  function close(): void {
    isClosing = true;
    database.close();
    isClosing = false;
  }

  /** The database was deleted, or the browser closed the connection. */
  function lose(): void {
    recovering = recover();
    // Whoever waits hears of it.
    recovering.catch(() => {});
    for (const listener of lostListeners) listener();
  }

  /** Opens it again, a little later if need be. */
  async function recover(): Promise<void> {
    for (const time of RECOVERY_PAUSES) {
      await new Promise((resolve) => setTimeout(resolve, time));
      const isOpen = await reconnect().then(
        () => true,
        () => false,
      );
      if (isOpen) return;
    }
    throw new Error("the database cannot be opened again");
  }

  function reconnect(): Promise<void> {
    if (isSettled) close();
    return ready();
  }

  async function open(): Promise<void> {
    const timer = setTimeout(() => events.onBlocked?.(true), BLOCKED_AFTER);
    try {
      await database.open();
    } finally {
      clearTimeout(timer);
    }
    events.onBlocked?.(false);
    try {
      storeId = await readFacts(database, newId);
      await adoptFirstRelease(database);
    } catch (error) {
      // Dexie opens what a newer program has made meanwhile, and would write to it. And what failed once is tried
      // again by whoever asks next.
      close();
      if (error instanceof NewerStoreError) {
        isGivenUp = true;
        void giveUp();
      }
      throw error;
    }
    for (const listener of listeners) listener();
  }

  function ready(): Promise<void> {
    const wasClosed = isSettled && !database.isOpen() && !isGivenUp;
    if (wasClosed) opening = null;
    if (opening === null) {
      isSettled = false;
      opening = open().finally(() => {
        isSettled = true;
      });
      // Whoever waits hears of it; nobody else has to.
      opening.catch(() => {});
    }
    return opening;
  }

  return {
    database,
    storeId: () => storeId,
    ready,
    reconnect,
    onClosing(listener) {
      closingListeners.add(listener);
      return () => closingListeners.delete(listener);
    },
    recovered: () => recovering,
    onLost(listener) {
      lostListeners.add(listener);
      return () => lostListeners.delete(listener);
    },
    onOpen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The id of the store, made when there is none; refuses a store that only newer programs may write. */
async function readFacts(database: Database, newId: () => string): Promise<string> {
  return database.transaction("rw", database.facts, async () => {
    const facts = await storeFacts(database);
    if (facts && facts.minReader > DATABASE_VERSION) throw new NewerStoreError();
    const storeId = facts?.storeId ?? newId();
    const isCurrent = facts !== null && facts.writer >= DATABASE_VERSION;
    if (!isCurrent) {
      await database.facts.put({
        key: "store",
        storeId,
        writer: DATABASE_VERSION,
        minReader: DATABASE_VERSION,
      });
    }
    return storeId;
  });
}
