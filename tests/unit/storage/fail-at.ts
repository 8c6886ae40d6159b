import type { Connection } from "#storage/connection.ts";

const methods = ["add", "put", "delete", "get", "clear", "openCursor", "getAllKeys", "getAll"] as const;
export type Fault = "throws" | "aborts";

let undo: () => void = () => {};

/** Lets every call go well again. */
export function restore(): void {
  undo();
  undo = () => {};
}

/** Lets the call of this number to any store of the database go wrong. Returns how many there were so far. */
export function failAt({ database }: Connection, number: number, fault: Fault): () => number {
  let calls = 0;
  const spies = methods.map((method) => {
    const prototype = IDBObjectStore.prototype as unknown as Record<
      string,
      (...values: unknown[]) => unknown
    >;
    const real = prototype[method];
    if (!real) throw new Error(method);
    prototype[method] = function (this: IDBObjectStore, ...values) {
      // Dexie keeps a list of names in another database, and a connection that was lost opens its own again.
      if (this.transaction.db.name !== database.name) return real.apply(this, values);
      calls += 1;
      if (calls !== number) return real.apply(this, values);
      if (fault === "throws") throw new DOMException("no", "UnknownError");
      const request = real.apply(this, values);
      this.transaction.abort();
      return request;
    };
    return () => {
      prototype[method] = real;
    };
  });
  undo = () => {
    for (const end of spies) end();
  };
  return () => calls;
}
