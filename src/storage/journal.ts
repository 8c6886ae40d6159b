import { createStore, type StoreApi } from "zustand/vanilla";
import type { DocumentChange } from "#editor/editor.ts";
import type { SaveState } from "#editor/save-state.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { JournalEntry } from "./database.ts";
import { createJournalCheckpoints } from "./journal-checkpoints.ts";
import { createJournalQueue, type ReadyBatch, type Sealed } from "./journal-queue.ts";
import type { JournalStore } from "./journal-store.ts";
import { createJournalTries, failureOf } from "./journal-tries.ts";
import { baseOf } from "./map-store.ts";

export interface JournalOptions {
  /** Tells this writer from all others, in this window and elsewhere. */
  readonly writer: string;
  /** Called with what is on its way to the store, for copies elsewhere. */
  readonly onEntries?: (entries: readonly JournalEntry[]) => void;
  /** Called when the store has acknowledged everything up to this document. */
  readonly onKept?: (map: JourneyMap, rev: number) => void;
  /** Called when somebody else has changed the map: this document is kept nowhere yet. */
  readonly onConflict?: (map: JourneyMap) => void;
  /** Called after the document was written into a store that had lost it. */
  readonly onRewritten?: () => void;
}

/** Keeps a map as it is being edited. */
export interface Journal {
  readonly saving: StoreApi<SaveState>;
  /** To be called with every change. More of the same step, and steps back and forth, are written in their pauses. */
  write(change: DocumentChange): void;
  /**
   * Writes what another page has left unwritten, before anything else; false, and nothing is done, when it does not
   * follow what is acknowledged here.
   */
  adopt(batches: readonly ReadyBatch[]): boolean;
  /** Tries once more what could not be written. */
  retry(): void;
  /** Hands everything to the store in this very moment: for a page that may not live on. */
  flush(): void;
  /** Whether the last changes are not written only because more of the same may follow. */
  isInPause(): boolean;
  /** Leaves all that is not acknowledged yet to whoever opens the map next: the page ends now. */
  leave(): void;
  /** Resolves when nothing is under way any more; what could not be written stays unsaved. */
  settled(): Promise<void>;
  /** The newest document, as long as the store has not acknowledged all of it; null when it has. */
  unsaved(): JourneyMap | null;
  /** What the store has acknowledged. */
  kept(): { readonly map: JourneyMap; readonly rev: number };
  /** Goes on from another state that was read from the store. */
  restart(map: JourneyMap, rev: number): void;
  /** Writes a checkpoint now if there is anything new. */
  checkpoint(): Promise<void>;
  /** The store may be gone: until it was seen again nothing is called saved. */
  doubt(): void;
  /** Writes the whole document: the store is another one now, and does not have it. */
  rewrite(): void;
}

/** What is typed, and steps back and forth, are written when no more of them have come for so long, milliseconds … */
const PAUSE = 250;
/** … but at the latest so long after the first one that waits. */
const MOST_WAIT = 1000;

/**
 * Writes each change at once, but typing and steps through the history in their pauses; a page that ends has what waits
 * written by `flush` or `leave`. While a write is under way the next changes wait together for their turn.
 */
export function createJournal(
  store: JournalStore,
  loaded: { readonly map: JourneyMap; readonly rev: number },
  options: JournalOptions,
): Journal {
  const saving = createStore<SaveState>(() => ({ state: "saved" }));
  let kept = loaded;
  const queue = createJournalQueue(loaded.rev, options);
  const tries = createJournalTries(store.reconnect, (state) => saving.setState(state, true));
  const checkpoints = createJournalCheckpoints(loaded.rev, {
    kept: () => kept,
    write: store.writeCheckpoint,
    onWritten: queue.stopGrowth,
  });
  let running: Promise<void> | null = null;
  let mustLook = false;
  let mustRewrite = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let pauseTimer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;

  function newestMap(): JourneyMap {
    return queue.newestMap() ?? kept.map;
  }

  async function writeAll(): Promise<void> {
    const before = kept;
    for (;;) {
      const failure = (mustLook ? await lookAgain() : null) ?? (mustRewrite ? await rewriteAll() : null);
      if (failure !== null) return finish(failure);
      // What still grows in the pause before it is written is left to it.
      const next = waitingSince === null ? queue.next() : (queue.sealed()[0] ?? null);
      if (!next) break;
      const outcome = await writeOne(next);
      // Another state took the place of all that waited.
      if (outcome === "again" || !queue.isNext(next)) continue;
      if (outcome !== null) return finish(outcome);
      queue.drop();
      tries.forget();
      kept = { map: next.map, rev: next.batch.head.rev };
    }
    finish({ state: queue.isEmpty() ? "saved" : "saving" });
    if (kept !== before) options.onKept?.(kept.map, kept.rev);
    checkpoints.schedule();
  }

  /** Null when it is written. */
  async function writeOne(sealed: Sealed): Promise<SaveState | "again" | null> {
    for (;;) {
      const wasEarly = sealed.early !== null;
      const work = sealed.early ?? store.append(sealed.batch);
      sealed.early = null;
      const result = await tries.answerOf(work);
      if ("rev" in result || !queue.isNext(sealed)) return null;
      const { problem } = result;
      // It may have been sent ahead of entries that failed then and were kept only since.
      if (wasEarly && problem === "changedElsewhere") continue;
      if (problem === "storeReplaced") {
        mustRewrite = true;
        return "again";
      }
      if (problem === "changedElsewhere" || problem === "removedElsewhere") {
        if (problem === "changedElsewhere") options.onConflict?.(newestMap());
        return { state: "notSaved", problem, detail: "" };
      }
      const failure = await tries.failed({ problem, detail: "detail" in result ? result.detail : "" });
      if (failure !== null) return failure;
    }
  }

  /** Null when the store can be reached. */
  async function lookAgain(): Promise<SaveState | null> {
    for (;;) {
      mustLook = false;
      const result = await tries.answerOf(store.look());
      if (result === undefined) return null;
      mustLook = true;
      const failure = await tries.failed(result);
      if (failure !== null) return failure;
    }
  }

  /** Writes the whole document into a store that has lost it. Null when that is done. */
  async function rewriteAll(): Promise<SaveState | null> {
    queue.seal();
    const { length } = queue.sealed();
    const map = queue.sealed().at(-1)?.map ?? kept.map;
    const rev = queue.sealedRev();
    try {
      const result = await store.rewrite(map, rev);
      if ("problem" in result) {
        options.onConflict?.(newestMap());
        return { state: "notSaved", problem: result.problem, detail: "" };
      }
    } catch (error) {
      return tries.failedForNow(failureOf(error));
    }
    mustRewrite = false;
    queue.drop(length);
    queue.stopGrowth();
    kept = { map, rev };
    checkpoints.restart(rev);
    tries.forget();
    options.onRewritten?.();
    return null;
  }

  function finish(state: SaveState): void {
    // First, so that a change made by a subscriber of the state starts a new round.
    running = null;
    saving.setState(state, true);
    // What the browser refused once it may take later: a disk that was full, a quota that was lifted.
    clearTimeout(retryTimer);
    const mayHeal = state.state === "notSaved" && !/Elsewhere$/u.test(state.problem);
    if (mayHeal) retryTimer = setTimeout(start, tries.pauseOfNext());
  }

  /** As long as it goes on, all of it is written together. */
  function startInPause(): void {
    if (saving.getState().state === "saved") saving.setState({ state: "saving" }, true);
    const now = performance.now();
    waitingSince ??= now;
    clearTimeout(pauseTimer);
    pauseTimer = setTimeout(start, Math.max(0, Math.min(PAUSE, waitingSince + MOST_WAIT - now)));
  }

  function start(): void {
    clearTimeout(pauseTimer);
    waitingSince = null;
    if (running || (queue.isEmpty() && !mustLook && !mustRewrite)) return;
    clearTimeout(retryTimer);
    const { state } = saving.getState();
    // Who saw that nothing is saved sees it until something is.
    if (state === "saved") saving.setState({ state: "saving" }, true);
    running = writeAll();
  }

  return {
    saving,
    write(change) {
      queue.push(change);
      checkpoints.putOff();
      if (change.move === "step") start();
      else startInPause();
    },
    adopt(batches) {
      const first = batches[0]?.batch;
      const base = first?.entries[0] && baseOf(first.entries[0], first.replaced);
      if (base !== kept.rev || !queue.isEmpty() || mustRewrite) return false;
      queue.adopt(batches);
      start();
      return true;
    },
    retry() {
      tries.forget();
      start();
    },
    flush() {
      const sealed = queue.seal();
      // Behind what is under way already: the store keeps the order.
      if (sealed) sealed.early = store.append(sealed.batch);
      sealed?.early?.catch(() => {});
    },
    isInPause() {
      // What was handed over already waits for the store, and for nothing else.
      const isUnderWay = running !== null || queue.sealed().length > 0;
      return waitingSince !== null && !isUnderWay && saving.getState().state === "saving";
    },
    leave() {
      queue.seal();
      const batches = queue.sealed().map(({ batch }) => batch);
      if (batches.length > 0) store.keepLate(batches);
    },
    settled: async () => {
      // Nobody who waits for it has to wait for a pause.
      start();
      while (running) await running;
    },
    unsaved: () => (queue.isEmpty() && !mustRewrite ? null : newestMap()),
    kept: () => kept,
    restart(map, rev) {
      clearTimeout(retryTimer);
      checkpoints.restart(rev);
      kept = { map, rev };
      mustRewrite = false;
      queue.restart(rev);
      tries.forget();
      saving.setState({ state: "saved" }, true);
    },
    checkpoint: checkpoints.write,
    doubt() {
      mustLook = true;
      start();
    },
    rewrite() {
      mustRewrite = true;
      start();
    },
  };
}
