import { contentHash } from "#model/content-hash.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { applyChanges } from "#model/map-change.ts";
import { type Copy, isRecord, parsed } from "./copy-format.ts";
import { chainFrom, type MirrorEntry } from "./entry-chain.ts";

/** Where a map stands, without its document. */
export interface Standing {
  readonly mapId: Id;
  readonly rev: number;
  readonly hash: string;
  /** Of the last change, ISO 8601, UTC. */
  readonly at: string;
  /** The version of the document, as in a file. */
  readonly version: number;
}

export interface MirroredState extends Standing {
  /** Written by this program, but perhaps by another release of it. */
  readonly map: JourneyMap;
}

/** Where a clean copy stands; its document is not looked into, only its check sum was. */
export function standingOf({ header, entries }: Copy): Standing {
  const { mapId, version } = header;
  const { rev, hash, at } = entries.length > 0 ? afterEntry(entries.at(-1)) : header;
  return { mapId, rev, hash, at, version };
}

function afterEntry(entry: MirrorEntry | undefined): Pick<Standing, "rev" | "hash" | "at"> {
  if (!entry) throw new Error("There is no entry");
  return { rev: entry.seq, hash: entry.hash, at: entry.at };
}

/** Where a map stands by its copies, as `newestState` would read it; quick when the newest copy is clean. */
export function newestStanding(copies: readonly Copy[]): Standing | null {
  const newest = byTurn(copies)[0];
  if (newest?.isClean) return standingOf(newest);
  const state = newestState(copies);
  if (!state) return null;
  const { map, ...standing } = state;
  return standing;
}

/**
 * The newest state that the copies of a map give: the newest sound document and all changes after it that follow
 * one another, each to the check sum that it names. When the newest document is damaged, its changes still
 * continue those of the copy before it.
 */
export function newestState(copies: readonly Copy[]): MirroredState | null {
  const ordered = byTurn(copies);
  for (const [index, copy] of ordered.entries()) {
    const start = documentOf(copy);
    if (!start) continue;
    const newer = ordered.slice(0, index).filter(({ header }) => header.version === start.version);
    return newer.reduceRight(
      (state, { entries }) => continued(state, entries),
      continued(start, copy.entries),
    );
  }
  return null;
}

function byTurn(copies: readonly Copy[]): readonly Copy[] {
  return [...copies].sort((a, b) => b.header.turn - a.header.turn);
}

/** The document of a copy as it was written, before any change. */
function documentOf({ header, document }: Copy): MirroredState | null {
  const map = document && parsed(document);
  if (!isRecord(map) || map.id !== header.mapId) return null;
  const { mapId, rev, hash, at, version } = header;
  try {
    // What has another shape than a document has no check sum, or another one.
    const state = { mapId, rev, hash, at, version, map: map as unknown as JourneyMap };
    return contentHash(state.map) === hash ? state : null;
  } catch {
    return null;
  }
}

/** The state after as many of the entries as lead on from it. */
function continued(state: MirroredState, entries: readonly MirrorEntry[]): MirroredState {
  const { chain } = chainFrom(state.rev, entries);
  const all = after(state, chain);
  if (all) return all;
  // Something is wrong with them: one after the other finds how far they are right.
  let current = state;
  for (const entry of chain) {
    const next = after(current, [entry]);
    if (!next) break;
    current = next;
  }
  return current;
}

function after(state: MirroredState, entries: readonly MirrorEntry[]): MirroredState | null {
  if (entries.length === 0) return state;
  const last = afterEntry(entries.at(-1));
  try {
    const map = applyChanges(
      state.map,
      entries.map(({ change }) => change),
    );
    return contentHash(map) === last.hash ? { ...state, ...last, map } : null;
  } catch {
    return null;
  }
}
