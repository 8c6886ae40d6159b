import type { DocumentChange } from "#editor/editor.ts";
import { contentHash } from "#model/content-hash.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { changeBetween } from "#model/map-change.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import { type MapSummary, summaryOf } from "#model/summary.ts";
import {
  type Checkpoint,
  type Database,
  type Head,
  type JournalEntry,
  type Quarantined,
  storeFacts,
} from "./database.ts";
import type { ReplacedBase } from "./read-map.ts";
import { rowsOf } from "./read-rows.ts";

/** So many entries are kept behind the newest one: more than the steps that can be undone after a reload. */
const KEPT_ENTRIES = 400;
/** Of the checkpoints the newest, and one more in case that it cannot be read. */
const KEPT_CHECKPOINTS = 2;

/** A change that is to be kept; "cut": it came from elsewhere, and what was before it cannot be undone. */
export type Change = Omit<DocumentChange, "move"> & { readonly move: JournalEntry["move"] };

/** The new revision, or why nothing was written. */
export type WriteResult =
  | { readonly rev: number }
  | { readonly problem: "changedElsewhere" | "removedElsewhere" | "storeReplaced" };

/** The entries of changes that follow revision `rev` of a map. `writer` tells whose they are. */
export function entriesOf(changes: readonly Change[], rev: number, writer: string): readonly JournalEntry[] {
  return changes.map(({ before, after, at, label, mergeKey, move }, index) => ({
    mapId: after.id,
    seq: rev + index + 1,
    span: 1,
    at,
    writer,
    label,
    mergeKey,
    move,
    change: changeBetween(before, after),
    inverse: changeBetween(after, before),
    hash: contentHash(after),
  }));
}

/** The entry of a step that went on: it leads from where the step began to where it is now. */
export function grownEntry(
  { entry, before }: { readonly entry: JournalEntry; readonly before: JourneyMap },
  { after, label, at }: Change,
  rev: number,
): JournalEntry {
  return {
    ...entry,
    seq: rev + 1,
    span: entry.span + 1,
    at,
    label,
    change: changeBetween(before, after),
    inverse: changeBetween(after, before),
    hash: contentHash(after),
  };
}

export function headOf(map: JourneyMap, rev: number, deletedAt: string | null = null): Head {
  return {
    mapId: map.id,
    rev,
    version: FORMAT_VERSION,
    hash: contentHash(map),
    deletedAt,
  };
}

function checkpointOf(map: JourneyMap, rev: number): Checkpoint {
  return { mapId: map.id, rev, version: FORMAT_VERSION, hash: contentHash(map), document: map };
}

export interface Batch {
  /** In order; the first one follows the present revision. */
  readonly entries: readonly JournalEntry[];
  /** An entry that the first of `entries` replaces, since it grew out of it. */
  readonly replaced: JournalEntry | null;
  /** After all entries. */
  readonly head: Head;
  readonly summary: MapSummary;
}

export function batchOf(
  entries: readonly JournalEntry[],
  map: JourneyMap,
  replaced: JournalEntry | null,
): Batch {
  const last = entries.at(-1);
  if (!last) throw new Error("a batch without entries");
  return { entries, replaced, head: headOf(map, last.seq), summary: summaryOf(map, null) };
}

/**
 * Keeps changes in one strict transaction; resolves once it is complete. Nothing is written when the map is not
 * at the revision that the entries follow. The same batch may be sent twice: the second time changes nothing.
 * `storeId`: of the database that the map was read from.
 */
export function append(
  database: Database,
  storeId: string,
  { entries, replaced, head, summary }: Batch,
): Promise<WriteResult> {
  const [first] = entries;
  const { mapId, rev } = head;
  return inTransaction(database, async (): Promise<WriteResult> => {
    const present = await database.heads.get(mapId);
    if (!present) {
      const facts = await storeFacts(database);
      return { problem: facts?.storeId === storeId ? "removedElsewhere" : "storeReplaced" };
    }
    if (present.rev >= rev) {
      // What was sent after it may be there as well, and its last entry may have grown meanwhile.
      const last = await database.journal
        .where(":id")
        .between([mapId, rev], [mapId, Infinity], true, true)
        .first();
      const isOwn = last !== undefined && last.writer === first?.writer && last.seq - last.span < rev;
      if (isOwn && (last.seq > rev || last.hash === head.hash)) return { rev };
    }
    if (present.deletedAt !== null) return { problem: "removedElsewhere" };
    if (first === undefined || present.rev !== baseOf(first, replaced))
      return { problem: "changedElsewhere" };
    if (replaced) await database.journal.delete([mapId, replaced.seq]);
    await database.journal.bulkAdd(entries);
    await database.heads.put(head);
    await database.summaries.put(summary);
    return { rev };
  });
}

/** The revision that a batch follows. */
export function baseOf(first: JournalEntry, replaced: JournalEntry | null): number {
  return replaced ? replaced.seq : first.seq - first.span;
}

/** Keeps a new map. Rejects when there is one of this id. */
export function create(database: Database, map: JourneyMap): Promise<void> {
  return inTransaction(database, async () => {
    await database.heads.add(headOf(map, 1));
    await database.checkpoints.put(checkpointOf(map, 1));
    await database.summaries.put(summaryOf(map, null));
  });
}

/** Keeps the whole document of a revision, and lets go of what is too old to be needed again. */
export function writeCheckpoint(database: Database, map: JourneyMap, rev: number): Promise<void> {
  return inTransaction(database, async () => {
    const head = await database.heads.get(map.id);
    // What was not kept may not be taken for a state of the map.
    if (!head || head.rev < rev) return;
    await database.checkpoints.put(checkpointOf(map, rev));
    const keys = await rowsOf(database.checkpoints, map.id).primaryKeys();
    const old = keys.slice(0, -KEPT_CHECKPOINTS);
    await database.checkpoints.bulkDelete(old);
    const oldest = keys[old.length]?.[1] ?? rev;
    const until = Math.min(oldest, head.rev - KEPT_ENTRIES);
    await database.journal.where(":id").between([map.id, -Infinity], [map.id, until], true, true).delete();
  });
}

/** A document that takes the place of all that is kept of its map. */
export interface Replacement {
  readonly map: JourneyMap;
  /** Above every revision that was ever given to the map, so that nobody takes an entry of before for one of after. */
  readonly rev: number;
  readonly deletedAt: string | null;
  /** What the map must be at; null: it must not be there. A head that cannot be read cannot be compared. */
  readonly base: ReplacedBase | null;
  /** What is taken away with it and has to be kept apart. */
  readonly apart?: readonly Omit<Quarantined, "id">[];
}

/** The new revision, or that nothing was written, since somebody else has written meanwhile. */
export type ReplaceResult = { readonly rev: number } | { readonly problem: "changedElsewhere" };

/**
 * Makes a document the present state of a map: for what was repaired, restored from elsewhere or lost with the whole
 * database. Whatever is there goes, but only in the state that the caller has seen. The same replacement may be sent
 * twice: the second time changes nothing.
 */
export function replaceMap(
  database: Database,
  { map, rev, deletedAt, base, apart = [] }: Replacement,
): Promise<ReplaceResult> {
  const { heads, summaries, journal, checkpoints, quarantine } = database;
  return database.transaction(
    "rw",
    [heads, summaries, journal, checkpoints, quarantine],
    async (): Promise<ReplaceResult> => {
      const head = headOf(map, rev, deletedAt);
      if (base !== "unreadable") {
        const present = await heads.get(map.id);
        if (present?.rev === rev && present.hash === head.hash) return { rev };
        if ((present?.rev ?? null) !== base) return { problem: "changedElsewhere" };
      }
      await rowsOf(journal, map.id).delete();
      await rowsOf(checkpoints, map.id).delete();
      await checkpoints.put(checkpointOf(map, rev));
      await heads.put(head);
      await summaries.put(summaryOf(map, deletedAt));
      await quarantine.bulkAdd(apart);
      return { rev };
    },
  );
}

/** Puts a map into the bin or takes it out. The revision stays: an editor that has the map open may go on. */
export function mark(database: Database, mapId: Id, deletedAt: string | null): Promise<void> {
  return inTransaction(database, async () => {
    await database.heads.update(mapId, { deletedAt });
    await database.summaries.update(mapId, { deletedAt });
  });
}

function inTransaction<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const { heads, summaries, journal, checkpoints, facts } = database;
  return database.transaction("rw", [heads, summaries, journal, checkpoints, facts], work);
}

/** Brings maps of the first release, which kept one row for each, to where they lie now. */
export function adoptFirstRelease(database: Database): Promise<void> {
  const { maps, heads, summaries, checkpoints } = database;
  return database.transaction("rw", [maps, heads, summaries, checkpoints], async () => {
    const old = await maps.toArray();
    // Not even an empty store is emptied: on a full disk nothing can be written, and all can be read.
    if (old.length === 0) return;
    for (const { id, rev, version, deletedAt, document } of old) {
      if (await heads.get(id)) continue;
      const hash = contentHash(document);
      await checkpoints.put({ mapId: id, rev, version, hash, document });
      await heads.put({ mapId: id, rev, version, hash, deletedAt });
    }
    await maps.clear();
  });
}
