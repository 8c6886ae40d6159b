import type { Id } from "#model/journey-map.ts";
import type { Database } from "./database.ts";
import { append, type Batch } from "./map-store.ts";
import { isRecord } from "./read-document.ts";
import { rowsOf } from "./read-map.ts";

/** A store of the browser, which may refuse every call. */
export type LateTexts = Pick<Storage, "getItem" | "setItem">;

const keyOf = (mapId: Id) => `dreiklang.late.${mapId}`;

/**
 * Takes what is not acknowledged yet in the last moment of a page. A transaction of the database that looks before
 * it writes does not live to its end then, nor does one that has to wait for such a one, and in SQLite each waits
 * for all others (measured). A text in `localStorage` arrives; it may be lost when the browser is killed within
 * seconds, but nobody was told yet that these changes are saved. Whoever opens the map next adopts them.
 */
export function keepLate(texts: LateTexts, batches: readonly Batch[]): void {
  const [first] = batches;
  if (!first) return;
  try {
    texts.setItem(keyOf(first.head.mapId), JSON.stringify(batches));
  } catch {
    // Full or forbidden: then there is nothing left that could be done.
  }
}

/** Puts what a page left in its last moment into the journal, as far as it is not there already. */
export async function adoptLate(
  database: Database,
  storeId: string,
  texts: LateTexts,
  mapId: Id,
  at: string,
): Promise<void> {
  const batches = readLate(texts, mapId);
  if (batches === null) return;
  let isKept = false;
  for (const batch of batches) isKept = "rev" in (await append(database, storeId, batch));
  // A page that lived on after all has written it itself, and more; another window may have gone on without it.
  const isLost = !isKept && !(await isPassed(database, mapId, batches.at(-1)));
  if (isLost) await database.quarantine.add({ mapId, at, path: "late", value: batches });
  clear(texts, mapId);
}

/** Null when there is nothing. */
function readLate(texts: LateTexts, mapId: Id): readonly Batch[] | null {
  try {
    const stored: unknown = JSON.parse(texts.getItem(keyOf(mapId)) || "null");
    const isSound = Array.isArray(stored) && stored.every((batch) => isBatch(batch, mapId));
    return isSound ? stored : null;
  } catch {
    return null;
  }
}

/** Only the shape is looked at: this program wrote it, and the check sum of the document will tell. */
function isBatch(value: unknown, mapId: Id): value is Batch {
  if (!isRecord(value) || !isRecord(value.head) || !isRecord(value.summary)) return false;
  const { entries, head, summary } = value;
  if (head.mapId !== mapId || summary.id !== mapId || !Array.isArray(entries)) return false;
  return entries.every((entry) => isRecord(entry) && entry.mapId === mapId && Number.isInteger(entry.seq));
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

function clear(texts: LateTexts, mapId: Id): void {
  try {
    texts.setItem(keyOf(mapId), "");
  } catch {
    // It will be found again, and found to be there already.
  }
}
