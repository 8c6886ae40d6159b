import { expect } from "vitest";
import { parseMapFile } from "#exchange/json/parse-map.ts";
import type { ParsedMap, ParseResult } from "#exchange/json/parse-result.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import type { Problem } from "#exchange/problem.ts";
import { invariantViolations } from "#model/invariants.ts";
import type { ContentPiece, JourneyMap, Measure } from "#model/journey-map.ts";
import { emptyMap, newConnection, newNode, newPerson, newStage } from "#model/new-objects.ts";

// A broken file may have anything anywhere: the tests write into parsed JSON.
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Json = any;

/** A file with a row of each sort, every reference set and every list filled. */
export function smallFile(): Json {
  const owned = { owner: "marketing", managerId: "p1", tags: ["new"] } as const;
  const placed = { journeyId: "j1", stageId: "s1" };
  const rated = {
    ...{ customerRating: -1, teamRating: 2, expectedResponse: 60, actualResponse: 90, delights: ["quick"] },
    ...{ disappointments: [{ text: "asked twice", burden: "customer" as const }], systems: ["CRM"] },
    raci: { it: "consulted" as const },
  };
  const map: JourneyMap = {
    ...emptyMap("m1", "Small", "2026-11-01T00:00:00.000Z"),
    maintainerId: "p1",
    reviewOn: "2027-03-01",
    stages: [newStage("s1", "Search")],
    people: { p1: newPerson("p1", "Ann") },
    nodes: {
      j1: newNode("journey", "j1", { x: 0, y: 0 }, { title: "Buy", ...owned }),
      a1: newNode(
        "persona",
        "a1",
        { x: -360, y: 0 },
        { title: "Petra", goals: ["save"], channels: ["mail"] },
      ),
      t1: newNode("touchpoint", "t1", { x: 280, y: 40 }, { title: "Hotline", ...owned, ...placed, ...rated }),
      t2: newNode("touchpoint", "t2", { x: 280, y: 150 }, { title: "Shop", ...placed }),
      n1: newNode("note", "n1", { x: 0, y: 600 }, { title: "Who?" }),
    },
    connections: { c1: { ...newConnection("c1", "t1", "t2"), handover: handover() } },
    contents: { k1: content() },
    measures: { m1: measure() },
    dismissals: { "x:t1": { findingId: "x:t1", reason: "", at: "2026-11-01T00:00:00.000Z" } },
  };
  return JSON.parse(mapToJson(map));
}
const handover = () => ({ information: "need", promise: "call", timeLimit: 60, confirmed: true });
const content = (): ContentPiece => ({
  ...{ id: "k1", title: "Flyer", format: "PDF", personaIds: ["a1"], touchpointIds: ["t1"], trigger: "" },
  ...{ automated: false, owner: null, managerId: "p1", status: "" },
});
const measure = (): Measure => ({
  ...{ id: "m1", title: "Call back", touchpointIds: ["t1", "t2"], owner: null, managerId: null, budget: "" },
  ...{ startOn: null, dueOn: "2027-01-31", desiredResult: "", status: "open" },
});

/** Parses a text, or what JSON makes of anything else; whatever comes in must be sound. */
export function parse(file: Json): ParseResult {
  let count = 0;
  const newId = () => `new-${++count}`;
  const text = typeof file === "string" ? file : JSON.stringify(file);
  const result = parseMapFile(text, { newId, now: () => "2027-01-01T00:00:00.000Z" });
  if (result.ok) expect(invariantViolations(result.map)).toEqual([]);
  else expect(result.problems.length).toBeGreaterThan(0);
  return result;
}

export function parseWith(change: (map: Json, file: Json) => void): ParseResult {
  const file = smallFile();
  change(file.map, file);
  return parse(file);
}

/** The row of a node in a file. */
export const nodeOf = (map: Json, id: string) => map.nodes.find((candidate: Json) => candidate.id === id);

export function accepted(result: ParseResult): ParsedMap {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

export function refused(result: ParseResult): readonly Problem[] {
  if (result.ok) throw new Error("was accepted");
  return result.problems;
}

export function repaired(change: (map: Json) => void) {
  const { map, repairs } = accepted(parseWith(change));
  return { map, repairs, keys: repairs.map(({ key }) => key) };
}

type Path = readonly (string | number)[];

/** The places of all values in parsed JSON. */
export function pathsOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  return keys.flatMap((key) => [[...path, key], ...pathsOf(value[key], [...path, key])]);
}

/** A small file with another value at a place; `undefined` leaves the key out. */
export function fileWith(path: Path, value: unknown): Json {
  const file = smallFile();
  const parent = path.slice(0, -1).reduce((object: Json, key) => object[key], file);
  parent[path.at(-1) ?? ""] = value;
  return file;
}
