import { derived } from "./derive.ts";
import type { Id } from "./journey-map.ts";

const remembered = derived((parts: Readonly<Record<Id, unknown>>): readonly unknown[] =>
  Object.values(parts),
);

/** The nodes, or the connections, of a map as a list: to gather thousands is half of the work of most who look at all. */
export function valuesOf<T>(parts: Readonly<Record<Id, T>>): readonly T[] {
  // A list of the values of just these parts.
  return remembered(parts) as readonly T[];
}
