/*
 * What the app has put apart: the last changes of closed windows, in texts and in the store "quarantine", and parts of
 * maps that it could not read, in that store only.
 */

import { isPlain, text } from "./recover-values.js";

const LATE_KEY = "dreiklang.late.";

/**
 * `texts`: by key. `titles`: of maps by id. Gives `{ late, parts }`, the newest first, each as
 * `{ mapId, title, at, count, value }`: so many changes or parts; `value` is what there is of them.
 */
export function putApart({ databases, texts }, titles) {
  const rows = databases
    .flatMap(({ stores }) => stores.filter(({ name }) => name === "quarantine"))
    .flatMap((store) => store.rows.map(({ value }) => value))
    .filter(isPlain);
  const inTexts = Object.entries(texts)
    .filter(([key, text]) => key.startsWith(LATE_KEY) && text !== "")
    .map(([key, text]) => lateIn(parsed(text), key.slice(LATE_KEY.length)));
  const inRows = rows
    .filter(({ path }) => path === "late")
    .map(({ value, mapId, at }) => lateIn(value, mapId, at));
  const parts = partsIn(rows.filter(({ path }) => path !== "late"));
  const named = (entry) => ({ ...entry, title: titles.get(entry.mapId) ?? entry.title });
  return { late: inOrder([...inTexts, ...inRows]).map(named), parts: inOrder(parts).map(named) };
}

function inOrder(entries) {
  return entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** `value`: what was written together, as `{ entries, summary }`, or whatever else lies there. */
function lateIn(value, mapId, foundAt = "") {
  const batches = Array.isArray(value) ? value.filter(isPlain) : [];
  const entries = batches.flatMap((batch) => (Array.isArray(batch.entries) ? batch.entries : []));
  const last = batches.at(-1);
  const at = text(entries.at(-1)?.at) || text(foundAt);
  const title = text(last?.summary?.title) || text(mapId);
  return { mapId: text(last?.head?.mapId) || text(mapId), title, at, count: entries.length, value };
}

/** What was found in a map at the same time belongs together. */
function partsIn(rows) {
  const groups = new Map();
  for (const row of rows) {
    const key = JSON.stringify([row.mapId, row.at]);
    const group = groups.get(key) ?? {
      mapId: row.mapId,
      title: text(row.mapId),
      at: text(row.at),
      value: [],
    };
    groups.set(key, group);
    group.value.push({ path: row.path, value: row.value });
  }
  return [...groups.values()].map((group) => ({ ...group, count: group.value.length }));
}

/** What is no JSON is given as it is. */
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}
