import type { Id, JourneyMap } from "#model/journey-map.ts";
import { type BackupDirectory, isNamed, openIfThere } from "./backup-directory.ts";

/** No map is so large; what is larger is not read to see whose it is. Bytes. */
const LARGEST = 200 * 1024 * 1024;

/** How a file looked when it was last seen to be ours; another look means that somebody else wrote it. */
export interface Stamp {
  readonly size: number;
  readonly lastModified: number;
}

export type Found =
  /** Nothing is lost by writing there. */
  | { readonly whose: "nobody" }
  /** `text`: its content; `updatedAt`: of the map in it. */
  | { readonly whose: "ours"; readonly text: string; readonly updatedAt: string; readonly stamp: Stamp }
  /** Not to be touched. */
  | { readonly whose: "other" };

/**
 * Whose file lies under a name. Ours is a whole file of the same map that is not newer than what is to be written:
 * a newer one holds work that this browser does not know.
 */
export async function whoseFile(folder: BackupDirectory, name: string, map: JourneyMap): Promise<Found> {
  try {
    const file = await openIfThere(folder, name);
    // A file is empty between its making and its first content.
    if (!file || file.size === 0) return { whose: "nobody" };
    if (file.size > LARGEST) return { whose: "other" };
    const { size, lastModified } = file;
    const text = await file.text();
    const updatedAt = updatedAtOf(text, map.id);
    if (updatedAt === null || updatedAt > map.updatedAt) return { whose: "other" };
    return { whose: "ours", text, updatedAt, stamp: { size, lastModified } };
  } catch (error) {
    if (isNamed(error, "TypeMismatchError")) return { whose: "other" };
    throw error;
  }
}

/** When the map of this id in a file was changed; null for any other file. */
function updatedAtOf(text: string, mapId: Id): string | null {
  try {
    const file: unknown = JSON.parse(text);
    if (!isRecord(file) || file.format !== "dreiklang-map" || !isRecord(file.map)) return null;
    const { id, updatedAt } = file.map;
    return id === mapId && typeof updatedAt === "string" ? updatedAt : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
