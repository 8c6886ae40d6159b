import type { Collection, Table } from "dexie";
import { contentHash } from "#model/content-hash.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { applyChanges } from "#model/map-change.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import type { Checkpoint, Database, Head, JournalEntry } from "./database.ts";
import { hasShape, readDocument } from "./read-document.ts";
import { type Damage, salvageDocument } from "./salvage-document.ts";

/** What reading a map came to. */
export interface ReadMap {
  readonly map: JourneyMap;
  readonly head: Head;
  /** The revision that `map` is of: that of the head, or an older one when the newest changes were unreadable. */
  readonly rev: number;
  /** Of the newest checkpoint that could be read. */
  readonly checkpointRev: number;
  /** The part of the journal that is kept, the oldest entry first; empty when it does not fit any more. */
  readonly entries: readonly JournalEntry[];
  /** What could not be read; empty when all is well. */
  readonly damage: readonly Damage[];
  /** `map` as it lies in the store, perhaps of an older version of documents; null when it had to be salvaged. */
  readonly stored: JourneyMap | null;
}

export type ReadFailure =
  | { readonly problem: "missing" | "newer" }
  /** `base`: the revision of the head that was read. */
  | { readonly problem: "unreadable"; readonly base: number };

/** So often a map is read again that was changed while it was read. */
const MOST_READS = 5;

/**
 * Opens a map as `readOnce` does. Its parts are read one after the other, so that one that is damaged does not take
 * the others along; where another window writes in between, they do not fit together although nothing is damaged.
 */
export async function readMap(database: Database, mapId: Id, at: string): Promise<ReadMap | ReadFailure> {
  for (let reads = 1; ; reads += 1) {
    const head = await attempt(() => database.heads.get(mapId));
    if (!head) return { problem: "missing" };
    const result = await readOnce(database, head, at);
    const isSound = "map" in result && result.damage.length === 0;
    if (isSound || reads === MOST_READS) return result;
    const present = await attempt(() => database.heads.get(mapId));
    if (present?.rev === head.rev && present.hash === head.hash) return result;
  }
}

/**
 * The newest sound checkpoint and the journal after it, checked by numbers and check sum. When that fails an older
 * checkpoint is tried, then the longest part of the journal that fits, then what can be salvaged.
 */
async function readOnce(database: Database, head: Head, at: string): Promise<ReadMap | ReadFailure> {
  const { mapId } = head;
  if (head.version > FORMAT_VERSION) return { problem: "newer" };
  const entries = await readRows<JournalEntry>(database.journal, mapId);
  const revs = (await keysOf(database.checkpoints, mapId)).map(([, rev]) => rev);
  let best: Replayed | null = null;
  let newest: Checkpoint | null = null;
  for (const rev of revs.filter((one) => one <= head.rev).reverse()) {
    const checkpoint = await attempt(() => database.checkpoints.get([mapId, rev]));
    if (!checkpoint) continue;
    newest ??= checkpoint;
    const replayed = replay(checkpoint, entries, head);
    if (replayed && (best === null || replayed.rev > best.rev)) best = replayed;
    if (best?.rev === head.rev) break;
  }
  if (best === null)
    return newest ? salvage(newest, entries, head, at) : { problem: "unreadable", base: head.rev };
  const lost = best.rev < head.rev ? [{ path: "journal", value: entries.filter(isAfter(best.rev)) }] : [];
  return { ...best, head, entries, damage: lost };
}

interface Replayed {
  readonly map: JourneyMap;
  readonly stored: JourneyMap;
  readonly rev: number;
  readonly checkpointRev: number;
}

const isAfter =
  (rev: number) =>
  ({ seq }: JournalEntry) =>
    seq > rev;

/** The newest state that follows from a checkpoint and whose check sum is right; null when not even its own is. */
function replay(checkpoint: Checkpoint, entries: readonly JournalEntry[], head: Head): Replayed | null {
  const { document, version, mapId } = checkpoint;
  if (!hasShape(document) || contentHash(document) !== checkpoint.hash) return null;
  const following = followers(checkpoint.rev, head.rev, entries);
  const reaches = (following.at(-1)?.seq ?? checkpoint.rev) === head.rev;
  const all = applied(document, following);
  const isWhole = reaches && all !== null && contentHash(all) === head.hash;
  const done = isWhole ? { map: all, entries: following } : soundPart(document, following);
  const map = readDocument(done.map, version, mapId);
  const rev = done.entries.at(-1)?.seq ?? checkpoint.rev;
  return map && { map, stored: done.map, rev, checkpointRev: checkpoint.rev };
}

/** The entries that follow a revision without a gap. */
function followers(rev: number, until: number, entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const result: JournalEntry[] = [];
  let expected = rev;
  for (const entry of entries) {
    if (entry.seq <= expected || entry.seq > until) continue;
    if (entry.seq - entry.span !== expected) break;
    result.push(entry);
    expected = entry.seq;
  }
  return result;
}

/** As many entries from the front as lead to a document with the check sum that was noted. */
function soundPart(document: JourneyMap, entries: readonly JournalEntry[]) {
  let sound: { readonly map: JourneyMap; readonly entries: readonly JournalEntry[] } = {
    map: document,
    entries: [],
  };
  let map: JourneyMap | null = document;
  for (const [index, entry] of entries.entries()) {
    map = applied(map, [entry]);
    if (map === null) break;
    if (contentHash(map) === entry.hash) sound = { map, entries: entries.slice(0, index + 1) };
  }
  return sound;
}

/** Null when one of them is damaged so far that it cannot be applied. */
function applied(document: JourneyMap, entries: readonly JournalEntry[]): JourneyMap | null {
  try {
    return applyChanges(
      document,
      entries.map(({ change }) => change),
    );
  } catch {
    return null;
  }
}

function salvage(newest: Checkpoint, entries: readonly JournalEntry[], head: Head, at: string): ReadMap {
  const { document, version, mapId, rev } = newest;
  const following = hasShape(document) ? followers(rev, head.rev, entries) : [];
  const newer = hasShape(document) ? applied(document, following) : null;
  const { map, damage } = salvageDocument(newer ?? document, version, mapId, at);
  const reached = newer === null ? rev : (following.at(-1)?.seq ?? rev);
  return { map, stored: null, head, rev: reached, checkpointRev: rev, entries: [], damage };
}

/**
 * All rows of a map in order. Where the browser cannot read them at once (a file of a large value is gone), they
 * are read one by one, and what cannot be read is left out.
 */
async function readRows<T>(table: Table<T, [Id, number]>, mapId: Id): Promise<readonly T[]> {
  const all = await attempt(() => rowsOf(table, mapId).toArray());
  if (all) return all;
  const rows: T[] = [];
  for (const key of await keysOf(table, mapId)) {
    const row = await attempt(() => table.get(key));
    if (row) rows.push(row);
  }
  return rows;
}

async function keysOf<T>(table: Table<T, [Id, number]>, mapId: Id): Promise<readonly [Id, number][]> {
  return (await attempt(() => rowsOf(table, mapId).primaryKeys())) ?? [];
}

/** The rows of one map in a table whose keys are its id and a number, in the order of the numbers. */
export function rowsOf<T>(table: Table<T, [Id, number]>, mapId: Id): Collection<T, [Id, number]> {
  return table.where(":id").between([mapId, -Infinity], [mapId, Infinity]);
}

async function attempt<T>(read: () => PromiseLike<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    console.warn("A stored row cannot be read", error);
    return null;
  }
}
