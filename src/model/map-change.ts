import type { Id, JourneyMap } from "./journey-map.ts";

/** The collections of a map that are records by id. */
export const collections = [
  "people",
  "nodes",
  "connections",
  "contents",
  "measures",
  "dismissals",
] as const satisfies readonly (keyof JourneyMap)[];

/** What became of an object: the fields that have another value, and those that are no more. */
export interface FieldChange {
  readonly set: Readonly<Record<string, unknown>>;
  readonly unset: readonly string[];
}

/** What became of a row: it is new (or as good as new), it changed, or it is gone. */
export type RowChange = { readonly put: object } | FieldChange | null;

/**
 * The difference of two documents as plain data: what leads from the one to the other. Applied to the first it
 * gives the second. Small whatever the size of the map: it holds only what differs.
 */
export interface MapChange {
  /** Fields of the map itself; the list of stages is one of them. */
  readonly map: FieldChange;
  /** By collection and id. */
  readonly rows: Readonly<Record<string, Readonly<Record<Id, RowChange>>>>;
}

type Plain = Readonly<Record<string, unknown>>;

/**
 * What leads from one document to another. Parts that are the very same object are taken as equal without a look
 * into them, so two documents of one history are compared quickly.
 */
export function changeBetween(before: JourneyMap, after: JourneyMap): MapChange {
  const rows: Record<string, Record<Id, RowChange>> = {};
  for (const name of collections) {
    const changed = rowsBetween(before[name], after[name]);
    if (changed) rows[name] = changed;
  }
  return { map: fieldsBetween(withoutCollections(before), withoutCollections(after)), rows };
}

/** The ids of the nodes that a change adds or changes. */
export function nodesIn(change: MapChange): readonly Id[] {
  return Object.entries(change.rows.nodes ?? {})
    .filter(([, row]) => row !== null)
    .map(([id]) => id);
}

/** The document after one change. */
export function applyChange(map: JourneyMap, change: MapChange): JourneyMap {
  return applyChanges(map, [change]);
}

/**
 * The document after several changes in their order. Every collection is copied once, however many changes touch
 * it. What is not in the document is left out: a change of a row that is not there changes nothing.
 */
export function applyChanges(map: JourneyMap, changes: readonly MapChange[]): JourneyMap {
  if (changes.length === 0) return map;
  let result: Record<string, unknown> = { ...map };
  const copied = new Map<string, Record<Id, unknown>>();
  for (const { map: fields, rows } of changes) {
    result = withFields(result, fields);
    for (const name of collections) {
      const changed = rows[name];
      if (!changed) continue;
      const copy = copied.get(name) ?? { ...map[name] };
      copied.set(name, copy);
      for (const [id, row] of Object.entries(changed)) changeRow(copy, id, row);
    }
  }
  // A document and plain records taken from documents make a document.
  return { ...result, ...Object.fromEntries(copied) } as unknown as JourneyMap;
}

function changeRow(rows: Record<Id, unknown>, id: Id, change: RowChange): void {
  // This key would change the record itself; no document has a row under it.
  if (id === "__proto__") return;
  if (change === null) delete rows[id];
  else if ("put" in change) rows[id] = change.put;
  else if (isPlain(rows[id])) rows[id] = withFields(rows[id], change);
}

function withFields(object: Plain, { set, unset }: FieldChange): Record<string, unknown> {
  const result = { ...object, ...set };
  for (const name of unset) delete result[name];
  return result;
}

function rowsBetween(before: Plain, after: Plain): Record<Id, RowChange> | null {
  if (before === after) return null;
  const changed: Record<Id, RowChange> = {};
  for (const id of Object.keys(after)) {
    const row = after[id];
    const old = before[id];
    if (old === row) continue;
    changed[id] = isPlain(old) && isPlain(row) ? fieldsBetween(old, row) : { put: row as object };
  }
  for (const id of Object.keys(before)) if (!Object.hasOwn(after, id)) changed[id] = null;
  return Object.keys(changed).length === 0 ? null : changed;
}

function fieldsBetween(before: Plain, after: Plain): FieldChange {
  const set: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(after)) {
    if (before[name] !== value || !Object.hasOwn(before, name)) set[name] = value;
  }
  return { set, unset: Object.keys(before).filter((name) => !Object.hasOwn(after, name)) };
}

function withoutCollections(map: JourneyMap): Plain {
  const { people, nodes, connections, contents, measures, dismissals, ...fields } = map;
  return fields;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
