import { countsOf } from "#model/content-hash.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { newestFirst, type VersionCause } from "#model/map-version.ts";
import type { MapVersion, Versions } from "#ui/services.ts";

export interface FakeVersion {
  readonly map: JourneyMap;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly cause?: VersionCause;
  readonly name?: string | null;
  readonly isDamaged?: boolean;
}

export interface FakeVersionsOptions {
  /** The oldest first. */
  readonly versions?: readonly FakeVersion[];
  /** When given, nothing can be kept or read. */
  readonly problem?: string;
}

type Kept = Required<FakeVersion> & MapVersion;

/** Versions in memory. */
export function fakeVersions({ versions = [], problem }: FakeVersionsOptions, now: () => string): Versions {
  let kept: readonly Kept[] = [];
  const observers = new Map<(rows: readonly MapVersion[]) => void, string>();
  const rowsOf = (mapId: string) => kept.filter((row) => row.mapId === mapId).sort(newestFirst);
  const add = (version: FakeVersion) => {
    const id = (kept.at(-1)?.id ?? 0) + 1;
    const { map } = version;
    const facts = { id, mapId: map.id, rev: id, counts: countsOf(map) };
    kept = [...kept, { cause: "activity", name: null, isDamaged: false, ...version, ...facts }];
  };
  for (const version of versions) add(version);

  async function change(work: () => void): Promise<void> {
    if (problem !== undefined) throw new Error(problem);
    work();
    for (const [next, mapId] of observers) next(rowsOf(mapId));
  }
  return {
    follow(mapId, observer) {
      if (problem !== undefined) {
        observer.error(problem);
        return () => {};
      }
      const next = (rows: readonly MapVersion[]) => observer.next(rows);
      observers.set(next, mapId);
      next(rowsOf(mapId));
      return () => observers.delete(next);
    },
    async read(id) {
      const row = kept.find((entry) => entry.id === id);
      return row && !row.isDamaged ? row.map : null;
    },
    keep: (map, cause, name) => change(() => add({ map, at: now(), cause, name: name ?? null })),
    rename: (id, name) =>
      change(() => {
        kept = kept.map((row) => (row.id === id ? { ...row, name } : row));
      }),
    remove: (id) =>
      change(() => {
        kept = kept.filter((row) => row.id !== id);
      }),
  };
}
