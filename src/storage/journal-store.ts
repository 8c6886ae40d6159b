import type { JourneyMap } from "#model/journey-map.ts";
import type { Batch, ReplaceResult, WriteResult } from "./map-store.ts";

/** Where the journal of one map is written; `map-store.ts` with the database filled in. */
export interface JournalStore {
  append(batch: Batch): Promise<WriteResult>;
  writeCheckpoint(map: JourneyMap, rev: number): Promise<void>;
  /** Takes changes in the last moment of a page, without an answer. */
  keepLate(batches: readonly Batch[]): void;
  /** Makes the document the present state where the whole store is another one now, if the map is not in that one. */
  rewrite(map: JourneyMap, rev: number): Promise<ReplaceResult>;
  /** Resolves when the store can be reached. */
  look(): Promise<void>;
  /** Opens the connection anew after something went wrong. */
  reconnect(): Promise<void>;
}
