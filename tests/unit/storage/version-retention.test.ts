import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newestFirst, versionCauses } from "#model/map-version.ts";
import { type KeptVersion, versionsToRemove } from "#storage/version-retention.ts";

const START = Date.parse("2026-03-01T08:00:00.000Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (time: number) => new Date(time).toISOString();

let ids = 0;
function aVersion(time: number, values: Partial<KeptVersion> = {}): KeptVersion {
  ids += 1;
  const plain = { mapId: "map1", cause: "activity", name: null, size: 1000 } as const;
  return { ...plain, id: ids, rev: ids, at: at(time), ...values };
}

/** What is left, by its time. */
function left(versions: readonly KeptVersion[], now: number, most?: number): readonly KeptVersion[] {
  const removed = new Set(versionsToRemove(versions, at(now), most));
  return versions.filter(({ id }) => !removed.has(id));
}

const every = (step: number, count: number, values: Partial<KeptVersion> = {}) =>
  Array.from({ length: count }, (_, index) => aVersion(START + index * step, values));

describe("versions go when others cover their time", () => {
  test("the last hour stays whole, then one an hour, then one a day", () => {
    // Every five minutes, day and night, for forty days.
    const versions = every(5 * MINUTE, (40 * DAY) / (5 * MINUTE));
    const end = START + 40 * DAY;
    const ages = left(versions, end).map((version) => (end - Date.parse(version.at)) / HOUR);
    expect(ages.filter((age) => age <= 1)).toHaveLength(12);
    expect(ages.filter((age) => age > 1 && age < 25)).toHaveLength(24);
    const daily = ages.filter((age) => age > 25);
    expect(daily).toHaveLength(29);
    expect(Math.max(...daily) / 24).toBeGreaterThan(29);
  });

  test("the end of an hour stands for the hour", () => {
    const versions = every(10 * MINUTE, 30);
    const times = left(versions, START + 5 * HOUR).map((version) => version.at.slice(11, 16));
    expect(times.slice(0, 4)).toEqual(["08:50", "09:50", "10:50", "11:00"]);
  });

  test("pruning with every new version ends with the same as pruning once", () => {
    const all = every(20 * MINUTE, 500);
    let kept: readonly KeptVersion[] = [];
    for (const version of all) kept = left([...kept, version], Date.parse(version.at));
    expect(kept).toEqual(left(all, START + 500 * 20 * MINUTE));
  });

  test("nobody comes for a year, and nothing goes", () => {
    const versions = left(every(7 * HOUR, 100), START + 30 * DAY);
    expect(left(versions, START + 400 * DAY)).toEqual(versions);
  });
});

describe("versions that stay longer", () => {
  test("one with a name until the user removes it", () => {
    const named = aVersion(START, { name: "Before the workshop" });
    const versions = [named, ...every(DAY, 400)];
    expect(left(versions, START + 400 * DAY)).toContain(named);
  });

  test("one from before something risky for ninety days", () => {
    const pinned = aVersion(START, { cause: "beforeRestore" });
    const versions = [pinned, ...every(HOUR, 60 * 24)];
    expect(left(versions, START + 60 * DAY)).toContain(pinned);
    expect(left(versions, START + 91 * DAY)).not.toContain(pinned);
  });

  test("but the clock alone does not end the ninety days", () => {
    const pinned = [1, 2, 3].map(() => aVersion(START, { cause: "beforeBulkDelete" }));
    const versions = [...pinned, ...every(MINUTE, 40)];
    expect(left(versions, START + 400 * DAY)).toEqual(expect.arrayContaining(pinned));
  });
});

describe("a clock that jumps", () => {
  const work = left(every(30 * MINUTE, 200), START + 5 * DAY);
  const end = START + 5 * DAY;

  test.each([
    ["a year on", 365 * DAY],
    ["two hours back", -2 * HOUR],
    ["to the beginning of its time", -START],
  ])("%s costs no more than one new version would", (_, jump) => {
    const jumped = aVersion(end + jump);
    const kept = left([...work, jumped], end + jump);
    expect(work.length + 1 - kept.length).toBeLessThanOrEqual(2);
    expect(kept).toContain(jumped);
  });

  test("versions of a future that never came go like any other", () => {
    const future = [1, 2, 3].map(() => aVersion(end + 365 * DAY));
    const after = Array.from({ length: 300 }, (_, index) => aVersion(end + index * HOUR));
    const kept = left([...work, ...future, ...after], end + 300 * HOUR);
    expect(kept.filter((version) => future.includes(version)).length).toBeLessThanOrEqual(1);
    expect(kept.slice(-12)).toEqual(after.slice(-12));
  });
});

describe("when all together are too much", () => {
  test("the oldest of all maps go, but no named one and not the newest of any map", () => {
    const old = aVersion(START, { mapId: "old", size: 400 });
    const named = aVersion(START, { name: "Kick-off", size: 400 });
    const rest = Array.from({ length: 10 }, (_, index) => aVersion(START + index * HOUR, { size: 100 }));
    const kept = left([old, named, ...rest], START + DAY, 1200);
    expect(kept).toEqual([old, named, ...rest.slice(6)]);
    expect(left([old, named, ...rest], START + DAY, 0)).toEqual([old, named, rest.at(-1)]);
  });

  test("a damaged one does not count as the newest", () => {
    const sound = aVersion(START);
    const damaged = aVersion(START + HOUR, { isDamaged: true });
    expect(left([sound, damaged], START + DAY, 0)).toEqual([sound]);
  });
});

describe("whatever there is", () => {
  const time = fc.integer({ min: -40 * 365 * DAY, max: 40 * 365 * DAY }).map((shift) => at(START + shift));
  const near = fc.integer({ min: 0, max: 120 * DAY }).map((shift) => at(START + shift));
  const version = fc.record({
    mapId: fc.constantFrom("a", "b", "c"),
    rev: fc.nat({ max: 60 }),
    at: fc.oneof(near, time, fc.constant("no time at all")),
    cause: fc.constantFrom(...versionCauses),
    name: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.string() }),
    size: fc.nat({ max: 1000 }),
    isDamaged: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.boolean()),
  });
  const versions = fc
    .array(version, { maxLength: 150 })
    .map((list): readonly KeptVersion[] => list.map((entry, index) => ({ ...entry, id: index + 1 })));
  const most = fc.integer({ min: 0, max: 80_000 });

  test("the newest of a map that can be read and those with a name stay", () => {
    fc.assert(
      fc.property(versions, time, most, (list, now, limit) => {
        const removed = new Set(versionsToRemove(list, now, limit));
        expect(list.filter(({ id, name }) => name !== null && removed.has(id))).toEqual([]);
        for (const mapId of ["a", "b", "c"]) {
          const sound = list.filter((entry) => entry.mapId === mapId && !entry.isDamaged).sort(newestFirst);
          if (sound[0]) expect(removed.has(sound[0].id)).toBe(false);
        }
      }),
    );
  });

  test("a second time nothing more goes", () => {
    fc.assert(
      fc.property(versions, time, most, (list, now, limit) => {
        const removed = new Set(versionsToRemove(list, now, limit));
        const rest = list.filter(({ id }) => !removed.has(id));
        expect(versionsToRemove(rest, now, limit)).toEqual([]);
      }),
    );
  });

  test("a jump of the clock takes none but those whose ninety days are over by the count of days too", () => {
    fc.assert(
      fc.property(versions, time, time, (list, now, later) => {
        const [a, b] = [versionsToRemove(list, now), versionsToRemove(list, later)];
        const onlyOnce = list.filter(({ id }) => a.includes(id) !== b.includes(id));
        for (const { id, cause, mapId } of onlyOnce) {
          expect(cause).toMatch(/^before/u);
          expect(
            list.filter((entry) => entry.mapId === mapId && entry.id !== id).length,
          ).toBeGreaterThanOrEqual(30);
        }
      }),
    );
  });

  test("few enough are left of each map", () => {
    fc.assert(
      fc.property(versions, time, (list, now) => {
        const removed = new Set(versionsToRemove(list, now));
        const plain = list.filter(
          ({ id, name, cause, mapId }) =>
            mapId === "a" && !removed.has(id) && name === null && !/^before/u.test(cause),
        );
        expect(plain.length).toBeLessThanOrEqual(12 + 25 + 31);
      }),
    );
  });
});
