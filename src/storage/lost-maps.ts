import type { Database } from "./database.ts";
import type { Mirror } from "./mirror/mirror.ts";

/**
 * How many maps there were, by what is remembered in a third place, when neither the database nor the copies hold a
 * single one any more. Chromium says only once that it threw a database away, and other browsers never do.
 */
export async function countLostMaps(
  database: Database,
  mirror: Pick<Mirror, "copiedIds" | "forget" | "list">,
): Promise<number> {
  const remembered = mirror.copiedIds();
  if (remembered.length === 0) return 0;
  // Keys, since a row that cannot be read is not gone.
  const ids = await database.heads.toCollection().primaryKeys();
  const copies = await mirror.list();
  if (ids.length === 0 && copies.length === 0) return remembered.length;
  // One went on: what was lost before is not to be told again when the last map is thrown away.
  const present = new Set([...ids, ...copies.map(({ mapId }) => mapId)]);
  const isCertain = ids.length > 0 && copies.length > 0;
  if (isCertain) for (const id of remembered) if (!present.has(id)) mirror.forget(id);
  return 0;
}
