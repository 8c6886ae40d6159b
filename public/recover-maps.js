/*
 * Finds maps in what was read, whatever the app called its stores: everything with a title and nodes is a map. Of
 * each map the newest document comes first, brought up to date by the changes that were kept after it.
 */

import { isPlain, text } from "./recover-values.js";

const collections = ["people", "nodes", "connections", "contents", "measures", "dismissals"];

/**
 * `sources`: groups of rows that belong together, as `{ name, isBackup, stores: [{ name, rows }] }`. Gives the maps,
 * the last changed first, as `{ newest, older }`, each a copy `{ map, version, at, name, isDeleted, isWhole, isBackup }`.
 */
export function mapsIn(sources) {
  const byId = new Map();
  for (const source of sources) {
    for (const copy of copiesIn(source)) {
      const copies = byId.get(copy.id) ?? [];
      byId.set(copy.id, copies);
      copies.push(copy);
    }
  }
  return [...byId.values()].map(inOrder).sort((a, b) => compare(b.newest.at, a.newest.at));
}

function inOrder(copies) {
  const sorted = copies.sort(
    (a, b) => a.isKept - b.isKept || b.rev - a.rev || a.isBackup - b.isBackup || compare(b.at, a.at),
  );
  const seen = new Set();
  const [newest, ...older] = sorted.filter(({ map }) => {
    const text = JSON.stringify(map);
    return !seen.has(text) && seen.add(text);
  });
  return { newest, older };
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

function copiesIn({ isBackup, stores }) {
  const rows = withFacts(stores.flatMap(({ rows }) => rows.map(({ value }) => value)).filter(isPlain));
  const changes = changesByMap(rows);
  const copies = rows.flatMap((row) => copyIn(row, isBackup));
  const present = new Map();
  for (const copy of copies) {
    const best = present.get(copy.id);
    if (!copy.isKept && (!best || copy.rev > best.rev)) present.set(copy.id, copy);
  }
  for (const [id, copy] of present) {
    const own = rows.filter((row) => (row.mapId ?? row.id) === id);
    copy.isDeleted = own.some(({ deletedAt }) => typeof deletedAt === "string");
    bringUpToDate(copy, changes.get(id) ?? []);
    // The newest revision is told beside the documents as well.
    if (own.some((row) => !isKept(row) && row.rev > copy.rev)) copy.isWhole = false;
  }
  return copies;
}

/** The text of a kept version lies apart from what is known of it: rows `{ versionId, text }` and `{ id, cause }`. */
function withFacts(rows) {
  const facts = new Map(rows.filter(isKept).map((row) => [row.id, row]));
  return rows.map((row) => (row.versionId === undefined ? row : { ...facts.get(row.versionId), ...row }));
}

function copyIn(row, isBackup) {
  const map = mapOf(row);
  if (!map) return [];
  const copy = {
    id: map.id ?? row.mapId ?? row.id,
    map,
    version: row.version,
    rev: typeof row.rev === "number" ? row.rev : -1,
    at: text(row.at) || text(map.updatedAt),
    name: text(row.name),
    isKept: isKept(row),
    isBackup,
    isDeleted: false,
    isWhole: true,
  };
  return [copy];
}

/** A version that was kept for a cause is no state to go on from. */
function isKept(row) {
  return typeof row.cause === "string" || row.versionId !== undefined;
}

/** The document of a row: the row itself, or a field of it, as an object or as JSON. */
function mapOf(row) {
  for (const value of [row, ...Object.values(row)]) {
    const candidate = typeof value === "string" && value.startsWith("{") ? parsed(value) : value;
    for (const map of [candidate, isPlain(candidate) ? candidate.map : undefined]) {
      if (isMap(map)) return map;
    }
  }
  return null;
}

function isMap(value) {
  const hasNodes = isPlain(value) && (isPlain(value.nodes) || Array.isArray(value.nodes));
  return hasNodes && typeof value.title === "string";
}

function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The journal: rows `{ mapId, seq, span, change }`, in the order of `seq`. */
function changesByMap(rows) {
  const byMap = new Map();
  for (const row of rows) {
    if (!isPlain(row.change) || typeof row.seq !== "number") continue;
    const changes = byMap.get(row.mapId) ?? [];
    byMap.set(row.mapId, changes);
    changes.push(row);
  }
  for (const changes of byMap.values()) changes.sort((a, b) => a.seq - b.seq);
  return byMap;
}

/** Stops where a change is missing: what came after it may rely on it. */
function bringUpToDate(copy, changes) {
  for (const { seq, span = 1, at, change } of changes) {
    if (seq <= copy.rev) continue;
    if (seq - span > copy.rev) {
      copy.isWhole = false;
      return;
    }
    try {
      copy.map = changed(copy.map, change);
      copy.rev = seq;
      copy.at = text(at) || copy.at;
    } catch {
      copy.isWhole = false;
      return;
    }
  }
}

function changed(map, { map: fields, rows = {} }) {
  const result = withFields(map, fields);
  for (const name of collections) {
    if (!rows[name]) continue;
    const records = { ...map[name] };
    for (const [id, row] of Object.entries(rows[name])) {
      if (row === null) delete records[id];
      else if ("put" in row) records[id] = row.put;
      else if (isPlain(records[id])) records[id] = withFields(records[id], row);
    }
    result[name] = records;
  }
  return result;
}

function withFields(object, { set = {}, unset = [] } = {}) {
  const result = { ...object, ...set };
  for (const name of unset) delete result[name];
  return result;
}

/** The text of a file that the app imports: collections are lists there. */
export function fileOf({ map, version }) {
  const lists = {};
  for (const [name, value] of Object.entries(map)) {
    lists[name] = isPlain(value) && collections.includes(name) ? listOf(name, value) : value;
  }
  return JSON.stringify({ format: "dreiklang-map", version: version ?? 1, map: lists }, null, 2);
}

function listOf(name, records) {
  return Object.entries(records).map(([id, row]) =>
    // Dismissals go by the finding that they speak of.
    isPlain(row) && row.id === undefined && name !== "dismissals" ? { id, ...row } : row,
  );
}

/**
 * A file as rows: one JSON text, or lines with one each, whatever stands before it (a check sum). Where the first
 * line names a map and a revision, they are those of all that follows.
 */
export function rowsOf(content) {
  const whole = content.trimStart().startsWith("{") ? parsed(content) : undefined;
  const values = whole === undefined ? content.split("\n").map(valueOfLine).filter(isPlain) : [whole];
  const [{ mapId, rev, version } = {}, ...rest] = values;
  if (mapId === undefined || rest.length === 0) return values.map((value) => ({ value }));
  const named = rest.map((value) => (isMap(value) ? { rev, version, document: value } : value));
  return [values[0], ...named.map((value) => ({ mapId, ...value }))].map((value) => ({ value }));
}

function valueOfLine(line) {
  return parsed(line.slice(Math.max(0, line.indexOf("{")), line.lastIndexOf("}") + 1));
}
