import { Dexie, type EntityTable } from "dexie";
import type { Id } from "#model/journey-map.ts";
import { figuresMadeBy, type MapFigures } from "#model/portfolio/figures.ts";
import { DATABASE_NAME } from "../database-version.ts";

/** The figures of one state of a map. */
export interface StoredFigures {
  readonly mapId: Id;
  /** Tells this state of the map from all others. */
  readonly stamp: string;
  readonly figures: MapFigures;
}

interface FiguresRow extends StoredFigures {
  readonly madeBy: string;
}

/** The ids of the findings of a map: those seen last, and those that were gone once. */
export interface StoredFindings {
  readonly seen: readonly string[];
  readonly gone: readonly string[];
}

interface FindingsRow extends StoredFindings {
  readonly mapId: Id;
}

const none: StoredFindings = { seen: [], gone: [] };

/** What the desk knows of maps besides the maps themselves. Nothing here ever rejects: one can work without it. */
export interface FiguresStore {
  /** What is kept of these maps. */
  read(mapIds: readonly Id[]): Promise<readonly StoredFigures[]>;
  write(rows: readonly StoredFigures[]): Promise<void>;
  readKnown(mapId: Id): Promise<StoredFindings>;
  writeKnown(mapId: Id, findings: StoredFindings): Promise<void>;
  remove(mapId: Id): Promise<void>;
  /** Removes what is kept of any other maps. */
  keepOnly(mapIds: ReadonlySet<Id>): Promise<void>;
}

/** For a browser that keeps nothing. */
export const keepsNoFigures: FiguresStore = {
  read: async () => [],
  write: async () => {},
  readKnown: async () => none,
  writeKnown: async () => {},
  remove: async () => {},
  keepOnly: async () => {},
};

/**
 * A database of its own: what can be made anew or done without may not stand in the way of what cannot. So it needs no new layout of
 * the maps' database, no lock of it, and no disk write before a change counts as saved. Its name begins like that one's,
 * by which the recovery page finds it when everything is deleted.
 */
export const FIGURES_DATABASE = `${DATABASE_NAME}-figures`;

export function createFiguresStore(name = FIGURES_DATABASE): FiguresStore {
  const database = new Dexie(name, {
    cache: "disabled",
    // Nobody waits for it, and nothing that anybody made is lost with it when the power fails.
    chromeTransactionDurability: "relaxed",
  }) as Dexie & {
    readonly figures: EntityTable<FiguresRow, "mapId">;
    readonly findings: EntityTable<FindingsRow, "mapId">;
  };
  database.version(1).stores({ figures: "mapId" });
  database.version(2).stores({ findings: "mapId" });
  const tables = [database.figures, database.findings];
  async function attempt<T>(work: () => PromiseLike<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      console.warn("What is known of maps besides them could not be kept or read", error);
      return otherwise;
    }
  }
  return {
    read: (mapIds) =>
      attempt(async () => {
        const rows = await database.figures.bulkGet([...mapIds]);
        return rows.filter((row) => row?.madeBy === figuresMadeBy).filter((row) => row !== undefined);
      }, []),
    write: (rows) =>
      attempt(async () => {
        await database.figures.bulkPut(rows.map((row) => ({ ...row, madeBy: figuresMadeBy })));
      }, undefined),
    readKnown: (mapId) => attempt(async () => (await database.findings.get(mapId)) ?? none, none),
    writeKnown: (mapId, findings) =>
      attempt(async () => {
        await database.findings.put({ mapId, ...findings });
      }, undefined),
    remove: (mapId) =>
      attempt(async () => {
        for (const table of tables) await table.delete(mapId);
      }, undefined),
    keepOnly: (mapIds) =>
      attempt(async () => {
        for (const table of tables) {
          const kept = await table.toCollection().primaryKeys();
          await table.bulkDelete(kept.filter((id) => !mapIds.has(id)));
        }
      }, undefined),
  };
}
