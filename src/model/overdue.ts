import type { Measure } from "./journey-map.ts";

/** Whether something of a measure is still to be done. */
export function isPending({ status }: Pick<Measure, "status">): boolean {
  return status === "open" || status === "doing";
}

/** Whether a measure should be done by now. `today`: ISO date. */
export function isOverdue(measure: Pick<Measure, "status" | "dueOn">, today: string): boolean {
  return isPending(measure) && measure.dueOn !== null && measure.dueOn < today;
}
