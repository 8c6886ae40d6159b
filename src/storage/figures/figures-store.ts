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

/** Figures of maps, kept so that nobody has to read the maps for them. Nothing here ever rejects: they can be made anew. */
export interface FiguresStore {
  /** What is kept of these maps. */
  read(mapIds: readonly Id[]): Promise<readonly StoredFigures[]>;
  write(rows: readonly StoredFigures[]): Promise<void>;
  remove(mapId: Id): Promise<void>;
  /** Removes what is kept of any other maps. */
  keepOnly(mapIds: ReadonlySet<Id>): Promise<void>;
}

/** For a browser that keeps nothing. */
export const keepsNoFigures: FiguresStore = {
  read: async () => [],
  write: async () => {},
  remove: async () => {},
  keepOnly: async () => {},
};

/**
 * A database of its own: what can be made anew may not stand in the way of what cannot. So it needs no new layout of
 * the maps' database, no lock of it, and no disk write before a change counts as saved. Its name begins like that one's,
 * by which the recovery page finds it when everything is deleted.
 */
export const FIGURES_DATABASE = `${DATABASE_NAME}-figures`;

export function createFiguresStore(name = FIGURES_DATABASE): FiguresStore {
  const database = new Dexie(name, { cache: "disabled" }) as Dexie & {
    readonly figures: EntityTable<FiguresRow, "mapId">;
  };
  database.version(1).stores({ figures: "mapId" });
  async function attempt<T>(work: () => PromiseLike<T>, otherwise: T): Promise<T> {
    try {
      return await work();
    } catch (error) {
      console.warn("The figures of the portfolio could not be kept or read", error);
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
    remove: (mapId) => attempt(() => database.figures.delete(mapId), undefined),
    keepOnly: (mapIds) =>
      attempt(async () => {
        const kept = await database.figures.toCollection().primaryKeys();
        await database.figures.bulkDelete(kept.filter((id) => !mapIds.has(id)));
      }, undefined),
  };
}
