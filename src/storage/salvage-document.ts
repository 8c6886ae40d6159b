import { type NodeKind, nodeKinds } from "#model/fields.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { migrate } from "#model/migrations.ts";
import { emptyMap } from "#model/new-objects.ts";
import {
  collections,
  ID_PATTERN,
  isNeeded,
  type ObjectKind,
  type ReferenceTarget,
  rowFields,
} from "#model/schema.ts";
import { isRecord } from "./read-document.ts";

/** Something that could not be read, as it was found. */
export interface Damage {
  /** Where it lay, such as `nodes/t01` or `title`. */
  readonly path: string;
  readonly value: unknown;
}

export interface Salvaged {
  readonly map: JourneyMap;
  readonly damage: readonly Damage[];
}

type Row = Record<string, unknown>;

/**
 * Takes all that can be read from a damaged document. A row that is no row any more is left out; a field that is
 * none gets its initial value. Whatever is left out or replaced is named, so that it can be kept elsewhere.
 */
export function salvageDocument(stored: unknown, version: number, mapId: string, at: string): Salvaged {
  const damage: Damage[] = [];
  const source = isRecord(stored) ? migrated(stored, version) : {};
  if (!isRecord(stored)) damage.push({ path: "", value: stored });
  const blank: Row = { ...emptyMap(mapId, "", at) };
  const map: Row = { ...blank, ...fieldsOfRow("map", source, "", damage), id: mapId };
  // A title that is gone must not keep the map from being found.
  for (const time of ["createdAt", "updatedAt"]) if (map[time] === "") map[time] = at;
  for (const [name, kind] of Object.entries(collections)) {
    const rows = rowsOf(source[name], name, kind, damage);
    map[name] = name === "stages" ? rows : Object.fromEntries(rows.map((row) => [keyOf(row), row]));
  }
  dropReferences(map, damage);
  // Every part was read by its own schema, and no reference leads nowhere.
  return { map: map as unknown as JourneyMap, damage };
}

function migrated(stored: Row, version: number): Row {
  try {
    const result = migrate(stored, version);
    return isRecord(result) ? result : stored;
  } catch {
    // A migration expects a sound document; what it cannot read is salvaged as it is.
    return stored;
  }
}

function rowsOf(value: unknown, name: string, kind: ObjectKind | "node", damage: Damage[]): Row[] {
  const isList = name === "stages";
  if (value === undefined || (isList ? !Array.isArray(value) : !isRecord(value))) {
    damage.push({ path: name, value });
    return [];
  }
  const seen = new Set<string>();
  return Object.entries(value as Row).flatMap(([key, row]) => {
    const path = `${name}/${key}`;
    const rowKind = isRecord(row) && kind === "node" ? (row.kind as NodeKind) : (kind as ObjectKind);
    const isKnown = kind !== "node" || nodeKinds.includes(rowKind as NodeKind);
    const id = isList && isRecord(row) ? String(row.id) : key;
    const isNamed = kind === "dismissal" || ID_PATTERN.test(id);
    const read =
      isRecord(row) && isKnown && isNamed && !seen.has(id) ? readRow(rowKind, row, path, damage) : null;
    if (read === null) damage.push({ path, value: row });
    if (read === null) return [];
    seen.add(id);
    return [kind === "dismissal" ? { ...read, findingId: key } : { ...read, id }];
  });
}

/** Null when a field is damaged without which the row says nothing. */
function readRow(kind: ObjectKind, row: Row, path: string, damage: Damage[]): Row | null {
  for (const [name, field] of Object.entries(rowFields[kind]))
    if (isNeeded(name, field) && !field.schema.safeParse(row[name]).success) return null;
  return { ...row, ...fieldsOfRow(kind, row, path, damage) };
}

function fieldsOfRow(kind: ObjectKind, row: Row, path: string, damage: Damage[]): Row {
  const result: Row = {};
  for (const [name, { schema, initial, isOptional }] of Object.entries(rowFields[kind])) {
    if (row[name] === undefined && isOptional) continue;
    if (schema.safeParse(row[name]).success) result[name] = row[name];
    else {
      if (row[name] !== undefined)
        damage.push({ path: [path, name].filter(Boolean).join("/"), value: row[name] });
      result[name] = initial;
    }
  }
  return result;
}

function keyOf(row: Row): string {
  return String(row.id ?? row.findingId);
}

/** After rows were left out, nothing may name them any more. */
function dropReferences(map: Row, damage: Damage[]): void {
  const records = (name: string) => map[name] as Record<string, Row>;
  const stageIds = new Set((map.stages as Row[]).map(({ id }) => id));
  const exists = (target: ReferenceTarget, id: unknown): boolean => {
    if (target === "stage") return stageIds.has(id);
    const row = records(target === "person" ? "people" : "nodes")[String(id)];
    if (!row) return false;
    return target === "person" || target === "node" || row.kind === target;
  };
  for (const [id, connection] of Object.entries(records("connections"))) {
    if (exists("node", connection.from) && exists("node", connection.to)) continue;
    damage.push({ path: `connections/${id}`, value: connection });
    delete records("connections")[id];
  }
  const clean = (kind: ObjectKind, row: Row) => {
    for (const [name, { refersTo }] of Object.entries(rowFields[kind])) {
      const value = row[name];
      if (refersTo === undefined || kind === "connection") continue;
      if (Array.isArray(value)) row[name] = value.filter((id) => exists(refersTo, id));
      else if (value !== null && !exists(refersTo, value)) row[name] = null;
    }
  };
  clean("map", map);
  for (const row of Object.values(records("nodes"))) clean(row.kind as NodeKind, row);
  for (const row of Object.values(records("contents"))) clean("content", row);
  for (const row of Object.values(records("measures"))) clean("measure", row);
}
