import { expect, test, vi } from "vitest";
import { contentHash } from "#model/content-hash.ts";
import type { MirrorBase } from "#storage/mirror/mirror.ts";
import type { MirrorCalls } from "#storage/mirror/mirror-messages.ts";
import { createMirrorServer } from "#storage/mirror/mirror-server.ts";
import { MemoryFolder } from "./memory-files.ts";
import { mapAt, titles } from "./stories.ts";

const story = titles(12);
const id = mapAt(story, 1).id;

const base = (rev: number): MirrorBase => {
  const map = mapAt(story, rev);
  return { map, rev, hash: contentHash(map), deletedAt: null };
};
const entries = (from: number, to: number) => story.entries.filter(({ seq }) => seq >= from && seq <= to);

/** A session that tells each revision that is on disk. */
async function work(server: MirrorCalls, onWritten: (rev: number) => void): Promise<void> {
  await server.follow(base(1), false);
  onWritten(1);
  await server.append(id, entries(2, 3));
  onWritten(3);
  await server.append(id, entries(4, 4));
  onWritten(4);
  await server.snapshot(base(5), true);
  onWritten(5);
  await server.append(id, entries(6, 8));
  onWritten(8);
  await server.release(id);
  await server.snapshot(base(9), true);
  onWritten(9);
  await server.follow(base(9), true);
  await server.append(id, entries(10, 12));
  onWritten(12);
  await server.mark(id, "2026-01-05T00:00:00.000Z");
  await server.release(id);
  onWritten(Number.POSITIVE_INFINITY);
}

test("a kill in the middle of any change of a file loses nothing that was on disk", async () => {
  vi.useFakeTimers();
  let isThrough = false;
  let kills = 0;
  for (; !isThrough; kills += 1) {
    const folder = new MemoryFolder();
    const worker = folder.worker(kills);
    let onDisk = 0;
    void work(
      createMirrorServer(worker, "first", () => {}),
      (rev) => {
        // The memory goes on where a worker would not.
        if (worker.isOver()) return;
        isThrough = rev === Number.POSITIVE_INFINITY;
        onDisk = isThrough ? onDisk : rev;
      },
    );
    await vi.advanceTimersByTimeAsync(1000);
    worker.end();
    const server = createMirrorServer(folder.worker(), "second", () => {});
    const found = await server.read(id);
    if (onDisk > 0) {
      expect(found?.rev).toBeGreaterThanOrEqual(onDisk);
      expect(found?.map).toEqual(mapAt(story, found?.rev ?? 0));
      expect(await server.list()).toMatchObject([{ mapId: id, rev: found?.rev }]);
    }
    const follow = server.follow(base(12), onDisk > 0);
    await vi.advanceTimersByTimeAsync(1000);
    await follow;
    expect((await server.read(id))?.map).toEqual(mapAt(story, 12));
  }
  expect(kills).toBeGreaterThan(10);
  vi.useRealTimers();
});
