import type { Connection } from "../connection.ts";
import type { MapRepository } from "../map-repository.ts";
import { readMap } from "../read-map.ts";
import { readTable } from "../read-rows.ts";
import { stampOf } from "./figures-keeper.ts";
import type { PortfolioSource } from "./follow-portfolio.ts";

/** The maps of the database; nothing is written, not even where a map is damaged or of an older release. */
export function mapsOfDatabase(
  connection: Connection,
  { summaries }: Pick<MapRepository, "summaries">,
  now: () => string,
): PortfolioSource {
  const { database } = connection;
  return {
    async stamps() {
      await connection.ready();
      const { rows } = await readTable(database.heads);
      return new Map(
        rows.map(({ mapId, rev, hash, deletedAt }) => [
          mapId,
          { stamp: stampOf(rev, hash), isBinned: deletedAt !== null },
        ]),
      );
    },
    async read(mapId) {
      const result = await readMap(database, mapId, now());
      if ("problem" in result) return null;
      return { map: result.map, stamp: stampOf(result.head.rev, result.head.hash) };
    },
    // The rows of the library change with every change of a map, also in another window.
    onChange: (listener) => summaries.subscribe(listener),
  };
}

/** Maps of a browser that keeps nothing. */
export function mapsInMemory({
  summaries,
  load,
}: Pick<MapRepository, "summaries" | "load">): PortfolioSource {
  const rows = () => summaries.getState().rows ?? [];
  const stampIn = (mapId: string) => rows().find(({ id }) => id === mapId)?.updatedAt ?? "";
  return {
    stamps: async () =>
      new Map(
        rows().map(({ id, updatedAt, deletedAt }) => [
          id,
          { stamp: updatedAt, isBinned: deletedAt !== null },
        ]),
      ),
    async read(mapId) {
      const stamp = stampIn(mapId);
      const map = await load(mapId);
      return map && { map, stamp };
    },
    onChange: (listener) => summaries.subscribe(listener),
  };
}
