import { contentHash } from "#model/content-hash.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { applyChanges } from "#model/map-change.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import type { JournalEntry } from "./database.ts";
import type { ReadyBatch } from "./journal-queue.ts";
import { type Batch, baseOf } from "./map-store.ts";
import { readDocument } from "./read-document.ts";
import type { ReadMap } from "./read-map.ts";

/** Changes that a page left in its last moment and that the store does not take now. */
export interface UnsavedLate {
  /** The document with them. */
  readonly map: JourneyMap;
  /** The journal with them, as far as it is kept. */
  readonly entries: readonly JournalEntry[];
  readonly batches: readonly ReadyBatch[];
}

/**
 * Follows the changes from what was read, without the store. Null when they do not lead on from there, by their
 * numbers and check sums, or when all of them are there already.
 */
export function unsavedLate(
  batches: readonly Batch[],
  { stored, rev, entries }: Pick<ReadMap, "stored" | "rev" | "entries">,
): UnsavedLate | null {
  let document = stored;
  let reached = rev;
  let journal = entries;
  const ready: ReadyBatch[] = [];
  for (const batch of batches.filter(({ head }) => head.rev > rev)) {
    const [first] = batch.entries;
    if (!first || baseOf(first, batch.replaced) !== reached) return null;
    document = document && applied(document, batch);
    const map = document && readDocument(document, FORMAT_VERSION, batch.head.mapId);
    if (!map) return null;
    ready.push({ batch, map });
    reached = batch.head.rev;
    journal = [...journal.filter(({ seq }) => seq !== batch.replaced?.seq), ...batch.entries];
  }
  const last = ready.at(-1);
  return last ? { map: last.map, entries: journal, batches: ready } : null;
}

/** Null when what comes out is not what the page had. */
function applied(document: JourneyMap, { entries, replaced, head }: Batch): JourneyMap | null {
  try {
    const before = replaced ? [replaced.inverse] : [];
    const after = applyChanges(document, [...before, ...entries.map(({ change }) => change)]);
    return contentHash(after) === head.hash ? after : null;
  } catch {
    return null;
  }
}
