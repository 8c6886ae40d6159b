import { describe, expect, it } from "vitest";
import { applyCommand } from "#model/commands/command.ts";
import { tidyUp } from "#model/commands/tidy.ts";
import { newNode } from "#model/new-objects.ts";
import { accepted, type Json, nodeOf, parseWith, refused, repaired } from "./small-file.ts";

describe("F64", () => {
  it("F64 both of a doubled id are kept, and what names it names the first", () => {
    const { map, repairs } = repaired((raw) => {
      raw.nodes.push({ ...nodeOf(raw, "t1"), title: "Second" });
      for (const list of ["people", "stages"]) raw[list].push({ ...raw[list][0], name: "Second" });
      for (const list of ["contents", "measures"]) raw[list].push({ ...raw[list][0], title: "Second" });
      raw.connections.push({ ...raw.connections[0], from: "t2", to: "t1" });
    });
    expect(repairs.map(({ key, params }) => `${key} ${params.kind}`).sort()).toEqual([
      "doubledId connection",
      "doubledId content",
      "doubledId measure",
      "doubledId person",
      "doubledId stage",
      "doubledId touchpoint",
    ]);
    expect(map.nodes.t1?.title).toBe("Hotline");
    expect(Object.values(map.nodes).filter(({ title }) => title === "Second")).toHaveLength(1);
    expect(map.connections.c1).toMatchObject({ from: "t1", to: "t2" });
    const { stages, people, contents, measures, connections } = map;
    const counts = [stages, people, contents, measures, connections].map((rows) => Object.keys(rows).length);
    expect(counts).toEqual([2, 2, 2, 2, 2]);
  });

  it("F64 the same id in two collections is no fault: nothing mixes them up", () => {
    const { map, keys } = repaired((raw) => {
      raw.people.push({ ...raw.people[0], id: "t1", name: "Bob" });
      raw.stages.push({ ...raw.stages[0], id: "t1", name: "Buy" });
      Object.assign(nodeOf(raw, "t1"), { managerId: "t1", stageId: "t1" });
    });
    expect(keys).toEqual([]);
    expect(map.nodes.t1).toMatchObject({ title: "Hotline", managerId: "t1", stageId: "t1" });
  });

  it("F64 a node that is there a thousand times comes in a thousand times; fifty are told", () => {
    const { map, repairs, more } = accepted(
      parseWith((raw) => {
        for (let count = 1; count < 1000; count += 1) raw.nodes.push({ ...nodeOf(raw, "n1") });
      }),
    );
    expect(Object.keys(map.nodes)).toHaveLength(5 + 999);
    expect(repairs).toHaveLength(50);
    expect(more).toBe(999 - 50);
  });

  it("F64 a finding that is dismissed twice is dismissed once", () => {
    expect(repaired((raw) => raw.dismissals.push(raw.dismissals[0])).keys).toEqual(["doubledDismissal"]);
  });
});

describe("F65", () => {
  it("F65 connections that join nothing are dropped, their nodes stay", () => {
    const { map, repairs } = repaired((raw) => {
      raw.connections.push(
        { id: "c2", from: "t1", to: "gone" },
        { id: "c3", from: "gone", to: "t1" },
        { id: "c4", from: "t1", to: "t1" },
        { id: "c5", from: "t1", to: "t2" },
      );
    });
    expect(repairs.map(({ key, params }) => [key, params.id])).toEqual([
      ["looseConnection", "c2"],
      ["looseConnection", "c3"],
      ["selfConnection", "c4"],
      ["doubledConnection", "c5"],
    ]);
    expect(Object.keys(map.connections)).toEqual(["c1"]);
    expect(Object.keys(map.nodes)).toHaveLength(5);
  });

  it("F65 references to what is not there, or is of another kind, are let go", () => {
    const { map, repairs } = repaired((raw) => {
      Object.assign(nodeOf(raw, "t1"), { journeyId: "a1", stageId: "gone", managerId: "gone" });
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
    expect(map.nodes.t1).toMatchObject({ journeyId: null, stageId: null, managerId: null });
  });

  it("a touchpoint that is named twice is there once", () => {
    const { map, repairs } = repaired((raw) => {
      raw.measures[0].touchpointIds = ["t1", "t1"];
    });
    expect(map.measures.m1?.touchpointIds).toEqual(["t1"]);
    expect(repairs).toEqual([]);
  });

  it("F65 without any stage, journey and person all cards stay", () => {
    const { map } = repaired((raw) => {
      Object.assign(raw, {
        stages: [],
        people: [],
        nodes: raw.nodes.filter(({ kind }: Json) => kind !== "journey"),
      });
    });
    expect(Object.keys(map.nodes).sort()).toEqual(["a1", "n1", "t1", "t2"]);
  });
});

describe("F66", () => {
  it("F66 what names itself, or something that names it, is let go", () => {
    const { map, repairs } = repaired((raw) => {
      nodeOf(raw, "t1").journeyId = "t1";
      nodeOf(raw, "t2").journeyId = "t1";
    });
    expect(repairs.map(({ key, params }) => `${key} ${params.id} ${params.field}`)).toEqual([
      expect.stringMatching(/^missingReference t\d journeyId$/),
      expect.stringMatching(/^missingReference t\d journeyId$/),
    ]);
    expect(map.nodes.t2).toMatchObject({ journeyId: null });
  });

  it("F66 connections in a circle come in and can be tidied up", () => {
    const { map, keys } = repaired((raw) => {
      raw.connections.push({ id: "c2", from: "t2", to: "t1" });
      for (const id of ["t1", "t2"]) nodeOf(raw, id).position = null;
    });
    expect(keys).toEqual(["newPlace", "newPlace"]);
    expect(Object.keys(map.connections)).toHaveLength(2);
    expect(applyCommand(map, tidyUp(), "2027-01-01T00:00:00.000Z").connections).toEqual(map.connections);
  });

  it("F66 parents of another program, in a circle, mean nothing and are kept", () => {
    const { map, keys } = repaired((raw) => {
      nodeOf(raw, "t1").parentId = "t2";
      nodeOf(raw, "t2").parentId = "t1";
    });
    expect(keys).toEqual([]);
    expect(map.nodes.t1).toMatchObject({ parentId: "t2" });
  });
});

describe("F68", () => {
  it.each([
    ["nodes", 5001, "tooManyNodes", 5000],
    ["nodes", 100_000, "tooManyNodes", 5000],
    ["people", 20_001, "tooManyItems", 20_000],
  ])("F68 a map of too many %s (%d) is refused with the limit", (list, count, key, most) => {
    const result = parseWith((map) => {
      map[list] = Array.from({ length: count }, () => ({}));
    });
    const [found, ...others] = refused(result);
    expect(found).toMatchObject({ key, params: { most } });
    expect(others).toEqual([]);
  });

  it("F68 a map of 5,000 nodes comes in, even when none of them has a place", () => {
    const withNodes = (position: Json) => (raw: Json) => {
      const kinds = ["journey", "touchpoint", "note", "persona"] as const;
      raw.nodes = Array.from({ length: 5000 }, (_, index) => ({
        ...newNode(kinds[index % 4] ?? "note", `n${index}`, { x: index * 10, y: 0 }),
        ...(position === undefined ? {} : { position }),
        ...(index % 4 === 1 ? { journeyId: `n${index - 1}` } : {}),
      }));
      Object.assign(raw, { connections: [], contents: [], measures: [], dismissals: [] });
    };
    expect(Object.keys(accepted(parseWith(withNodes(undefined))).map.nodes)).toHaveLength(5000);
    const { map, repairs, more } = accepted(parseWith(withNodes(null)));
    expect(repairs.length + more).toBe(5000);
    const places = Object.values(map.nodes).map(({ position: { x, y } }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(5000);
  });

  it("F68 more data than the page can take at once is refused, however few nodes there are", () => {
    const key = (change: (map: Json) => void) => refused(parseWith(change)).map((found) => found.key);
    expect(key((map) => Object.assign(map, { other: Array.from({ length: 600_000 }, () => 0) }))).toEqual([
      "tooMuchData",
    ]);
    expect(key((map) => Object.assign(map, { other: "x".repeat(21_000_000) }))).toEqual(["tooMuchData"]);
    expect(
      key((map) => Object.assign(nodeOf(map, "t1"), { tags: Array.from({ length: 5001 }, () => 7) })),
    ).toEqual(["tooLongList"]);
  });
});
