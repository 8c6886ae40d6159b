import type { Measure } from "#model/journey-map.ts";

/** Whether a measure should be done by now. `today`: ISO date. */
export function isOverdue({ status, dueOn }: Measure, today: string): boolean {
  return (status === "open" || status === "doing") && dueOn !== null && dueOn < today;
}
