import { expect, test, vi } from "vitest";
import { folderPicker, oneWindowAtATime } from "#storage/backup-folder/browser-folder.ts";

test("the dialog for folders is that of the page, and there is none in other browsers", async () => {
  expect(folderPicker({})).toBeNull();
  const page = {
    name: "Chosen",
    async showDirectoryPicker(this: unknown, options: { mode: string }) {
      expect(this).toBe(page);
      expect(options.mode).toBe("readwrite");
      return page;
    },
  };
  expect(await folderPicker(page)?.()).toBe(page);
});

test("one window works at a time where there are locks; else each does", async () => {
  const request = vi.fn((_: string, work: () => Promise<number>) => work());
  // The part of the browser's locks that is used.
  const locks = { request } as unknown as LockManager;
  expect(await oneWindowAtATime(locks)(async () => 7)).toBe(7);
  expect(request).toHaveBeenCalledOnce();
  expect(await oneWindowAtATime(undefined)(async () => 8)).toBe(8);
});
