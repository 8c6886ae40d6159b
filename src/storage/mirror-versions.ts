import type { Id } from "#model/journey-map.ts";
import { newestFirst } from "#model/map-version.ts";
import { type Database, storeFacts } from "./database.ts";
import type { Mirror, VersionFile } from "./mirror/mirror.ts";
import { versionKey } from "./mirror/version-files.ts";
import type { StoredVersion } from "./version-rows.ts";
import { documentOf } from "./version-text.ts";

type VersionCopies = Pick<Mirror, "versions" | "readVersion" | "keepVersion" | "removeVersions">;

/** Of the versions of a map that the user did not name so many are copied; of those with a name all. */
export const MOST_UNNAMED = 10;

/**
 * Brings the versions of the mirror and those of the database into line. A file that was copied from another database
 * than the present one tells of a database that was lost: its version comes back. Of those that were copied from this
 * one only what still lies here, and is worth it, stays. To be done by one window at a time. Returns how many came back.
 */
export async function mirrorVersions(database: Database, mirror: VersionCopies): Promise<number> {
  const files = await mirror.versions();
  if (!files) return 0;
  const before = await presentIn(database);
  if (!before) return 0;
  let count = 0;
  for (const file of files) {
    const isLost = file.storeId !== before.storeId && before.mapIds.has(file.mapId);
    if (isLost && (await bringBack(database, mirror, file, before.storeId))) count += 1;
  }
  const present = await presentIn(database);
  // Lost between two looks: the next time tells.
  if (present?.storeId === before.storeId) await bringIntoLine(database, mirror, files, present);
  return count;
}

interface Present {
  readonly storeId: string;
  readonly mapIds: ReadonlySet<Id>;
  readonly rows: readonly StoredVersion[];
}

/** What lies in the database, all of one moment: it may be deleted and made anew at any time. */
function presentIn(database: Database): Promise<Present | null> {
  const { heads, versions, facts } = database;
  return database.transaction("r", [heads, versions, facts], async () => {
    const store = await storeFacts(database);
    const mapIds = new Set(await heads.toCollection().primaryKeys());
    return store && { storeId: store.storeId, mapIds, rows: await versions.toArray() };
  });
}

/** False when it is there already, or cannot be read. */
async function bringBack(
  database: Database,
  mirror: VersionCopies,
  file: VersionFile,
  storeId: string,
): Promise<boolean> {
  const isThere = async () => {
    const rows = await database.versions.where({ mapId: file.mapId }).toArray();
    return rows.some((row) => versionKey(row) === file.key);
  };
  if (await isThere()) return false;
  const found = await mirror.readVersion(file.name);
  if (!found || found.facts.mapId !== file.mapId) return false;
  // The facts were written from such a row.
  const { id, ...row } = found.facts as StoredVersion;
  if (documentOf(row, found.text) === null) return false;
  const { heads, versions, versionTexts, facts } = database;
  return database.transaction("rw", [heads, versions, versionTexts, facts], async () => {
    const store = await storeFacts(database);
    if (store?.storeId !== storeId || !(await heads.get(file.mapId)) || (await isThere())) return false;
    const versionId = await versions.add(row);
    await versionTexts.put({ versionId, mapId: row.mapId, text: found.text });
    return true;
  });
}

async function bringIntoLine(
  database: Database,
  mirror: VersionCopies,
  files: readonly VersionFile[],
  { storeId, mapIds, rows }: Present,
): Promise<void> {
  const keyOf = (mapId: Id, key: string) => `${mapId} ${key}`;
  const kept = new Set(rows.map((row) => keyOf(row.mapId, versionKey(row))));
  const copied = new Set(
    files.filter((file) => file.storeId === storeId).map(({ mapId, key }) => keyOf(mapId, key)),
  );
  const wanted = new Set<string>();
  for (const row of worthCopying(rows)) {
    const key = keyOf(row.mapId, versionKey(row));
    wanted.add(key);
    if (copied.has(key) || !mapIds.has(row.mapId)) continue;
    const text = (await database.versionTexts.get(row.id))?.text;
    // What is damaged may not be copied, nor may it take the place of a copy that is not.
    if (text === undefined || documentOf(row, text) === null) continue;
    if (await mirror.keepVersion({ facts: row, text }, storeId)) copied.add(key);
  }
  const surplus = files.filter((file) => {
    const key = keyOf(file.mapId, file.key);
    if (file.storeId === storeId) return !wanted.has(key);
    // Of a lost database: only what is here again.
    return wanted.has(key) ? copied.has(key) : kept.has(key);
  });
  if (surplus.length > 0) await mirror.removeVersions(surplus.map(({ name }) => name));
}

function worthCopying(rows: readonly StoredVersion[]): readonly StoredVersion[] {
  const unnamed = new Map<Id, number>();
  return [...rows].sort(newestFirst).filter(({ mapId, name }) => {
    if (name !== null) return true;
    const count = (unnamed.get(mapId) ?? 0) + 1;
    unnamed.set(mapId, count);
    return count <= MOST_UNNAMED;
  });
}
