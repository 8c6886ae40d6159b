import { createInstance } from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import { mapToJson } from "#exchange/json/write-map.ts";
import { en } from "#i18n/en.ts";
import type { TextOf } from "#i18n/i18n.ts";
import { contentHash } from "#model/content-hash.ts";
import { nodeKinds } from "#model/fields.ts";
import { newNode } from "#model/new-objects.ts";
import { collections, type ObjectKind, rowFields } from "#model/schema.ts";
import { problemText } from "#ui/exchange/problem-text.ts";
import {
  accepted,
  fileWith,
  type Json,
  nodeOf,
  parse,
  parseWith,
  pathsOf,
  refused,
  repaired,
  smallFile,
} from "./small-file.ts";

let t: TextOf = () => "";
beforeAll(async () => {
  const i18n = createInstance();
  const resources = { en: { translation: en } };
  await i18n.init({ lng: "en", resources, nsSeparator: false, interpolation: { escapeValue: false } });
  t = i18n.t as unknown as TextOf;
});

/** The first row of each sort in a file, and where it is. */
function rowOf(file: Json, kind: ObjectKind): { row: Json; path: string } {
  if (kind === "map") return { row: file.map, path: "map" };
  const list = nodeKinds.some((name) => name === kind)
    ? "nodes"
    : Object.entries(collections).find(([, name]) => name === kind)?.[0];
  const rows = file.map[list ?? ""];
  const index = list === "nodes" ? rows.findIndex((row: Json) => row.kind === kind) : 0;
  return { row: rows[index], path: `map.${list}[${index}]` };
}

const fieldsWithKinds = Object.entries(rowFields).flatMap(([kind, fields]) =>
  Object.entries(fields)
    .filter(([field]) => field !== "kind" && field !== "position")
    .map(([field, { initial, limits }]) => ({ kind: kind as ObjectKind, field, initial, limits })),
);

describe("F62 a wrong type", () => {
  it.each(fieldsWithKinds)("F62 is named with its place: $field of a $kind", ({ kind, field }) => {
    const file = smallFile();
    const { row, path } = rowOf(file, kind);
    row[field] = [{ a: 1 }];
    for (const found of refused(parse(file))) {
      expect(found).toMatchObject({ params: { kind } });
      expect(found.path.startsWith(`${path}.${field}`)).toBe(true);
      expect(problemText(t, found)).toMatch(/ must be | is none of: | is not a date| is missing/);
    }
  });

  it("F62 null, text, number, list, object or true at any path gives a sound map or a sentence", () => {
    const wrong = [null, "text", -7, 1.5, [], [null], [[]], {}, { x: null }, true];
    for (const path of pathsOf(smallFile())) {
      for (const value of wrong) {
        const result = parse(fileWith(path, value));
        if (result.ok) continue;
        for (const found of result.problems) {
          expect(problemText(t, found)).not.toMatch(/\{\{|problem\.|undefined/);
        }
      }
    }
  });

  it("F62 is told in a sentence with object, field and value", () => {
    const [found] = refused(parseWith((map) => Object.assign(map.stages[0], { name: 7 })));
    expect(found && problemText(t, found)).toBe("stage (s1): name must be a text, not 7");
    const [rating] = refused(parseWith((map) => Object.assign(nodeOf(map, "t1"), { customerRating: 9 })));
    expect(rating).toEqual({
      key: "outOfRange",
      params: {
        ...{ kind: "touchpoint", title: "Hotline", id: "t1", field: "customerRating" },
        ...{ value: "9", minimum: -2, maximum: 2 },
      },
      path: expect.stringMatching(/^map\.nodes\[\d\]\.customerRating$/),
    });
  });

  it.each<[string, (map: Json) => void, string, object]>([
    [
      "a rating between two",
      (map) => Object.assign(nodeOf(map, "t1"), { teamRating: 0.5 }),
      "wrongType",
      { expected: "int" },
    ],
    [
      "a negative duration",
      (map) => Object.assign(nodeOf(map, "t1"), { expectedResponse: -1 }),
      "tooSmall",
      { minimum: 0 },
    ],
    [
      "an unknown owner",
      (map) => Object.assign(nodeOf(map, "t1"), { owner: "hr" }),
      "notAllowed",
      { allowed: "marketing, sales, it" },
    ],
    [
      "an unknown kind",
      (map) => Object.assign(nodeOf(map, "t1"), { kind: "box" }),
      "notAllowed",
      { kind: "node" },
    ],
    ["no kind", (map) => delete nodeOf(map, "t1").kind, "missing", { field: "kind" }],
    [
      "a text for a list",
      (map) => Object.assign(nodeOf(map, "t1"), { tags: "a" }),
      "wrongType",
      { expected: "array" },
    ],
    [
      "a number in a list of texts",
      (map) => Object.assign(nodeOf(map, "t1"), { tags: [1] }),
      "wrongType",
      { expected: "string" },
    ],
    [
      "an unknown burden",
      (map) => Object.assign(nodeOf(map, "t1"), { disappointments: [{ text: "", burden: "us" }] }),
      "notAllowed",
      { field: "burden" },
    ],
    [
      "a number for an id",
      (map) => Object.assign(nodeOf(map, "t1"), { id: 7 }),
      "wrongType",
      { field: "id" },
    ],
    ["a number for a row", (map) => Object.assign(map.stages, { 0: 7 }), "wrongType", { field: "stages[0]" }],
    [
      "an object for a collection",
      (map) => Object.assign(map, { nodes: {} }),
      "wrongType",
      { expected: "array" },
    ],
  ])("F62 %s is refused", (_, change, key, params) => {
    expect(refused(parseWith(change))).toEqual([
      { key, params: expect.objectContaining(params), path: expect.any(String) },
    ]);
  });
});

describe("F63", () => {
  const isNeeded = ({ initial, kind, field }: (typeof fieldsWithKinds)[number]) =>
    initial === undefined && rowFields[kind][field]?.isOptional !== true;

  it.each(fieldsWithKinds.filter((entry) => !isNeeded(entry)))(
    "F63 without $field a $kind gets the usual value",
    ({ kind, field }) => {
      const file = smallFile();
      delete rowOf(file, kind).row[field];
      const { repairs } = accepted(parse(file));
      const isNotable = rowFields[kind][field]?.isNotable === true;
      expect(repairs.map(({ key, params }) => [key, params.field])).toEqual(
        isNotable ? [["missingText", field]] : [],
      );
    },
  );

  it.each(fieldsWithKinds.filter(isNeeded))("F63 without $field a $kind is refused", ({ kind, field }) => {
    const file = smallFile();
    delete rowOf(file, kind).row[field];
    expect(refused(parse(file))).toMatchObject([{ key: "missing", params: { field } }]);
  });

  it("F63 what may be missing is not there afterwards, so that the map is the same when it is kept as text", () => {
    const { map } = accepted(parse(smallFile()));
    expect(Object.hasOwn(map, "audit")).toBe(false);
    expect(contentHash(JSON.parse(JSON.stringify(map)))).toBe(contentHash(map));
    expect(contentHash({ ...map, audit: undefined as never })).toBe(contentHash(map));
  });

  it("F63 any missing place gives a sound map or a sentence", () => {
    for (const path of pathsOf(smallFile())) {
      const result = parse(fileWith(path, undefined));
      if (!result.ok) for (const found of result.problems) expect(problemText(t, found)).not.toMatch(/\{\{/);
    }
  });

  it("F63 keys of other programs are kept at every place, above the map they are let go", () => {
    const bare = accepted(parse(smallFile()));
    for (const path of [[], ...pathsOf(smallFile())]) {
      const file = smallFile();
      const object = path.reduce((value: Json, key) => value[key], file);
      if (typeof object !== "object" || object === null || Array.isArray(object)) continue;
      object.ofAnother = { list: [1, "two", null] };
      const { map, repairs } = accepted(parse(file));
      expect(repairs).toEqual([]);
      const text = mapToJson(map);
      if (path.length === 0) expect(text).toBe(mapToJson(bare.map));
      else expect(text.match(/"ofAnother"/g)).toHaveLength(1);
    }
  });

  it("F63 what is missing is filled, and what has no id gets one", () => {
    const { map, keys } = repaired((raw) => {
      for (const list of ["people", "connections", "contents", "measures", "dismissals", "createdAt"])
        delete raw[list];
      raw.maintainerId = null;
      delete raw.stages[0].name;
      delete raw.stages[0].id;
      raw.nodes = [{ id: "t1", kind: "touchpoint", position: { x: 10, y: 20 } }];
    });
    expect(keys).toEqual(["missingText", "missingId"]);
    expect(map.createdAt).toBe("2027-01-01T00:00:00.000Z");
    expect(map.nodes.t1).toEqual(newNode("touchpoint", "t1", { x: 10, y: 20 }));
  });

  it("F63 what is missing in a handover is filled, what else is there is kept", () => {
    const { map, keys } = repaired((raw) => {
      raw.connections[0].handover = { promise: "call", channel: "mail" };
    });
    expect(keys).toEqual([]);
    const filled = { information: "", promise: "call", timeLimit: null, confirmed: false, channel: "mail" };
    expect(map.connections.c1?.handover).toEqual(filled);
  });
});

describe("F62 a text that is no date", () => {
  it.each(["soon", "20266-01-01", "2026-02-30", ""])("F62 %j becomes none, and is named", (odd) => {
    const { map, repairs } = repaired((raw) => {
      raw.reviewOn = odd;
      Object.assign(raw.measures[0], { startOn: odd, dueOn: odd });
    });
    expect(map.reviewOn).toBeNull();
    expect(map.measures.m1).toMatchObject({ title: "Call back", startOn: null, dueOn: null });
    expect(repairs.map(({ key, path }) => [key, path])).toEqual([
      ["oddDate", "map.reviewOn"],
      ["oddDate", "map.measures[0].startOn"],
      ["oddDate", "map.measures[0].dueOn"],
    ]);
  });

  it.each(["2026", "yesterday", "2026-13-01T00:00:00Z"])(
    "F62 %j as a point in time becomes that of the import",
    (odd) => {
      const { map, repairs } = repaired((raw) => Object.assign(raw, { createdAt: odd, updatedAt: odd }));
      expect(map).toMatchObject({
        createdAt: "2027-01-01T00:00:00.000Z",
        updatedAt: "2027-01-01T00:00:00.000Z",
      });
      expect(repairs.map(({ key, path }) => [key, path])).toEqual([
        ["oddTime", "map.createdAt"],
        ["oddTime", "map.updatedAt"],
      ]);
    },
  );

  it("F62 is told in a sentence", () => {
    const { repairs } = repaired((raw) => Object.assign(raw.measures[0], { dueOn: "20266-01-01" }));
    expect(repairs.map((repair) => problemText(t, repair))).toEqual([
      `measure 'Call back' (m1): due date "20266-01-01" is not a date; the field is empty now`,
    ]);
  });
});

describe("F62 settings of the audit that are not possible", () => {
  const settingsOf = (audit: string) => {
    const text = JSON.stringify(smallFile()).replace('"map":{', `"map":{"audit":${audit},`);
    const { map, repairs } = accepted(parse(text));
    return { audit: map.audit, repairs };
  };

  it.each([
    ["50000", 10_000],
    ["1e999", 10_000],
    ["0", 1],
    ["-7", 1],
    ["2.5", 3],
    ["null", 12],
  ])("F62 %s touchpoints become %d, and are named", (number, kept) => {
    const { audit, repairs } = settingsOf(`{"rulesOff":["no-owner"],"mostTouchpoints":${number},"mine":1}`);
    expect(audit).toEqual({ rulesOff: ["no-owner"], mostTouchpoints: kept, mostMoments: 5, mine: 1 });
    expect(repairs).toMatchObject([
      { key: "oddNumber", path: "map.audit.mostTouchpoints", params: { kept: String(kept) } },
    ]);
  });

  it("F62 what is possible stays as it is", () => {
    const { audit, repairs } = settingsOf(`{"mostTouchpoints":10000,"mostMoments":0}`);
    expect(audit).toEqual({ rulesOff: [], mostTouchpoints: 10_000, mostMoments: 0 });
    expect(repairs).toEqual([]);
  });

  it("F62 are told in a sentence", () => {
    const { repairs } = settingsOf(`{"mostMoments":50000}`);
    expect(repairs.map((repair) => problemText(t, repair))).toEqual([
      "map 'Small' (m1): most moments of truth per manager 50000 was not possible; it is 10000 now",
    ]);
  });

  it("F62 a text for a number is refused all the same", () => {
    const text = JSON.stringify(smallFile()).replace('"map":{', '"map":{"audit":{"mostMoments":"5"},');
    expect(refused(parse(text))).toMatchObject([{ key: "wrongType", path: "map.audit.mostMoments" }]);
  });
});

describe("F71", () => {
  const withNumber = (field: string, number: string) =>
    parse(JSON.stringify(smallFile()).replace(new RegExp(`"${field}":[^,}]+`), `"${field}":${number}`));

  it("F71 NaN and Infinity are no JSON", () => {
    for (const word of ["NaN", "Infinity", "-Infinity"]) {
      expect(refused(withNumber("width", word))).toMatchObject([{ key: "notJson" }]);
    }
  });

  it("F71 a number without measure is called too large", () => {
    for (const field of ["version", "customerRating", "expectedResponse", "timeLimit"]) {
      expect(refused(withNumber(field, "1e999"))).toMatchObject([
        { key: "numberTooLarge", params: { field } },
      ]);
    }
    expect(refused(withNumber("customerRating", "-1e999"))).toMatchObject([{ key: "numberTooLarge" }]);
    expect(refused(withNumber("momentOfTruth", "1e999"))).toMatchObject([
      { key: "wrongType", params: { value: "∞" } },
    ]);
  });

  it.each(["1e999", "-1e999", "1e308", "0", "-1", "1e-300", "-0"])(
    "F71 a length of %s becomes the usual one",
    (number) => {
      expect(accepted(withNumber("width", number))).toMatchObject({
        repairs: [{ key: "oddNumber", params: { kept: "340" } }],
        map: { stages: [{ width: 340 }] },
      });
      expect(accepted(withNumber("height", number))).toMatchObject({
        repairs: [{ key: "oddNumber" }],
        map: { nodes: { j1: { height: 420 } } },
      });
    },
  );

  it.each([null, {}, { x: null, y: 0 }, { x: 1e7, y: 0 }, { x: 0, y: -1e308 }, "10,20", undefined])(
    "F71 what stands at %j gets a place of its own",
    (position) => {
      const { map, keys } = repaired((raw) => {
        for (const id of ["t1", "j1", "a1"]) nodeOf(raw, id).position = position;
      });
      expect(keys).toEqual(["newPlace", "newPlace", "newPlace"]);
      const places = Object.values(map.nodes).map(({ position: { x, y } }) => `${x} ${y}`);
      expect(new Set(places).size).toBe(5);
      for (const node of Object.values(map.nodes)) {
        expect(Math.abs(node.position.x)).toBeLessThan(10_000);
        expect(Math.abs(node.position.y)).toBeLessThan(10_000);
      }
    },
  );

  it("F71 an infinite position is read from its digits", () => {
    const text = JSON.stringify(smallFile()).replace('"x":280', '"x":1e999');
    expect(accepted(parse(text)).repairs).toMatchObject([{ key: "newPlace" }]);
  });

  it("F71 numbers that no file could give back are none in the map", () => {
    const text = JSON.stringify(smallFile())
      .replace('"x":280', '"x":-0')
      .replace('"map":{', '"map":{"other":[-0,1e999,{"a":-1e999}],');
    const { map } = accepted(parse(text));
    expect(Object.is(map.nodes.t1?.position.x, 0)).toBe(true);
    expect(map).toMatchObject({ other: [0, null, { a: null }] });
    expect(accepted(parse(mapToJson(map))).map).toEqual(map);
  });
});

describe("F72", () => {
  const reserved = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];
  const prototypeKeys = () => Reflect.ownKeys(Object.prototype).map(String).sort();

  it("F72 no key that every object has comes in, and no object gets one", () => {
    const before = prototypeKeys();
    const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,';
    const text = JSON.stringify(smallFile())
      .replace('{"format"', `${evil}"format"`)
      .replace('"map":{', `"map":${evil}"deep":[${evil}"a":1}],`)
      .replace('"handover":{', `"handover":${evil}`)
      .replace('"position":{', `"position":${evil}`)
      .replace('"stages":[{', `"stages":[${evil}`)
      .replace('"disappointments":[{', `"disappointments":[${evil}`)
      .replace('"nodes":[{', `"nodes":[${evil}`);
    const { map, repairs } = accepted(parse(text));
    expect(new Set(repairs.map(({ key }) => key))).toEqual(new Set(["reservedKey"]));
    expect(({} as Json).polluted).toBeUndefined();
    expect(prototypeKeys()).toEqual(before);
    const plain = accepted(parseWith((raw) => Object.assign(raw, { deep: [{ a: 1 }] })));
    expect(mapToJson(map)).toBe(mapToJson(plain.map));
  });

  it.each(reserved)("F72 keys of a collection cannot be '%s'", (name) => {
    const text = JSON.stringify(smallFile()).replace('"findingId":"x:t1"', `"findingId":"${name}"`);
    const { map, repairs } = accepted(parse(text));
    expect(repairs).toMatchObject([{ key: "reservedKey", params: { field: "findingId" } }]);
    expect(Object.keys(map.dismissals)).toEqual([]);
  });

  it.each([
    ["people", "manager-overloaded"],
    ["stages", "empty-stage"],
    ["measures", "measure-overdue"],
    ["contents", "content-unused"],
    ["nodes", "no-owner"],
  ])("F72 what was dismissed of %s stays so where an id becomes another one", (list, rule) => {
    for (const bad of ["not an id", "a, b", "ä"]) {
      const { map, repairs } = repaired((raw) => {
        raw[list].push({ ...raw[list][0], id: bad });
        raw.dismissals = [{ ...raw.dismissals[0], findingId: `${rule}:${bad}`, reason: "known" }];
      });
      const id = String(repairs.find(({ key }) => key === "badId")?.params.newId);
      expect(map.dismissals).toMatchObject({ [`${rule}:${id}`]: { reason: "known" } });
    }
  });

  it("F72 so does what was dismissed of a path within a stage", () => {
    const text = JSON.stringify(smallFile())
      .replaceAll('"s1"', '"s 1"')
      .replace('"findingId":"x:t1"', '"findingId":"x:j1,s 1"');
    const { map, repairs } = accepted(parse(text));
    const ids = ["j1", String(repairs[0]?.params.newId)].sort().join(",");
    expect(Object.keys(map.dismissals)).toEqual([`x:${ids}`]);
  });

  it.each(["", "a b", "x".repeat(65), "ä", ...reserved])(
    "F72 for the id '%s' there is a new one, and references follow",
    (bad) => {
      const text = JSON.stringify(smallFile())
        .replaceAll('"t1"', JSON.stringify(bad))
        .replaceAll('"x:t1"', `"x:${bad}"`);
      const { map, repairs } = accepted(parse(text));
      expect(repairs.map(({ key }) => key)).toEqual(["badId"]);
      const id = String(repairs[0]?.params.newId);
      expect(map.nodes[id]?.title).toBe("Hotline");
      expect(map.connections.c1?.from).toBe(id);
      expect(map.measures.m1?.touchpointIds).toEqual([id, "t2"]);
      if (bad !== "") expect(Object.keys(map.dismissals)).toEqual([`x:${id}`]);
    },
  );
});
