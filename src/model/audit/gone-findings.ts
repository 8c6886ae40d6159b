import { derivedOfPart } from "../derive.ts";
import type { Audit, Finding } from "./audit.ts";

/** The ids of all that an audit found; what is dismissed is still there. */
export const foundIn = derivedOfPart(
  ({ findings, dismissed }: Audit): ReadonlySet<string> =>
    new Set([...findings, ...dismissed].map(({ id }) => id)),
);

/**
 * What was found in one of several states and not in a later one: where it is found once more, it is back again.
 * `states`: what was found in each, the oldest first.
 */
export function goneBetween(states: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const gone = new Set<string>();
  for (const found of states) {
    for (const id of seen) if (!found.has(id)) gone.add(id);
    for (const id of found) seen.add(id);
  }
  return gone;
}

/**
 * Whether a finding is there again: something has changed since it was dismissed, or it was settled already. `gone`: the
 * ids of what was gone once.
 */
export function isBackAgain({ id, dismissal }: Finding, gone: ReadonlySet<string>): boolean {
  return dismissal ? dismissal.isLapsed === true : gone.has(id);
}
