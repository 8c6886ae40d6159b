import { derivedOfPart } from "../derive.ts";
import type { Audit, Finding } from "./audit.ts";

/** What is known of the findings of a map from looking at it again and again; by their ids. */
export interface KnownFindings {
  /** What was there at the last look, dismissed or not. */
  readonly seen: ReadonlySet<string>;
  /** What was there at one look and not at a later one. */
  readonly gone: ReadonlySet<string>;
}

/** The ids of all that an audit found; what is dismissed is still there. */
export const foundIn = derivedOfPart(
  ({ findings, dismissed }: Audit): ReadonlySet<string> =>
    new Set([...findings, ...dismissed].map(({ id }) => id)),
);

/**
 * What was there at one look and is not at the next one. What is not looked for any more is not settled: `rulesOff`.
 */
export function goneSince(
  seen: ReadonlySet<string>,
  found: ReadonlySet<string>,
  rulesOff: readonly string[],
): readonly string[] {
  const off = new Set(rulesOff);
  return [...seen].filter((id) => !found.has(id) && !off.has(id.slice(0, id.indexOf(":"))));
}

/**
 * Whether a finding is there again: something has changed since it was dismissed, or it was settled already. `gone`: the
 * ids of what was gone once.
 */
export function isBackAgain({ id, dismissal }: Finding, gone: ReadonlySet<string>): boolean {
  return dismissal ? dismissal.isLapsed === true : gone.has(id);
}
