import type { Id } from "#model/journey-map.ts";
import type { Connection } from "./connection.ts";
import type { Database } from "./database.ts";
import { clearLate, type LateText, type LateTexts, readLate } from "./late-texts.ts";
import { append, type Batch } from "./map-store.ts";
import type { ReadMap } from "./read-map.ts";
import { rowsOf } from "./read-rows.ts";
import { inTime } from "./timing.ts";
import { type UnsavedLate, unsavedLate } from "./unsaved-late.ts";

/** A full disk may never answer: then a map is opened without asking any longer, milliseconds. */
const PATIENCE = 3000;

/** What pages left in their last moment, for whoever opens their maps next. */
export interface LateChanges {
  /**
   * Puts it into the journal, as far as it is not there already, and what does not fit any more into quarantine.
   * Rejects when the store takes nothing; all stays where it is then.
   */
  adopt(mapId: Id): Promise<void>;
  /** What `adopt` could not put into the journal, following what was read; null when there is nothing that does. */
  unsaved(read: ReadMap): WaitingLate | null;
}

export interface WaitingLate extends UnsavedLate {
  /** To be called when it is in the journal. */
  forget(): void;
}

export interface LateOptions {
  readonly texts: LateTexts;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** Told when some went into quarantine; `title`: that of the map. */
  onApart?(title: string): void;
}

export function createLateChanges(connection: Connection, { texts, now, onApart }: LateOptions): LateChanges {
  const { database } = connection;

  async function adoptOne(mapId: Id, late: LateText): Promise<void> {
    let isKept = false;
    for (const batch of late.batches) {
      isKept = "rev" in (await append(database, connection.storeId(), batch));
    }
    // A page that lived on after all has written it itself, and more; another window may have gone on without it.
    const isLost = !isKept && !(await isPassed(database, mapId, late.batches.at(-1)));
    if (isLost) await database.quarantine.add({ mapId, at: now(), path: "late", value: late.batches });
    clearLate(texts, late);
    if (isLost) onApart?.(late.batches.at(-1)?.summary.title ?? "");
  }

  async function adoptAll(mapId: Id, left: readonly LateText[]): Promise<true> {
    for (const late of left) await adoptOne(mapId, late);
    return true;
  }

  return {
    async adopt(mapId) {
      const left = readLate(texts, mapId);
      if (left.length === 0) return;
      const isAnswered = await inTime(adoptAll(mapId, left), PATIENCE, false);
      if (isAnswered) return;
      // What is under way would keep all reading waiting.
      await inTime(connection.reconnect(), PATIENCE, undefined);
      throw new DOMException("the store does not answer", "TimeoutError");
    },
    unsaved(read) {
      for (const late of readLate(texts, read.head.mapId)) {
        const unsaved = unsavedLate(late.batches, read);
        if (unsaved) return { ...unsaved, forget: () => clearLate(texts, late) };
      }
      return null;
    },
  };
}

/** Whether the journal holds later changes of the same writer. */
async function isPassed(database: Database, mapId: Id, last: Batch | undefined): Promise<boolean> {
  const entry = last?.entries.at(-1);
  if (!entry) return true;
  const later = rowsOf(database.journal, mapId).filter(
    ({ seq, writer }) => seq >= entry.seq && writer === entry.writer,
  );
  return (await later.count()) > 0;
}
