import type { MapChange } from "#model/map-change.ts";

/** One change as the journal has it. */
export interface MirrorEntry {
  /** The revision that this change led to. */
  readonly seq: number;
  /**
   * How many revisions it covers. What is typed into one field is one change that grows: the longer one takes the
   * place of those whose revisions it covers.
   */
  readonly span: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly change: MapChange;
  /** Of the document after the change. */
  readonly hash: string;
}

/** The revision that a change begins at. */
export function startOf({ seq, span }: MirrorEntry): number {
  return seq - span;
}

/**
 * The changes that lead on from a revision, of all those that came, in the order in which they came. `isWhole`: none
 * of them was left out for not following another one.
 */
export function chainFrom(rev: number, entries: readonly MirrorEntry[]) {
  const chain: MirrorEntry[] = [];
  let isWhole = true;
  for (const entry of entries) {
    const start = startOf(entry);
    let length = chain.length;
    while (length > 0 && (chain[length - 1]?.seq ?? 0) > start) length -= 1;
    if ((chain[length - 1]?.seq ?? rev) === start) chain.splice(length, chain.length, entry);
    else isWhole = false;
  }
  return { chain: chain as readonly MirrorEntry[], isWhole };
}
