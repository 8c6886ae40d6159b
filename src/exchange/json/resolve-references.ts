import type { NodeKind } from "#model/fields.ts";
import type { Id } from "#model/journey-map.ts";
import { type ObjectKind, type ReferenceTarget, rowFields } from "#model/schema.ts";
import type { Report } from "../problem.ts";
import type { Identified, IdentifiedRow } from "./assign-ids.ts";
import { nameOfRow, type Row } from "./read-row.ts";

/** Finds what an id of the file means now; null when it names nothing of the wanted sort. */
export type Resolve = (target: ReferenceTarget, rawId: string) => Id | null;

export function createResolve(nodes: Identified, people: Identified, stages: Identified): Resolve {
  const kindById = new Map<Id, ObjectKind>(nodes.rows.map(({ id, kind }) => [id, kind]));
  return (target, rawId) => {
    if (target === "person") return people.idByRaw.get(rawId) ?? null;
    if (target === "stage") return stages.idByRaw.get(rawId) ?? null;
    const id = nodes.idByRaw.get(rawId) ?? null;
    if (id === null || target === "node") return id;
    return kindById.get(id) === (target satisfies NodeKind) ? id : null;
  };
}

/** Makes every id in a row name what is there, and names what it had to let go. */
export function resolveRow(row: Row, id: Id, resolve: Resolve, report: Report): void {
  const named = { ...nameOfRow(row.kind, row.values), id: row.kind === "map" ? "" : id };
  for (const [field, { refersTo }] of Object.entries(rowFields[row.kind])) {
    const value = row.values[field];
    if (refersTo === undefined || row.kind === "connection") continue;
    const path = `${row.path}.${field}`;
    if (typeof value === "string") {
      const found = resolve(refersTo, value);
      const lost = { ...named, field, value: value.slice(0, 64), target: refersTo };
      if (found === null) report.repair("missingReference", lost, path);
      row.values[field] = found;
    } else if (Array.isArray(value)) {
      const names = value.flatMap((raw: string, index) => {
        const found = resolve(refersTo, raw);
        if (found !== null) return [found];
        const lost = { ...named, field, value: raw.slice(0, 64), target: refersTo };
        report.repair("droppedReference", lost, `${path}[${index}]`);
        return [];
      });
      // What is named twice is there once.
      row.values[field] = [...new Set(names)];
    }
  }
}

/** The connections that join two different nodes, the first of each pair. */
export function soundConnections(
  rows: readonly IdentifiedRow[],
  resolve: Resolve,
  report: Report,
): readonly IdentifiedRow[] {
  const pairs = new Set<string>();
  return rows.filter(({ id, values, path }) => {
    const ends = [values.from, values.to].map((raw) => (typeof raw === "string" ? raw : ""));
    const [from = null, to = null] = ends.map((raw) => resolve("node", raw));
    const [rawFrom = "", rawTo = ""] = ends.map((raw) => raw.slice(0, 64));
    const named = { kind: "connection", title: "", id };
    if (from === null || to === null) {
      report.repair("looseConnection", { ...named, value: from === null ? rawFrom : rawTo }, path);
      return false;
    }
    const pair = `${from} ${to}`;
    if (from === to) report.repair("selfConnection", { ...named, value: rawFrom }, path);
    else if (pairs.has(pair)) {
      report.repair("doubledConnection", { ...named, value: rawFrom, other: rawTo }, path);
    } else {
      pairs.add(pair);
      values.from = from;
      values.to = to;
      return true;
    }
    return false;
  });
}

/**
 * A finding's id holds the ids of what it is about: nodes, people, stages, measures, content pieces. Where one of these is
 * another now, the finding's is too. `about`: the collections of which these may be, the likeliest first.
 */
export function resolveFindingId(findingId: string, about: readonly Identified[]): string {
  const colon = findingId.indexOf(":");
  if (colon < 0) return findingId;
  const rule = findingId.slice(0, colon);
  const tail = findingId.slice(colon + 1);
  const idOf = (raw: string) => about.find(({ idByRaw }) => idByRaw.has(raw))?.idByRaw.get(raw);
  const whole = idOf(tail);
  // An id that could not stay as it was may hold commas of its own.
  if (whole !== undefined) return `${rule}:${whole}`;
  const rawIds = tail.split(",");
  const ids = rawIds.map((raw) => idOf(raw) ?? raw);
  if (ids.every((id, index) => id === rawIds[index])) return findingId;
  return `${rule}:${ids.sort().join(",")}`;
}
