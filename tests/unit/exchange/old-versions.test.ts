import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { mapToJson } from "#exchange/json/write-map.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { FORMAT_VERSION, migrations } from "#model/migrations.ts";

import { drawMap } from "#scene/draw-map.ts";
import type { Detail } from "#scene/drawing.ts";
import { pen } from "../scene/pen.ts";
import { accepted, type Json, parse } from "./small-file.ts";

const folder = join(import.meta.dirname, "../../data/versions");
const DATA = ".dreiklang.json";
/** What a file of an older version has to be after opening; one of the present version has to be what it is. */
const OPENED = ".opened.json";

/**
 * Files as releases wrote them, with the check sum of their bytes: none of them may ever be changed. A new version of
 * the format adds the files of the one before it: `v<version>-<what>.dreiklang.json`.
 */
const frozen: Readonly<Record<string, string>> = {
  "v1-every-field": "a700becfb6cf1e724451f373a68824f514eeb263b4886f8d24a2c868abcdeaae",
  "v1-machine-tool": "60dbef141617728b0513f0c38e05c6cf5c610100170124b62c726ded306ef788",
};

const read = (name: string) => readFileSync(join(folder, name), "utf8");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(DATA))
  .map((name) => name.slice(0, -DATA.length));

it("F79 every version that was ever released has a frozen file and a way to the present", () => {
  expect(names.sort()).toEqual(Object.keys(frozen).sort());
  for (let version = 1; version <= FORMAT_VERSION; version += 1) {
    expect(names.filter((name) => name.startsWith(`v${version}-`))).not.toEqual([]);
  }
  expect(migrations.map(({ from }) => from)).toEqual(
    Array.from({ length: FORMAT_VERSION - 1 }, (_, index) => index + 1),
  );
});

describe.each(names)("F79 %s", (name) => {
  const text = read(name + DATA);
  const file: Json = JSON.parse(text);

  it("F79 is what the release wrote", () => {
    expect(createHash("sha256").update(text).digest("hex")).toBe(frozen[name]);
    expect(name.startsWith(`v${file.version}-`)).toBe(true);
  });

  it("F79 opens without a repair, as the map that it was", () => {
    const { map, repairs } = accepted(parse(text));
    expect(repairs).toEqual([]);
    const hasGolden = existsSync(join(folder, name + OPENED));
    expect(hasGolden).toBe(file.version < FORMAT_VERSION);
    const expected = hasGolden ? JSON.parse(read(name + OPENED)).map : file.map;
    // Fields that came later stand there with their usual value.
    expect(inOrder(JSON.parse(mapToJson(map)).map)).toMatchObject(inOrder(expected));
  });

  it("F79 goes out and comes in again as the same map with the same picture", () => {
    const { map } = accepted(parse(text));
    const again = accepted(parse(mapToJson(map))).map;
    expect(again).toEqual(map);
    for (const detail of ["near", "middle", "far"] as const) {
      expect(shapesOf(again, detail)).toEqual(shapesOf(map, detail));
    }
  });
});

/** All that is drawn; what lies above what is of no account where a file had its connections in another order. */
function shapesOf(map: JourneyMap, detail: Detail): readonly string[] {
  return Object.values(drawMap(map, detail, pen))
    .flat()
    .map((shape) => JSON.stringify(shape))
    .sort();
}

/** The rows of a file in the order of their ids: which order a file has is tested elsewhere. */
function inOrder(map: Json): Json {
  const entries = Object.entries<Json>(map).map(([name, value]) => [
    name,
    Array.isArray(value) && name !== "stages"
      ? [...value].sort((a, b) => (String(a.id ?? a.findingId) < String(b.id ?? b.findingId) ? -1 : 1))
      : value,
  ]);
  return Object.fromEntries(entries);
}
