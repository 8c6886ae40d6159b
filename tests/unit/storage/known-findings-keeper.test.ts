import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import type { KnownFindings } from "#model/audit/gone-findings.ts";
import { createFiguresStore, keepsNoFigures, type StoredFindings } from "#storage/figures/figures-store.ts";
import { createKnownFindingsKeeper } from "#storage/figures/known-findings-keeper.ts";

const aName = () => `figures-${Math.random()}`;
const known = (seen: readonly string[], gone: readonly string[]): KnownFindings => ({
  seen: new Set(seen),
  gone: new Set(gone),
});

test("knows after a reload what was seen, and what was gone once", async () => {
  const name = aName();
  const store = createFiguresStore(name);
  const keeper = createKnownFindingsKeeper(store, 0);
  keeper.keep("map", known(["no-owner:a"], []));
  keeper.keep("map", known(["no-manager:a"], ["no-owner:a"]));
  keeper.keep("other", known(["no-owner:z"], []));
  expect(await keeper.read("map")).toEqual(known(["no-manager:a"], ["no-owner:a"]));
  await vi.waitFor(async () => expect((await store.readKnown("other")).seen).toEqual(["no-owner:z"]));
  const reloaded = createKnownFindingsKeeper(createFiguresStore(name), 0);
  expect(await reloaded.read("map")).toEqual(known(["no-manager:a"], ["no-owner:a"]));
  expect(await reloaded.read("never seen")).toEqual(known([], []));
});

test("writes what came last, and what came while it was writing", async () => {
  const written: (readonly string[])[] = [];
  const finish: (() => void)[] = [];
  const store = {
    ...keepsNoFigures,
    writeKnown: (_mapId: string, { gone }: StoredFindings) => {
      written.push(gone);
      return new Promise<void>((resolve) => finish.push(resolve));
    },
  };
  const keeper = createKnownFindingsKeeper(store, 0);
  keeper.keep("map", known([], ["a"]));
  // At once: the page may go the next moment.
  expect(written).toEqual([["a"]]);
  keeper.keep("map", known([], ["a", "b"]));
  keeper.keep("map", known([], ["a", "b", "c"]));
  finish[0]?.();
  await vi.waitFor(() => expect(written).toEqual([["a"], ["a", "b", "c"]]));
  finish[1]?.();
  // And once more, after all was written.
  await vi.waitFor(() => {
    keeper.keep("map", known([], ["d"]));
    expect(written).toHaveLength(3);
  });
});

test("forgets what went first where it is very much", async () => {
  const store = createFiguresStore(aName());
  const many = Array.from({ length: 10_500 }, (_, index) => `no-owner:${index}`);
  createKnownFindingsKeeper(store, 0).keep("map", known(many, many));
  await vi.waitFor(async () => {
    const { seen, gone } = await store.readKnown("map");
    expect([seen.length, gone.length]).toEqual([10_000, 10_000]);
    expect(gone.at(-1)).toBe("no-owner:10499");
  });
});

test("goes with its map", async () => {
  const store = createFiguresStore(aName());
  for (const id of ["one", "two", "three"]) await store.writeKnown(id, { seen: [id], gone: [] });
  await store.remove("one");
  expect((await store.readKnown("one")).seen).toEqual([]);
  await store.keepOnly(new Set(["two"]));
  expect((await store.readKnown("two")).seen).toEqual(["two"]);
  expect((await store.readKnown("three")).seen).toEqual([]);
});
