import type { StoreApi } from "zustand/vanilla";
import { applyCommand } from "#model/commands/command.ts";
import { changeMap } from "#model/commands/map.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import type { Connection } from "./connection.ts";
import type { JournalEntry } from "./database.ts";
import { removeFromBin } from "./empty-bin.ts";
import { followSummaries, type SummariesState } from "./follow-summaries.ts";
import type { LateChanges, WaitingLate } from "./late-changes.ts";
import { append, batchOf, create, entriesOf, mark, replaceMap } from "./map-store.ts";
import { HEAD, type ReadFailure, type ReadMap, type ReplacedBase, readMap } from "./read-map.ts";
import type { Damage } from "./salvage-document.ts";

export interface LoadedMap {
  readonly map: JourneyMap;
  readonly rev: number;
  /** What is left of the journal before `rev`, the oldest entry first. */
  readonly entries: readonly JournalEntry[];
  /** What could not be read; it lies in quarantine, and the map goes on without it. */
  readonly damage: readonly Damage[];
  /** What a page left in its last moment and the store does not take now, on top of `map`. */
  readonly late?: WaitingLate;
}

export interface MapRepository {
  readonly summaries: StoreApi<SummariesState>;
  /** The document, or null when there is none of this id that can be read, or it lies in the bin. */
  load(id: Id): Promise<JourneyMap | null>;
  /**
   * As `load`, with all that an editor needs to go on. What had to be repaired on the way is written back, unless
   * another window may write this map.
   */
  open(id: Id, mayWrite?: boolean): Promise<LoadedMap | ReadFailure>;
  create(map: JourneyMap): Promise<void>;
  rename(id: Id, title: string): Promise<void>;
  duplicate(id: Id, title: string): Promise<Id | null>;
  moveToBin(id: Id): Promise<void>;
  restore(id: Id): Promise<void>;
  /** For good, but only from the bin (and only when it lies there since `deletedAt`); resolves with whether it is gone. */
  remove(id: Id, deletedAt?: string): Promise<boolean>;
  /** Stops following the database. */
  close(): void;
}

/** Told of what happens to maps other than by their editors, for copies elsewhere. */
export interface RepositoryListener {
  onWritten?(map: JourneyMap, rev: number): void;
  onMarked?(id: Id, deletedAt: string | null): void;
  onRemoved?(id: Id): void;
}

export interface RepositoryOptions extends RepositoryListener {
  /** A sound state of a map that is damaged here, from elsewhere; `at`: when it was changed, ISO 8601, UTC. */
  readonly copyOf?: (
    id: Id,
  ) => Promise<{ readonly map: JourneyMap; readonly rev: number; readonly at: string } | null>;
  /** Told when such a state was taken. */
  readonly onRestored?: (map: JourneyMap, at: string) => void;
  /**
   * Keeps a document as an older release wrote it, before it takes the form of this one. Where that fails, the map is
   * not opened, and stays as it was.
   */
  readonly beforeMigration?: (map: JourneyMap, rev: number, version: number) => Promise<unknown>;
  /** What pages left in their last moment. */
  readonly late?: LateChanges;
  /** Told when there is a map of which nothing can be read, not even its name. */
  readonly onUnlisted?: () => void;
  readonly newId: () => Id;
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

/** So often a map is opened again that somebody else wrote while it was being repaired. */
const MOST_READS = 5;

/** All maps of this browser. Inside of transactions there are only calls of Dexie, and nothing is caught. */
export function createMapRepository(connection: Connection, options: RepositoryOptions): MapRepository {
  const { newId, now } = options;
  const { database } = connection;
  const { summaries, close } = followSummaries(connection, options);

  async function read(id: Id): Promise<(ReadMap & { readonly late?: WaitingLate }) | ReadFailure> {
    await connection.ready();
    let isAdopted = true;
    try {
      await options.late?.adopt(id);
    } catch (error) {
      // A full disk takes nothing, and still gives everything: the map is to be seen, with what is not kept yet.
      console.warn(`The last changes of a closed page in map ${id} could not be kept`, error);
      isAdopted = false;
    }
    const result = await readMap(database, id, now());
    if ("problem" in result) {
      if (result.problem === "unreadable") console.error(`The stored map ${id} cannot be read`);
      return result;
    }
    if (result.head.deletedAt !== null) return { problem: "missing" };
    const late = !isAdopted && isSound(result) ? options.late?.unsaved(result) : null;
    return late ? { ...result, late } : result;
  }

  async function open(id: Id, mayWrite = true): Promise<LoadedMap | ReadFailure> {
    for (let reads = 1; reads <= MOST_READS; reads += 1) {
      const result = await openOnce(id, mayWrite);
      if (result !== "changedElsewhere") return result;
    }
    throw new Error(`The map ${id} is changed elsewhere all the time`);
  }

  async function openOnce(id: Id, mayWrite: boolean): Promise<LoadedMap | ReadFailure | "changedElsewhere"> {
    const result = await read(id);
    if ("problem" in result) {
      if (result.problem !== "unreadable" || !mayWrite) return result;
      const { base } = result;
      return (await copied(id, { base, rev: base === "unreadable" ? 0 : base }, 0)) ?? result;
    }
    const { map, rev, head, base, entries, damage, late } = result;
    if (!mayWrite) return { map, rev, entries, damage };
    if (isSound(result)) return { map, rev, entries, damage, ...(late && { late }) };
    // A head that could not be read follows from the rest, and nothing else is missing then.
    if (damage.some(({ path }) => path !== HEAD)) {
      const copy = await copied(id, { base, rev: head.rev }, rev);
      if (copy) return copy;
    }
    if (head.version < FORMAT_VERSION && result.stored) {
      await options.beforeMigration?.(result.stored, rev, head.version);
    }
    // Written back at once, above everything that was there: half a repair would be found again as damage.
    const next = head.rev + 1;
    const apart = damage.map(({ path, value }) => ({ mapId: id, at: now(), path, value }));
    const written = await replaceMap(database, { map, rev: next, deletedAt: null, base, apart });
    if ("problem" in written) return written.problem;
    options.onWritten?.(map, next);
    return { map, rev: next, entries: [], damage };
  }

  /** The state of the copy elsewhere, when it is as new as what could be read here; it takes the place of that. */
  async function copied(
    id: Id,
    present: { readonly base: ReplacedBase; readonly rev: number },
    readRev: number,
  ): Promise<LoadedMap | "changedElsewhere" | null> {
    const copy = (await options.copyOf?.(id)) ?? null;
    if (!copy || copy.rev < readRev) return null;
    const { base } = present;
    const rev = Math.max(copy.rev, present.rev) + 1;
    const written = await replaceMap(database, { map: copy.map, rev, deletedAt: null, base });
    if ("problem" in written) return written.problem;
    options.onWritten?.(copy.map, rev);
    options.onRestored?.(copy.map, copy.at);
    return { map: copy.map, rev, entries: [], damage: [] };
  }

  async function load(id: Id): Promise<JourneyMap | null> {
    const result = await read(id);
    return "map" in result ? (result.late?.map ?? result.map) : null;
  }

  async function createMap(map: JourneyMap): Promise<void> {
    await connection.ready();
    await create(database, map);
    options.onWritten?.(map, 1);
  }

  async function rename(id: Id, title: string): Promise<void> {
    const result = await open(id);
    if ("problem" in result) return;
    // What follows the revision that was read has its place there.
    if (result.late) throw new Error("the store takes nothing at the moment");
    const { map: before, rev } = result;
    const at = now();
    const after = applyCommand(before, changeMap({ title }), at);
    if (after === before) return;
    const label = changeMap({ title }).label;
    const entries = entriesOf([{ before, after, at, label, mergeKey: null, move: "step" }], rev, "library");
    await append(database, connection.storeId(), batchOf(entries, after, null));
    options.onWritten?.(after, rev + 1);
  }

  async function markMap(id: Id, deletedAt: string | null): Promise<void> {
    await connection.ready();
    await mark(database, id, deletedAt);
    options.onMarked?.(id, deletedAt);
  }

  async function duplicate(id: Id, title: string): Promise<Id | null> {
    const map = await load(id);
    if (!map) return null;
    const at = now();
    const copy = { ...map, id: newId(), title, createdAt: at, updatedAt: at };
    await createMap(copy);
    return copy.id;
  }

  return {
    summaries,
    load,
    open,
    create: createMap,
    rename,
    duplicate,
    moveToBin: (id) => markMap(id, now()),
    restore: (id) => markMap(id, null),
    async remove(id, deletedAt) {
      await connection.ready();
      const isGone = await removeFromBin(database, id, deletedAt);
      if (isGone) options.onRemoved?.(id);
      return isGone;
    },
    close,
  };
}

/** Whether there is nothing to repair. */
function isSound({ damage, rev, head }: ReadMap): boolean {
  return damage.length === 0 && rev === head.rev && head.version === FORMAT_VERSION;
}
