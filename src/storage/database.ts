import { Dexie, type EntityTable, type Table } from "dexie";
import type { CommandLabel } from "#model/commands/command.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { MapChange } from "#model/map-change.ts";
import type { MapSummary } from "#model/summary.ts";
import type { BackupDirectory } from "./backup-folder/backup-directory.ts";
import { DATABASE_NAME } from "./database-version.ts";
import { type VersionTables, versionStores } from "./version-rows.ts";

/**
 * What is known of the present state of a map without reading it. One row for each map; those of earlier releases have
 * `counts` besides, which nobody reads.
 */
export interface Head {
  readonly mapId: Id;
  /** Grows by one with every change that is kept; whoever writes must know the present one. */
  readonly rev: number;
  /** The version of the document, as in a file. */
  readonly version: number;
  /** Of the document at `rev`. */
  readonly hash: string;
  readonly deletedAt: string | null;
}

/** One change in the journal of a map; the journal only grows at its end. */
export interface JournalEntry {
  readonly mapId: Id;
  /** The revision that this change led to. */
  readonly seq: number;
  /** How many revisions it covers: what is typed into one field becomes one entry, which grows. */
  readonly span: number;
  /** When the user made it, ISO 8601, UTC; never used for order. */
  readonly at: string;
  /** Who wrote it, so that a writer knows its own entry again when it sends one twice. */
  readonly writer: string;
  /** Null for a move in the history, and where nobody gave a command. */
  readonly label: CommandLabel | null;
  readonly mergeKey: string | null;
  /**
   * A step of the history, more of the step before, so many steps back (below zero) or on, or a change that came
   * from elsewhere (a repair, another window): no step before that one can be undone.
   */
  readonly move: "step" | "merge" | "cut" | number;
  readonly change: MapChange;
  readonly inverse: MapChange;
  /** Of the document after the change. */
  readonly hash: string;
}

/** The whole document at one revision, so that opening a map reads only the entries after it. */
export interface Checkpoint {
  readonly mapId: Id;
  readonly rev: number;
  /** The version of the document, as in a file. */
  readonly version: number;
  readonly hash: string;
  /** Written by this program, but perhaps by another release of it. */
  readonly document: JourneyMap;
}

/** What could not be read when a map was opened, kept as it was found. */
export interface Quarantined {
  readonly id: number;
  readonly mapId: Id;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Where it lay, such as `nodes/t01`. */
  readonly path: string;
  readonly value: unknown;
}

/** Facts about the database itself, read by any release before it touches anything else. */
export interface StoreFacts {
  readonly key: "store";
  /** Random, made when the database was made: another one means that another database is there now. */
  readonly storeId: string;
  /** The database version that wrote last. */
  readonly writer: number;
  /** Who knows only older database versions must not write. */
  readonly minReader: number;
}

/** A window that is open, or that ended without a word. */
export interface SessionFacts {
  readonly key: `session:${string}`;
}

/** A map whose time in the bin seems to be over. */
export interface OverdueFacts {
  readonly key: `overdue:${Id}`;
  /** When that was noticed, milliseconds. */
  readonly at: number;
}

/** A row of the first release: the whole map, written anew with every change. */
export interface FirstReleaseMap {
  readonly id: Id;
  readonly rev: number;
  readonly version: number;
  readonly deletedAt: string | null;
  readonly document: JourneyMap;
}

interface Tables extends VersionTables {
  /** Of the first release; read once, then empty. */
  readonly maps: EntityTable<FirstReleaseMap, "id">;
  readonly summaries: EntityTable<MapSummary, "id">;
  readonly heads: EntityTable<Head, "mapId">;
  readonly journal: Table<JournalEntry, [Id, number]>;
  readonly checkpoints: Table<Checkpoint, [Id, number]>;
  readonly quarantine: EntityTable<Quarantined, "id">;
  readonly facts: Table<StoreFacts | SessionFacts | OverdueFacts, string>;
  /** Written and emptied to make the browser begin a new log file. */
  readonly scratch: Table<unknown, number>;
  /** Handles of folders outside of the browser, by purpose. */
  readonly handles: Table<{ readonly key: string; readonly handle: BackupDirectory }, string>;
}

export type Database = Dexie & Tables;

export function openDatabase(name = DATABASE_NAME): Database {
  const database = new Dexie(name, {
    // The default of browsers ("relaxed") loses confirmed changes when the power fails.
    chromeTransactionDurability: "strict",
    // With the cache, live queries would show what is not yet committed.
    cache: "disabled",
    // Otherwise a put into a database that was deleted makes an empty new one and reports success.
    autoOpen: false,
  }) as Database;
  database.version(1).stores({ maps: "id", summaries: "id" });
  database.version(2).stores({
    heads: "mapId",
    journal: "[mapId+seq]",
    checkpoints: "[mapId+rev]",
    ...versionStores,
    quarantine: "++id, mapId",
    facts: "key",
    scratch: "++",
    handles: "key",
  });
  return database;
}

export async function storeFacts(database: Database): Promise<StoreFacts | null> {
  const facts = await database.facts.get("store");
  return facts?.key === "store" ? facts : null;
}
