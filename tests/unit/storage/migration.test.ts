import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepBeforeMigration } from "#app/versions.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { Migration } from "#model/migrations.ts";
import type { Connection } from "#storage/connection.ts";
import { createMapRepository, type LoadedMap } from "#storage/map-repository.ts";
import { withAllFields } from "#storage/read-document.ts";
import { createVersions } from "#storage/versions.ts";
import { failAt, restore } from "./fail-at.ts";
import type { FrozenStore } from "./make-store.ts";
import { dumpStore, loadStore } from "./store-dump.ts";
import { aStore, LATER } from "./stores.ts";

/** A version of documents that does not exist: every title says that it came from the one before. */
const { NEXT, SIGN } = vi.hoisted(() => ({ NEXT: 2, SIGN: " (of version 1)" }));
vi.mock("#model/migrations.ts", async (importOriginal) => {
  const real = await importOriginal<typeof import("#model/migrations.ts")>();
  const table: readonly Migration[] = [
    { from: 1, migrate: (map) => ({ ...Object(map), title: Object(map).title + SIGN }) },
  ];
  return {
    FORMAT_VERSION: NEXT,
    migrations: table,
    migrate: (map: unknown, version: number) => real.migrate(map, version, table, NEXT),
  };
});

const dump: FrozenStore = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../data/stores/v2.json"), "utf8"),
);
const [[id, { map: old, rev }] = ["", { map: {} as JourneyMap, rev: 0 }]] = Object.entries(
  dump.expected,
).filter(([key]) => !dump.bin.includes(key));
/** Fields that are younger than the database come along. */
const migrated = withAllFields({ ...old, title: old.title + SIGN });

let connection: Connection;
let name: string;

async function begin(): Promise<void> {
  name = `migration-${Math.random()}`;
  await loadStore(name, dump);
  connection = await aStore(name);
}
beforeEach(begin);
afterEach(async () => {
  restore();
  await connection.database.delete();
});

async function open(beforeMigration = keepBeforeMigration(connection, () => LATER)): Promise<LoadedMap> {
  const options = { newId: () => "new", now: () => LATER, beforeMigration };
  const library = createMapRepository(connection, options);
  try {
    const opened = await library.open(id);
    if ("problem" in opened) throw new Error(opened.problem);
    return opened;
  } finally {
    library.close();
  }
}

const versions = () => createVersions(connection, { now: () => LATER });
const kept = async () => (await versions().list(id)).filter(({ cause }) => cause === "beforeMigration");
const storedText = async (versionId: number) =>
  JSON.parse((await connection.database.versionTexts.get(versionId))?.text ?? "null");
const versionOfHead = async () => (await connection.database.heads.get(id))?.version;

describe("F20 a map of an older version of documents", () => {
  test("is kept as it was before it is written in the new form, once", async () => {
    expect(await open()).toMatchObject({ map: migrated, rev: rev + 1, damage: [], entries: [] });
    const [version, ...others] = await kept();
    expect(others).toEqual([]);
    expect(version).toMatchObject({ rev, name: null, version: 1 });
    expect(await storedText(version?.id ?? 0)).toEqual(old);
    // Shown and restored it takes the new form as well.
    expect(await versions().read(version?.id ?? 0)).toEqual(migrated);
    const after = await dumpStore(name);
    expect(await open()).toMatchObject({ map: migrated, rev: rev + 1 });
    expect(await dumpStore(name)).toEqual(after);
  });

  test("is not touched by a window that may only look on", async () => {
    const before = await dumpStore(name);
    const library = createMapRepository(connection, { newId: () => "new", now: () => LATER });
    expect(await library.open(id, false)).toMatchObject({ map: migrated, rev });
    expect(await library.load(id)).toEqual(migrated);
    library.close();
    expect(await dumpStore(name)).toEqual(before);
  });

  test("is not touched where it cannot be kept", async () => {
    const before = await dumpStore(name);
    await expect(open(() => Promise.reject(new Error("full")))).rejects.toThrow("full");
    expect(await dumpStore(name)).toEqual(before);
  });

  test.each(["throws", "aborts"] as const)(
    "is the old or the new one when the store %s anywhere",
    async (fault) => {
      vi.spyOn(console, "warn").mockImplementation(() => {});
      vi.spyOn(console, "error").mockImplementation(() => {});
      const states = new Set<number | undefined>();
      for (let number = 1; ; number += 1) {
        await connection.database.delete();
        await begin();
        const calls = failAt(connection, number, fault);
        await open().catch(() => {});
        restore();
        const isThrough = calls() < number;
        states.add(await versionOfHead());
        // What was there before the migration is there in any case, in the map or beside it.
        const texts = await Promise.all((await kept()).map((version) => storedText(version.id)));
        if ((await versionOfHead()) === NEXT) expect(texts).toEqual([old]);
        expect((await open()).map).toEqual(migrated);
        expect(await versionOfHead()).toBe(NEXT);
        expect(await Promise.all((await kept()).map((version) => storedText(version.id)))).toEqual([old]);
        if (isThrough) break;
        expect(number).toBeLessThan(100);
      }
      expect(states).toEqual(new Set([1, NEXT]));
    },
  );
});
