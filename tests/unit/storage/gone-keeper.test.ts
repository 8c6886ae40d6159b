import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { createFiguresStore, keepsNoFigures } from "#storage/figures/figures-store.ts";
import { createGoneKeeper } from "#storage/figures/gone-keeper.ts";

const aName = () => `figures-${Math.random()}`;

test("knows after a reload what was gone once", async () => {
  const name = aName();
  const store = createFiguresStore(name);
  const keeper = createGoneKeeper(store);
  keeper.keep("map", new Set(["no-owner:a"]));
  keeper.keep("map", new Set(["no-owner:a", "no-manager:a"]));
  keeper.keep("other", new Set(["no-owner:z"]));
  expect(await keeper.read("map")).toEqual(new Set(["no-owner:a", "no-manager:a"]));
  await vi.waitFor(async () => expect(await store.readGone("other")).toEqual(["no-owner:z"]));
  const reloaded = createGoneKeeper(createFiguresStore(name));
  expect(await reloaded.read("map")).toEqual(new Set(["no-owner:a", "no-manager:a"]));
  expect(await reloaded.read("never seen")).toEqual(new Set());
});

test("writes what is new, and only that", async () => {
  const write = vi.fn(async () => {});
  const keeper = createGoneKeeper({ ...keepsNoFigures, writeGone: write });
  keeper.keep("map", new Set());
  expect(write).not.toHaveBeenCalled();
  for (let times = 0; times < 3; times += 1) keeper.keep("map", new Set(["no-owner:a"]));
  await vi.waitFor(() => expect(write).toHaveBeenCalled());
  await Promise.resolve();
  expect(write.mock.calls).toEqual([["map", ["no-owner:a"]]]);
});

test("writes what came while it was writing", async () => {
  const written: (readonly string[])[] = [];
  let finish = () => {};
  const keeper = createGoneKeeper({
    ...keepsNoFigures,
    writeGone(_mapId, ids) {
      written.push(ids);
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
  });
  keeper.keep("map", new Set(["a"]));
  keeper.keep("map", new Set(["a", "b"]));
  keeper.keep("map", new Set(["a", "b", "c"]));
  finish();
  await vi.waitFor(() => expect(written).toEqual([["a"], ["a", "b", "c"]]));
});

test("forgets what went first where it is very much", async () => {
  const store = createFiguresStore(aName());
  createGoneKeeper(store).keep(
    "map",
    new Set(Array.from({ length: 10_500 }, (_, index) => `no-owner:${index}`)),
  );
  await vi.waitFor(async () => {
    const ids = await store.readGone("map");
    expect(ids).toHaveLength(10_000);
    expect(ids.at(-1)).toBe("no-owner:10499");
  });
});

test("goes with its map", async () => {
  const store = createFiguresStore(aName());
  await store.writeGone("one", ["a"]);
  await store.writeGone("two", ["b"]);
  await store.writeGone("three", ["c"]);
  await store.remove("one");
  expect(await store.readGone("one")).toEqual([]);
  await store.keepOnly(new Set(["two"]));
  expect(await store.readGone("two")).toEqual(["b"]);
  expect(await store.readGone("three")).toEqual([]);
});
