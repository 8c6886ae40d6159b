import type { Id } from "#model/journey-map.ts";

/** What the parts of a file name are separated by; an id is written without it. */
const SEPARATOR = ".";

/** In milliseconds: what a file that is new in its folder needs until a power cut cannot take it away. */
const SETTLING_TIME = 60_000;

/**
 * The name of a copy says when and by whom it was made, since a browser may forget a file that it has just made:
 * only one of an earlier session counts. No two names are the same: after "clear site data" a name can stay
 * locked until the browser ends.
 */
export function copyName(mapId: Id, madeAt: number, session: string, count: number): string {
  return [encoded(mapId), madeAt.toString(36), session, count, "copy"].join(SEPARATOR);
}

/** The file that says whether a map lies in the bin. */
export function markName(mapId: Id): string {
  return [encoded(mapId), "mark"].join(SEPARATOR);
}

/** The map whose file it is, or null for a name of somebody else. */
export function mapIdOf(name: string): Id | null {
  try {
    const [id, ...rest] = name.split(SEPARATOR);
    const isOurs = (rest.length === 1 && rest[0] === "mark") || (rest.length === 4 && rest[3] === "copy");
    return id && isOurs ? decodeURIComponent(id) : null;
  } catch {
    return null;
  }
}

export function isCopyOf(name: string, mapId: Id): boolean {
  return name.endsWith(`${SEPARATOR}copy`) && mapIdOf(name) === mapId;
}

/** What the name of a file says that holds a version of a map. */
export interface VersionFileName {
  readonly mapId: Id;
  /** The same for the same version, and another one after it was renamed. */
  readonly key: string;
  /** The database that the version was copied from. */
  readonly storeId: string;
  /** Bytes; a file of another size was not written to its end. */
  readonly size: number;
}

export function versionFileName({ mapId, key, storeId, size }: VersionFileName): string {
  return [encoded(mapId), key, encoded(storeId), size, "version"].join(SEPARATOR);
}

/** Null for a file that holds no version. */
export function parseVersionFileName(name: string): VersionFileName | null {
  try {
    const [id, key, store, size, kind, ...rest] = name.split(SEPARATOR);
    if (!id || !key || !store || kind !== "version" || rest.length > 0) return null;
    return { mapId: decodeURIComponent(id), key, storeId: decodeURIComponent(store), size: Number(size) };
  } catch {
    return null;
  }
}

/** Whether a copy lies in a file that is there since an earlier session. */
export function isSettled(name: string, session: string, now: number): boolean {
  const [, madeAt = "", madeIn] = name.split(SEPARATOR);
  return madeIn !== session && now - Number.parseInt(madeAt, 36) >= SETTLING_TIME;
}

function encoded(id: string): string {
  return encodeURIComponent(id).replaceAll(SEPARATOR, "%2E");
}
