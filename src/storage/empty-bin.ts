import type { Id } from "#model/journey-map.ts";
import type { Database } from "./database.ts";

const DAY = 24 * 60 * 60 * 1000;
/** So long a map stays in the bin. */
const KEPT = 30 * DAY;
/** A clock that jumped is set right within a day, most of the time. */
const SECOND_LOOK = DAY;

/**
 * The maps whose time in the bin is over. A clock that jumps must not empty the bin: a map is noted when its time
 * seems to be over, and goes only when that still is so at a start at least a day later. `now`: milliseconds.
 */
export async function overdueInBin(database: Database, now: number): Promise<readonly Id[]> {
  const binned = (await database.heads.toArray()).filter(({ deletedAt }) => deletedAt !== null);
  const overdue: Id[] = [];
  for (const { mapId, deletedAt } of binned) {
    const key = `overdue:${mapId}` as const;
    const noted = await database.facts.get(key);
    const isOver = now - Date.parse(deletedAt ?? "") > KEPT;
    if (!isOver) {
      if (noted) await database.facts.delete(key);
    } else if (!noted || !("at" in noted)) await database.facts.put({ key, at: now });
    else if (now - noted.at > SECOND_LOOK) overdue.push(mapId);
  }
  return overdue;
}
