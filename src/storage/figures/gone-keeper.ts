import type { Id } from "#model/journey-map.ts";
import type { FiguresStore } from "./figures-store.ts";

/** More than so many of a map are not kept: those that went first are forgotten. */
const MOST_IDS = 10_000;

/** Remembers by their ids which findings of a map were gone once, so that after a reload too it is known when one is back. */
export interface GoneKeeper {
  read(mapId: Id): Promise<ReadonlySet<string>>;
  /** From now on it is these, in the order in which they went. */
  keep(mapId: Id, ids: ReadonlySet<string>): void;
}

export function createGoneKeeper(store: Pick<FiguresStore, "readGone" | "writeGone">): GoneKeeper {
  const newest = new Map<Id, ReadonlySet<string>>();
  const waiting = new Set<Id>();
  let isWriting = false;

  async function writeAll(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    for (const mapId of waiting) {
      waiting.delete(mapId);
      await store.writeGone(mapId, [...(newest.get(mapId) ?? [])].slice(-MOST_IDS));
    }
    isWriting = false;
  }

  return {
    read: async (mapId) => newest.get(mapId) ?? new Set(await store.readGone(mapId)),
    keep(mapId, ids) {
      const known = newest.get(mapId);
      const isNothing = !known && ids.size === 0;
      if (isNothing || (known && isSame(known, ids))) return;
      newest.set(mapId, ids);
      waiting.add(mapId);
      void writeAll();
    },
  };
}

function isSame(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return some.size === others.size && [...some].every((id) => others.has(id));
}
