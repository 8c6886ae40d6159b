/* Empties the store, for the recovery page. */
import { databaseNames, NoDatabaseError, PREFIX, readTexts } from "./recover-read.js";
import { eachInTime, withinTime } from "./recover-time.js";

/** Resolves with the names of what is still there; a browser that has no such place has nothing in it. */
export async function deleteEverything() {
  const left = [];
  const attempt = async (name, work) => {
    try {
      return await withinTime(work());
    } catch {
      left.push(name);
    }
  };
  for (const name of (await attempt("IndexedDB", namesOrNone)) ?? [])
    await attempt(name, () => deleteDatabase(name));
  if (navigator.storage?.getDirectory) await deleteFiles(attempt);
  await attempt("localStorage", async () => {
    for (const key of Object.keys(readTexts())) localStorage.removeItem(key);
  });
  if ("serviceWorker" in navigator) await attempt("Service Worker", forgetOfflineFiles);
  return left;
}

async function namesOrNone() {
  try {
    return await databaseNames();
  } catch (error) {
    if (error instanceof NoDatabaseError) return [];
    throw error;
  }
}

function deleteDatabase(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

async function deleteFiles(attempt) {
  const root = await attempt("OPFS", () => navigator.storage.getDirectory());
  if (!root) return;
  const names = [];
  await attempt("OPFS", async () => {
    for await (const name of eachInTime(root.keys())) names.push(name);
  });
  for (const name of names) await attempt(name, () => root.removeEntry(name, { recursive: true }));
}

async function forgetOfflineFiles() {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return;
  await registration.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith(`${PREFIX} ${registration.scope} `)) await caches.delete(name);
  }
}
