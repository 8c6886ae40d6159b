import type { Id } from "#model/journey-map.ts";
import { ID_PATTERN } from "#model/schema.ts";
import type { Report } from "../problem.ts";
import { isReservedName, type PlainObject, valueForMessage } from "./plain.ts";
import { nameOfRow, type Row } from "./read-row.ts";

/** A row with an id that a record can be kept by. */
export interface IdentifiedRow extends Row {
  readonly id: Id;
}

export interface Identified {
  readonly rows: readonly IdentifiedRow[];
  /** The id that a row has now by the one that the file calls it by; of doubled ones, the first row's. */
  readonly idByRaw: ReadonlyMap<string, Id>;
}

export function isUsableId(id: string): boolean {
  return ID_PATTERN.test(id) && !isReservedName(id);
}

/** Gives ids that no row of the file has. */
export function createFreshId(allRows: Iterable<Row>, newId: () => Id): () => Id {
  const taken = new Set<unknown>();
  for (const { rawId } of allRows) taken.add(rawId);
  return () => {
    let id = newId();
    for (let count = 1; taken.has(id) || !isUsableId(id); count += 1) id = `id-${taken.size}-${count}`;
    taken.add(id);
    return id;
  };
}

/** Rows of one collection, each under an id of its own. */
export function assignIds(rows: readonly Row[], freshId: () => Id, report: Report): Identified {
  const idByRaw = new Map<string, Id>();
  const identified = rows.map((row): IdentifiedRow => {
    const { rawId } = row;
    const path = `${row.path}.id`;
    const named = { ...nameOfRow(row.kind, row.values as PlainObject), id: "" };
    if (rawId === undefined) {
      const id = freshId();
      report.repair("missingId", { ...named, newId: id }, path);
      return { ...row, id };
    }
    if (typeof rawId !== "string") {
      const found = { field: "id", value: valueForMessage(rawId), expected: "string" };
      report.fail("wrongType", { ...named, ...found }, path);
      return { ...row, id: freshId() };
    }
    const isDoubled = idByRaw.has(rawId);
    const id = !isDoubled && isUsableId(rawId) ? rawId : freshId();
    const shown = { ...named, id: rawId.slice(0, 64), newId: id };
    if (isDoubled) report.repair("doubledId", shown, path);
    else {
      if (id !== rawId) report.repair("badId", shown, path);
      idByRaw.set(rawId, id);
    }
    return { ...row, id };
  });
  return { rows: identified, idByRaw };
}
