import type { Stage } from "./journey-map.ts";

/** Whether the stages that are in both follow each other alike: then what stands in them is in the same order. */
export function isSameStageOrder(before: readonly Stage[], after: readonly Stage[]): boolean {
  if (before === after) return true;
  const [idsBefore, idsAfter] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  const kept = [...idsBefore].filter((id) => idsAfter.has(id));
  const still = [...idsAfter].filter((id) => idsBefore.has(id));
  return kept.every((id, place) => id === still[place]);
}
