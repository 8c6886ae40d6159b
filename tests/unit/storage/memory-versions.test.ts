import { expect, test } from "vitest";
import { createMemoryVersions } from "#storage/memory-versions.ts";
import { aMap } from "./a-map.ts";

const now = () => "2026-03-02T10:00:00.000Z";

test("without a store versions live as long as the window", async () => {
  const versions = createMemoryVersions({ now });
  const seen: (readonly (string | null)[])[] = [];
  const end = versions.follow("map1", {
    next: (rows) => seen.push(rows.map(({ name }) => name)),
    error: (problem) => expect(problem).toBeUndefined(),
  });
  const first = await versions.keep(aMap("map1", "one"), 0, "named", "Kick-off");
  const second = await versions.keep(aMap("map1", "two"), 0, "activity");
  await versions.keep(aMap("map2"), 0, "activity", "of another map");
  expect((await versions.list("map1")).map(({ id }) => id)).toEqual([second, first]);
  expect(await versions.read(first)).toEqual(aMap("map1", "one"));
  await versions.rename(second, "Friday");
  await versions.remove(first);
  expect(await versions.read(first)).toBeNull();
  end();
  await versions.remove(second);
  expect(seen).toEqual([
    [],
    ["Kick-off"],
    [null, "Kick-off"],
    [null, "Kick-off"],
    ["Friday", "Kick-off"],
    ["Friday"],
  ]);
});

test("without a store, too, versions go when others cover their time", async () => {
  const versions = createMemoryVersions({ now });
  for (let rev = 0; rev < 40; rev += 1) await versions.keep(aMap("map1", `${rev}`), rev, "activity");
  expect((await versions.list("map1")).map(({ rev }) => rev)).toEqual(
    Array.from({ length: 12 }, (_, index) => 39 - index),
  );
});
