import { liveQuery } from "dexie";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Id } from "#model/journey-map.ts";
import { type MapSummary, summaryOf } from "#model/summary.ts";
import type { Connection } from "./connection.ts";
import { readMap } from "./read-map.ts";
import { type FoundRows, readTable } from "./read-rows.ts";

export interface SummariesState {
  /** Null until they were read for the first time. */
  readonly rows: readonly MapSummary[] | null;
  /** The browser's own words when they could not be read. */
  readonly problem: string | null;
}

export interface FollowedSummaries {
  readonly summaries: StoreApi<SummariesState>;
  close(): void;
}

export interface FollowOptions {
  /** ISO 8601, UTC. */
  readonly now: () => string;
  /** Told when there is a map of which nothing can be read, not even its name. */
  onUnlisted?(): void;
}

/** The rows of the library, also when another window changes them; begun anew with every connection. */
export function followSummaries(connection: Connection, options: FollowOptions): FollowedSummaries {
  const { database } = connection;
  const summaries = createStore<SummariesState>(() => ({ rows: null, problem: null }));
  /** Of maps whose row cannot be read; null when the map cannot be read either, or not yet. */
  const mended = new Map<Id, MapSummary | null>();
  let found: FoundRows<MapSummary, Id> = { rows: [], unreadable: [] };
  const fail = (error: unknown) => summaries.setState({ problem: String(error) });

  function tell(): void {
    const others = found.unreadable.flatMap((id) => mended.get(id) ?? []);
    summaries.setState({ rows: [...found.rows, ...others], problem: null });
  }

  /** A row that cannot be read follows from its map; it is written anew where the store takes it. */
  async function mend(id: Id): Promise<void> {
    mended.set(id, null);
    try {
      const result = await readMap(database, id, options.now());
      if ("problem" in result) return options.onUnlisted?.();
      const summary = summaryOf(result.map, result.head.deletedAt);
      mended.set(id, summary);
      tell();
      await database.summaries.put(summary);
    } catch (error) {
      console.warn(`The row of map ${id} could not be written anew`, error);
    }
  }

  let subscription: { unsubscribe(): void } | null = null;
  const endOpen = connection.onOpen(() => {
    subscription?.unsubscribe();
    subscription = liveQuery(() => readTable(database.summaries)).subscribe({
      next(rows) {
        found = rows;
        tell();
        for (const id of rows.unreadable) if (!mended.has(id)) void mend(id);
      },
      error: fail,
    });
  });
  // A live query keeps silent about a database that cannot be opened.
  connection.ready().catch(fail);
  return {
    summaries,
    close() {
      endOpen();
      subscription?.unsubscribe();
    },
  };
}
