import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { mapToJson } from "#exchange/json/write-map.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { BackupDirectory } from "#storage/backup-folder/backup-directory.ts";
import { type BackupFolder, createBackupFolder } from "#storage/backup-folder/backup-folder.ts";
import { aMap } from "../../builders.ts";
import { MemoryDirectory } from "./memory-directory.ts";

const MINUTE = 60_000;
const MAIN = "Fair.dreiklang.json";
const SECOND = "Fair.backup.dreiklang.json";

/** What stays in the browser from visit to visit. */
let kept: BackupDirectory | null;
let library: Map<Id, JourneyMap>;
let disk: MemoryDirectory;
let pick: () => Promise<BackupDirectory>;
let lockCount: number;
let unreadable: Set<Id>;

const visit = (canPick = true): BackupFolder =>
  createBackupFolder({
    pick: canPick ? () => pick() : null,
    handle: {
      read: async () => kept,
      write: async (folder) => {
        kept = folder;
      },
    },
    maps: {
      list: async () => [...library.values()],
      async load(id) {
        if (unreadable.has(id)) throw new DOMException("gone", "DataError");
        return library.get(id) ?? null;
      },
    },
    shape: { stem: (title) => title || "Map", text: mapToJson },
    async exclusively(work) {
      lockCount += 1;
      expect(lockCount).toBe(1);
      try {
        return await work();
      } finally {
        lockCount -= 1;
      }
    },
  });

/** A change of the map, as the journal keeps it. */
function change(description: string, id = "map1"): JourneyMap {
  const map: JourneyMap = {
    ...(library.get(id) ?? aMap().with({ title: "Fair" }).build()),
    id,
    description,
    updatedAt: new Date().toISOString(),
  };
  library.set(id, map);
  return map;
}

const stateOf = (folder: BackupFolder) => folder.state.getState();
const descriptionIn = (name: string) => JSON.parse(disk.textOf(name) ?? "{}").map?.description;

/** A visit with a folder that has been chosen. */
async function connected(): Promise<BackupFolder> {
  const folder = visit();
  await folder.start();
  await folder.choose();
  return folder;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, "warn").mockImplementation(() => {});
  kept = null;
  library = new Map();
  disk = new MemoryDirectory();
  pick = async () => disk;
  lockCount = 0;
  unreadable = new Set();
  change("first");
});
afterEach(() => {
  vi.useRealTimers();
});

describe("choosing a folder", () => {
  test("writes every map at once", async () => {
    change("other", "map2");
    const folder = visit();
    await folder.start();
    expect(stateOf(folder)).toMatchObject({ state: "none", folderName: null });
    await folder.choose();
    expect(stateOf(folder)).toMatchObject({ state: "connected", folderName: "Backups" });
    expect(disk.names()).toHaveLength(4);
    expect(stateOf(folder).files.map1).toMatchObject({ name: MAIN });
    expect(stateOf(folder).files.map2).toMatchObject({ name: "Fair (2).dreiklang.json" });
  });

  test("F35 writes the others when one map cannot be read, and names that one until it has a file", async () => {
    unreadable.add("map1");
    change("other", "map2");
    const folder = await connected();
    expect(stateOf(folder)).toMatchObject({ state: "connected", unread: { map1: "Fair" } });
    expect(Object.keys(stateOf(folder).files)).toEqual(["map2"]);
    folder.changed(change("mended"));
    await folder.flush();
    expect(stateOf(folder).unread).toEqual({});
    unreadable.delete("map1");
    await folder.choose();
    expect(Object.keys(stateOf(folder).files).sort()).toEqual(["map1", "map2"]);
  });

  test("and none after all changes nothing", async () => {
    pick = async () => {
      throw new DOMException("", "AbortError");
    };
    const folder = await connected();
    expect(stateOf(folder).state).toBe("none");
    pick = async () => {
      throw new DOMException("", "SecurityError");
    };
    await expect(folder.choose()).rejects.toThrow();
    expect(stateOf(folder).state).toBe("none");
  });

  test("is not possible in every browser", async () => {
    const folder = visit(false);
    await folder.start();
    await folder.choose();
    folder.changed(change("next"));
    await folder.flush();
    expect(stateOf(folder)).toMatchObject({ state: "unsupported", files: {} });
  });

  test("can be taken back, and what lies there stays", async () => {
    const folder = await connected();
    folder.changed(change("second"));
    await folder.disconnect();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(stateOf(folder)).toMatchObject({ state: "none", folderName: null });
    expect(descriptionIn(MAIN)).toBe("first");
    expect(kept).toBeNull();
  });
});

describe("a change", () => {
  test("is written a few seconds after the last one, and in the second file after a pause", async () => {
    const folder = await connected();
    folder.changed(change("second"));
    await vi.advanceTimersByTimeAsync(2000);
    folder.changed(change("third"));
    await vi.advanceTimersByTimeAsync(2900);
    expect(descriptionIn(MAIN)).toBe("first");
    await vi.advanceTimersByTimeAsync(200);
    expect([descriptionIn(MAIN), descriptionIn(SECOND)]).toEqual(["third", "first"]);
    await vi.advanceTimersByTimeAsync(31_000);
    expect([descriptionIn(MAIN), descriptionIn(SECOND)]).toEqual(["third", "third"]);
    expect(stateOf(folder).files.map1?.name).toBe(MAIN);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("does not wait for the end of long typing", async () => {
    const folder = await connected();
    for (let second = 0; second < 20; second += 1) {
      folder.changed(change(`word ${second}`));
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(descriptionIn(MAIN)).toMatch(/^word/);
  });

  test("is written at once when the map is closed, in both files", async () => {
    const folder = await connected();
    folder.changed(change("second"));
    await folder.flush();
    expect([descriptionIn(MAIN), descriptionIn(SECOND)]).toEqual(["second", "second"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("of many maps at once goes one after the other", async () => {
    const folder = await connected();
    for (const id of ["map1", "map2", "map3"]) folder.changed(change(`of ${id}`, id));
    await vi.advanceTimersByTimeAsync(4000);
    expect(new Set(disk.written.slice(-3)).size).toBe(3);
  });
});

describe("the next visit", () => {
  test("goes on by itself where the browser remembers the permission", async () => {
    await connected();
    const folder = visit();
    change("made elsewhere");
    await folder.start();
    expect(stateOf(folder)).toMatchObject({ state: "connected", folderName: "Backups" });
    expect(descriptionIn(MAIN)).toBe("made elsewhere");
  });

  test("asks for the permission again in answer to a click", async () => {
    await connected();
    disk.permission = "prompt";
    const folder = visit();
    await folder.start();
    expect(stateOf(folder)).toMatchObject({ state: "needsPermission", folderName: "Backups" });
    folder.changed(change("second"));
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(descriptionIn(MAIN)).toBe("first");
    disk.answer = "denied";
    await folder.reconnect();
    expect(stateOf(folder).state).toBe("needsPermission");
    disk.answer = "granted";
    await folder.reconnect();
    expect(stateOf(folder).state).toBe("connected");
    expect(descriptionIn(MAIN)).toBe("second");
  });

  test("begins without a folder when what was kept cannot be read", async () => {
    const folder = createBackupFolder({
      pick: () => pick(),
      handle: {
        read: () => Promise.reject(new Error("no database")),
        write: () => Promise.reject(new Error("no database")),
      },
      maps: { list: async () => [], load: async () => null },
      shape: { stem: (title) => title, text: mapToJson },
      exclusively: (work) => work(),
    });
    await folder.start();
    expect(stateOf(folder).state).toBe("none");
    await folder.choose();
    expect(stateOf(folder).state).toBe("connected");
  });
});

describe("trouble (F95)", () => {
  test("with a permission that was taken back is shown, and everything is written after it is given again", async () => {
    const folder = await connected();
    disk.permission = "prompt";
    folder.changed(change("second"));
    await vi.advanceTimersByTimeAsync(4000);
    expect(stateOf(folder).state).toBe("needsPermission");
    folder.changed(change("third"));
    await folder.reconnect();
    expect(stateOf(folder).state).toBe("connected");
    expect([descriptionIn(MAIN), descriptionIn(SECOND)]).toEqual(["third", "third"]);
  });

  test.each([
    ["NotFoundError", "folderGone"],
    ["QuotaExceededError", "storageFull"],
    ["InvalidStateError", "failed"],
  ] as const)("%s is shown as %s and tried again by itself", async (name, problem) => {
    const folder = await connected();
    disk.trouble = new DOMException("", name);
    // A folder that is gone says the same as a file that is not there: only writing tells.
    folder.changed(change("second"));
    await vi.advanceTimersByTimeAsync(4000);
    expect(stateOf(folder)).toMatchObject({ state: "failed", problem });
    folder.changed(change("third"));
    disk.trouble = null;
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(stateOf(folder)).toMatchObject({ state: "connected", problem: null });
    expect([descriptionIn(MAIN), descriptionIn(SECOND)]).toEqual(["third", "third"]);
  });
});
