import { DATABASE_NAME, DATABASE_VERSION } from "./database-version.ts";
import { BLOCKED_AFTER } from "./timing.ts";

/** What there is before anything was changed. */
export type Inspection =
  /** A database that this program may write. */
  | { readonly kind: "present" }
  /** None. `wasLost`: the browser itself says that it threw one away. */
  | { readonly kind: "absent"; readonly wasLost: boolean }
  /** A newer program made it: this one may not write, for it would not know what it destroys. */
  | { readonly kind: "newer" }
  /** The browser keeps nothing for this page. */
  | { readonly kind: "none"; readonly detail: string };

/** Dexie counts in tenths. */
const NATIVE_VERSION = DATABASE_VERSION * 10;

/**
 * Looks at the database without Dexie, which would open one of a newer program and write to it, and which hides
 * that the browser lost the old one: Chromium tells that only once, in the event that makes a new database. That
 * one is given up again. `factory`: as `() => indexedDB`, since some browsers throw already there. `onBlocked`: told
 * when another window keeps the database from being opened, and (false) that it does not any more; there is nothing
 * to be done but to wait, since what is not looked at may be newer.
 */
export async function inspectStore(
  factory: () => IDBFactory | undefined,
  onBlocked: (isBlocked: boolean) => void = () => {},
): Promise<Inspection> {
  const timer = setTimeout(() => onBlocked(true), BLOCKED_AFTER);
  try {
    return await inspectTwice(factory);
  } finally {
    clearTimeout(timer);
    onBlocked(false);
  }
}

async function inspectTwice(factory: () => IDBFactory | undefined): Promise<Inspection> {
  try {
    const databases = factory();
    if (!databases) return { kind: "none", detail: "" };
    return await inspect(databases);
  } catch (first) {
    // What cannot be opened once may be opened a moment later.
    try {
      const databases = factory();
      if (databases) return await inspect(databases);
    } catch (error) {
      return { kind: "none", detail: String(error) };
    }
    return { kind: "none", detail: String(first) };
  }
}

function inspect(factory: IDBFactory): Promise<Inspection> {
  return new Promise((resolve, reject) => {
    let absent: Inspection | null = null;
    const request = factory.open(DATABASE_NAME);
    request.onupgradeneeded = (event) => {
      // Only Chromium has this field.
      const { dataLoss } = event as IDBVersionChangeEvent & { readonly dataLoss?: string };
      absent = { kind: "absent", wasLost: dataLoss !== undefined && dataLoss !== "none" };
      request.transaction?.abort();
    };
    request.onerror = (event) => {
      // Some browsers report it on the window as well.
      event.preventDefault();
      if (absent) resolve(absent);
      else reject(request.error ?? new Error("the database cannot be opened"));
    };
    request.onsuccess = () => {
      const database = request.result;
      minReaderOf(database).then(
        (minReader) => {
          const isNewer = database.version > NATIVE_VERSION || minReader > DATABASE_VERSION;
          database.close();
          resolve({ kind: isNewer ? "newer" : "present" });
        },
        (error: unknown) => {
          database.close();
          reject(error);
        },
      );
    };
  });
}

/** The oldest database version whose programs may write; 0 where nothing is said. */
function minReaderOf(database: IDBDatabase): Promise<number> {
  if (!database.objectStoreNames.contains("facts")) return Promise.resolve(0);
  return new Promise((resolve, reject) => {
    const request = database.transaction("facts").objectStore("facts").get("store");
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const { minReader } = Object(request.result);
      resolve(typeof minReader === "number" ? minReader : 0);
    };
  });
}
