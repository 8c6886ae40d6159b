import { beforeEach, describe, expect, test, vi } from "vitest";
import { mapToJson } from "#exchange/json/write-map.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { createMapBackup } from "#storage/backup-folder/map-backup.ts";
import { aMap } from "../../builders.ts";
import { MemoryDirectory } from "./memory-directory.ts";

const shape = { stem: (title: string) => title || "Map", text: mapToJson };
const MAIN = "Trade fair.dreiklang.json";
const SECOND = "Trade fair.backup.dreiklang.json";

let folder: MemoryDirectory;
const open = () => createMapBackup(folder, shape);
/** The map after so many changes. */
const version = (count: number, title = "Trade fair"): JourneyMap =>
  aMap()
    .with({ title, description: `Version ${count}`, updatedAt: new Date(count * 60_000).toISOString() })
    .build();
const versionIn = (name: string) => folder.textOf(name)?.match(/Version \d+/)?.[0] ?? null;

beforeEach(() => {
  folder = new MemoryDirectory();
});

describe("the two files of a map", () => {
  test("are written in turn, and both hold it in the end", async () => {
    const backup = open();
    expect(await backup.write(version(1))).toMatchObject({ name: MAIN, isComplete: false });
    expect(await backup.write(version(1))).toMatchObject({ name: MAIN, isComplete: true });
    expect(folder.written).toEqual([MAIN, SECOND]);
    expect(folder.textOf(MAIN)).toBe(mapToJson(version(1)));
    expect(folder.textOf(SECOND)).toBe(mapToJson(version(1)));
    await backup.write(version(2));
    expect([versionIn(MAIN), versionIn(SECOND)]).toEqual(["Version 2", "Version 1"]);
    await backup.write(version(3));
    expect([versionIn(MAIN), versionIn(SECOND)]).toEqual(["Version 2", "Version 3"]);
  });

  test("are left alone when they hold it already, also on the next visit", async () => {
    const backup = open();
    await backup.write(version(1));
    await backup.write(version(1));
    const before = folder.written.length;
    expect(await backup.write(version(1))).toMatchObject({ name: MAIN, isComplete: true });
    expect(await open().write(version(1))).toMatchObject({ name: MAIN, isComplete: true });
    expect(folder.written).toHaveLength(before);
  });

  test("go on in turn on the next visit", async () => {
    const first = open();
    for (const count of [1, 2, 3]) await first.write(version(count));
    expect(versionIn(MAIN)).toBe("Version 3");
    await open().write(version(4));
    expect([versionIn(MAIN), versionIn(SECOND)]).toEqual(["Version 3", "Version 4"]);
  });

  test("are never both broken: what does not read as it was written is written again", async () => {
    const backup = open();
    await backup.write(version(1));
    await backup.write(version(1));
    folder.arrives = () => "\u0000\u0000";
    await expect(backup.write(version(2))).rejects.toThrow(/does not read/);
    await expect(backup.write(version(2))).rejects.toThrow(/does not read/);
    expect([versionIn(MAIN), versionIn(SECOND)]).toEqual([null, "Version 1"]);
    folder.arrives = (text) => text;
    await backup.write(version(2));
    await backup.write(version(2));
    expect([versionIn(MAIN), versionIn(SECOND)]).toEqual(["Version 2", "Version 2"]);
  });

  test("take the new title along, and the old ones go once the new ones are whole", async () => {
    const backup = open();
    await backup.write(version(1));
    await backup.write(version(1));
    await backup.write(version(2, "Autumn fair"));
    expect(folder.names()).toEqual(["Autumn fair.backup.dreiklang.json", "Autumn fair.dreiklang.json"]);
  });

  test("survive a new title that no file system tells from the old one", async () => {
    const backup = open();
    await backup.write(version(1));
    await backup.write(version(2, "TRADE FAIR"));
    await backup.write(version(2, "TRADE FAIR"));
    expect(folder.names()).toContain(MAIN);
    expect(folder.names()).toContain("TRADE FAIR.dreiklang.json");
  });

  test("of an old title stay when somebody else has changed them", async () => {
    const backup = open();
    await backup.write(version(1));
    await backup.write(version(1));
    folder.put(MAIN, "my own notes");
    await backup.write(version(2, "Autumn fair"));
    expect(folder.textOf(MAIN)).toBe("my own notes");
    expect(folder.names()).toHaveLength(3);
  });
});

describe("a file that is not ours", () => {
  const others: readonly [string, string][] = [
    ["a text", "my own notes"],
    ["rubbish", "\u0000\u0000\u0000"],
    ["cut off", mapToJson(version(1)).slice(0, -20)],
    ["JSON of something else", '{"format":"other","map":{"id":"map1","updatedAt":""}}'],
    ["another map of the same title", mapToJson({ ...version(1), id: "map2" })],
    ["the same map with newer work", mapToJson(version(9))],
  ];
  test.each(others)("is never written over: %s", async (_, text) => {
    for (const name of [MAIN, SECOND]) {
      folder = new MemoryDirectory();
      folder.put(name, text);
      const backup = open();
      await backup.write(version(2));
      await backup.write(version(2));
      expect(folder.textOf(name)).toBe(text);
      expect(versionIn("Trade fair (2).dreiklang.json")).toBe("Version 2");
      expect(versionIn("Trade fair (2).backup.dreiklang.json")).toBe("Version 2");
    }
  });

  test("is never written over when it comes between two changes", async () => {
    const backup = open();
    await backup.write(version(1));
    await backup.write(version(1));
    folder.put(MAIN, "my own notes");
    await backup.write(version(2));
    await backup.write(version(3));
    expect(folder.textOf(MAIN)).toBe("my own notes");
    expect(versionIn("Trade fair (2).dreiklang.json")).toBe("Version 3");
    expect(versionIn("Trade fair (2).backup.dreiklang.json")).toBe("Version 2");
  });

  test("may be a folder", async () => {
    folder.folders.add(MAIN);
    expect(await open().write(version(1))).toMatchObject({ name: "Trade fair (2).dreiklang.json" });
  });

  test("is not an empty one, which a crash leaves behind", async () => {
    folder.put(MAIN, "");
    expect(await open().write(version(1))).toMatchObject({ name: MAIN });
  });
});

test("maps of the same title keep files of their own, in this and the next visit", async () => {
  const twin = { ...version(1), id: "map2", description: "The twin" };
  for (let visit = 1; visit <= 2; visit += 1) {
    const [one, two] = [open(), open()];
    for (const count of [1, 2]) {
      await one.write(version(visit * 10 + count));
      await two.write({ ...twin, updatedAt: version(visit * 10 + count).updatedAt });
    }
  }
  expect(folder.names()).toHaveLength(4);
  expect(folder.textOf("Trade fair (2).dreiklang.json")).toContain("The twin");
  expect(folder.textOf(MAIN)).not.toContain("The twin");
});

test("when every name is taken it gives up", async () => {
  vi.spyOn(folder, "getFileHandle").mockImplementation(async () => {
    throw new DOMException("", "TypeMismatchError");
  });
  await expect(open().write(version(1))).rejects.toThrow(/are taken/);
});
