import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { countsOf } from "#model/content-hash.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { MapVersion } from "#model/map-version.ts";
import { type VersionTables, versionStores } from "#storage/version-rows.ts";
import { createVersions, type VersionRepository, type VersionStore } from "#storage/versions.ts";
import { sampleMap } from "../builders.ts";
import { aMap } from "./a-map.ts";

type TestDatabase = Dexie & VersionTables;

let database: TestDatabase;
let store: VersionStore;
let versions: VersionRepository;
let time: string;

function openVersions(name: string): VersionStore {
  const opened = new Dexie(name, { autoOpen: false, cache: "disabled" }) as TestDatabase;
  opened.version(1).stores(versionStores);
  const listeners = new Set<() => void>();
  return {
    database: opened,
    async ready() {
      if (opened.isOpen()) return;
      await opened.open();
      for (const listener of listeners) listener();
    },
    onOpen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

beforeEach(() => {
  time = "2026-03-02T10:00:00.000Z";
  store = openVersions(`versions-${Math.random()}`);
  database = store.database;
  versions = createVersions(store, { now: () => time });
});

afterEach(() => database.delete());

const titled = (title: string, mapId = "map1") => aMap(mapId, title);
const namesOf = (rows: readonly MapVersion[]) => rows.map(({ name }) => name);

describe("keeping versions", () => {
  test("gives back the very document, and says of each what it is", async () => {
    const map = sampleMap();
    const id = await versions.keep(map, 7, "closed");
    expect(await versions.read(id)).toEqual(map);
    const [row] = await versions.list(map.id);
    expect(row).toMatchObject({
      id,
      mapId: map.id,
      rev: 7,
      at: time,
      cause: "closed",
      name: null,
      counts: countsOf(map),
    });
    expect(row).not.toHaveProperty("text");
  });

  test("lists those of one map by revision, whatever the clock says", async () => {
    await versions.keep(titled("one"), 1, "activity", "one");
    time = "2031-01-01T00:00:00.000Z";
    await versions.keep(titled("two"), 2, "activity", "two");
    time = "1970-01-01T00:00:00.000Z";
    await versions.keep(titled("three"), 3, "activity", "three");
    await versions.keep(titled("three again"), 3, "activity", "three again");
    await versions.keep(titled("other", "map2"), 9, "activity", "other");
    expect(namesOf(await versions.list("map1"))).toEqual(["three again", "three", "two", "one"]);
  });

  test("knows nothing of a version that is not there", async () => {
    expect(await versions.read(99)).toBeNull();
    expect(await versions.list("nobody")).toEqual([]);
  });

  test("gives and takes names, and removes with the text", async () => {
    const id = await versions.keep(titled("one"), 1, "activity");
    await versions.rename(id, "Workshop");
    expect(namesOf(await versions.list("map1"))).toEqual(["Workshop"]);
    await versions.rename(id, null);
    expect(namesOf(await versions.list("map1"))).toEqual([null]);
    await versions.remove(id);
    expect(await versions.list("map1")).toEqual([]);
    expect(await database.versionTexts.count()).toBe(0);
  });

  test("tells those who follow of every change", async () => {
    const seen: (readonly (string | null)[])[] = [];
    const end = versions.follow("map1", {
      next: (rows) => seen.push(namesOf(rows)),
      error: (problem) => expect(problem).toBeUndefined(),
    });
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([]));
    const id = await versions.keep(titled("one"), 1, "named", "Workshop");
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(["Workshop"]));
    await versions.remove(id);
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([]));
    end();
  });
});

describe("the same state once more", () => {
  const again = async () => (await versions.list("map1")).map(({ cause, name, rev }) => [cause, name, rev]);

  test("is not kept twice by itself", async () => {
    await versions.keep(titled("one"), 1, "activity");
    await versions.keep(titled("one"), 2, "closed");
    expect(await again()).toEqual([["activity", null, 1]]);
  });

  test("takes the graver cause", async () => {
    await versions.keep(titled("one"), 1, "activity");
    await versions.keep(titled("one"), 1, "beforeRestore");
    await versions.keep(titled("one"), 1, "activity");
    expect(await again()).toEqual([["beforeRestore", null, 1]]);
  });

  test("takes a name, and a second one stands for itself", async () => {
    await versions.keep(titled("one"), 1, "activity");
    await versions.keep(titled("one"), 1, "named", "Workshop");
    await versions.keep(titled("one"), 1, "beforeRestore");
    expect(await again()).toEqual([["named", "Workshop", 1]]);
    await versions.keep(titled("one"), 1, "named", "Again");
    expect(await again()).toEqual([
      ["named", "Again", 1],
      ["named", "Workshop", 1],
    ]);
  });

  test("is written anew where it was damaged", async () => {
    const id = await versions.keep(titled("one"), 1, "activity");
    await database.versionTexts.update(id, { text: "{}" });
    expect(await versions.keep(titled("one"), 1, "closed")).toBe(id);
    expect(await versions.read(id)).toEqual(titled("one"));
  });
});

describe("a damaged version", () => {
  test.each([
    ["cut off", '{"id":"map1"'],
    ["another document", JSON.stringify(aMap("map1", "Forged"))],
    ["no document", "null"],
    ["a list", "[1]"],
    ["not a map", '{"stages":5}'],
  ])("is not taken for a document: %s", async (_, text) => {
    const id = await versions.keep(titled("one"), 1, "activity");
    await database.versionTexts.update(id, { text });
    expect(await versions.read(id)).toBeNull();
  });

  test("whose text is gone is none either", async () => {
    const id = await versions.keep(titled("one"), 1, "activity");
    await database.versionTexts.delete(id);
    expect(await versions.read(id)).toBeNull();
    expect(await versions.list("map1")).toHaveLength(1);
  });
});

describe("old versions", () => {
  /** So many versions of one map, an hour apart on the clock. */
  async function keepMany(count: number, mapId = "map1"): Promise<readonly number[]> {
    const ids: number[] = [];
    for (let index = 0; index < count; index += 1) {
      time = new Date(Date.parse("2026-03-02T10:00:00.000Z") + index * 3_600_000).toISOString();
      ids.push(await versions.keep(titled(`${index}`, mapId), index, "activity"));
    }
    return ids;
  }

  test("are removed with their texts whenever one is kept", async () => {
    const ids = await keepMany(80);
    const left = (await versions.list("map1")).map(({ id }) => id);
    // Twenty-five hours, and the ends of the days before.
    expect(left.length).toBeLessThan(30);
    expect(left[0]).toBe(ids.at(-1));
    expect(await database.versionTexts.toCollection().primaryKeys()).toEqual([...left].sort((a, b) => a - b));
  });

  test("stay where the newest of the map is damaged: the newest sound one is not removed", async () => {
    const ids = await keepMany(30);
    const [oldest = 0, ...others] = (await versions.list("map1")).map(({ id }) => id).reverse();
    expect(ids).toContain(oldest);
    for (const id of others) await database.versionTexts.update(id, { text: "" });
    // Another map fills the store beyond its limit.
    await versions.keep(titled("big", "map2"), 1, "activity");
    await database.versions.toCollection().modify({ size: 150_000_000 });
    await versions.prune();
    expect(await versions.read(oldest)).not.toBeNull();
  });

  test("that cannot be removed do not keep a new one from being kept", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    vi.spyOn(database.versions, "toArray").mockRejectedValue(new Error("no"));
    const id = await versions.keep(titled("one"), 1, "activity");
    expect(await versions.read(id)).toEqual(titled("one"));
  });
});

describe("F19 when the store fails at any of its calls while versions are kept and removed", () => {
  test("every sound version is whole, the named ones and the newest are there", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    await store.ready();
    let failures = 0;
    for (let callsUntilFailure = 1; ; callsUntilFailure += 1) {
      const at = failAt(callsUntilFailure);
      const test = openVersions(`failing-${callsUntilFailure}`);
      test.database.use(at.middleware);
      const repository = createVersions(test, { now: () => time });
      const kept = await keepUntilFailure(repository, () => at.hasFailed());
      at.stop();
      const rows = await repository.list("map1");
      expect(rows[0]?.rev ?? -1).toBeGreaterThanOrEqual(kept.newest);
      for (const { id } of rows) expect(await repository.read(id)).not.toBeNull();
      expect(namesOf(rows).filter(Boolean)).toEqual(kept.names);
      const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
      expect(await test.database.versionTexts.toCollection().primaryKeys()).toEqual(ids);
      await test.database.delete();
      if (!at.hasFailed()) break;
      failures += 1;
    }
    expect(failures).toBeGreaterThan(20);
  });
});

/** Keeps versions, every tenth with a name, until one could not be kept; more than retention lets live. */
async function keepUntilFailure(repository: VersionRepository, hasFailed: () => boolean) {
  const names: string[] = [];
  let newest = -1;
  for (let index = 0; index < 16 && !hasFailed(); index += 1) {
    const name = index % 10 === 0 ? `Workshop ${index}` : null;
    const map: JourneyMap = titled(`${index}`);
    const isKept = await repository.keep(map, index, "activity", name).then(
      () => true,
      () => false,
    );
    if (isKept) newest = index;
    if (isKept && name) names.unshift(name);
  }
  return { names, newest };
}

/** Makes the call with this number to the store beneath Dexie fail, as a browser may at any time. */
function failAt(call: number) {
  let count = 0;
  let isOn = true;
  const tick = () => {
    if (!isOn) return;
    count += 1;
    if (count === call) throw new DOMException("The disk is gone", "UnknownError");
  };
  const middleware: Parameters<Dexie["use"]>[0] = {
    stack: "dbcore",
    name: "failing",
    create: (core) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        const counted =
          <A extends unknown[], R>(work: (...all: A) => Promise<R>) =>
          async (...all: A) => {
            tick();
            return work(...all);
          };
        return {
          ...table,
          mutate: counted((request: Parameters<typeof table.mutate>[0]) => table.mutate(request)),
          get: counted((request: Parameters<typeof table.get>[0]) => table.get(request)),
          getMany: counted((request: Parameters<typeof table.getMany>[0]) => table.getMany(request)),
          query: counted((request: Parameters<typeof table.query>[0]) => table.query(request)),
        };
      },
    }),
  };
  return {
    middleware,
    hasFailed: () => count >= call,
    stop: () => {
      isOn = false;
    },
  };
}
