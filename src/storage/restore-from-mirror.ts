import { contentHash } from "#model/content-hash.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { type Database, storeFacts } from "./database.ts";
import { append, batchOf, entriesOf, type Replacement, replaceMap } from "./map-store.ts";
import type { Mirror, MirrorBase, MirroredMap } from "./mirror/mirror.ts";
import { readDocument } from "./read-document.ts";
import { type ReadFailure, type ReadMap, readMap } from "./read-map.ts";
import { attempt, readTable } from "./read-rows.ts";

type Copies = Pick<Mirror, "list" | "read" | "snapshot">;

export interface RestoreResult {
  /** How many maps came back. */
  readonly count: number;
  /** Of the newest change in them, ISO 8601, UTC. */
  readonly at: string;
}

interface MapState {
  readonly map: JourneyMap;
  readonly rev: number;
  /** When it was changed, ISO 8601, UTC. */
  readonly at: string;
}

/** In the journal, of a state that came from a copy. */
const WRITER = "mirror";

/** Does something with a map that no window edits, and keeps them from it meanwhile; not done when one does. */
export type WhileNobodyEdits = (mapId: Id, work: () => Promise<void>) => Promise<void>;

/**
 * Brings back every map that the database does not have any more, or only in an older state than its copy. Maps
 * that a window has open are left to that window. Null when no map was missing.
 */
export async function restoreFromMirror(
  database: Database,
  mirror: Copies,
  whileNobodyEdits: WhileNobodyEdits,
): Promise<RestoreResult | null> {
  const copies = await mirror.list();
  const heads = new Map((await readTable(database.heads)).rows.map((head) => [head.mapId, head]));
  const lost = copies.filter(({ mapId, rev }) => rev > (heads.get(mapId)?.rev ?? 0));
  const restored: MirroredMap[] = [];
  for (const copy of lost) {
    await whileNobodyEdits(copy.mapId, async () => {
      if (await restoreMap(database, mirror, copy)) restored.push(copy);
    });
  }
  if (restored.length === 0) return null;
  const times = restored.map(({ at }) => at).sort();
  return { count: restored.length, at: times.at(-1) ?? "" };
}

/**
 * Brings a map to the state of its copy if that is newer; only to be called while nobody edits the map. Resolves
 * with whether the map was missing. One that is only behind, since the newest changes had not arrived or the end of
 * a log was torn, takes the copy as one more step, so that those before it can still be undone.
 */
export async function restoreMap(
  database: Database,
  mirror: Omit<Copies, "list">,
  copy: MirroredMap,
): Promise<boolean> {
  const { mapId, deletedAt } = copy;
  // Read again, since a window may have had the map open since the copies were listed.
  const head = await attempt(() => database.heads.get(mapId));
  if (copy.rev <= (head?.rev ?? 0)) return false;
  const state = await stateOf(mirror, mapId);
  const present = await readMap(database, mapId, copy.at);
  const isNewer = "problem" in present && present.problem === "newer";
  if (!state || isNewer) return false;
  const { rev: presentRev, base } = standOf(present);
  // Where there are no locks, somebody may have written since the first look; or the head could not be read.
  if (copy.rev <= presentRev) return false;
  const rev = Math.max(state.rev, presentRev) + 1;
  const isBehind = !("problem" in present) && present.damage.length === 0;
  const isDone = isBehind && (await catchUp(database, present, state, rev));
  if (!isDone) {
    const result = await replaceMap(database, { map: state.map, rev, deletedAt, base });
    // Or just now: what is there now is to be compared with the copy.
    if ("problem" in result) return restoreMap(database, mirror, copy);
  }
  await mirror.snapshot(mirrorBase(state.map, rev, deletedAt));
  return !isDone;
}

/** The revision that a map was found at, 0 when that cannot be told; null: it was not there. */
function standOf(present: ReadMap | ReadFailure): {
  readonly rev: number;
  readonly base: Replacement["base"];
} {
  if ("map" in present) return { rev: present.head.rev, base: present.base };
  if (present.problem !== "unreadable") return { rev: 0, base: null };
  return { rev: present.base === "unreadable" ? 0 : present.base, base: present.base };
}

/** False, and nothing written, where the map cannot be written, as one in the bin. */
async function catchUp(
  database: Database,
  { map: before, rev: presentRev }: ReadMap,
  { map: after, at }: MapState,
  rev: number,
): Promise<boolean> {
  const change = { before, after, at, label: null, mergeKey: null, move: "step" } as const;
  const entries = entriesOf([change], rev - 1, WRITER).map((entry) => ({ ...entry, span: rev - presentRev }));
  const storeId = (await storeFacts(database))?.storeId ?? "";
  return "rev" in (await append(database, storeId, batchOf(entries, after, null)));
}

/** Makes the copies that are not there yet, or that are of an older state than the database. */
export async function completeMirror(
  database: Database,
  mirror: Copies,
  whileNobodyEdits: WhileNobodyEdits,
  at: string,
): Promise<void> {
  const copies = new Map((await mirror.list()).map((copy) => [copy.mapId, copy]));
  for (const head of (await readTable(database.heads)).rows) {
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
export async function stateOf(mirror: Pick<Mirror, "read">, mapId: Id): Promise<MapState | null> {
  const state = await mirror.read(mapId);
  const map = state && readDocument(state.map, state.version, mapId);
  return state && map ? { map, rev: state.rev, at: state.at } : null;
}

/** The maps of all copies that do not lie in the bin: what there is where the database cannot be opened. */
export async function copiedMaps(mirror: Pick<Mirror, "list" | "read">): Promise<readonly JourneyMap[]> {
  const maps: JourneyMap[] = [];
  for (const { mapId, deletedAt } of await mirror.list()) {
    const state = deletedAt === null ? await stateOf(mirror, mapId) : null;
    if (state) maps.push(state.map);
  }
  return maps;
}

export function mirrorBase(map: JourneyMap, rev: number, deletedAt: string | null): MirrorBase {
  return { map, rev, hash: contentHash(map), deletedAt };
}
