import { type Dexie, liveQuery, type Subscription } from "dexie";
import { contentHash, countsOf } from "#model/content-hash.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { isPinned, type MapVersion, newestFirst, type VersionCause } from "#model/map-version.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import { versionsToRemove } from "./version-retention.ts";
import type { StoredVersion, VersionTables } from "./version-rows.ts";
import { documentOf } from "./version-text.ts";

/** An open database that has the tables; a connection is one. */
export interface VersionStore {
  readonly database: Dexie & VersionTables;
  ready(): Promise<void>;
  /** Called whenever the database was opened. Returns how to end it. */
  onOpen(listener: () => void): () => void;
}

export interface VersionsOptions {
  /** ISO 8601, UTC. */
  readonly now: () => string;
}

export interface VersionsObserver {
  next(versions: readonly MapVersion[]): void;
  error(problem: unknown): void;
}

export interface VersionRepository {
  /**
   * Keeps a state of a map; resolves with its id once the transaction is complete. A state that is the newest version
   * already is not kept a second time, but takes on the graver cause and the name.
   */
  keep(
    map: JourneyMap,
    rev: number,
    cause: VersionCause,
    name?: string | null,
    /** Of the document, when an older release wrote it. */
    version?: number,
  ): Promise<number>;
  /** The newest first. */
  list(mapId: Id): Promise<readonly MapVersion[]>;
  /** Tells the list now and after every change, also of other windows. Returns how to end it. */
  follow(mapId: Id, observer: VersionsObserver): () => void;
  /** Null when there is none, or when it is damaged. */
  read(id: number): Promise<JourneyMap | null>;
  /** Null takes the name away: the version then goes when its time has come. */
  rename(id: number, name: string | null): Promise<void>;
  remove(id: number): Promise<void>;
  /** Removes what has had its time; done after every version that is kept. */
  prune(): Promise<void>;
}

/** Versions of all maps of this browser. Inside of transactions there are only calls of Dexie. */
export function createVersions(store: VersionStore, { now }: VersionsOptions): VersionRepository {
  const { database } = store;
  const { versions, versionTexts } = database;
  const inTransaction = <T>(work: () => Promise<T>) =>
    database.transaction("rw", versions, versionTexts, work);

  async function keep(
    map: JourneyMap,
    rev: number,
    cause: VersionCause,
    name: string | null = null,
    version = FORMAT_VERSION,
  ) {
    await store.ready();
    const text = JSON.stringify(map);
    const facts = {
      mapId: map.id,
      rev,
      at: now(),
      cause,
      name,
      counts: countsOf(map),
      hash: contentHash(map),
      version,
      size: text.length,
    };
    const id = await inTransaction(async () => {
      const [newest] = await rowsOf(map.id);
      const same = newest && mayReplace(newest, facts) ? newest : null;
      const versionId = await versions.put(same ? merged(same, facts) : facts);
      // Also of the same one: what lies there may be damaged.
      await versionTexts.put({ versionId, mapId: map.id, text });
      return versionId;
    });
    // The version is kept, whatever becomes of the old ones.
    await removeOld(id).catch((error: unknown) => console.warn("Old versions could not be removed", error));
    return id;
  }

  async function rowsOf(mapId: Id): Promise<StoredVersion[]> {
    const rows = await versions.where({ mapId }).toArray();
    return rows.sort(newestFirst);
  }

  async function list(mapId: Id) {
    await store.ready();
    return rowsOf(mapId);
  }

  function follow(mapId: Id, observer: VersionsObserver): () => void {
    let subscription: Subscription | null = null;
    const start = () => {
      subscription?.unsubscribe();
      subscription = liveQuery(() => rowsOf(mapId)).subscribe(observer);
    };
    const endOpen = store.onOpen(start);
    if (database.isOpen()) start();
    else store.ready().catch(observer.error);
    return () => {
      endOpen();
      subscription?.unsubscribe();
    };
  }

  async function read(id: number): Promise<JourneyMap | null> {
    await store.ready();
    const [facts, row] = await Promise.all([versions.get(id), versionTexts.get(id)]);
    return facts && row ? documentOf(facts, row.text) : null;
  }

  /** `soundId`: a version that is known to be readable. */
  async function removeOld(soundId: number | null): Promise<void> {
    const rows = await versions.toArray();
    const damaged = new Set<number>();
    // The newest version that stays must be one that can be read: looked at only where others are to go.
    for (;;) {
      const known = rows.map((row) => ({ ...row, isDamaged: damaged.has(row.id) }));
      const doomed = versionsToRemove(known, now());
      const looked = newestWhereSomeGo(known, new Set(doomed)).filter((id) => id !== soundId);
      const found = await damagedAmong(looked);
      if (found.length === 0) return removeUnnamed(doomed);
      for (const id of found) damaged.add(id);
    }
  }

  async function damagedAmong(ids: readonly number[]): Promise<readonly number[]> {
    const found: number[] = [];
    for (const id of ids) if ((await read(id)) === null) found.push(id);
    return found;
  }

  /** Leaves out what the user has named in the meantime. */
  async function removeUnnamed(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await inTransaction(async () => {
      const rows = await versions.bulkGet([...ids]);
      const unnamed = rows.flatMap((row) => (row && row.name === null ? row.id : []));
      await versions.bulkDelete(unnamed);
      await versionTexts.bulkDelete(unnamed);
    });
  }

  return {
    keep,
    list,
    follow,
    read,
    async rename(id, name) {
      await store.ready();
      await versions.update(id, { name });
    },
    async remove(id) {
      await store.ready();
      await inTransaction(async () => {
        await versions.delete(id);
        await versionTexts.delete(id);
      });
    },
    async prune() {
      await store.ready();
      await removeOld(null);
    },
  };
}

type NewVersion = Omit<StoredVersion, "id">;

/** The same state once more is worth a row of its own only where both have a name. */
function mayReplace(newest: StoredVersion, next: NewVersion): boolean {
  return newest.hash === next.hash && (newest.name === null || next.name === null);
}

function merged(newest: StoredVersion, next: NewVersion): StoredVersion {
  if (next.name !== null || (isPinned(next) && !isPinned(newest) && newest.name === null)) {
    return { ...next, id: newest.id };
  }
  return newest;
}

/** By map the newest version that is taken to be sound, of those maps that are about to lose one. */
function newestWhereSomeGo(
  versions: readonly (StoredVersion & { readonly isDamaged: boolean })[],
  doomed: ReadonlySet<number>,
): readonly number[] {
  const maps = new Set(versions.filter(({ id }) => doomed.has(id)).map(({ mapId }) => mapId));
  const sound = versions.filter(({ isDamaged }) => !isDamaged).sort(newestFirst);
  return [...maps].flatMap((mapId) => sound.find((version) => version.mapId === mapId)?.id ?? []);
}
