import { contentHash } from "#model/content-hash.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { figuresOf } from "#model/portfolio/figures.ts";
import { whenIdle } from "../timing.ts";
import type { FiguresStore } from "./figures-store.ts";

/** So long after the last change of an open map its figures are made, milliseconds. */
const QUIET = 5000;
/** The figures of larger maps are made when they are closed: in between that would be felt at the next key. */
const MOST_NODES_WHILE_OPEN = 1000;
/** A browser that is never idle makes them all the same, milliseconds later. */
const LATEST = 2000;

/** What tells a state of a map from all others: its revision alone does not, where a lost map came back from a copy. */
export function stampOf(rev: number, hash: string): string {
  return `${rev} ${hash}`;
}

/** Makes the figures of maps that are written here, when nothing else is to be done. */
export interface FiguresKeeper {
  /** The map is being edited, and this is what the store has of it. */
  edited(map: JourneyMap, rev: number): void;
  /** Something changes: not now. */
  putOff(): void;
  /** This is what the store has, and nobody here changes it any more. */
  written(map: JourneyMap, rev: number): void;
  removed(mapId: Id): void;
}

export function createFiguresKeeper(store: FiguresStore): FiguresKeeper {
  const waiting = new Map<Id, { readonly map: JourneyMap; readonly rev: number }>();
  const made = new Map<Id, string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isPlanned = false;

  function plan(): void {
    if (isPlanned || waiting.size === 0) return;
    isPlanned = true;
    whenIdle(() => {
      isPlanned = false;
      makeNext();
      // One at a time: a hundred maps may have been imported.
      plan();
    }, LATEST);
  }

  function makeNext(): void {
    const [next] = waiting.values();
    if (!next) return;
    const { map, rev } = next;
    waiting.delete(map.id);
    try {
      const stamp = stampOf(rev, contentHash(map));
      if (made.get(map.id) === stamp) return;
      made.set(map.id, stamp);
      void store.write([{ mapId: map.id, stamp, figures: figuresOf(map) }]);
    } catch (error) {
      // The portfolio makes what is missing when somebody looks at it.
      console.warn(`The figures of map ${map.id} could not be made`, error);
    }
  }

  return {
    edited(map, rev) {
      clearTimeout(timer);
      if (Object.keys(map.nodes).length > MOST_NODES_WHILE_OPEN) return;
      timer = setTimeout(() => {
        waiting.set(map.id, { map, rev });
        plan();
      }, QUIET);
    },
    putOff: () => clearTimeout(timer),
    written(map, rev) {
      waiting.set(map.id, { map, rev });
      plan();
    },
    removed(mapId) {
      waiting.delete(mapId);
      made.delete(mapId);
      void store.remove(mapId);
    },
  };
}
