import { Dexie, type EntityTable } from "dexie";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { MapSummary } from "#model/summary.ts";

/** A map as it is kept. */
export interface StoredMap {
  readonly id: Id;
  /** Grows by one with every write; whoever writes must know the present one. */
  readonly rev: number;
  /** The version of the document, as in a file. */
  readonly version: number;
  readonly deletedAt: string | null;
  /** Written by this program, but perhaps by another release of it. */
  readonly document: JourneyMap;
}

export type Database = Dexie & {
  readonly maps: EntityTable<StoredMap, "id">;
  /** Always written in one transaction with `maps`, so that both tell the same. */
  readonly summaries: EntityTable<MapSummary, "id">;
};

export function openDatabase(name = "dreiklang"): Database {
  const database = new Dexie(name, {
    // The default of browsers ("relaxed") loses confirmed changes when the power fails.
    chromeTransactionDurability: "strict",
    // With the cache, live queries would show what is not yet committed.
    cache: "disabled",
  }) as Database;
  database.version(1).stores({ maps: "id", summaries: "id" });
  return database;
}
