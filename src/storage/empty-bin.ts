import type { Id } from "#model/journey-map.ts";
import type { Database } from "./database.ts";
import { readTable, rowsOf } from "./read-rows.ts";

const DAY = 24 * 60 * 60 * 1000;
/** So long a map stays in the bin. */
const KEPT = 30 * DAY;
/** A clock that jumped is set right within a day, most of the time. */
const SECOND_LOOK = DAY;

const PREFIX = "overdue:";
const overdueKey = (mapId: Id) => `${PREFIX}${mapId}` as const;

export interface Binned {
  readonly mapId: Id;
  /** ISO 8601, UTC. */
  readonly deletedAt: string;
}

/**
 * The maps whose time in the bin is over. A clock that jumps must not empty the bin: a map is noted when its time
 * seems to be over, and goes only when that still is so at a start at least a day later. `now`: milliseconds.
 */
export async function overdueInBin(database: Database, now: number): Promise<readonly Binned[]> {
  const overdue: Binned[] = [];
  const stale = new Set(await database.facts.where("key").startsWith(PREFIX).primaryKeys());
  for (const { mapId, deletedAt } of (await readTable(database.heads)).rows) {
    if (deletedAt === null) continue;
    const key = overdueKey(mapId);
    stale.delete(key);
    const noted = await database.facts.get(key);
    const isOver = now - Date.parse(deletedAt) > KEPT;
    if (!isOver) {
      if (noted) await database.facts.delete(key);
    } else if (!noted || !("at" in noted)) await database.facts.put({ key, at: now });
    else if (now - noted.at > SECOND_LOOK) overdue.push({ mapId, deletedAt });
  }
  // Of maps that are gone, or were taken out of the bin.
  if (stale.size > 0) await database.facts.bulkDelete([...stale]);
  return overdue;
}

/**
 * Removes a map for good, with its journal and its versions: only when it lies in the bin still, and where `deletedAt`
 * is given, since then without a break. Another window may have taken it out meanwhile. Resolves with whether it is gone.
 */
export function removeFromBin(database: Database, mapId: Id, deletedAt?: string): Promise<boolean> {
  const { heads, summaries, checkpoints, journal, versions, versionTexts, quarantine, facts } = database;
  return database.transaction(
    "rw",
    [heads, summaries, checkpoints, journal, versions, versionTexts, quarantine, facts],
    async () => {
      const head = await heads.get(mapId);
      if (head && (head.deletedAt === null || head.deletedAt !== (deletedAt ?? head.deletedAt))) return false;
      await heads.delete(mapId);
      await summaries.delete(mapId);
      await rowsOf(checkpoints, mapId).delete();
      await rowsOf(journal, mapId).delete();
      await versions.where({ mapId }).delete();
      await versionTexts.where({ mapId }).delete();
      await quarantine.where({ mapId }).delete();
      await facts.delete(overdueKey(mapId));
      return true;
    },
  );
}
