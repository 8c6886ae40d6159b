/*
 * Reads all that this browser keeps, without the app and without knowing what the app keeps: every object store of
 * every database, row by row where it must be, and every file. What cannot be read is named and passed over.
 */

/** Databases of other programs on the same server are left alone. */
const PREFIX = "dreiklang";

/** How long the store may take to open, in milliseconds. */
const OPEN_TIME = 10_000;

export async function readEverything() {
  const problems = [];
  const databases = await readDatabases(problems);
  const files = await readFiles(problems);
  return { databases, files, texts: readTexts(), problems };
}

async function databaseNames() {
  // Older browsers cannot list them.
  if (!indexedDB.databases) return [PREFIX];
  const found = await indexedDB.databases();
  return found.map(({ name }) => name).filter((name) => name.startsWith(PREFIX));
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
    const [keys, values] = await Promise.all([resultOf(source.getAllKeys()), resultOf(source.getAll())]);
    return keys.map((key, index) => ({ key, value: values[index] }));
  } catch {
    return readOneByOne(store, storeName, problems);
  }
}

/** One row that cannot be read (its value may lie in a file that is gone) does not take the others along. */
async function readOneByOne(store, storeName, problems) {
  const rows = [];
  for (const key of await keysOf(store)) {
    try {
      rows.push({ key, value: await resultOf(store().get(key)) });
    } catch (error) {
      problems.push({ where: `${storeName}/${JSON.stringify(key)}`, problem: error });
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
  for await (const [name, handle] of directory.entries()) {
    try {
      if (handle.kind === "directory") await walk(handle, `${path}${name}/`, files, problems);
      else files.push({ path: path + name, file: await handle.getFile() });
    } catch (error) {
      problems.push({ where: path + name, problem: error });
    }
  }
}

function readTexts() {
  try {
    return Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith(PREFIX)));
  } catch {
    return {};
  }
}

function withinTime(work) {
  return Promise.race([
    work,
    new Promise((_, reject) => {
      setTimeout(() => reject(new DOMException("no answer", "TimeoutError")), OPEN_TIME);
    }),
  ]);
}

/** Empties the store; resolves with the names of what is still there. */
export async function deleteEverything() {
  const left = [];
  const attempt = async (name, work) => {
    try {
      await withinTime(work());
    } catch {
      left.push(name);
    }
  };
  for (const name of await databaseNames()) await attempt(name, () => deleteDatabase(name));
  if (navigator.storage?.getDirectory) await attempt("OPFS", deleteFiles);
  await attempt("localStorage", async () => {
    for (const key of Object.keys(readTexts())) localStorage.removeItem(key);
  });
  if ("serviceWorker" in navigator) await attempt("Service Worker", forgetOfflineFiles);
  return left;
}

function deleteDatabase(name) {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error("blocked"));
  });
}

async function deleteFiles() {
  const root = await navigator.storage.getDirectory();
  const names = [];
  for await (const name of root.keys()) names.push(name);
  for (const name of names) await root.removeEntry(name, { recursive: true });
}

async function forgetOfflineFiles() {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return;
  await registration.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith(`${PREFIX} ${registration.scope} `)) await caches.delete(name);
  }
}
