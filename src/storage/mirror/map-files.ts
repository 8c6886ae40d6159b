import type { Id } from "#model/journey-map.ts";
import { type Copy, decodeCopy, encodeLine, isRecord, linesOf, parsed } from "./copy-format.ts";
import { isCopyOf, markName } from "./file-names.ts";
import { type MirrorFiles, openPatiently } from "./mirror-files.ts";

/** What is known of a map besides its content. */
export interface Mark {
  /** ISO 8601, UTC; when the map was moved to the bin. */
  readonly deletedAt: string | null;
  /** The map is no more; its files were in use and are still to be removed. */
  readonly isRemoved: boolean;
}

/** The files of each map, to be read and removed. */
export interface MapFiles {
  copiesOf(mapId: Id): Promise<readonly Copy[]>;
  markOf(mapId: Id): Promise<Mark>;
  writeMark(mapId: Id, mark: Mark): Promise<void>;
  /** Those in use stay. */
  remove(mapId: Id): Promise<void>;
}

export function createMapFiles(files: MirrorFiles): MapFiles {
  async function namesOf(mapId: Id): Promise<readonly string[]> {
    return (await files.names()).filter((name) => isCopyOf(name, mapId));
  }

  async function copiesOf(mapId: Id): Promise<readonly Copy[]> {
    const copies: Copy[] = [];
    for (const name of await namesOf(mapId)) {
      const bytes = await files.read(name);
      const copy = bytes && decodeCopy(bytes);
      if (copy?.header.mapId === mapId) copies.push(copy);
    }
    return copies;
  }

  async function markOf(mapId: Id): Promise<Mark> {
    const bytes = await files.read(markName(mapId));
    const line = bytes && linesOf(bytes)[0];
    const mark = line && parsed(line);
    if (!isRecord(mark)) return { deletedAt: null, isRemoved: false };
    const deletedAt = typeof mark.deletedAt === "string" ? mark.deletedAt : null;
    return { deletedAt, isRemoved: mark.isRemoved === true };
  }

  async function writeMark(mapId: Id, mark: Mark): Promise<void> {
    const before = await markOf(mapId);
    if (before.deletedAt === mark.deletedAt && before.isRemoved === mark.isRemoved) return;
    const file = await openPatiently(files, markName(mapId));
    if (!file) throw new Error("The mark is being written by another tab");
    try {
      const line = encodeLine(mark);
      // Over the old one, which stays where nothing can be written.
      file.write(line, 0);
      file.truncate(line.length);
      file.flush();
    } finally {
      // Otherwise it stays locked for as long as the worker lives.
      file.close();
    }
  }

  async function remove(mapId: Id): Promise<void> {
    let isGone = true;
    for (const name of await namesOf(mapId)) isGone = (await files.remove(name)) && isGone;
    // As long as there is a copy the mark must say that it is to go.
    if (isGone) await files.remove(markName(mapId));
  }

  return { copiesOf, markOf, writeMark, remove };
}
