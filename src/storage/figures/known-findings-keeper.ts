import type { KnownFindings } from "#model/audit/gone-findings.ts";
import type { Id } from "#model/journey-map.ts";
import type { FiguresStore } from "./figures-store.ts";

/** More than so many of a map are not kept: those that went first, or stand last, are forgotten. */
const MOST_IDS = 10_000;
/**
 * Every change is looked at, and one follows another: between two times of writing is at least so long, milliseconds.
 * What is missed by that is found at the next look, because what was seen before is compared with what is there.
 */
const PAUSE = 1000;

/** Remembers the findings of maps by their ids, so that after a reload too it is known when one is back. */
export interface KnownFindingsKeeper {
  read(mapId: Id): Promise<KnownFindings>;
  /** From now on it is this; what is gone in the order in which it went. */
  keep(mapId: Id, known: KnownFindings): void;
}

export function createKnownFindingsKeeper(
  store: Pick<FiguresStore, "readKnown" | "writeKnown">,
  pause = PAUSE,
): KnownFindingsKeeper {
  const newest = new Map<Id, KnownFindings>();
  const waiting = new Set<Id>();
  let isWriting = false;

  async function writeAll(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    while (waiting.size > 0) {
      for (const mapId of waiting) await write(mapId);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    isWriting = false;
  }

  async function write(mapId: Id): Promise<void> {
    waiting.delete(mapId);
    const known = newest.get(mapId);
    if (!known) return;
    await store.writeKnown(mapId, {
      seen: [...known.seen].slice(0, MOST_IDS),
      gone: [...known.gone].slice(-MOST_IDS),
    });
  }

  return {
    async read(mapId) {
      const { seen, gone } = newest.get(mapId) ?? (await store.readKnown(mapId));
      return { seen: new Set(seen), gone: new Set(gone) };
    },
    keep(mapId, known) {
      newest.set(mapId, known);
      waiting.add(mapId);
      void writeAll();
    },
  };
}
