import { describe, expect, test } from "vitest";
import { parseMapFile } from "#exchange/json/parse-map.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { changeBetween } from "#model/map-change.ts";
import { encodeLine } from "#storage/mirror/copy-format.ts";
import { aMap, START } from "./builders.ts";

interface Copy {
  readonly map: JourneyMap;
  readonly rev: number;
  readonly isDeleted: boolean;
  readonly isWhole: boolean;
  readonly isBackup: boolean;
}
interface Source {
  readonly isBackup: boolean;
  readonly stores: readonly {
    readonly name: string;
    readonly rows: readonly { readonly value: unknown }[];
  }[];
}
// The recovery page is plain JavaScript without types.
const { mapsIn, fileOf, rowsOf } = (await import(
  new URL("../../public/recover-maps.js", import.meta.url).href
)) as {
  mapsIn(sources: readonly Source[]): readonly { readonly newest: Copy; readonly older: readonly Copy[] }[];
  fileOf(copy: Copy): string;
  rowsOf(content: string): readonly { readonly value: unknown }[];
};

/** `stores`: the values of the rows of each. */
function database(stores: Readonly<Record<string, readonly unknown[]>>): Source {
  const withRows = Object.entries(stores).map(([name, values]) => ({
    name,
    rows: values.map((value) => ({ value })),
  }));
  return { isBackup: false, stores: withRows };
}

/** The same map as it grows: each state has one more touchpoint. */
const states = [0, 1, 2, 3].map((count) => {
  const builder = aMap().withStage().withJourney();
  for (let index = 0; index < count; index += 1) builder.withTouchpoint({ title: `Step ${index}` });
  return { ...builder.build(), title: `State ${count}` };
}) as [JourneyMap, JourneyMap, JourneyMap, JourneyMap];

const change = (seq: 1 | 2 | 3) => ({
  mapId: "map1",
  seq,
  span: 1,
  at: `2026-01-0${seq}T00:00:00.000Z`,
  change: changeBetween(states[seq - 1] ?? states[0], states[seq] ?? states[0]),
});
const checkpoint = (rev: 0 | 1 | 2 | 3) => ({ mapId: "map1", rev, version: 1, document: states[rev] });
const head = (rev: number, deletedAt: string | null = null) => ({
  mapId: "map1",
  rev,
  version: 1,
  deletedAt,
});

function onlyMap(...sources: readonly Source[]) {
  const [found, ...others] = mapsIn(sources);
  expect(others).toEqual([]);
  if (!found) throw new Error("no map");
  return found;
}

describe("the maps that the recovery page finds", () => {
  test("in the store of the first release", () => {
    const row = { id: "map1", rev: 7, version: 1, deletedAt: null, document: states[2] };
    const { newest, older } = onlyMap(
      database({ maps: [row], summaries: [{ id: "map1", title: "State 2" }] }),
    );
    expect(newest).toMatchObject({ map: states[2], isDeleted: false, isWhole: true });
    expect(older).toEqual([]);
  });

  test("brought up to date by the journal, from the newest checkpoint on", () => {
    const { newest, older } = onlyMap(
      database({
        checkpoints: [checkpoint(0), checkpoint(1)],
        journal: [change(3), change(1), change(2)],
        heads: [head(3)],
      }),
    );
    expect(newest).toMatchObject({ map: states[3], rev: 3, isWhole: true });
    expect(older.map(({ map }) => map)).toEqual([states[0]]);
  });

  test("as far as the journal goes, when a change is missing or the newest are lost", () => {
    const withGap = onlyMap(database({ checkpoints: [checkpoint(0)], journal: [change(1), change(3)] }));
    expect(withGap.newest).toMatchObject({ map: states[1], isWhole: false });
    const cutOff = onlyMap(
      database({ checkpoints: [checkpoint(0)], journal: [change(1)], heads: [head(3)] }),
    );
    expect(cutOff.newest).toMatchObject({ map: states[1], isWhole: false });
  });

  test("in the bin, and among kept versions", () => {
    const version = {
      id: 1,
      mapId: "map1",
      rev: 9,
      at: "2026-01-09T00:00:00.000Z",
      cause: "named",
      name: "Then",
    };
    const { newest, older } = onlyMap(
      database({
        checkpoints: [checkpoint(3)],
        heads: [head(3, "2026-01-10T00:00:00.000Z")],
        versions: [version],
        versionTexts: [{ versionId: version.id, mapId: version.mapId, text: JSON.stringify(states[1]) }],
      }),
    );
    expect(newest).toMatchObject({ map: states[3], isDeleted: true, isWhole: true });
    expect(older).toMatchObject([{ map: states[1], name: "Then" }]);
  });

  test("in a backup copy of lines, with the changes behind the document", () => {
    const lines = [{ format: "dreiklang-mirror", ...head(1), at: "" }, states[1], change(2), change(3)];
    const content = `${lines.map((line) => `1a2b3c4d ${JSON.stringify(line)}`).join("\n")}\n5e6f7a8b {"torn":`;
    const copy = { isBackup: true, stores: [{ name: "map1.copy", rows: rowsOf(content) }] };
    expect(onlyMap(copy).newest).toMatchObject({ map: states[3], isBackup: true, isWhole: true });
    const both = onlyMap(database({ checkpoints: [checkpoint(1)] }), copy);
    expect(both.newest.map).toEqual(states[3]);
    expect(both.older.map(({ map }) => map)).toEqual([states[1]]);
  });

  test("in the copy of a version, as a state that was kept under its name", () => {
    const facts = {
      id: 4,
      mapId: "map1",
      rev: 3,
      version: 1,
      at: "",
      cause: "named",
      name: "Then",
      hash: "",
    };
    const line = encodeLine({ format: "dreiklang-version", ...facts, text: JSON.stringify(states[1]) });
    const content = new TextDecoder().decode(line);
    const copy = { isBackup: true, stores: [{ name: "map1.version", rows: rowsOf(content) }] };
    const { newest, older } = onlyMap(database({ checkpoints: [checkpoint(2)] }), copy);
    expect(newest.map).toEqual(states[2]);
    expect(older).toMatchObject([{ map: states[1], name: "Then", isBackup: true }]);
    expect(onlyMap(copy).newest).toMatchObject({ map: states[1], name: "Then" });
  });

  test("never among what is no map", () => {
    const rows = [null, 1, "{", [], { title: "x" }, { nodes: {} }, { document: null }, { text: "{}" }];
    expect(mapsIn([database({ anything: rows })])).toEqual([]);
    expect(rowsOf("")).toEqual([]);
    expect(rowsOf("no JSON\nat all")).toEqual([]);
  });

  test("come in again from their file as they were", () => {
    const { newest } = onlyMap(database({ checkpoints: [checkpoint(3)] }));
    const result = parseMapFile(fileOf(newest), { newId: () => "new", now: () => START });
    expect(result).toMatchObject({ ok: true, repairs: [] });
    expect(result.ok && result.map).toEqual(states[3]);
  });
});
