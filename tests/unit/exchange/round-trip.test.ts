import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMapFile } from "#exchange/json/parse-map.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import { applyCommand, type Command } from "#model/commands/command.ts";
import { connect } from "#model/commands/connections.ts";
import { changeMap } from "#model/commands/map.ts";
import { moveNodes } from "#model/commands/moves.ts";
import { addNode, changeFields, remove } from "#model/commands/nodes.ts";
import { addPerson } from "#model/commands/people.ts";
import { addStage, removeStage } from "#model/commands/stages.ts";
import { tidyUp } from "#model/commands/tidy.ts";
import { type NodeKind, nodeKinds } from "#model/fields.ts";
import { invariantViolations } from "#model/invariants.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { emptyMap, newConnection, newNode, newPerson, newStage } from "#model/new-objects.ts";

const tools = { newId: () => crypto.randomUUID(), now: () => "2027-01-01T00:00:00.000Z" };
const sample = readFileSync("tests/data/werkzeugmaschine.dreiklang.json", "utf8");

function read(text: string): JourneyMap {
  const result = parseMapFile(text, tools);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  expect(result.repairs).toEqual([]);
  return result.map;
}

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("</script>", "__proto__", '"\\', "ß\u2028", "\ud800"),
);
const position = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
});
const index = fc.nat({ max: 9 });
const rating = fc.option(fc.integer({ min: -2, max: 2 }));

/** Commands are made when the map that they meet is known. */
type MakeCommand = (map: JourneyMap) => Command | null;

const makeNode = fc
  .record({
    kind: fc.constantFrom<NodeKind>(...nodeKinds),
    index,
    position,
    title: text,
    tags: fc.array(text),
  })
  .map(({ kind, index: number, position: place, title, tags }): MakeCommand => {
    const id = `${kind}-${number}`;
    return (map) => (map.nodes[id] ? null : addNode(newNode(kind, id, place, { title, tags } as never)));
  });
const change = fc
  .record({
    index,
    customerRating: rating,
    delights: fc.array(text),
    momentOfTruth: fc.boolean(),
    quote: text,
  })
  .map(({ index: number, ...values }): MakeCommand => {
    const disappointments = [{ text: values.quote, burden: "customer" }];
    const fields = { ...values, disappointments, expectedResponse: 90.5, managerId: "person-1" };
    return (map) =>
      map.people["person-1"]
        ? changeFields(map, [`touchpoint-${number}`, `persona-${number}`], fields)
        : null;
  });
const commands = fc.oneof(
  makeNode,
  makeNode,
  change,
  index.map(
    (i): MakeCommand =>
      (map) =>
        map.people[`person-${i}`] ? null : addPerson(newPerson(`person-${i}`, "A")),
  ),
  fc.tuple(index, text).map(
    ([i, name]): MakeCommand =>
      (map) =>
        map.stages.some(({ id }) => id === `stage-${i}`) ? null : addStage(newStage(`stage-${i}`, name), 0),
  ),
  index.map(
    (i): MakeCommand =>
      () =>
        removeStage(`stage-${i}`, ""),
  ),
  fc.tuple(index, index).map(
    ([a, b]): MakeCommand =>
      () =>
        connect(newConnection(`c-${a}-${b}`, `touchpoint-${a}`, `persona-${b}`)),
  ),
  fc.tuple(index, position).map(
    ([i, place]): MakeCommand =>
      (map) =>
        moveNodes(map, [{ id: `touchpoint-${i}`, position: place }]),
  ),
  index.map(
    (i): MakeCommand =>
      (map) =>
        remove(map, [`journey-${i}`]),
  ),
  fc.constant<MakeCommand>(() => tidyUp()),
  text.map(
    (title): MakeCommand =>
      () =>
        changeMap({ title, reviewOn: "2027-02-28" }),
  ),
);

function build(makers: readonly MakeCommand[]): JourneyMap {
  return makers.reduce<JourneyMap>(
    (map, make) => {
      const command = make(map);
      return command ? applyCommand(map, command, "2026-12-24T12:00:00.000Z") : map;
    },
    emptyMap("m", "Map", "2026-11-01T00:00:00.000Z"),
  );
}

/** The same data with the keys of every object in the opposite order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, turned(part)]),
  );
}

describe("a map's file", () => {
  it("F94 gives back any map that commands can make", () => {
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40 }), (makers) => {
        const map = build(makers);
        const file = mapToJson(map);
        const again = read(file);
        expect(again).toEqual(map);
        expect(mapToJson(again)).toBe(file);
        expect(mapToJson(turned(map) as JourneyMap)).toBe(file);
      }),
      { numRuns: 150 },
    );
  });

  it("gives back the sample map, with every value of its file", () => {
    const map = read(sample);
    const written = JSON.parse(mapToJson(map)).map;
    const expected = JSON.parse(sample).map;
    for (const list of ["people", "nodes", "connections", "contents", "measures"]) {
      const sorted = (rows: { id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(sorted(written[list])).toMatchObject(sorted(expected[list]));
      for (const row of written[list]) {
        const source = expected[list].find(({ id }: { id: string }) => id === row.id);
        // The file is older than the newest fields.
        expect(Object.keys(row).filter((key) => key in source)).toEqual(Object.keys(source));
      }
    }
    const lists = { people: 0, nodes: 0, connections: 0, contents: 0, measures: 0 };
    expect({ ...written, ...lists }).toEqual({ ...expected, ...lists });
    expect(Object.keys(written)).toEqual(Object.keys(expected));
    expect(invariantViolations(map)).toEqual([]);
    expect(mapToJson(read(mapToJson(map)))).toBe(mapToJson(map));
  });

  it("F94 is written with two spaces, a final newline and rows in reading order", () => {
    const file = mapToJson(read(sample));
    expect(file.startsWith('{\n  "format": "dreiklang-map",\n  "version": 1,\n  "map": {\n    "id":')).toBe(
      true,
    );
    expect(file.endsWith("}\n")).toBe(true);
    expect(
      JSON.parse(file)
        .map.nodes.map(({ id }: { id: string }) => id)
        .slice(0, 4),
    ).toEqual(["n-petra", "n-erkan", "n-jonas", "n-j1"]);
  });

  it("keeps the keys of other programs, at every depth, behind its own and sorted", () => {
    const file = JSON.parse(sample);
    file.map.zebra = { d: [{ c: 1, b: 2 }], a: null };
    file.map.apple = 1;
    file.map.stages[0].mood = "x";
    file.map.people[0].phone = "1";
    const node = file.map.nodes.find(
      ({ disappointments }: { disappointments?: [] }) => disappointments?.length,
    );
    node.position.z = 3;
    node.disappointments[0].weight = 4;
    const connection = file.map.connections.find(({ handover }: { handover: unknown }) => handover);
    connection.handover.channel = "mail";
    connection.color = "red";
    file.map.dismissals = [{ id: "own", findingId: "no-owner:t02", reason: "", at: "2026-12-01T00:00:00Z" }];
    const map = read(JSON.stringify(file));
    const again = JSON.parse(mapToJson(map)).map;
    expect(Object.keys(again).slice(-2)).toEqual(["apple", "zebra"]);
    expect(JSON.stringify(again.zebra)).toBe('{"a":null,"d":[{"b":2,"c":1}]}');
    expect(again.stages[0].mood).toBe("x");
    expect(again.people.find(({ phone }: { phone?: string }) => phone === "1")).toBeDefined();
    const same = again.nodes.find(({ id }: { id: string }) => id === node.id);
    expect(same.position).toEqual(node.position);
    expect(same.disappointments[0]).toEqual(node.disappointments[0]);
    const written = again.connections.find(({ id }: { id: string }) => id === connection.id);
    expect(written).toEqual(connection);
    expect(Object.keys(written).at(-1)).toBe("color");
    expect(again.dismissals).toEqual(file.map.dismissals);
    expect(mapToJson(read(mapToJson(map)))).toBe(mapToJson(map));
  });

  it("keeps markup as the text that it is", () => {
    const file = JSON.parse(sample);
    file.map.title = "<script>alert(1)</script>";
    expect(read(JSON.stringify(file)).title).toBe("<script>alert(1)</script>");
  });
});
