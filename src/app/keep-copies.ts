import type { Id } from "#model/journey-map.ts";
import type { Connection } from "#storage/connection.ts";
import type { LateChanges } from "#storage/late-changes.ts";
import type { Mirror } from "#storage/mirror/mirror.ts";
import { mirrorVersions } from "#storage/mirror-versions.ts";
import {
  completeMirror,
  mirrorBase,
  restoreFromMirror,
  restoreMap,
  type WhileNobodyEdits,
} from "#storage/restore-from-mirror.ts";
import { mapIdOfLock, whileNobodyEdits } from "#storage/writer-right.ts";
import type { StoreNotice } from "#ui/services.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { OpenMapListener } from "./open-map-listener.ts";

interface CopiesOptions {
  readonly connection: Connection;
  readonly mirror: Mirror;
  /** What pages left in their last moment. */
  readonly late: LateChanges;
  /** ISO 8601, UTC. */
  readonly now: () => string;
  notify(notice: StoreNotice): void;
}

export interface Copies {
  /** Resolves when maps that the database has lost are there again, with whether there were any. */
  restored(): Promise<boolean>;
  /** Compares all maps with their copies when there is time: brings back what is newer there, and copies the rest. */
  complete(): Promise<boolean>;
  /** Brings one map to the state of its copy if that is newer; for the window that is about to edit it. */
  catchUp(mapId: Id): Promise<void>;
  /** Compares the versions of all maps with their copies, too, and once more when that is under way already. */
  completeVersions(): void;
}

/** One window of the browser at a time compares the maps with their copies, and one the versions. */
const LOCK = "dreiklang-copies";
const VERSIONS_LOCK = "dreiklang-version-copies";

/** How long a map waits for what is known of its copy before it is opened without, milliseconds. */
const PATIENCE = 5000;

export function keepCopies({ connection, mirror, late, now, notify }: CopiesOptions): Copies {
  const { database } = connection;
  const whileFree: WhileNobodyEdits = (mapId, work) =>
    whileNobodyEdits(mapId, navigator.locks, async () => {
      try {
        // First, since it follows what the database has, and the copy may have less.
        await late.adopt(mapId);
      } catch (error) {
        console.warn(`Map ${mapId} could not be compared with its copy`, error);
        return;
      }
      await work();
    });

  async function restore(): Promise<boolean> {
    await connection.ready();
    const result = await restoreFromMirror(database, mirror, whileFree);
    if (result) notify({ kind: "restored", ...result });
    return result !== null;
  }

  async function alone(work: () => Promise<boolean>): Promise<boolean> {
    try {
      return await locked(LOCK, work);
    } catch (error) {
      // The maps are as they were; the next start tries again.
      console.warn("The copies could not be compared", error);
      return false;
    }
  }

  async function catchUp(mapId: Id): Promise<void> {
    await connection.ready();
    await late.adopt(mapId);
    const tooLate = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE, null));
    const copy = await Promise.race([mirror.standing(mapId), tooLate]);
    if (!copy || !(await restoreMap(database, mirror, copy))) return;
    if (copy.deletedAt === null) notify({ kind: "restored", count: 1, at: copy.at });
  }

  return {
    restored: () => alone(restore),
    async catchUp(mapId) {
      try {
        await catchUp(mapId);
      } catch (error) {
        // Opening the map tells what is wrong with the database, if anything is.
        console.warn("A map could not be compared with its copy", error);
      }
    },
    complete: () =>
      alone(async () => {
        const isRestored = await restore();
        await completeMirror(database, mirror, whileFree, now());
        return isRestored;
      }),
    completeVersions: oneAtATime("Copying the versions", async () => {
      await connection.ready();
      await locked(VERSIONS_LOCK, () => mirrorVersions(database, mirror));
    }),
  };
}

async function locked<T>(name: string, work: () => Promise<T>): Promise<T> {
  return navigator.locks ? await navigator.locks.request(name, work) : await work();
}

/** The maps that some window of this browser has open for editing; none where there are no locks. */
export async function openMapIds(): Promise<ReadonlySet<string>> {
  const held = (await navigator.locks?.query())?.held ?? [];
  return new Set(held.map(({ name }) => mapIdOfLock(name ?? "")));
}

/** Copying begins so long after a map was opened, milliseconds: reading all of it would hold up its first picture. */
const COPYING_AFTER = 250;

/** Lets the copy of a map follow it while this window edits it. */
export function followedBy(mirror: Mirror): OpenMapListener {
  const waiting = new Map<Id, { readonly timer: ReturnType<typeof setTimeout>; begin(): void }>();
  const beginNow = (mapId: Id) => waiting.get(mapId)?.begin();
  return {
    onOpened(mapId, kept) {
      const begin = () => {
        clearTimeout(waiting.get(mapId)?.timer);
        waiting.delete(mapId);
        void mirror.follow(mapId, () => {
          const { map, rev } = kept();
          return mirrorBase(map, rev, null);
        });
      };
      waiting.set(mapId, { timer: setTimeout(begin, COPYING_AFTER), begin });
    },
    onEntries(mapId, entries) {
      beginNow(mapId);
      mirror.append(mapId, entries);
    },
    onClosed(map) {
      beginNow(map.id);
      return mirror.release(map.id);
    },
  };
}
