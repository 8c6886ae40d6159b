import type { NodeKind } from "#model/fields.ts";
import type { Connection, JourneyMap } from "#model/journey-map.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import { peopleInOrder } from "#model/queries.ts";
import { nodesInReadingOrder } from "#model/reading-order.ts";
import { type CollectionName, collections, FORMAT_NAME, type ObjectKind, rowFields } from "#model/schema.ts";
import { isPlainObject, isReservedName, type PlainObject } from "./plain.ts";

/** Keys of objects within a row, in the order of the document's table. */
const nestedKeys = [
  "x",
  "y",
  "text",
  "burden",
  "information",
  "promise",
  "timeLimit",
  "confirmed",
  "rulesOff",
  "mostTouchpoints",
  "mostMoments",
  "marketing",
  "sales",
  "it",
  "manager",
];

const rowKeys = Object.fromEntries(
  Object.entries(rowFields).map(([kind, fields]) => [kind, ["id", ...Object.keys(fields)]]),
) as Readonly<Record<string, readonly string[]>> as Readonly<Record<ObjectKind, readonly string[]>>;

/**
 * The text of a map's file. The same map gives the same bytes, in whatever order its objects keep their keys:
 * known keys in the order of the document's table, then those of other programs, sorted.
 */
export function mapToJson(map: JourneyMap): string {
  const order = new Map(nodesInReadingOrder(map).map(({ id }, index) => [id, index]));
  const place = (id: string) => order.get(id) ?? order.size;
  const byEnds = (a: Connection, b: Connection) =>
    place(a.from) - place(b.from) || place(a.to) - place(b.to) || compare(a.id, b.id);
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => compare(a.id, b.id);
  const rows: Record<CollectionName, readonly object[]> = {
    stages: map.stages,
    people: peopleInOrder(map),
    nodes: nodesInReadingOrder(map),
    connections: Object.values(map.connections).sort(byEnds),
    contents: Object.values(map.contents).sort(byId),
    measures: Object.values(map.measures).sort(byId),
    dismissals: Object.values(map.dismissals).sort((a, b) => compare(a.findingId, b.findingId)),
  };
  const file: Record<string, unknown> = {};
  const record = map as unknown as PlainObject;
  for (const key of rowKeys.map) if (record[key] !== undefined) file[key] = nestedInOrder(record[key]);
  for (const [name, kind] of Object.entries(collections)) {
    file[name] = rows[name as CollectionName].map((row) => writeRow(row as PlainObject, kind));
  }
  for (const key of Object.keys(map).sort()) {
    if (!Object.hasOwn(file, key) && !isReservedName(key)) file[key] = nestedInOrder(record[key]);
  }
  return `${JSON.stringify({ format: FORMAT_NAME, version: FORMAT_VERSION, map: file }, null, 2)}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function writeRow(row: PlainObject, kind: ObjectKind | "node"): PlainObject {
  return inOrder(row, rowKeys[kind === "node" ? (row.kind as NodeKind) : kind]);
}

/** The same object with the given keys first and all others sorted behind them, at every depth. */
function inOrder(object: PlainObject, first: readonly string[]): PlainObject {
  const result: Record<string, unknown> = {};
  const known = new Set(first);
  const others = Object.keys(object).filter((key) => !known.has(key));
  for (const key of [...first, ...others.sort()]) {
    if (Object.hasOwn(object, key) && !isReservedName(key)) result[key] = nestedInOrder(object[key]);
  }
  return result;
}

function nestedInOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(nestedInOrder);
  return isPlainObject(value) ? inOrder(value, nestedKeys) : value;
}
