import type { Id } from "#model/journey-map.ts";
import type { Batch } from "./map-store.ts";
import { isRecord } from "./read-document.ts";

/** A store of the browser, which may refuse every call. */
export type LateTexts = Pick<Storage, "getItem" | "setItem">;

/** What a page left in its last moment. */
export interface LateText {
  /** As it lies in the store. */
  readonly text: string;
  /** In order, each following the one before it. */
  readonly batches: readonly Batch[];
}

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

/** Null when there is nothing. */
export function readLate(texts: LateTexts, mapId: Id): LateText | null {
  try {
    const text = texts.getItem(keyOf(mapId)) ?? "";
    const batches: unknown = JSON.parse(text || "null");
    const isSound = Array.isArray(batches) && batches.every((batch) => isBatch(batch, mapId));
    return isSound ? { text, batches } : null;
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

/** Takes a text away that is not needed any more, unless another page has left one meanwhile. */
export function clearLate(texts: LateTexts, mapId: Id, { text }: LateText): void {
  try {
    if (texts.getItem(keyOf(mapId)) === text) texts.setItem(keyOf(mapId), "");
  } catch {
    // It will be found again, and found to be there already.
  }
}
