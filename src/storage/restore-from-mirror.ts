import { contentHash } from "#model/content-hash.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { Database } from "./database.ts";
import { replaceMap } from "./map-store.ts";
import type { Mirror, MirrorBase, MirroredMap } from "./mirror/mirror.ts";
import { readDocument } from "./read-document.ts";
import { readMap } from "./read-map.ts";

type Copies = Pick<Mirror, "list" | "read" | "snapshot">;

export interface RestoreResult {
  /** How many maps came back. */
  readonly count: number;
  /** Of the newest change in them, ISO 8601, UTC. */
  readonly at: string;
}

/** Does something with a map that no window edits, and keeps them from it meanwhile; not done when one does. */
export type WhileNobodyEdits = (mapId: Id, work: () => Promise<void>) => Promise<void>;

/**
 * Brings back every map that the database does not have any more, or only in an older state than its copy. Maps
 * that a window has open are left to that window. Null when nothing had to be done.
 */
export async function restoreFromMirror(
  database: Database,
  mirror: Copies,
  whileNobodyEdits: WhileNobodyEdits,
): Promise<RestoreResult | null> {
  const copies = await mirror.list();
  const heads = new Map((await database.heads.toArray()).map((head) => [head.mapId, head]));
  const lost = copies.filter(({ mapId, rev }) => rev > (heads.get(mapId)?.rev ?? 0));
  const restored: MirroredMap[] = [];
  for (const copy of lost) {
    await whileNobodyEdits(copy.mapId, async () => {
      // What was seen before may be long ago: a window may have had the map open in the meantime.
      const present = (await database.heads.get(copy.mapId))?.rev ?? 0;
      const state = copy.rev > present ? await stateOf(mirror, copy.mapId) : null;
      if (!state) return;
      // Above both, so that nobody takes an entry of before for one of after.
      const rev = Math.max(state.rev, present) + 1;
      await replaceMap(database, state.map, rev, copy.deletedAt);
      await mirror.snapshot(mirrorBase(state.map, rev, copy.deletedAt));
      restored.push(copy);
    });
  }
  if (restored.length === 0) return null;
  const times = restored.map(({ at }) => at).sort();
  return { count: restored.length, at: times.at(-1) ?? "" };
}

/** Makes the copies that are not there yet, or that are of an older state than the database. */
export async function completeMirror(
  database: Database,
  mirror: Copies,
  whileNobodyEdits: WhileNobodyEdits,
  at: string,
): Promise<void> {
  const copies = new Map((await mirror.list()).map((copy) => [copy.mapId, copy]));
  for (const head of await database.heads.toArray()) {
    const copy = copies.get(head.mapId);
    if (copy?.rev === head.rev && copy.hash === head.hash) continue;
    await whileNobodyEdits(head.mapId, async () => {
      const result = await readMap(database, head.mapId, at);
      // Only what is whole may take the place of a copy.
      if ("problem" in result || result.damage.length > 0) return;
      await mirror.snapshot(mirrorBase(result.map, result.rev, result.head.deletedAt));
    });
  }
}

/** The document that a copy holds, or null when there is none that can be read. */
export async function stateOf(
  mirror: Pick<Mirror, "read">,
  mapId: Id,
): Promise<{ readonly map: JourneyMap; readonly rev: number; readonly at: string } | null> {
  const state = await mirror.read(mapId);
  const map = state && readDocument(state.map, state.version, mapId);
  return state && map ? { map, rev: state.rev, at: state.at } : null;
}

export function mirrorBase(map: JourneyMap, rev: number, deletedAt: string | null): MirrorBase {
  return { map, rev, hash: contentHash(map), deletedAt };
}
