import { expect, test } from "vitest";
import { createMapFiles } from "#storage/mirror/map-files.ts";
import { MemoryFolder } from "./memory-files.ts";

test("F21 F22 a mark that finds no space leaves the old one, and is written when there is space again", async () => {
  const folder = new MemoryFolder();
  const maps = createMapFiles(folder.worker());
  const inBin = { deletedAt: "2026-01-05T00:00:00.000Z", isRemoved: false };
  await maps.writeMark("map1", inBin);
  folder.space = 0;
  await expect(maps.writeMark("map1", { deletedAt: null, isRemoved: true })).rejects.toThrow();
  expect(await maps.markOf("map1")).toEqual(inBin);
  folder.space = Number.POSITIVE_INFINITY;
  // A shorter one leaves nothing of the longer one behind it.
  await maps.writeMark("map1", { deletedAt: null, isRemoved: true });
  expect(await maps.markOf("map1")).toEqual({ deletedAt: null, isRemoved: true });
});
