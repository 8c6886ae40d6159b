import { contentHash } from "#model/content-hash.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { applyChanges } from "#model/map-change.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import type { Checkpoint, Database, Head, JournalEntry } from "./database.ts";
import { hasShape, readDocument } from "./read-document.ts";
import { attempt, keysOf, readRow, readRowsOf } from "./read-rows.ts";
import { type Damage, salvageDocument } from "./salvage-document.ts";

/** What reading a map came to. */
export interface ReadMap {
  readonly map: JourneyMap;
  /** As it was found, or made from the rest where it could not be read. */
  readonly head: Head;
  /** What a replacement of the map follows. */
  readonly base: ReplacedBase;
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
  | { readonly problem: "unreadable"; readonly base: ReplacedBase };

/** The revision of the head that was read; or that there is one, which cannot be read. */
export type ReplacedBase = number | "unreadable";

/** The path of a head that cannot be read, among what is damaged. */
export const HEAD = "head";
/** So often a map is read again that was changed while it was read. */
const MOST_READS = 5;

/**
 * Opens a map as `readOnce` does. Its parts are read one after the other, so that one that is damaged does not take
 * the others along; where another window writes in between, they do not fit together although nothing is damaged.
 */
export async function readMap(database: Database, mapId: Id, at: string): Promise<ReadMap | ReadFailure> {
  for (let reads = 1; ; reads += 1) {
    const head = await readRow(database.heads, mapId);
    if (head === undefined) return { problem: "missing" };
    // Nobody can write such a map either.
    if (head === "unreadable") return readWithoutHead(database, mapId, at);
    const result = await readOnce(database, head, at);
    const isSound = "map" in result && result.damage.length === 0;
    if (isSound || reads === MOST_READS) return result;
    const present = (await attempt(() => database.heads.get(mapId))) ?? null;
    if (present?.rev === head.rev && present.hash === head.hash) return result;
  }
}

/** As if the head were what follows from all the rest. */
async function readWithoutHead(database: Database, mapId: Id, at: string): Promise<ReadMap | ReadFailure> {
  const base = "unreadable";
  const head = await headFromRest(database, mapId);
  const result = head && (await readOnce(database, head, at));
  if (result === null) return { problem: "unreadable", base };
  if ("problem" in result) return result.problem === "unreadable" ? { ...result, base } : result;
  return { ...result, base, damage: [{ path: HEAD, value: null }, ...result.damage] };
}

async function headFromRest(database: Database, mapId: Id): Promise<Head | null> {
  const entry = (await readRowsOf<JournalEntry>(database.journal, mapId)).at(-1);
  const summary = await attempt(() => database.summaries.get(mapId));
  for (const key of [...(await keysOf(database.checkpoints, mapId))].reverse()) {
    const checkpoint = await attempt(() => database.checkpoints.get(key));
    if (!checkpoint) continue;
    const { rev, hash, version } = checkpoint;
    const last = entry && entry.seq > rev ? { rev: entry.seq, hash: entry.hash } : { rev, hash };
    return { mapId, ...last, version, deletedAt: summary?.deletedAt ?? null };
  }
  return null;
}

/**
 * The newest sound checkpoint and the journal after it, checked by numbers and check sum. When that fails an older
 * checkpoint is tried, then the longest part of the journal that fits, then what can be salvaged.
 */
async function readOnce(database: Database, head: Head, at: string): Promise<ReadMap | ReadFailure> {
  const { mapId } = head;
  if (head.version > FORMAT_VERSION) return { problem: "newer" };
  const entries = await readRowsOf<JournalEntry>(database.journal, mapId);
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
  return { ...best, head, base: head.rev, entries, damage: lost };
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
  return { map, stored: null, head, base: head.rev, rev: reached, checkpointRev: rev, entries: [], damage };
}
