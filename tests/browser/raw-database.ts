import type { Page } from "@playwright/test";

/**
 * Leads to a page of the app's origin without the app: it sees the database as the app's pages do. `address`: of the app,
 * where the browser has not been told.
 */
export async function openBesideApp(page: Page, address = "/"): Promise<void> {
  const body = '<!doctype html><title>Beside</title><link rel="icon" href="data:,">';
  await page.route("**/beside", (route) => route.fulfill({ contentType: "text/html", body }));
  await page.goto(`${address}beside`);
}

/** Everything in the app's database, read past the app: the version, and all records of all stores in order. */
export function databaseText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await done(indexedDB.open("dreiklang"));
    const stores = await Promise.all(
      [...database.objectStoreNames].map(async (name) => {
        const store = database.transaction(name).objectStore(name);
        return { name, keys: await done(store.getAllKeys()), values: await done(store.getAll()) };
      }),
    );
    const { version } = database;
    database.close();
    return JSON.stringify({ version, stores }, null, 1);
  });
}

/** Raises the version of the database as a newer program does, which adds a store and forbids older ones to write. */
export function writeAsNewerProgram(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("dreiklang", 30);
        request.onupgradeneeded = () => {
          const future = request.result.createObjectStore("future", { keyPath: "id" });
          future.put({ id: "one", dreams: ["of", "electric", "sheep"] });
          const facts = request.transaction?.objectStore("facts");
          facts?.put({ key: "store", storeId: "of the future", writer: 3, minReader: 3 });
        };
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
  );
}

/** Opens the database past the app and keeps it open until the page goes; without a handler for what others want. */
export function holdDatabase(page: Page, version?: number): Promise<void> {
  return page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open("dreiklang", wanted);
        request.onupgradeneeded = () => {
          request.result.createObjectStore("maps", { keyPath: "id" });
          request.result.createObjectStore("summaries", { keyPath: "id" });
        };
        request.onsuccess = () => {
          // Otherwise it may be tidied away, and the database is free.
          Object.assign(window, { held: request.result });
          resolve();
        };
        request.onerror = () => reject(request.error);
      }),
    version,
  );
}
