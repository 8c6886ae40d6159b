import type { Page } from "@playwright/test";

/** The id of the app's database, read past the app: another one means that the browser lost the old one. */
export function storeIdOf(page: Page): Promise<string | null> {
  return page.evaluate(
    () =>
      new Promise<string | null>((resolve, reject) => {
        const request = indexedDB.open("dreiklang");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const database = request.result;
          const read = database.transaction("facts").objectStore("facts").get("store");
          read.onsuccess = () => {
            database.close();
            resolve(read.result?.storeId ?? null);
          };
          read.onerror = () => reject(read.error);
        };
      }),
  );
}
