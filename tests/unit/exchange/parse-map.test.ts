import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MOST_ITEMS, type ParseResult, parseMapFile } from "#exchange/json/parse-map.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import { invariantViolations } from "#model/invariants.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { emptyMap, newConnection, newNode, newPerson, newStage } from "#model/new-objects.ts";

// A broken file may have anything anywhere: the tests write into parsed JSON.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Json = any;

function smallFile(): Json {
  const owned = { owner: "marketing", managerId: "p1" } as const;
  const placed = { journeyId: "j1", stageId: "s1" };
  const map: JourneyMap = {
    ...emptyMap("m1", "Small", "2026-11-01T00:00:00.000Z"),
    maintainerId: "p1",
    stages: [newStage("s1", "Search")],
    people: { p1: newPerson("p1", "Ann") },
    nodes: {
      j1: newNode("journey", "j1", { x: 0, y: 0 }, { title: "Buy", ...owned }),
      a1: newNode("persona", "a1", { x: -360, y: 0 }, { title: "Petra" }),
      t1: newNode("touchpoint", "t1", { x: 280, y: 40 }, { title: "Hotline", ...owned, ...placed }),
      t2: newNode("touchpoint", "t2", { x: 280, y: 150 }, { title: "Shop", ...placed }),
    },
    connections: { c1: { ...newConnection("c1", "t1", "t2"), handover: handover() } },
    contents: { k1: content() },
    measures: { m1: measure() },
    dismissals: { "x:t1": { findingId: "x:t1", reason: "", at: "2026-11-01T00:00:00.000Z" } },
  };
  return JSON.parse(mapToJson(map));
}
const handover = () => ({ information: "need", promise: "call", timeLimit: 60, confirmed: true });
const content = () => ({
  ...{ id: "k1", title: "Flyer", format: "PDF", personaIds: ["a1"], touchpointIds: ["t1"], trigger: "" },
  ...{ automated: false, owner: null, managerId: "p1", status: "" },
});
const measure = () => ({
  ...{ id: "m1", title: "Call back", touchpointIds: ["t1", "t2"], owner: null, managerId: null, budget: "" },
  ...{ startOn: null, dueOn: "2027-01-31", desiredResult: "", status: "open" as const },
});

function parse(file: Json): ParseResult {
  let count = 0;
  const newId = () => `new-${++count}`;
  const text = typeof file === "string" ? file : JSON.stringify(file);
  const result = parseMapFile(text, { newId, now: () => "2027-01-01T00:00:00.000Z" });
  if (result.ok) expect(invariantViolations(result.map)).toEqual([]);
  return result;
}

function parseWith(change: (map: Json, file: Json) => void): ParseResult {
  const file = smallFile();
  change(file.map, file);
  return parse(file);
}

const node = (map: Json, id: string) => map.nodes.find((candidate: Json) => candidate.id === id);

function repaired(change: (map: Json) => void) {
  const result = parseWith(change);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { map: result.map, repairs: result.repairs, keys: result.repairs.map(({ key }) => key) };
}

function refused(result: ParseResult) {
  if (result.ok) throw new Error("was accepted");
  return result.problems;
}

describe("a file that is no map", () => {
  it.each([
    ["", "empty"],
    [" \n", "empty"],
    ["hello", "notJson"],
    ['{"a": 1,\n "b": x}', "notJson"],
    ['{"format": "dreiklang-map"', "cutOff"],
    ["[".repeat(100_000), "tooDeep"],
    [`${"[".repeat(65)}${"]".repeat(65)}`, "tooDeep"],
    ['{"a": x', "notJson"],
    ['{"a": 1,}', "notJson"],
    ['{"a": 01}', "notJson"],
    ['{"a": 1} }', "notJson"],
    ['{"a": "\\x"}', "notJson"],
    ['{"a": "line\nline"}', "notJson"],
    ["[1, 2", "cutOff"],
    ['{"a": "\\u00', "cutOff"],
    ['{"a": -', "cutOff"],
    ["null", "wrongFormat"],
    ["[]", "wrongFormat"],
    ['{"type": "excalidraw"}', "wrongFormat"],
    ['{"format": "dreiklang-workspace", "version": 1}', "workspace"],
    ['{"format": "dreiklang-map", "version": 2, "map": {}}', "newerVersion"],
    ['{"format": "dreiklang-map", "map": {}}', "missing"],
    ['{"format": "dreiklang-map", "version": "1", "map": {}}', "wrongType"],
    ['{"format": "dreiklang-map", "version": 0, "map": {}}', "wrongType"],
    ['{"format": "dreiklang-map", "version": 1}', "missing"],
    ['{"format": "dreiklang-map", "version": 1, "map": []}', "wrongType"],
  ])("%.40s… is refused: %s", (text, key) => {
    expect(refused(parse(text)).map((found) => found.key)).toEqual([key]);
  });

  it("is told where the fault is", () => {
    expect(refused(parse('{"a": 1,\n "b": x}'))[0]?.params).toEqual({ line: 2, column: 7 });
  });

  it("may begin with a byte order mark", () => {
    expect(parse(`\uFEFF${JSON.stringify(smallFile())}`).ok).toBe(true);
  });

  it("never throws, however short it is cut", () => {
    const text = JSON.stringify(smallFile());
    for (let length = 0; length < text.length; length += 1) {
      const [found] = refused(parse(text.slice(0, length)));
      expect(found?.key).toBe(length === 0 ? "empty" : "cutOff");
    }
  });

  it("is refused when it has too many items", () => {
    const result = parseWith((map) => {
      map.people = Array.from({ length: MOST_ITEMS + 1 }, () => 0);
    });
    expect(refused(result).map(({ key }) => key)).toEqual(["tooManyItems"]);
  });
});

describe("a value that cannot be", () => {
  it("is named with its object, field, value and range", () => {
    const result = parseWith((map) => {
      node(map, "t1").customerRating = 9;
    });
    expect(refused(result)).toEqual([
      {
        key: "outOfRange",
        params: {
          ...{ kind: "touchpoint", title: "Hotline", id: "t1", field: "customerRating" },
          ...{ value: "9", minimum: -2, maximum: 2 },
        },
        path: expect.stringMatching(/^map\.nodes\[\d\]\.customerRating$/),
      },
    ]);
  });

  it.each<[string, (map: Json) => void, string, object]>([
    ["a rating between two", (map) => (node(map, "t1").teamRating = 0.5), "wrongType", { expected: "int" }],
    ["a negative duration", (map) => (node(map, "t1").expectedResponse = -1), "tooSmall", { minimum: 0 }],
    [
      "an unknown owner",
      (map) => (node(map, "t1").owner = "hr"),
      "notAllowed",
      { allowed: "marketing, sales, it" },
    ],
    ["an unknown kind", (map) => (node(map, "t1").kind = "box"), "notAllowed", { kind: "node" }],
    ["no kind", (map) => delete node(map, "t1").kind, "missing", { field: "kind" }],
    ["a text for a list", (map) => (node(map, "t1").tags = "a"), "wrongType", { expected: "array" }],
    [
      "a number in a list of texts",
      (map) => (node(map, "t1").tags = [1]),
      "wrongType",
      { expected: "string" },
    ],
    [
      "an unknown burden",
      (map) => (node(map, "t1").disappointments = [{ text: "", burden: "us" }]),
      "notAllowed",
      { field: "burden" },
    ],
    ["a bad date", (map) => (map.reviewOn = "soon"), "notADate", { value: '"soon"' }],
    ["a bad time", (map) => (map.createdAt = "2026"), "notADate", {}],
    ["a connection without an end", (map) => delete map.connections[0].to, "missing", { field: "to" }],
    ["a finding without id", (map) => delete map.dismissals[0].findingId, "missing", { field: "findingId" }],
    ["a number for an id", (map) => (node(map, "t1").id = 7), "wrongType", { field: "id" }],
    ["a number for a row", (map) => (map.stages[0] = 7), "wrongType", { field: "stages[0]" }],
    ["an object for a collection", (map) => (map.nodes = {}), "wrongType", { expected: "array" }],
  ])("%s", (_, change, key, params) => {
    expect(refused(parseWith(change))).toEqual([
      { key, params: expect.objectContaining(params), path: expect.any(String) },
    ]);
  });

  it("is told fifty times, then only counted", () => {
    const result = parseWith((map) => {
      map.stages = Array.from({ length: 70 }, (_, index) => ({ id: `s${index}`, name: index }));
    });
    expect(refused(result)).toHaveLength(50);
    expect(result).toMatchObject({ more: 20 });
  });

  it("never throws at any path, whatever stands there", () => {
    const wrong = [null, "text", -7, 1.5, true, [], [null], {}, [[]], { x: null }];
    for (const path of pathsOf(smallFile())) {
      for (const value of [...wrong, undefined]) {
        const file = smallFile();
        const parent = path.slice(0, -1).reduce((object: Json, key) => object[key], file);
        parent[path.at(-1) ?? ""] = value;
        const result = parse(file);
        if (!result.ok) expect(result.problems.length).toBeGreaterThan(0);
      }
    }
  });
});

function pathsOf(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key) => [[...path, key], ...pathsOf(value[key], [...path, key])]);
}

describe("a small fault is repaired and told", () => {
  it("fills what is missing", () => {
    const { map, keys } = repaired((raw) => {
      for (const list of ["people", "connections", "contents", "measures", "dismissals", "createdAt"])
        delete raw[list];
      raw.maintainerId = null;
      delete raw.stages[0].name;
      raw.nodes = [{ id: "t1", kind: "touchpoint", position: { x: 10, y: 20 } }];
    });
    expect(keys).toEqual(["missingText"]);
    expect(map.createdAt).toBe("2027-01-01T00:00:00.000Z");
    expect(map.nodes.t1).toEqual(newNode("touchpoint", "t1", { x: 10, y: 20 }));
  });

  it("fills what is missing in a handover, and keeps what else is there", () => {
    const { map, keys } = repaired((raw) => {
      raw.connections[0].handover = { promise: "call", channel: "mail" };
    });
    expect(keys).toEqual([]);
    const filled = { information: "", promise: "call", timeLimit: null, confirmed: false, channel: "mail" };
    expect(map.connections.c1?.handover).toEqual(filled);
  });

  it("drops connections that join nothing", () => {
    const { map, repairs } = repaired((raw) => {
      raw.connections.push(
        { id: "c2", from: "t1", to: "gone" },
        { id: "c3", from: "t1", to: "t1" },
        { id: "c4", from: "t1", to: "t2" },
      );
    });
    expect(repairs.map(({ key, params }) => [key, params.id])).toEqual([
      ["looseConnection", "c2"],
      ["selfConnection", "c3"],
      ["doubledConnection", "c4"],
    ]);
    expect(Object.keys(map.connections)).toEqual(["c1"]);
  });

  it("keeps both of a doubled id; what names it names the first", () => {
    const { map, repairs } = repaired((raw) => {
      raw.nodes.push({ ...node(raw, "t1"), title: "Second" });
      raw.people.push({ ...raw.people[0], name: "Second" });
      raw.stages.push({ ...raw.stages[0], name: "Second" });
    });
    expect(repairs.map(({ key }) => key)).toEqual(["doubledId", "doubledId", "doubledId"]);
    expect(map.nodes.t1?.title).toBe("Hotline");
    expect(Object.values(map.nodes).filter(({ title }) => title === "Second")).toHaveLength(1);
    expect(map.connections.c1?.from).toBe("t1");
    expect(map.stages).toHaveLength(2);
  });

  it.each(["", "a b", "x".repeat(65), "__proto__", "constructor", "prototype", "toString", "ä"])(
    "gives a new id for '%s' and lets references follow",
    (bad) => {
      const text = JSON.stringify(smallFile())
        .replaceAll('"t1"', JSON.stringify(bad))
        .replaceAll('"x:t1"', `"x:${bad}"`);
      const result = parse(text);
      if (!result.ok) throw new Error(JSON.stringify(result.problems));
      expect(result.repairs.map(({ key }) => key)).toEqual(["badId"]);
      const id = String(result.repairs[0]?.params.newId);
      expect(result.map.nodes[id]?.title).toBe("Hotline");
      expect(result.map.connections.c1?.from).toBe(id);
      expect(result.map.measures.m1?.touchpointIds).toEqual([id, "t2"]);
      if (bad !== "") expect(Object.keys(result.map.dismissals)).toEqual([`x:${id}`]);
    },
  );

  it("gives an id to what has none", () => {
    const { map, keys } = repaired((raw) => {
      delete raw.people[0].id;
    });
    expect(keys).toContain("missingId");
    expect(Object.values(map.people)[0]?.name).toBe("Ann");
  });

  it("lets go of references to what is not there, or is of another kind", () => {
    const { map, repairs } = repaired((raw) => {
      Object.assign(node(raw, "t1"), { journeyId: "a1", stageId: "gone", managerId: "gone" });
      raw.maintainerId = "gone";
      raw.measures[0].touchpointIds = ["t1", "a1", "gone"];
      raw.contents[0].personaIds = ["t1"];
    });
    const told = repairs.map(({ key, params }) => `${key} ${params.field} ${params.value}`);
    expect(told.sort()).toEqual([
      "droppedReference personaIds t1",
      "droppedReference touchpointIds a1",
      "droppedReference touchpointIds gone",
      "missingReference journeyId a1",
      "missingReference maintainerId gone",
      "missingReference managerId gone",
      "missingReference stageId gone",
    ]);
    expect(map.measures.m1?.touchpointIds).toEqual(["t1"]);
  });

  it.each([null, {}, { x: null, y: 0 }, { x: 1e7, y: 0 }, "10,20", undefined])(
    "finds a place for what stands at %j",
    (position) => {
      const { map, keys } = repaired((raw) => {
        for (const id of ["t1", "j1", "a1"]) node(raw, id).position = position;
      });
      expect(keys).toEqual(["newPlace", "newPlace", "newPlace"]);
      const places = Object.values(map.nodes).map(({ position: { x, y } }) => `${x} ${y}`);
      expect(new Set(places).size).toBe(4);
    },
  );

  it("says of a number without measure that it is too large", () => {
    const withNumber = (field: string, number: string) =>
      parse(JSON.stringify(smallFile()).replace(new RegExp(`"${field}":[^,}]+`), `"${field}":${number}`));
    for (const field of ["version", "customerRating", "expectedResponse", "timeLimit"]) {
      const [found, ...others] = refused(withNumber(field, "1e999"));
      expect(others).toEqual([]);
      expect(found).toMatchObject({ key: "numberTooLarge", params: { field } });
    }
    expect(refused(withNumber("customerRating", "-1e999"))[0]?.key).toBe("numberTooLarge");
    expect(refused(withNumber("momentOfTruth", "1e999"))[0]).toMatchObject({
      key: "wrongType",
      params: { value: "∞" },
    });
    expect(withNumber("width", "1e999")).toMatchObject({
      ok: true,
      repairs: [{ key: "oddLength", params: { value: "∞", kept: "340" } }],
    });
  });

  it("reads an infinite position from its digits", () => {
    const text = JSON.stringify(smallFile()).replace('"x":280', '"x":1e999');
    expect(parse(text)).toMatchObject({ ok: true, repairs: [{ key: "newPlace" }] });
  });

  it("gives a usual length to what has an impossible one", () => {
    const { map, keys } = repaired((raw) => {
      raw.stages[0].width = 1e9;
      node(raw, "j1").height = 3;
    });
    expect(keys).toEqual(["oddLength", "oddLength"]);
    expect(map.stages[0]?.width).toBe(340);
    expect(map.nodes.j1).toMatchObject({ height: 420 });
  });

  it("keeps one dismissal of a finding", () => {
    expect(repaired((raw) => raw.dismissals.push(raw.dismissals[0])).keys).toEqual(["doubledDismissal"]);
  });

  it("lets no key through that every object has", () => {
    const evil = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,';
    const text = JSON.stringify(smallFile())
      .replace('"map":{', `"map":${evil}`)
      .replace('"handover":{', `"handover":${evil}`)
      .replace('"position":{', `"position":${evil}`)
      .replace('"stages":[{', `"stages":[${evil}`)
      .replace('"nodes":[{', `"nodes":[${evil}`);
    const result = parse(text);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(new Set(result.repairs.map(({ key }) => key))).toEqual(new Set(["reservedKey"]));
    expect(({} as Json).polluted).toBeUndefined();
    expect(mapToJson(result.map)).toBe(mapToJson((parse(smallFile()) as Json).map));
  });
});

it("accepts the JSON Schema's own sample", () => {
  const sample = readFileSync("tests/data/werkzeugmaschine.dreiklang.json", "utf8");
  expect(parse(sample)).toMatchObject({ ok: true, repairs: [] });
});
