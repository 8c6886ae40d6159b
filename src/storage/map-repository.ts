import { liveQuery } from "dexie";
import { createStore, type StoreApi } from "zustand/vanilla";
import { applyCommand } from "#model/commands/command.ts";
import { changeMap } from "#model/commands/map.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import { type MapSummary, summaryOf } from "#model/summary.ts";
import type { Database, StoredMap } from "./database.ts";
import { readDocument } from "./read-document.ts";

export interface LoadedMap {
  readonly map: JourneyMap;
  readonly rev: number;
}

/** The new revision, or why nothing was written. */
export type WriteResult =
  | { readonly rev: number }
  | { readonly problem: "changedElsewhere" | "removedElsewhere" };

export interface SummariesState {
  /** Null until they were read for the first time. */
  readonly rows: readonly MapSummary[] | null;
  /** The browser's own words when they could not be read. */
  readonly problem: string | null;
}

export interface MapRepository {
  readonly summaries: StoreApi<SummariesState>;
  load(id: Id): Promise<JourneyMap | null>;
  /** As `load`, with the revision that `write` wants to be told. */
  loadRevision(id: Id): Promise<LoadedMap | null>;
  create(map: JourneyMap): Promise<void>;
  /** Replaces the document if its revision is still `rev`; resolves once the transaction is complete. */
  write(map: JourneyMap, rev: number): Promise<WriteResult>;
  rename(id: Id, title: string): Promise<void>;
  duplicate(id: Id, title: string): Promise<Id | null>;
  moveToBin(id: Id): Promise<void>;
  restore(id: Id): Promise<void>;
  remove(id: Id): Promise<void>;
  /** Stops following the database. */
  close(): void;
}

export interface RepositoryOptions {
  readonly newId: () => Id;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

/** All maps of this browser. Inside of transactions there are only calls of Dexie, and nothing is caught. */
export function createMapRepository(database: Database, options: RepositoryOptions): MapRepository {
  const { newId, now } = options;
  const summaries = createStore<SummariesState>(() => ({ rows: null, problem: null }));
  const subscription = liveQuery(() => database.summaries.toArray()).subscribe({
    next: (rows) => summaries.setState({ rows, problem: null }),
    error: fail,
  });
  // A live query keeps silent about a database that cannot be opened.
  database.open().catch(fail);

  function fail(error: unknown): void {
    summaries.setState({ problem: String(error) });
  }

  async function loadRevision(id: Id): Promise<LoadedMap | null> {
    const row = await database.maps.get(id);
    if (!row || row.deletedAt !== null) return null;
    const map = readDocument(row);
    if (!map) console.error(`The stored map ${id} cannot be read`, row);
    return map && { map, rev: row.rev };
  }

  async function create(map: JourneyMap): Promise<void> {
    await inTransaction(database, async () => {
      const row = rowOf(map, 1, null);
      await database.maps.add(row);
      await database.summaries.put(summaryOf(map, null));
    });
  }

  function write(map: JourneyMap, rev: number): Promise<WriteResult> {
    return inTransaction(database, async (): Promise<WriteResult> => {
      const row = await database.maps.get(map.id);
      if (!row || row.deletedAt !== null) return { problem: "removedElsewhere" };
      if (row.rev !== rev) return { problem: "changedElsewhere" };
      await put(database, rowOf(map, rev + 1, null));
      return { rev: rev + 1 };
    });
  }

  async function rename(id: Id, title: string): Promise<void> {
    await inTransaction(database, async () => {
      const row = await database.maps.get(id);
      const map = row ? readDocument(row) : null;
      if (!row || !map) return;
      const renamed = applyCommand(map, changeMap({ title }), now());
      await put(database, rowOf(renamed, row.rev + 1, row.deletedAt));
    });
  }

  /** The revision stays: an editor that has the map open may go on when it comes back. */
  async function mark(id: Id, deletedAt: string | null): Promise<void> {
    await inTransaction(database, async () => {
      await database.maps.update(id, { deletedAt });
      await database.summaries.update(id, { deletedAt });
    });
  }

  async function duplicate(id: Id, title: string): Promise<Id | null> {
    const loaded = await loadRevision(id);
    if (!loaded) return null;
    const at = now();
    const copy = { ...loaded.map, id: newId(), title, createdAt: at, updatedAt: at };
    await create(copy);
    return copy.id;
  }

  return {
    summaries,
    load: async (id) => (await loadRevision(id))?.map ?? null,
    loadRevision,
    create,
    write,
    rename,
    duplicate,
    moveToBin: (id) => mark(id, now()),
    restore: (id) => mark(id, null),
    remove: (id) =>
      inTransaction(database, async () => {
        await database.maps.delete(id);
        await database.summaries.delete(id);
      }),
    close: () => subscription.unsubscribe(),
  };
}

function rowOf(map: JourneyMap, rev: number, deletedAt: string | null): StoredMap {
  return { id: map.id, rev, version: FORMAT_VERSION, deletedAt, document: map };
}

function inTransaction<T>(database: Database, work: () => Promise<T>): Promise<T> {
  return database.transaction("rw", database.maps, database.summaries, work);
}

async function put(database: Database, row: StoredMap): Promise<void> {
  await database.maps.put(row);
  await database.summaries.put(summaryOf(row.document, row.deletedAt));
}
