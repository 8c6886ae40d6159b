/** One object store as it lies in the browser. */
export interface DumpedStore {
  readonly keyPath: string | string[] | null;
  readonly autoIncrement: boolean;
  readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[] }[];
  readonly rows: readonly unknown[];
}

/** A whole database, without the program that made it. */
export interface StoreDump {
  /** As the browser counts. */
  readonly version: number;
  readonly stores: Readonly<Record<string, DumpedStore>>;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export async function dumpStore(name: string): Promise<StoreDump> {
  const database = await done(indexedDB.open(name));
  const stores: Record<string, DumpedStore> = {};
  for (const storeName of [...database.objectStoreNames].sort()) {
    const store = database.transaction(storeName).objectStore(storeName);
    const { keyPath, autoIncrement } = store;
    const indexes = [...store.indexNames].sort().map((indexName) => {
      const index = store.index(indexName);
      return { name: indexName, keyPath: index.keyPath };
    });
    stores[storeName] = { keyPath, autoIncrement, indexes, rows: await done(store.getAll()) };
  }
  const { version } = database;
  database.close();
  return { version, stores };
}

/** Makes a database as it was dumped. */
export async function loadStore(name: string, { version, stores }: StoreDump): Promise<void> {
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const [storeName, { keyPath, autoIncrement, indexes, rows }] of Object.entries(stores)) {
      const store = request.result.createObjectStore(storeName, { keyPath, autoIncrement });
      for (const index of indexes) store.createIndex(index.name, index.keyPath);
      for (const row of rows) store.put(row);
    }
  };
  (await done(request)).close();
}
