import * as fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { createEditor } from "#editor/editor.ts";
import { comparedGroups, compareMaps, type Difference } from "#model/compare.ts";
import { fieldsOf } from "#model/fields.ts";
import type { JourneyMap, MapNode } from "#model/journey-map.ts";
import { collections } from "#model/map-change.ts";
import { aMap, LATER, sampleMap } from "../builders.ts";
import { commandOf, countingIds, dice } from "./random-commands.ts";

// Hundreds of stories take their time on a busy computer.
vi.setConfig({ testTimeout: 120_000 });

/** Two states of one map with a random history between them. */
const pairs = fc
  .tuple(fc.constantFrom(sampleMap(), aMap().withJourney().build()), fc.array(dice, { maxLength: 20 }))
  .map(([before, steps]) => {
    const editor = createEditor(before, { now: () => LATER });
    const newId = countingIds();
    for (const step of steps) editor.dispatch(commandOf(editor.store.getState().map, step, newId));
    return [before, editor.store.getState().map] as const;
  });

const swaps = { added: "removed", removed: "added", changed: "changed", moved: "moved" } as const;

describe("comparing two states", () => {
  test("reports nothing of equal ones, whatever their key order and their time", () => {
    fc.assert(
      fc.property(pairs, ([, map]) => {
        const copy = JSON.parse(JSON.stringify({ ...map, updatedAt: LATER, createdAt: LATER, id: "copy" }));
        copy.nodes = Object.fromEntries(Object.entries(copy.nodes).reverse());
        expect(compareMaps(map, copy)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("reports every field that differs, and no other", () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        expect(pathsOf(compareMaps(before, after)).sort()).toEqual(differingPaths(before, after).sort());
      }),
      { numRuns: 300 },
    );
  });

  test("reports the same the other way round", () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const turned = compareMaps(after, before).map((difference) => ({
          ...difference,
          type: swaps[difference.type],
          fields: difference.fields.map(({ field, ...values }) => ({
            field,
            before: values.after,
            after: values.before,
          })),
        }));
        const sorted = (list: readonly Difference[]) =>
          list
            .map((entry) => JSON.stringify([entry.group, entry.type, entry.id, sortedFields(entry)]))
            .sort();
        expect(sorted(turned)).toEqual(sorted(compareMaps(before, after)));
      }),
      { numRuns: 100 },
    );
  });

  test("says first who became responsible for what, then goes group by group", () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const groups = compareMaps(before, after).map(({ group }) => comparedGroups.indexOf(group));
        expect(groups).toEqual([...groups].sort((a, b) => a - b));
      }),
      { numRuns: 50 },
    );
  });
});

describe("of a node", () => {
  const map = aMap()
    .withPerson({ id: "anna" })
    .withStage()
    .withStage()
    .withJourney()
    .withTouchpoint({ title: "Fair", stageId: "stage1" })
    .withTouchpoint()
    .build();
  const withNode = (values: object): JourneyMap => ({
    ...map,
    nodes: { ...map.nodes, touchpoint1: { ...map.nodes.touchpoint1, ...values } as MapNode },
  });

  test("owner and manager, what it says and where it stands are told apart", () => {
    const position = { x: 5, y: 5 };
    const changed = withNode({
      owner: "it",
      managerId: "anna",
      title: "Booth",
      tags: ["new"],
      stageId: "stage2",
      position,
    });
    const of = { kind: "touchpoint", id: "touchpoint1" } as const;
    expect(compareMaps(map, changed)).toEqual([
      {
        ...of,
        group: "ownership",
        type: "changed",
        fields: [
          { field: "owner", before: null, after: "it" },
          { field: "managerId", before: null, after: "anna" },
        ],
      },
      {
        ...of,
        group: "nodes",
        type: "changed",
        fields: [
          { field: "title", before: "Fair", after: "Booth" },
          { field: "tags", before: [], after: ["new"] },
        ],
      },
      {
        ...of,
        group: "nodes",
        type: "moved",
        fields: [
          { field: "position", before: map.nodes.touchpoint1?.position, after: position },
          { field: "stageId", before: "stage1", after: "stage2" },
        ],
      },
    ]);
  });

  test("a field that an older release did not have counts as never filled in", () => {
    const { delights, ...older } = { ...map.nodes.touchpoint1 } as Record<string, unknown>;
    expect(delights).toEqual([]);
    const before = { ...map, nodes: { ...map.nodes, touchpoint1: older as unknown as MapNode } };
    expect(compareMaps(before, map)).toEqual([]);
    expect(compareMaps(before, withNode({ delights: ["Coffee"] }))).toMatchObject([
      { fields: [{ field: "delights", before: [], after: ["Coffee"] }] },
    ]);
  });

  test("a field that only a newer release knows is reported", () => {
    expect(compareMaps(map, withNode({ smell: "fresh" }))).toMatchObject([
      { group: "nodes", type: "changed", fields: [{ field: "smell", before: undefined, after: "fresh" }] },
    ]);
  });
});

describe("of the rest", () => {
  test("a map's own texts, its maintainer, people and stages", () => {
    const map = aMap().withStage().withStage().withStage().withPerson().build();
    const [first, second, third] = map.stages;
    if (!first || !second || !third) throw new Error("three stages");
    const after: JourneyMap = {
      ...map,
      title: "Another",
      maintainerId: "person1",
      stages: [third, { ...first, name: "Start" }, { ...second, id: "new" }],
      people: {},
    };
    expect(compareMaps(map, after)).toEqual([
      {
        group: "ownership",
        type: "changed",
        kind: "map",
        id: "map1",
        fields: [{ field: "maintainerId", before: null, after: "person1" }],
      },
      { group: "stages", type: "added", kind: "stage", id: "new", fields: [] },
      { group: "stages", type: "removed", kind: "stage", id: "stage2", fields: [] },
      {
        group: "stages",
        type: "changed",
        kind: "stage",
        id: "stage1",
        fields: [{ field: "name", before: "stage1", after: "Start" }],
      },
      {
        group: "stages",
        type: "moved",
        kind: "map",
        id: "map1",
        fields: [{ field: "order", before: ["stage1", "stage3"], after: ["stage3", "stage1"] }],
      },
      { group: "people", type: "removed", kind: "person", id: "person1", fields: [] },
      {
        group: "map",
        type: "changed",
        kind: "map",
        id: "map1",
        fields: [{ field: "title", before: "A map", after: "Another" }],
      },
    ]);
  });

  test("what is agreed on a connection, point by point", () => {
    const agreed = { information: "order", promise: "", timeLimit: 60, confirmed: false };
    const build = (handover: typeof agreed | null) =>
      aMap().withNote().withNote().withConnection("note1", "note2", { handover }).build();
    expect(
      compareMaps(build(agreed), build({ ...agreed, timeLimit: null as never, confirmed: true })),
    ).toMatchObject([
      {
        group: "connections",
        fields: [
          { field: "handover.timeLimit", before: 60, after: null },
          { field: "handover.confirmed", before: false, after: true },
        ],
      },
    ]);
    expect(compareMaps(build(null), build(agreed))).toMatchObject([
      { fields: [{ field: "handover", before: null, after: agreed }] },
    ]);
  });

  test("measures and contents, whose owner and manager are ownership too", () => {
    const map = aMap().withPerson().withMeasure({ title: "Call back" }).withContent().build();
    const { measure1 } = map.measures;
    if (!measure1) throw new Error("a measure");
    const after = {
      ...map,
      contents: {},
      measures: { measure1: { ...measure1, owner: "sales", budget: "10" } },
    };
    expect(compareMaps(map, after as JourneyMap).map(({ group, type, kind }) => [group, type, kind])).toEqual(
      [
        ["ownership", "changed", "measure"],
        ["contents", "removed", "content"],
        ["measures", "changed", "measure"],
      ],
    );
  });
});

const sortedFields = ({ fields }: Difference) =>
  [...fields]
    .sort((a, b) => (a.field < b.field ? -1 : 1))
    .map(({ field, before, after }) => [field, before, after]);

/** What was reported, as paths such as `nodes/t01/title`; each may occur once only. */
function pathsOf(differences: readonly Difference[]): string[] {
  return differences.flatMap(({ group, type, kind, id, fields }) => {
    const collection = kind === "map" ? "map" : collectionOf(group, kind);
    if (type === "added" || type === "removed") return [`${collection}/${id}/${type}`];
    return fields.map(({ field }) => `${collection}/${id}/${field.split(".")[0]}`).filter(isFirst);
  });
}

const isFirst = (path: string, index: number, all: readonly string[]) => all.indexOf(path) === index;

function collectionOf(group: Difference["group"], kind: Difference["kind"]): string {
  if (group !== "ownership") return group;
  return kind === "content" ? "contents" : kind === "measure" ? "measures" : "nodes";
}

/** The same found in the plainest way, by looking at everything. */
function differingPaths(before: JourneyMap, after: JourneyMap): string[] {
  const own = ["title", "description", "maintainerId", "reviewOn", "audit"] as const;
  const paths = own
    .filter((name) => text(before[name]) !== text(after[name]))
    .map((name) => `map/${after.id}/${name}`);
  const stages = (map: JourneyMap) => Object.fromEntries(map.stages.map((stage) => [stage.id, stage]));
  paths.push(...differingRows("stages", stages(before), stages(after)));
  for (const name of collections) paths.push(...differingRows(name, before[name], after[name]));
  const order = (map: JourneyMap, other: JourneyMap) =>
    map.stages.filter(({ id }) => id in stages(other)).map(({ id }) => id);
  if (order(before, after).join() !== order(after, before).join()) paths.push(`map/${after.id}/order`);
  return paths;
}

type Rows = Readonly<Record<string, object>>;

function differingRows(name: string, before: Rows, after: Rows): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((id) => {
    const [old, now] = [before[id], after[id]];
    if (!old) return [`${name}/${id}/added`];
    if (!now) return [`${name}/${id}/removed`];
    const [was, is] = [filled(old), filled(now)];
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter(
        (field) =>
          text(was[field] ?? initialOf(field, old, now)) !== text(is[field] ?? initialOf(field, old, now)),
      )
      .map((field) => `${name}/${id}/${field}`);
  });
}

const filled = (row: object) => row as Readonly<Record<string, unknown>>;

/** Where a node became one of another kind, a field of only one of them counts as never filled in. */
function initialOf(field: string, ...rows: readonly object[]): unknown {
  for (const row of rows) {
    const kind = "kind" in row ? (row.kind as MapNode["kind"]) : null;
    const known = kind === null ? undefined : fieldsOf(kind)[field];
    if (known) return known.initial;
  }
  return null;
}

/** With sorted keys. */
function text(value: unknown): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
