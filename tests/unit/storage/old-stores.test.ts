import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { invariantViolations } from "#model/invariants.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import { DATABASE_NAME, DATABASE_VERSION } from "#storage/database-version.ts";
import { inspectStore } from "#storage/inspect-store.ts";
import { createMapRepository } from "#storage/map-repository.ts";
import { restoreHistory } from "#storage/restore-history.ts";
import { createVersions } from "#storage/versions.ts";
import { type FrozenStore, makeStore } from "./make-store.ts";
import { dumpStore, loadStore, type StoreDump } from "./store-dump.ts";
import { aStore, LATER } from "./stores.ts";

const folder = join(import.meta.dirname, "../../data/stores");

/**
 * Databases as releases left them, with the check sum of their bytes: none of them may ever be changed. A release that
 * changes the layout adds the one of its own: `MAKE_STORE=1 npx vitest run tests/unit/storage/old-stores.test.ts`
 * writes it where there is none yet.
 */
const frozen: Readonly<Record<string, string>> = {
  v1: "51002f7ba2b3ce10e6e46ce40eeca71dd092b7c3bac6157979df211ada29d74d",
  v2: "2ee0f1acf917c8f5b2343808dcd6f1fefd1f5fd75b73dfd968b77a4f581491c6",
};

/** A name of its own for every database: a connection that was closed comes back when it is in use. */
const aName = () => `frozen-${Math.random()}`;

const newest = join(folder, `v${DATABASE_VERSION}.json`);
if (process.env.MAKE_STORE && !existsSync(newest)) {
  writeFileSync(newest, `${JSON.stringify(await makeStore(aName()), null, 1)}\n`);
}

const read = (name: string) => readFileSync(join(folder, `${name}.json`), "utf8");
const dumpOf = (name: string): FrozenStore => JSON.parse(read(name));

/** What the database is made of, without what lies in it. */
function layoutOf({ version, stores }: StoreDump) {
  const bare = Object.entries(stores).map(([name, { rows, ...layout }]) => [name, layout]);
  return { version, stores: Object.fromEntries(bare) };
}

test("F79 every layout that was ever released has a frozen database", () => {
  const names = readdirSync(folder).map((name) => name.replace(/\.json$/u, ""));
  expect(names.sort()).toEqual(Object.keys(frozen).sort());
  expect(names).toEqual(Array.from({ length: DATABASE_VERSION }, (_, index) => `v${index + 1}`));
});

test("F79 the newest one has the layout of the present database", async () => {
  const made = await makeStore(aName());
  expect(layoutOf(dumpOf(`v${DATABASE_VERSION}`))).toEqual(layoutOf(made));
});

describe.each(Object.keys(frozen))("F79 the database of layout %s", (name) => {
  const dump = dumpOf(name);

  test("is what the release left", () => {
    expect(createHash("sha256").update(read(name)).digest("hex")).toBe(frozen[name]);
    expect(dump.version).toBe(Number(name.slice(1)) * 10);
  });

  test("is one that this program may write", async () => {
    await new Promise((resolve) => {
      indexedDB.deleteDatabase(DATABASE_NAME).onsuccess = resolve;
    });
    await loadStore(DATABASE_NAME, dump);
    expect(await inspectStore(() => indexedDB)).toEqual({ kind: "present" });
  });

  test("gives its maps, sound and as they were, in the bin and out of it", async () => {
    const store = aName();
    await loadStore(store, dump);
    const connection = await aStore(store);
    const library = createMapRepository(connection, { newId: () => "new", now: () => LATER });
    expect(await connection.database.heads.toCollection().primaryKeys()).toEqual(
      Object.keys(dump.expected).sort(),
    );
    for (const [id, { map, rev }] of Object.entries(dump.expected)) {
      const isInBin = dump.bin.includes(id);
      if (isInBin) expect(await library.load(id)).toBeNull();
      await library.restore(id);
      const opened = await library.open(id);
      if ("problem" in opened) throw new Error(opened.problem);
      expect(opened).toMatchObject({ map, damage: [] });
      expect(opened.rev).toBeGreaterThanOrEqual(rev);
      expect(invariantViolations(opened.map)).toEqual([]);
      const { past } = restoreHistory(opened.map, opened.entries);
      // A migration cuts the history.
      if (opened.rev === rev) expect(past).toHaveLength(dump.steps?.[id] ?? 0);
      if (isInBin) await library.moveToBin(id);
    }
    library.close();
    connection.database.close();
  });

  test("gives its versions", async () => {
    const store = aName();
    await loadStore(store, dump);
    const connection = await aStore(store);
    const versions = createVersions(connection, { now: () => LATER });
    for (const [id, titles] of Object.entries(dump.versions ?? {})) {
      const rows = await versions.list(id);
      const maps = await Promise.all(rows.map((row) => versions.read(row.id)));
      expect(maps.map((map) => map?.title)).toEqual(titles);
      for (const map of maps) expect(map && invariantViolations(map)).toEqual([]);
    }
    connection.database.close();
  });

  test("is brought to the present layout by the first start, and left alone by the second", async () => {
    const store = aName();
    await loadStore(store, dump);
    const start = async () => {
      const connection = await aStore(store);
      const library = createMapRepository(connection, { newId: () => "new", now: () => LATER });
      for (const id of Object.keys(dump.expected)) await library.open(id);
      library.close();
      connection.database.close();
      return dumpStore(store);
    };
    const first = await start();
    expect(layoutOf(first)).toEqual(layoutOf(dumpOf(`v${DATABASE_VERSION}`)));
    expect(await start()).toEqual(first);
    const isPresent = dump.version === DATABASE_VERSION * 10 && FORMAT_VERSION === 1;
    if (isPresent) expect(first.stores).toEqual(dump.stores);
  });
});
