import type { Connection } from "#storage/connection.ts";
import type { RepositoryOptions } from "#storage/map-repository.ts";
import { createVersions, type VersionRepository } from "#storage/versions.ts";
import type { Versions } from "#ui/services.ts";

/** Versions in the database, for the interface: what it keeps is the present state of an open map. */
export function versionsOnDatabase(
  connection: Connection,
  now: () => string,
  onChanged: () => void,
): Versions {
  const revOf = async (mapId: string) => {
    await connection.ready();
    return (await connection.database.heads.get(mapId))?.rev ?? 0;
  };
  return versionsOf(createVersions(connection, { now }), revOf, onChanged);
}

/** Keeps documents as an older release wrote them. */
export function keepBeforeMigration(
  connection: Connection,
  now: () => string,
): Required<RepositoryOptions>["beforeMigration"] {
  const { keep } = createVersions(connection, { now });
  return (map, rev, version) => keep(map, rev, "beforeMigration", null, version);
}

/** `revOf`: the present revision of a map. `onChanged`: a version was kept, renamed or removed here. */
export function versionsOf(
  versions: VersionRepository,
  revOf: (mapId: string) => Promise<number>,
  onChanged: () => void = () => {},
): Versions {
  return {
    follow: versions.follow,
    read: versions.read,
    async rename(id, name) {
      await versions.rename(id, name);
      onChanged();
    },
    async remove(id) {
      await versions.remove(id);
      onChanged();
    },
    async keep(map, cause, name) {
      await versions.keep(map, await revOf(map.id), cause, name ?? null);
      onChanged();
    },
  };
}
