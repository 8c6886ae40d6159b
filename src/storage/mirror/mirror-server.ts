import type { Id } from "#model/journey-map.ts";
import type { PairOptions } from "./copy-pair.ts";
import { mapIdOf } from "./file-names.ts";
import { createMapFiles } from "./map-files.ts";
import { createMapMirror, type MapMirror, type MirrorBase, type MirrorNews } from "./map-mirror.ts";
import type { MirrorFiles } from "./mirror-files.ts";
import type { MirrorCalls, MirroredMap } from "./mirror-messages.ts";
import { newestStanding, newestState } from "./newest-state.ts";
import { createVersionFiles } from "./version-files.ts";

/** The mirror of all maps over files; what the worker does. `session`: random, one for each start. */
export function createMirrorServer(
  files: MirrorFiles,
  session: string,
  report: (mapId: Id, news: MirrorNews) => void,
): MirrorCalls {
  const maps = createMapFiles(files);
  const versions = createVersionFiles(files);
  const followed = new Map<Id, MapMirror>();
  const turns = new Map<Id, Promise<unknown>>();

  async function listed(mapId: Id): Promise<MirroredMap | null> {
    const mark = await maps.markOf(mapId);
    if (mark.isRemoved) {
      await maps.remove(mapId);
      return null;
    }
    const standing = newestStanding(await maps.copiesOf(mapId));
    return standing && { ...standing, deletedAt: mark.deletedAt };
  }

  async function begin(
    base: MirrorBase,
    isExpected: boolean,
    whenBusy: PairOptions["whenBusy"],
  ): Promise<void> {
    const mapId = base.map.id;
    await end(mapId);
    const mirror = createMapMirror({ files, session, mapId, whenBusy }, (news) => report(mapId, news));
    followed.set(mapId, mirror);
    await mirror.begin(base, isExpected);
    await maps.writeMark(mapId, { deletedAt: base.deletedAt, isRemoved: false });
  }

  async function end(mapId: Id): Promise<void> {
    const mirror = followed.get(mapId);
    followed.delete(mapId);
    await mirror?.release();
  }

  /** One step of a map after the other: what is closed must be closed before it is opened again. */
  function inTurn<T>(mapId: Id, step: () => Promise<T>): Promise<T> {
    const result = (turns.get(mapId) ?? Promise.resolve()).then(step);
    turns.set(
      mapId,
      result.catch(() => {}),
    );
    return result;
  }

  async function snapshot(base: MirrorBase, isExpected: boolean): Promise<void> {
    const mirror = followed.get(base.map.id);
    if (mirror) return mirror.replace(base);
    // Who has the map open keeps its copies.
    await begin(base, isExpected, "giveUp");
    await end(base.map.id);
  }

  async function remove(mapId: Id): Promise<void> {
    await end(mapId);
    // First, so that the map does not come back when the rest does not get done.
    await maps.writeMark(mapId, { deletedAt: null, isRemoved: true });
    const kept = (await versions.list()).filter((file) => file.mapId === mapId);
    await versions.remove(kept.map(({ name }) => name));
    await maps.remove(mapId);
  }

  return {
    follow: (base, isExpected) => inTurn(base.map.id, () => begin(base, isExpected, "goOn")),
    async append(mapId, entries) {
      const mirror = await inTurn(mapId, async () => followed.get(mapId));
      // Out of turn: what waits for the disk can go there together.
      await mirror?.append(entries);
    },
    snapshot: (base, isExpected) => inTurn(base.map.id, () => snapshot(base, isExpected)),
    release: (mapId) => inTurn(mapId, () => end(mapId)),
    async list() {
      const found: MirroredMap[] = [];
      for (const id of new Set((await files.names()).map(mapIdOf))) {
        const map = id === null ? null : await listed(id);
        if (map) found.push(map);
      }
      return found;
    },
    standing: (mapId) => inTurn(mapId, () => listed(mapId)),
    read: async (mapId) =>
      (await maps.markOf(mapId)).isRemoved ? null : newestState(await maps.copiesOf(mapId)),
    mark: (mapId, deletedAt) => inTurn(mapId, () => maps.writeMark(mapId, { deletedAt, isRemoved: false })),
    remove: (mapId) => inTurn(mapId, () => remove(mapId)),
    versions: versions.list,
    readVersion: versions.read,
    keepVersion: (version, storeId) => inTurn(version.facts.mapId, () => versions.write(version, storeId)),
    removeVersions: versions.remove,
  };
}
