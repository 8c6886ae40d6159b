import type { Id } from "#model/journey-map.ts";
import type { Connection } from "./connection.ts";
import type { Database } from "./database.ts";
import { clearLate, type LateText, type LateTexts, readLate } from "./late-texts.ts";
import { append, type Batch } from "./map-store.ts";
import { type ReadMap, rowsOf } from "./read-map.ts";
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
}

export function createLateChanges(connection: Connection, { texts, now }: LateOptions): LateChanges {
  const { database } = connection;

  async function adoptAll(mapId: Id, late: LateText): Promise<void> {
    let isKept = false;
    for (const batch of late.batches) {
      isKept = "rev" in (await append(database, connection.storeId(), batch));
    }
    // A page that lived on after all has written it itself, and more; another window may have gone on without it.
    const isLost = !isKept && !(await isPassed(database, mapId, late.batches.at(-1)));
    if (isLost) await database.quarantine.add({ mapId, at: now(), path: "late", value: late.batches });
    clearLate(texts, mapId, late);
  }

  return {
    async adopt(mapId) {
      const late = readLate(texts, mapId);
      if (late === null) return;
      const isAnswered = await inTime(
        adoptAll(mapId, late).then(() => true),
        PATIENCE,
        false,
      );
      if (isAnswered) return;
      // What is under way would keep all reading waiting.
      await inTime(connection.reconnect(), PATIENCE, undefined);
      throw new DOMException("the store does not answer", "TimeoutError");
    },
    unsaved(read) {
      const { mapId } = read.head;
      const late = readLate(texts, mapId);
      const unsaved = late && unsavedLate(late.batches, read);
      return unsaved && { ...unsaved, forget: () => clearLate(texts, mapId, late) };
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
