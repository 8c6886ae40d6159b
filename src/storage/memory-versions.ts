import { countsOf } from "#model/content-hash.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { type MapVersion, newestFirst } from "#model/map-version.ts";
import { versionsToRemove } from "./version-retention.ts";
import type { VersionRepository, VersionsObserver, VersionsOptions } from "./versions.ts";

interface KeptInMemory extends MapVersion {
  readonly map: JourneyMap;
  readonly size: number;
}

/** Versions for a browser that keeps nothing: documents share what is equal, so they take hardly any room. */
export function createMemoryVersions({ now }: VersionsOptions): VersionRepository {
  let kept: readonly KeptInMemory[] = [];
  let lastId = 0;
  const followers = new Set<() => void>();
  const rowsOf = (mapId: Id) => kept.filter((row) => row.mapId === mapId).sort(newestFirst);

  function replace(rows: readonly KeptInMemory[]): void {
    const removed = new Set(versionsToRemove(rows, now()));
    kept = rows.filter(({ id }) => !removed.has(id));
    for (const tell of followers) tell();
  }

  return {
    async keep(map, rev, cause, name = null) {
      lastId += 1;
      const facts = {
        id: lastId,
        mapId: map.id,
        rev,
        at: now(),
        cause,
        name,
        counts: countsOf(map),
        size: 0,
      };
      replace([...kept, { ...facts, map }]);
      return facts.id;
    },
    list: async (mapId) => rowsOf(mapId),
    follow(mapId: Id, observer: VersionsObserver) {
      const tell = () => observer.next(rowsOf(mapId));
      followers.add(tell);
      tell();
      return () => followers.delete(tell);
    },
    read: async (id) => kept.find((row) => row.id === id)?.map ?? null,
    rename: async (id, name) => replace(kept.map((row) => (row.id === id ? { ...row, name } : row))),
    remove: async (id) => replace(kept.filter((row) => row.id !== id)),
    prune: async () => replace(kept),
  };
}
