import type { Editor } from "#editor/editor.ts";
import { contentHash } from "#model/content-hash.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { Journal } from "#storage/journal.ts";
import type { WaitingLate } from "#storage/late-changes.ts";
import type { LoadedMap, MapRepository } from "#storage/map-repository.ts";
import { restoreHistory } from "#storage/restore-history.ts";
import { whenIdle } from "#storage/timing.ts";
import type { StoreNotice } from "#ui/services.ts";
import { oneAtATime } from "./one-at-a-time.ts";

/** Undo over a reload waits for an idle moment, but no longer than so many milliseconds. */
const LATEST_HISTORY = 1000;

interface FollowOptions {
  readonly id: Id;
  readonly library: Pick<MapRepository, "open">;
  /** Both are made after this. */
  editor(): Editor;
  journal(): Journal;
  isMine(): boolean;
  /** Whether this window shall not go on, since a newer program does. */
  isOutdated(): boolean;
  /** Keeps a document that somebody else's change would replace, as a map of its own; resolves with its title. */
  keepCopy(map: JourneyMap): Promise<string>;
  notify(notice: StoreNotice): void;
}

/** Brings into an open map what the store holds besides what was done here. */
export interface StoreFollower {
  /** Above all else of what was loaded: what can be undone, and what another page has left; for who may edit. */
  begin(loaded: LoadedMap): void;
  /** Shows what the store holds now, once more when that is under way. */
  refresh(): void;
  /** As `refresh`; until it is done nothing can be changed here, since it would not follow from what is read. */
  catchUp(): Promise<void>;
  isCatchingUp(): boolean;
  /** All that was done here is acknowledged. */
  kept(): void;
}

export function followStore(options: FollowOptions): StoreFollower {
  const { id, library, editor, journal, isMine } = options;
  // Until it is acknowledged it stays where the page has left it.
  let late: WaitingLate | null = null;
  let reading = 0;

  const bringBackHistory = ({ map, entries }: LoadedMap) =>
    whenIdle(() => {
      const { past, future } = restoreHistory(map, entries);
      const { past: present, map: reached } = editor().store.getState();
      // What was done since then goes on from the same document, or the steps would not fit together.
      if ((present[0]?.before ?? reached) === map) editor().restoreHistory(past, future);
    }, LATEST_HISTORY);

  /** Goes on from what another page left and the store does not take yet; it is shown, and not called saved. */
  function adoptLate(loaded: LoadedMap): LoadedMap {
    if (!loaded.late || !journal().adopt(loaded.late.batches)) return loaded;
    late = loaded.late;
    const { map, entries } = loaded.late;
    if (editor().store.getState().map !== map) editor().load(map);
    return { ...loaded, map, entries };
  }

  /** After another window wrote, or when this one may write again. */
  async function refresh(): Promise<void> {
    if (options.isOutdated()) return;
    const present = await library.open(id, isMine());
    if ("problem" in present) return;
    if (present.rev !== journal().kept().rev) {
      await keepOwn(present);
      editor().load(present.map);
      journal().restart(present.map, present.rev);
    }
    if (!isMine()) return;
    const { entries } = adoptLate(present);
    bringBackHistory({ ...present, entries, map: editor().store.getState().map });
  }

  /** What this window could not write and what somebody else wrote meanwhile: each version becomes a map. */
  async function keepOwn(present: LoadedMap): Promise<void> {
    const own = journal().unsaved();
    if (own === null || isWithin(present, own)) return;
    const copy = await options.keepCopy(own);
    options.notify({ kind: "conflict", title: own.title, copy });
  }

  return {
    begin: (loaded) => bringBackHistory(adoptLate(loaded)),
    refresh: oneAtATime("Reading a map again", refresh),
    async catchUp() {
      reading += 1;
      try {
        await refresh();
      } catch (error) {
        // What could not be kept stays what it is: not saved, and there to be downloaded.
        console.warn("What another window did could not be taken over", error);
      }
      reading -= 1;
    },
    isCatchingUp: () => reading > 0,
    kept() {
      late?.forget();
      late = null;
    },
  };
}

/** Whether a document is the present one, or one of those that led to it. */
function isWithin({ map, entries }: LoadedMap, document: JourneyMap): boolean {
  const hash = contentHash(document);
  return contentHash(map) === hash || entries.some((entry) => entry.hash === hash);
}
