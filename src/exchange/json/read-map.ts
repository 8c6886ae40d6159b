import { type NodeKind, nodeKinds } from "#model/fields.ts";
import type { Dismissal, Id, JourneyMap, MapNode } from "#model/journey-map.ts";
import { type CollectionName, collections } from "#model/schema.ts";
import type { Report } from "../problem.ts";
import { assignIds, createFreshId, type Identified, type IdentifiedRow, isUsableId } from "./assign-ids.ts";
import { cutTexts } from "./cut-texts.ts";
import type { ParseTools } from "./parse-result.ts";
import { placeNodes } from "./place-nodes.ts";
import { isPlainObject, isReservedName, ownValue, type PlainObject, valueForMessage } from "./plain.ts";
import { nameOfRow, type Row, readRow } from "./read-row.ts";
import { createResolve, resolveFindingId, resolveRow, soundConnections } from "./resolve-references.ts";
import { shortText } from "./short-text.ts";

/** How far one is when the rows are looked at. */
export const ROWS_BEGIN = 0.7;
/** So many rows are read between two words about how far one is. */
const ROWS_AT_ONCE = 200;

/** Reads a parsed document row by row; with problems in the report it is not to be used. */
export function readMap(raw: PlainObject, tools: ParseTools, report: Report): JourneyMap {
  const head = readRow("map", raw, "map", report, Object.keys(collections));
  cutTexts(head, report);
  const tick = createTick(raw, tools);
  const rows = Object.fromEntries(
    Object.keys(collections).map((name) => [name, readRows(raw, name as CollectionName, report, tick)]),
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
  const { nodes, people, stages, measures, contents } = identified;
  const about = [nodes, people, stages, measures, contents];
  const map = {
    ...dated(head.values, at),
    id,
    stages: identified.stages.rows.map(withId),
    people: byId(identified.people.rows),
    nodes: byId(identified.nodes.rows),
    connections: byId(soundConnections(identified.connections.rows, resolve, report)),
    contents: byId(identified.contents.rows),
    measures: byId(identified.measures.rows),
    dismissals: readDismissals(rows.dismissals, { about, report, at }),
    // Every field was checked by the schema that its type comes from.
  } as unknown as JourneyMap;
  // A map with faults is not kept, and may be too odd to be laid out.
  return report.problems.length > 0 ? map : settle(map, identified.nodes.rows, report);
}

/** To be called for each row: tells now and then how many there were. */
function createTick(raw: PlainObject, { onProgress }: ParseTools): () => void {
  const lists = Object.keys(collections).map((name) => ownValue(raw, name));
  const total = lists.reduce((sum: number, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
  let count = 0;
  return () => {
    count += 1;
    if (count % ROWS_AT_ONCE === 0) onProgress?.(ROWS_BEGIN + (1 - ROWS_BEGIN) * (count / total));
  };
}

function readRows(raw: PlainObject, name: CollectionName, report: Report, tick: () => void): readonly Row[] {
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
    tick();
    const place = `${path}[${index}]`;
    if (!isPlainObject(item)) {
      const found = { field: `${name}[${index}]`, value: valueForMessage(item), expected: "object" };
      report.fail("wrongType", { ...named, ...found }, place);
      return [];
    }
    const expected = collections[name];
    const kind = expected === "node" ? kindOf(item, place, report) : expected;
    if (kind === null) return [];
    const row = readRow(kind, item, place, report);
    cutTexts(row, report);
    return [row];
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
  /** What findings are about. */
  readonly about: readonly Identified[];
  readonly report: Report;
  readonly at: string;
}

function readDismissals(
  rows: readonly Row[],
  { about, report, at }: DismissalTools,
): Record<string, Dismissal> {
  const result: Record<string, Dismissal> = {};
  for (const { values, path } of rows) {
    if (typeof values.findingId !== "string") continue;
    const findingId = resolveFindingId(values.findingId, about);
    const named = { kind: "dismissal", title: "", id: shortText(findingId, 80) };
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
    report.repair("newPlace", { kind, title: shortText(node.title, 80), id, x, y }, `${path}.position`);
  }
  return settled;
}
