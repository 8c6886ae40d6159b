import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Connection } from "#storage/connection.ts";
import { create } from "#storage/map-store.ts";
import type { Mirror } from "#storage/mirror/mirror.ts";
import { createMirrorServer } from "#storage/mirror/mirror-server.ts";
import { MOST_UNNAMED, mirrorVersions } from "#storage/mirror-versions.ts";
import { createVersions, type VersionRepository } from "#storage/versions.ts";
import { aMap } from "./a-map.ts";
import { Browser } from "./mirror/a-browser.ts";
import { MemoryFolder } from "./mirror/memory-files.ts";
import { aStore, LATER } from "./stores.ts";

let browser: Browser;
let mirror: Mirror;
let connection: Connection;
let versions: VersionRepository;

const versionsIn = (store: Connection) => createVersions(store, { now: () => LATER });

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  browser = new Browser();
  mirror = browser.open().mirror;
  await begin();
});
afterEach(() => connection.database.delete());

/** A database with a map and nothing else, as after a restore of the map. */
async function begin(): Promise<void> {
  connection = await aStore();
  versions = versionsIn(connection);
  await create(connection.database, aMap());
}

/** The browser throws its database away, and the maps come back from their copies. */
async function loseDatabase(): Promise<void> {
  await connection.database.delete();
  await begin();
}

const sync = () => mirrorVersions(connection.database, mirror);
const state = (rev: number) => aMap("map1", `State ${rev}`);
const keep = (rev: number, name: string | null = null) =>
  versions.keep(state(rev), rev, name === null ? "activity" : "named", name);
const listed = async () =>
  (await versions.list("map1")).map(({ rev, name }) => (name === null ? rev : `${rev} ${name}`));
const files = () => browser.folder.names().filter((name) => name.endsWith(".version"));
const [first, second] = ["Kick-off", "Second workshop"] as const;

describe("after the whole database was lost", () => {
  test("the versions with a name and the newest others are there again, each as it was", async () => {
    const hour = 3_600_000;
    let time = Date.parse(LATER);
    const now = () => {
      time += hour;
      return new Date(time).toISOString();
    };
    versions = createVersions(connection, { now });
    await keep(1, first);
    for (let rev = 2; rev < 17; rev += 1) await keep(rev);
    await keep(17, second);
    const before = await versions.list("map1");
    expect(await sync()).toBe(0);
    expect(files()).toHaveLength(2 + MOST_UNNAMED);
    await loseDatabase();
    expect(await sync()).toBe(2 + MOST_UNNAMED);
    const after = await versions.list("map1");
    const expected = before.filter(({ rev, name }) => name !== null || rev > 16 - MOST_UNNAMED);
    expect(after.map(({ id, ...facts }) => facts)).toEqual(expected.map(({ id, ...facts }) => facts));
    for (const { id, rev } of after) expect(await versions.read(id)).toEqual(state(rev));
  });

  test("they come back once, also beside those that were kept since", async () => {
    await keep(1, first);
    await sync();
    await loseDatabase();
    await keep(2, second);
    expect(await sync()).toBe(1);
    const { flushes } = browser.folder;
    const writes = flushes.length;
    expect(await sync()).toBe(0);
    expect(flushes).toHaveLength(writes);
    expect(await listed()).toEqual([`2 ${second}`, `1 ${first}`]);
    expect(files()).toHaveLength(2);
    await loseDatabase();
    expect(await sync()).toBe(2);
    expect(await listed()).toEqual([`2 ${second}`, `1 ${first}`]);
  });

  test("those of a map that did not come back wait for it", async () => {
    await keep(1, first);
    await sync();
    await connection.database.delete();
    connection = await aStore();
    versions = versionsIn(connection);
    expect(await sync()).toBe(0);
    expect(files()).toHaveLength(1);
    await create(connection.database, aMap());
    expect(await sync()).toBe(1);
    expect(await listed()).toEqual([`1 ${first}`]);
  });

  test("a copy that is damaged is passed over, the others come back", async () => {
    await keep(1, first);
    await keep(2, second);
    await sync();
    const [damaged = ""] = files();
    browser.folder.damage(damaged, (bytes) => bytes.map((byte, at) => (at === 100 ? byte ^ 1 : byte)));
    await loseDatabase();
    expect(await sync()).toBe(1);
    expect(await listed()).toHaveLength(1);
  });
});

describe("while the database is there", () => {
  test("a copy takes a new name, goes with its version, and with its map", async () => {
    const id = await keep(1);
    await sync();
    await versions.rename(id, first);
    await sync();
    expect(files()).toHaveLength(1);
    await loseDatabase();
    await sync();
    expect(await listed()).toEqual([`1 ${first}`]);
    const [row] = await versions.list("map1");
    await versions.remove(row?.id ?? 0);
    expect(await sync()).toBe(0);
    expect(files()).toEqual([]);
    await keep(2, second);
    await sync();
    await mirror.remove("map1");
    expect(files()).toEqual([]);
  });

  test("a copy that was not written to its end is made anew", async () => {
    await keep(1, first);
    await sync();
    const [torn = ""] = files();
    browser.folder.damage(torn, (bytes) => bytes.slice(0, 300));
    await sync();
    await loseDatabase();
    expect(await sync()).toBe(1);
  });

  test("what is damaged in it does not take the place of the copy, nor is it copied", async () => {
    const id = await keep(1, first);
    await keep(2, second);
    await sync();
    const before = files();
    await connection.database.versionTexts.update(id, { text: "{}" });
    await sync();
    expect(files()).toEqual(before);
    await mirror.removeVersions(before);
    await sync();
    expect(files()).toHaveLength(1);
  });

  test("nothing is removed when the database is lost between two looks", async () => {
    await keep(1, first);
    await sync();
    const store = connection;
    const gone: Pick<Mirror, "versions" | "readVersion" | "keepVersion" | "removeVersions"> = {
      ...mirror,
      async versions() {
        const found = await mirror.versions();
        await loseDatabase();
        return found;
      },
    };
    await mirrorVersions(connection.database, gone).catch(() => {});
    expect(connection).not.toBe(store);
    expect(files()).toHaveLength(1);
    expect(await sync()).toBe(1);
  });

  test("nothing is done where the mirror does not answer", async () => {
    await keep(1, first);
    const silent = { ...mirror, versions: async () => null };
    expect(await mirrorVersions(connection.database, silent)).toBe(0);
    expect(files()).toEqual([]);
    browser.folder.space = 100;
    await sync();
    browser.folder.space = Number.POSITIVE_INFINITY;
    await sync();
    await loseDatabase();
    expect(await sync()).toBe(1);
  });
});

test("F20 a kill in the middle of any change of a file loses no version that was copied before", async () => {
  const id = await keep(1, first);
  const [row] = await connection.database.versions.toArray();
  const text = (await connection.database.versionTexts.get(id))?.text ?? "";
  if (!row) throw new Error("no version");
  for (let kills = 0; ; kills += 1) {
    const folder = new MemoryFolder();
    const whole = createMirrorServer(folder.worker(), "first", () => {});
    await whole.keepVersion({ facts: row, text }, "store");
    const worker = folder.worker(kills);
    const killed = createMirrorServer(worker, "second", () => {});
    // As after the version was renamed: the new file first, then the old one goes.
    const renamed = { facts: { ...row, name: second }, text };
    void killed.keepVersion(renamed, "store").then(() => killed.removeVersions(folder.names().slice(0, 1)));
    for (let turns = 0; turns < 50; turns += 1) await Promise.resolve();
    const isThrough = !worker.isOver();
    worker.end();
    const next = createMirrorServer(folder.worker(), "third", () => {});
    const found = await Promise.all((await next.versions()).map(({ name }) => next.readVersion(name)));
    expect(found.length).toBeGreaterThan(0);
    for (const version of found) expect(version?.text).toBe(text);
    if (isThrough) break;
    expect(kills).toBeLessThan(20);
  }
});
