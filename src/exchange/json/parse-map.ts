import { type NodeKind, nodeKinds } from "#model/fields.ts";
import { invariantViolations } from "#model/invariants.ts";
import type { Dismissal, Id, JourneyMap, MapNode } from "#model/journey-map.ts";
import { FORMAT_VERSION, migrate } from "#model/migrations.ts";
import { type CollectionName, collections, FORMAT_NAME } from "#model/schema.ts";
import { createReport, type Problem, problem, type Report } from "../problem.ts";
import { assignIds, createFreshId, type Identified, type IdentifiedRow, isUsableId } from "./assign-ids.ts";
import { placeNodes } from "./place-nodes.ts";
import {
  isInfinite,
  isPlainObject,
  isReservedName,
  ownValue,
  type PlainObject,
  valueForMessage,
} from "./plain.ts";
import { readJson } from "./read-json.ts";
import { nameOfRow, type Row, readRow } from "./read-row.ts";
import {
  createResolve,
  type Resolve,
  resolveFindingId,
  resolveRow,
  soundConnections,
} from "./resolve-references.ts";

export interface ParseTools {
  readonly newId: () => Id;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

export type ParseResult =
  | { readonly ok: true; readonly map: JourneyMap; readonly repairs: readonly Problem[] }
  /** `more`: how many problems there are besides those listed. */
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly more: number };

/** Stages, people, nodes, connections, contents, measures and dismissals together. */
export const MOST_ITEMS = 20_000;

/** Reads the text of a map's file, whatever it is: a sound map and what was repaired in it, or what is wrong. */
export function parseMapFile(text: string, tools: ParseTools): ParseResult {
  const json = readJson(text);
  if (!json.ok) return refused(json.problem);
  const opened = openEnvelope(json.value);
  if (!opened.ok) return refused(opened.problem);
  return parseMap(opened.map, tools);
}

function refused(...problems: readonly Problem[]): ParseResult {
  return { ok: false, problems, more: 0 };
}

type Envelope =
  | { readonly ok: true; readonly map: unknown }
  | { readonly ok: false; readonly problem: Problem };

function openEnvelope(file: unknown): Envelope {
  const refuse = (found: Problem) => ({ ok: false, problem: found }) as const;
  const format = isPlainObject(file) ? ownValue(file, "format") : undefined;
  if (format === "dreiklang-workspace") return refuse(problem("workspace", {}, "format"));
  if (!isPlainObject(file) || format !== FORMAT_NAME) {
    return refuse(problem("wrongFormat", { expected: FORMAT_NAME }, "format"));
  }
  const version = ownValue(file, "version");
  const named = { kind: "file", title: "", id: "", field: "version" };
  if (version === undefined) return refuse(problem("missing", named, "version"));
  if (isInfinite(version)) return refuse(problem("numberTooLarge", named, "version"));
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    const expected = { ...named, value: valueForMessage(version), expected: "int" };
    return refuse(problem("wrongType", expected, "version"));
  }
  if (version > FORMAT_VERSION) {
    return refuse(problem("newerVersion", { version, supported: FORMAT_VERSION }, "version"));
  }
  const map = ownValue(file, "map");
  if (version === FORMAT_VERSION) return { ok: true, map };
  try {
    return { ok: true, map: migrate(map, version) };
  } catch {
    // A migration may rely on the shape that its version had; whoever edited the file may have broken it.
    return refuse(problem("inconsistent", { value: String(version) }, "map"));
  }
}

/** Reads a parsed document of the present version. */
export function parseMap(raw: unknown, tools: ParseTools): ParseResult {
  if (!isPlainObject(raw)) {
    const named = { kind: "file", title: "", id: "", field: "map" };
    if (raw === undefined) return refused(problem("missing", named, "map"));
    return refused(
      problem("wrongType", { ...named, value: valueForMessage(raw), expected: "object" }, "map"),
    );
  }
  const count = Object.keys(collections)
    .map((name) => ownValue(raw, name))
    .reduce((sum: number, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
  if (count > MOST_ITEMS) return refused(problem("tooManyItems", { items: count, most: MOST_ITEMS }, "map"));
  const report = createReport();
  const map = readMap(raw, tools, report);
  if (report.problems.length > 0) return { ok: false, problems: report.problems, more: report.more };
  const [violation] = invariantViolations(map);
  if (violation !== undefined) return refused(problem("inconsistent", { value: violation }, "map"));
  return { ok: true, map, repairs: report.repairs };
}

function readMap(raw: PlainObject, tools: ParseTools, report: Report): JourneyMap {
  const head = readRow("map", raw, "map", report, Object.keys(collections));
  const rows = Object.fromEntries(
    Object.keys(collections).map((name) => [name, readRows(raw, name as CollectionName, report)]),
  ) as Record<CollectionName, readonly Row[]>;
  const freshId = createFreshId(Object.values(rows).flat(), tools.newId);
  const identify = (name: CollectionName) => assignIds(rows[name], freshId, report);
  const identified = {
    stages: identify("stages"),
    people: identify("people"),
    nodes: identify("nodes"),
    connections: identify("connections"),
    contents: identify("contents"),
    measures: identify("measures"),
  } satisfies Partial<Record<CollectionName, Identified>>;
  const resolve = createResolve(identified.nodes, identified.people, identified.stages);
  const id = mapId(head, freshId, report);
  resolveRow(head, id, resolve, report);
  for (const { rows: list } of Object.values(identified)) {
    for (const row of list) resolveRow(row, row.id, resolve, report);
  }
  const at = tools.now();
  const map = {
    ...dated(head.values, at),
    id,
    stages: identified.stages.rows.map(withId),
    people: byId(identified.people.rows),
    nodes: byId(identified.nodes.rows),
    connections: byId(soundConnections(identified.connections.rows, resolve, report)),
    contents: byId(identified.contents.rows),
    measures: byId(identified.measures.rows),
    dismissals: readDismissals(rows.dismissals, { resolve, report, at }),
    // Every field was checked by the schema that its type comes from.
  } as unknown as JourneyMap;
  // A map with faults is not kept, and may be too odd to be laid out.
  return report.problems.length > 0 ? map : settle(map, identified.nodes.rows, report);
}

function readRows(raw: PlainObject, name: CollectionName, report: Report): readonly Row[] {
  const list = ownValue(raw, name);
  const path = `map.${name}`;
  if (list === undefined) return [];
  const named = { kind: "map", title: "", id: "" };
  if (!Array.isArray(list)) {
    report.fail(
      "wrongType",
      { ...named, field: name, value: valueForMessage(list), expected: "array" },
      path,
    );
    return [];
  }
  return list.flatMap((item: unknown, index) => {
    const place = `${path}[${index}]`;
    if (!isPlainObject(item)) {
      const found = { field: `${name}[${index}]`, value: valueForMessage(item), expected: "object" };
      report.fail("wrongType", { ...named, ...found }, place);
      return [];
    }
    const expected = collections[name];
    const kind = expected === "node" ? kindOf(item, place, report) : expected;
    return kind === null ? [] : [readRow(kind, item, place, report)];
  });
}

function kindOf(item: PlainObject, path: string, report: Report): NodeKind | null {
  const value = ownValue(item, "kind");
  const kind = nodeKinds.find((candidate) => candidate === value);
  if (kind !== undefined) return kind;
  const named = { ...nameOfRow("note", item), kind: "node", field: "kind" };
  const allowed = nodeKinds.join(", ");
  if (value === undefined) report.fail("missing", named, `${path}.kind`);
  else report.fail("notAllowed", { ...named, value: valueForMessage(value), allowed }, `${path}.kind`);
  return null;
}

function mapId(head: Row, freshId: () => Id, report: Report): Id {
  const { rawId } = head;
  if (typeof rawId === "string" && isUsableId(rawId)) return rawId;
  const id = freshId();
  const named = nameOfRow("map", head.values);
  if (typeof rawId === "string") {
    report.repair("badId", { ...named, id: rawId.slice(0, 64), newId: id }, "map.id");
  } else if (rawId !== undefined) {
    const found = { field: "id", value: valueForMessage(rawId), expected: "string" };
    report.fail("wrongType", { ...named, ...found }, "map.id");
  }
  return id;
}

function withId({ id, values }: IdentifiedRow): PlainObject {
  return { id, ...values };
}

function byId(rows: readonly IdentifiedRow[]): Record<Id, PlainObject> {
  return Object.fromEntries(rows.map((row) => [row.id, withId(row)]));
}

/** The time of opening where the file says none. */
function dated(values: PlainObject, at: string): PlainObject {
  return { ...values, createdAt: values.createdAt || at, updatedAt: values.updatedAt || at };
}

interface DismissalTools {
  readonly resolve: Resolve;
  readonly report: Report;
  readonly at: string;
}

function readDismissals(
  rows: readonly Row[],
  { resolve, report, at }: DismissalTools,
): Record<string, Dismissal> {
  const result: Record<string, Dismissal> = {};
  for (const { values, path } of rows) {
    if (typeof values.findingId !== "string") continue;
    const findingId = resolveFindingId(values.findingId, resolve);
    const named = { kind: "dismissal", title: "", id: findingId.slice(0, 80) };
    if (isReservedName(findingId)) report.repair("reservedKey", { ...named, field: "findingId" }, path);
    else if (Object.hasOwn(result, findingId)) report.repair("doubledDismissal", named, path);
    else result[findingId] = { ...values, findingId, at: values.at || at } as unknown as Dismissal;
  }
  return result;
}

function settle(map: JourneyMap, rows: readonly IdentifiedRow[], report: Report): JourneyMap {
  const homeless = rows.filter(({ isHomeless }) => isHomeless);
  const settled = placeNodes(map, new Set(homeless.map(({ id }) => id)));
  for (const { id, kind, path } of homeless) {
    const node: MapNode | undefined = settled.nodes[id];
    if (!node) continue;
    const { x, y } = node.position;
    report.repair("newPlace", { kind, title: node.title.slice(0, 80), id, x, y }, `${path}.position`);
  }
  return settled;
}
