import type { Id } from "#model/journey-map.ts";
import type { Batch } from "./map-store.ts";
import { isRecord } from "./read-document.ts";

/** A store of the browser, which may refuse every call. */
export type LateTexts = Pick<Storage, "getItem" | "setItem">;

/** What a page left in its last moment. */
export interface LateText {
  readonly key: string;
  /** As it lies in the store. */
  readonly text: string;
  /** In order, each following the one before it. */
  readonly batches: readonly Batch[];
}

/** So many pages can leave changes of one map before the first of them is overwritten. */
const PLACES = 5;

export function lateKeysOf(mapId: Id): readonly string[] {
  const key = `dreiklang.late.${mapId}`;
  return [key, ...Array.from({ length: PLACES - 1 }, (_, index) => `${key}.${index + 2}`)];
}

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
    // What another page has left, and nobody could take over yet, is not overwritten.
    const writers = new Set(batches.flatMap(writersOf));
    const keys = lateKeysOf(first.head.mapId);
    const key = keys.find((one) => readAt(texts, one)?.every((batch) => isOf(batch, writers)) ?? true);
    texts.setItem(key ?? keys[0] ?? "", JSON.stringify(batches));
  } catch {
    // Full or forbidden: then there is nothing left that could be done.
  }
}

const writersOf = ({ entries }: Batch) => entries.map(({ writer }) => writer);
const isOf = (batch: Batch, writers: ReadonlySet<string>) =>
  writersOf(batch).every((writer) => writers.has(writer));

/** What pages have left of a map. */
export function readLate(texts: LateTexts, mapId: Id): readonly LateText[] {
  return lateKeysOf(mapId).flatMap((key) => {
    const batches = readAt(texts, key);
    if (!batches?.every(({ head }) => head.mapId === mapId)) return [];
    return [{ key, text: texts.getItem(key) ?? "", batches }];
  });
}

/** Null when there is nothing. */
function readAt(texts: LateTexts, key: string): readonly Batch[] | null {
  try {
    const batches: unknown = JSON.parse(texts.getItem(key) || "null");
    return Array.isArray(batches) && batches.length > 0 && batches.every(isBatch) ? batches : null;
  } catch {
    return null;
  }
}

/** Only the shape is looked at: this program wrote it, and the check sum of the document will tell. */
function isBatch(value: unknown): value is Batch {
  if (!isRecord(value) || !isRecord(value.head) || !isRecord(value.summary)) return false;
  const { entries, head, summary } = value;
  if (summary.id !== head.mapId || !Array.isArray(entries)) return false;
  return entries.every(
    (entry) => isRecord(entry) && entry.mapId === head.mapId && Number.isInteger(entry.seq),
  );
}

/** Takes a text away that is not needed any more, unless another page has left one meanwhile. */
export function clearLate(texts: LateTexts, { key, text }: LateText): void {
  try {
    if (texts.getItem(key) === text) texts.setItem(key, "");
  } catch {
    // It will be found again, and found to be there already.
  }
}
