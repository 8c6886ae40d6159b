/*
 * Reads all that this browser keeps, without the app and without knowing what the app keeps: every object store of
 * every database, row by row where it must be, and every file. What cannot be read is named and passed over.
 */

import { eachInTime, isTimeout, withinTime } from "./recover-time.js";

/** Databases of other programs on the same server are left alone. */
export const PREFIX = "dreiklang";

/** A browser that has no database, or gives none to this page. */
export class NoDatabaseError extends Error {
  name = "NoDatabaseError";
}

export async function readEverything() {
  const problems = [];
  const databases = await readDatabases(problems);
  const files = await readFiles(problems);
  return { databases, files, texts: readTexts(), problems };
}

export async function databaseNames() {
  if (!hasDatabase()) throw new NoDatabaseError();
  // Older browsers cannot list them.
  if (!indexedDB.databases) return [PREFIX];
  const found = await indexedDB.databases();
  return found.map(({ name }) => name).filter((name) => name.startsWith(PREFIX));
}

function hasDatabase() {
  try {
    return Boolean(globalThis.indexedDB);
  } catch {
    // Where it is forbidden even the question is.
    return false;
  }
}

async function readDatabases(problems) {
  const databases = [];
  try {
    for (const name of await withinTime(databaseNames())) {
      try {
        databases.push(await readDatabase(name, problems));
      } catch (error) {
        problems.push({ where: name, problem: error });
      }
    }
  } catch (error) {
    problems.push({ where: "IndexedDB", problem: error });
  }
  return databases;
}

async function readDatabase(name, problems) {
  const database = await withinTime(openDatabase(name));
  const stores = [];
  try {
    for (const store of database.objectStoreNames) {
      try {
        stores.push({ name: store, rows: await readRows(database, store, problems) });
      } catch (error) {
        problems.push({ where: `${name}/${store}`, problem: error });
        // Where one does not answer the others do not, either.
        if (isTimeout(error)) break;
      }
    }
    return { name, version: database.version, stores };
  } finally {
    database.close();
  }
}

function openDatabase(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => {
      // Never in the way of the app, nor of a deletion.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
    // There is no such database: it is not to be made.
    request.onupgradeneeded = () => request.transaction.abort();
  });
}

async function readRows(database, storeName, problems) {
  const store = () => database.transaction(storeName, "readonly").objectStore(storeName);
  try {
    const source = store();
    const all = Promise.all([resultOf(source.getAllKeys()), resultOf(source.getAll())]);
    const [keys, values] = await withinTime(all);
    return keys.map((key, index) => ({ key, value: values[index] }));
  } catch {
    return readOneByOne(store, storeName, problems);
  }
}

/** One row that cannot be read (its value may lie in a file that is gone) does not take the others along. */
async function readOneByOne(store, storeName, problems) {
  const rows = [];
  for (const key of await withinTime(keysOf(store))) {
    try {
      rows.push({ key, value: await withinTime(resultOf(store().get(key))) });
    } catch (error) {
      problems.push({ where: `${storeName}/${JSON.stringify(key)}`, problem: error });
      if (isTimeout(error)) break;
    }
  }
  return rows;
}

function keysOf(store) {
  return new Promise((resolve, reject) => {
    const keys = [];
    const request = store().openKeyCursor();
    request.onerror = () => (keys.length > 0 ? resolve(keys) : reject(request.error));
    request.onsuccess = () => {
      if (!request.result) return resolve(keys);
      keys.push(request.result.primaryKey);
      request.result.continue();
    };
  });
}

function resultOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** The files that the browser keeps for this place, as `{ path, file }`. */
async function readFiles(problems) {
  const files = [];
  try {
    const root = await withinTime(navigator.storage.getDirectory());
    await walk(root, "", files, problems);
  } catch (error) {
    // Browsers without such files throw as well, and there is nothing to read in them.
    if (navigator.storage?.getDirectory) problems.push({ where: "OPFS", problem: error });
  }
  return files;
}

async function walk(directory, path, files, problems) {
  for await (const [name, handle] of eachInTime(directory.entries())) {
    try {
      if (handle.kind === "directory") await walk(handle, `${path}${name}/`, files, problems);
      else files.push({ path: path + name, file: await withinTime(handle.getFile()) });
    } catch (error) {
      problems.push({ where: path + name, problem: error });
    }
  }
}

export function readTexts() {
  try {
    return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(PREFIX)));
  } catch {
    return {};
  }
}
