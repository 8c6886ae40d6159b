import { type Field, fieldsOf, type NodeKind } from "#model/fields.ts";
import { isSame } from "#model/is-same.ts";
import type { Id, JourneyMap, MapNode } from "#model/journey-map.ts";

/** Stands for the value of a field in which the selected nodes differ. */
export const different: unique symbol = Symbol("different");
export type Different = typeof different;

/** What all of these nodes have in a field, or that they differ; undefined: no such nodes. */
export function sharedValue(map: JourneyMap, ids: readonly Id[], name: string): unknown {
  const nodes = ids.map((id) => map.nodes[id]).filter((node) => node !== undefined);
  const values = nodes.map((node) => (node as unknown as Readonly<Record<string, unknown>>)[name]);
  const [first] = values;
  return values.every((value) => isSame(value, first)) ? first : different;
}

/** The fields that all kinds have, in the order of the first kind. */
export function sharedFields(kinds: readonly NodeKind[]): readonly (readonly [string, Field<unknown>])[] {
  const [first, ...others] = kinds;
  if (first === undefined) return [];
  return Object.entries(fieldsOf(first)).filter(([name]) =>
    others.every((kind) => Object.hasOwn(fieldsOf(kind), name)),
  );
}

export function kindsOf(nodes: readonly MapNode[]): readonly NodeKind[] {
  return [...new Set(nodes.map(({ kind }) => kind))];
}
