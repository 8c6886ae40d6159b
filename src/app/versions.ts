import type { Connection } from "#storage/connection.ts";
import { createVersions, type VersionRepository } from "#storage/versions.ts";
import type { Versions } from "#ui/services.ts";

/** Versions in the database, for the interface: what it keeps is the present state of an open map. */
export function versionsOnDatabase(connection: Connection, now: () => string): Versions {
  const revOf = async (mapId: string) => {
    await connection.ready();
    return (await connection.database.heads.get(mapId))?.rev ?? 0;
  };
  return versionsOf(createVersions(connection, { now }), revOf);
}

/** `revOf`: the present revision of a map. */
export function versionsOf(versions: VersionRepository, revOf: (mapId: string) => Promise<number>): Versions {
  return {
    follow: versions.follow,
    read: versions.read,
    rename: versions.rename,
    remove: versions.remove,
    async keep(map, cause, name) {
      await versions.keep(map, await revOf(map.id), cause, name ?? null);
    },
  };
}
