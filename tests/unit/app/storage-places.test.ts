// @vitest-environment jsdom
import { afterEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { OpenMapListener } from "#app/open-map-listener.ts";
import { saveFile } from "#app/save-file.ts";
import { storagePlaces } from "#app/storage-places.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { Connection } from "#storage/connection.ts";
import type { MapRepository } from "#storage/map-repository.ts";
import { createMemoryRepository } from "#storage/memory-repository.ts";
import type { Mirror } from "#storage/mirror/mirror.ts";
import { aMap } from "../storage/a-map.ts";
import { MemoryDirectory } from "../storage/backup-folder/memory-directory.ts";
import { LATER } from "../storage/stores.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.mocked(saveFile).mockClear();
});

/** Of every map that some window edits there is a lock. */
function somebodyEdits(ids: readonly Id[]): void {
  const held = ids.map((id) => ({ name: `dreiklang-map:${id}` }));
  const locks = { query: async () => ({ held }), request: (_: string, work: () => unknown) => work() };
  Object.defineProperty(navigator, "locks", { value: locks, configurable: true });
}

function places(library: MapRepository, disk = new MemoryDirectory()) {
  vi.stubGlobal("showDirectoryPicker", async () => disk);
  const handles = { get: async () => undefined, put: async () => {} };
  const state = createStore(() => ({ isAvailable: true, lastAt: null, isProven: false, problem: null }));
  const made = storagePlaces({
    library,
    notify() {},
    // Only what is used of them.
    connection: { ready: async () => {}, database: { handles } } as unknown as Connection,
    mirror: { state } as unknown as Mirror,
  });
  const tell = <K extends keyof OpenMapListener>(
    event: K,
    ...facts: Parameters<Required<OpenMapListener>[K]>
  ) => {
    for (const listener of made.listeners) {
      (listener[event] as ((...facts: readonly unknown[]) => void) | undefined)?.(...facts);
    }
  };
  return { ...made, tell };
}

vi.mock("#app/save-file.ts", () => ({ saveFile: vi.fn(async () => {}) }));

const titled = (id: Id, title: string): JourneyMap => ({ ...aMap(id), title });

test("a chosen folder gets the map that this window edits at once, and leaves those of other windows to them", async () => {
  const library = createMemoryRepository({ newId: () => "new", now: () => LATER });
  for (const id of ["shelf", "mine", "theirs"]) await library.create(titled(id, id));
  somebodyEdits(["mine", "theirs"]);
  const disk = new MemoryDirectory();
  const { storage, tell } = places(library, disk);
  tell("onOpened", "mine", () => ({ map: { ...titled("mine", "mine"), description: "newest" }, rev: 3 }));
  await storage.chooseFolder();
  expect(Object.keys(storage.folder.getState().files).sort()).toEqual(["mine", "shelf"]);
  expect(disk.textOf("mine.dreiklang.json")).toContain("newest");
  expect(disk.textOf("theirs.dreiklang.json") ?? null).toBeNull();

  // Once it is closed here, it may be another window's.
  tell("onClosed", titled("mine", "mine"), 3);
  await storage.chooseFolder();
  expect(Object.keys(storage.folder.getState().files)).toEqual(["shelf"]);
});

test("a chosen folder gets the maps also when they are read only after it is there", async () => {
  const library = createMemoryRepository({ newId: () => "new", now: () => LATER });
  await library.create(titled("shelf", "shelf"));
  somebodyEdits([]);
  const read = library.summaries.getState();
  library.summaries.setState({ rows: null });
  const { storage } = places(library, new MemoryDirectory());
  const chosen = storage.chooseFolder();
  await new Promise((resolve) => setTimeout(resolve));
  library.summaries.setState(read);
  await chosen;
  expect(Object.keys(storage.folder.getState().files)).toEqual(["shelf"]);
});

test("F21 the database is not in order while a map that is open here is not saved", () => {
  const library = createMemoryRepository({ newId: () => "new", now: () => LATER });
  const { storage, tell } = places(library, new MemoryDirectory());
  const problem = () => storage.database.getState().problem;
  expect(problem()).toBeNull();
  tell("onSaving", "map1", { state: "retrying", problem: "slow", detail: "" });
  tell("onSaving", "map2", { state: "notSaved", problem: "storageFull", detail: "" });
  expect(problem()).toBe("slow");
  tell("onSaving", "map1", { state: "saved" });
  expect(problem()).toBe("storageFull");
  tell("onSaving", "map2", { state: "saved" });
  expect(problem()).toBeNull();
});

test("F34 who downloads all maps is told which of them could not be read, and gets the others", async () => {
  const kept = createMemoryRepository({ newId: () => "new", now: () => LATER });
  for (const title of ["Gone", "Broken", "Fair"]) await kept.create(titled(title.toLowerCase(), title));
  const load: MapRepository["load"] = async (id) => {
    if (id === "broken") throw new Error("no answer");
    return id === "gone" ? null : kept.load(id);
  };
  somebodyEdits([]);
  const { storage } = places({ ...kept, load }, new MemoryDirectory());
  await expect(storage.downloadAll()).rejects.toThrow("“Gone”, “Broken”");
  expect(vi.mocked(saveFile).mock.calls.map(([, name]) => name)).toEqual(["Fair.dreiklang.json"]);
});

test("a map that is open here is downloaded as it is now, any other as it is kept", async () => {
  const library = createMemoryRepository({ newId: () => "new", now: () => LATER });
  for (const id of ["shelf", "mine"]) await library.create(titled(id, id));
  const { storage, tell } = places(library);
  tell("onOpened", "mine", () => ({ map: { ...titled("mine", "mine"), description: "newest" }, rev: 3 }));
  expect(await storage.downloadMap("mine")).toBe(true);
  expect(await storage.downloadMap("shelf")).toBe(true);
  expect(await storage.downloadMap("gone")).toBe(false);
  const [first, second, ...others] = vi.mocked(saveFile).mock.calls;
  expect(await first?.[0].text()).toContain("newest");
  expect(first?.[1]).toBe("mine.dreiklang.json");
  expect(second?.[1]).toBe("shelf.dreiklang.json");
  expect(others).toEqual([]);
});
