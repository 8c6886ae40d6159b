import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { assignOwner } from "#model/commands/nodes.ts";
import type { Connection } from "#storage/connection.ts";
import { overdueInBin } from "#storage/empty-bin.ts";
import { createMapRepository, type MapRepository } from "#storage/map-repository.ts";
import { create, mark } from "#storage/map-store.ts";
import { completeMirror, restoreFromMirror } from "#storage/restore-from-mirror.ts";
import { AT, aMap, copyFacts } from "./a-map.ts";
import { anOpenMap, aStore, found, LATER } from "./stores.ts";

let connection: Connection;
let library: MapRepository;
const onUnlisted = vi.fn();

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  onUnlisted.mockClear();
  connection = await aStore();
  library = createMapRepository(connection, { newId: () => "new", now: () => LATER, onUnlisted });
});
afterEach(async () => {
  library.close();
  vi.restoreAllMocks();
  await connection.database.delete();
});

const { getAll, get, put } = IDBObjectStore.prototype;

/** What the browser cannot read any more, until it is written anew, as `store/key`. */
function lose(...rows: readonly string[]): void {
  const lost = new Set(rows);
  const refuse = () => {
    throw new DOMException("Seek failure", "UnknownError");
  };
  const isLost = (store: IDBObjectStore, key: unknown) => lost.has(`${store.name}/${String(key)}`);
  vi.spyOn(IDBObjectStore.prototype, "getAll").mockImplementation(function (this: IDBObjectStore, ...values) {
    if ([...lost].some((row) => row.startsWith(`${this.name}/`))) refuse();
    return getAll.apply(this, values);
  });
  vi.spyOn(IDBObjectStore.prototype, "get").mockImplementation(function (this: IDBObjectStore, key) {
    if (isLost(this, key)) refuse();
    return get.call(this, key);
  });
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, value, key) {
    lost.delete(`${this.name}/${value.mapId ?? value.id}`);
    return put.call(this, value, key);
  });
}

const listed = () => library.summaries.getState().rows?.map(({ id, title }) => `${id} ${title}`);

test("F35 a map whose head cannot be read is opened from the rest, said to be damaged, and repaired", async () => {
  const { editor, journal } = await anOpenMap(connection, aMap());
  for (const owner of ["it", "sales", "marketing"] as const) {
    editor.dispatch(assignOwner(editor.store.getState().map, ["t2"], owner));
    await journal.settled();
  }
  const { map } = editor.store.getState();
  lose("heads/map1");
  expect(await library.load("map1")).toEqual(map);
  const opened = await library.open("map1");
  expect(opened).toMatchObject({ map, rev: 5, damage: [{ path: "head" }] });
  expect(await library.open("map1")).toMatchObject({ map, rev: 5, damage: [] });
  expect(await found(connection.database)).toMatchObject({ map, damage: [] });
});

test("F35 a map in the bin stays there although its head cannot be read", async () => {
  await create(connection.database, aMap());
  await mark(connection.database, "map1", AT);
  lose("heads/map1");
  expect(await library.open("map1")).toEqual({ problem: "missing" });
});

test("F35 without head and checkpoint a map is unreadable, not missing, and its copy takes its place", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  await create(connection.database, aMap());
  await connection.database.checkpoints.clear();
  lose("heads/map1");
  expect(await library.open("map1")).toMatchObject({ problem: "unreadable" });
  const copy = { map: { ...aMap(), title: "Copy" }, rev: 7, at: AT };
  const other = createMapRepository(connection, {
    newId: () => "new",
    now: () => LATER,
    copyOf: async () => copy,
  });
  expect(await other.open("map1")).toMatchObject({ map: copy.map, rev: 8, damage: [] });
  other.close();
});

test("a broken connection is not taken for a damaged map", async () => {
  await create(connection.database, aMap());
  const { heads } = connection.database;
  const error = new DOMException("closing", "InvalidStateError");
  vi.spyOn(heads, "get").mockRejectedValue(error);
  vi.spyOn(heads, "where").mockImplementation(() => {
    throw error;
  });
  await expect(library.open("map1")).rejects.toThrow("closing");
});

test("F35 a row of the library that cannot be read leaves the others, and is written anew from its map", async () => {
  for (const id of ["map1", "map2", "map3"]) await create(connection.database, aMap(id, `Title of ${id}`));
  library.close();
  lose("summaries/map2");
  library = createMapRepository(connection, { newId: () => "new", now: () => LATER, onUnlisted });
  await connection.reconnect();
  await vi.waitFor(() =>
    expect(listed()?.sort()).toEqual(["map1 Title of map1", "map2 Title of map2", "map3 Title of map3"]),
  );
  await vi.waitFor(async () => {
    expect(await connection.database.summaries.get("map2")).toMatchObject({ title: "Title of map2" });
  });
  expect(library.summaries.getState().problem).toBeNull();
  expect(onUnlisted).not.toHaveBeenCalled();
});

test("F35 a map of which nothing can be read does not hide the others, and it is said", async () => {
  for (const id of ["map1", "map2"]) await create(connection.database, aMap(id, `Title of ${id}`));
  await connection.database.checkpoints.delete(["map2", 1]);
  library.close();
  lose("summaries/map2", "heads/map2");
  library = createMapRepository(connection, { newId: () => "new", now: () => LATER, onUnlisted });
  await connection.reconnect();
  await vi.waitFor(() => expect(onUnlisted).toHaveBeenCalledOnce());
  expect(listed()).toEqual(["map1 Title of map1"]);
});

test("F35 one head that cannot be read does not keep the other maps from their copies, nor from the bin", async () => {
  const { database } = connection;
  for (const id of ["map1", "map2", "map3"]) await create(database, aMap(id));
  await mark(database, "map3", "2026-01-01T00:00:00.000Z");
  lose("heads/map1");
  const newer = { ...aMap("map2"), title: "Newer" };
  const states = new Map([
    ["map1", { ...copyFacts(aMap("map1"), 1), map: aMap("map1") }],
    ["map2", { ...copyFacts(newer, 5), map: newer }],
  ]);
  const mirror = {
    list: async () => [...states.values()],
    read: async (id: string) => states.get(id) ?? null,
    snapshot: vi.fn(async () => {}),
  };
  const free = (_: string, work: () => Promise<void>) => work();
  await restoreFromMirror(database, mirror, free);
  expect(await found(database, "map2")).toMatchObject({ map: newer });
  await completeMirror(database, mirror, free, AT);
  expect(mirror.snapshot).toHaveBeenCalledWith(expect.objectContaining({ map: aMap("map3") }));
  // The rest of the damaged one is as new as its copy: whoever opens it repairs it.
  expect(await library.open("map1")).toMatchObject({ map: aMap("map1"), damage: [{ path: "head" }] });
  lose("heads/map1");
  expect(await overdueInBin(database, Date.parse(LATER))).toEqual([]);
  expect(await database.facts.get("overdue:map3")).toBeDefined();
});
