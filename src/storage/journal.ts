import { createStore, type StoreApi } from "zustand/vanilla";
import type { DocumentChange } from "#editor/editor.ts";
import type { SaveProblem, SaveState } from "#editor/save-state.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { JournalEntry } from "./database.ts";
import { type Batch, batchOf, entriesOf, grownEntry, type WriteResult } from "./map-store.ts";
import { saveProblemOf } from "./save-problem.ts";
import { inTime, pause, whenIdle } from "./timing.ts";

/** A write that takes longer has failed, for all that anybody can know. Milliseconds. */
const PATIENCE = 3000;
/** After so many failures in a row it is said loudly. */
const TRIES = 3;
/** Between tries, milliseconds: at once for the second, then ever slower. */
const PAUSES = [0, 500, 2000, 5000];
/** A checkpoint follows after so long without a change (milliseconds) or so many entries. */
const QUIET = 5000;
const ENTRIES_TO_CHECKPOINT = 200;
/** A browser that is never idle writes it all the same, milliseconds later. */
const LATEST_CHECKPOINT = 2000;

/** Where the journal of one map is written; `MapStore` with the database filled in. */
export interface JournalStore {
  append(batch: Batch): Promise<WriteResult>;
  writeCheckpoint(map: JourneyMap, rev: number): Promise<void>;
  /** Takes changes in the last moment of a page, without an answer. */
  keepLate(batches: readonly Batch[]): void;
  /** Makes the document the present state where the whole store is another one now. */
  rewrite(map: JourneyMap, rev: number): Promise<void>;
  /** Resolves when the store can be reached. */
  look(): Promise<void>;
  /** Opens the connection anew after something went wrong. */
  reconnect(): Promise<void>;
}

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
  /** To be called with every change. */
  write(change: DocumentChange): void;
  /** Tries once more what could not be written. */
  retry(): void;
  /** Hands everything to the store in this very moment: for a page that may not live on. */
  flush(): void;
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

interface Failure {
  readonly problem: SaveProblem;
  readonly detail: string;
}

/** Entries that are ready to be written, and the document after them. */
interface Sealed {
  readonly batch: Batch;
  readonly map: JourneyMap;
  /** The document before the first entry, and that entry's beginning when it may still grow. */
  readonly lastBefore: JourneyMap;
  early: Promise<WriteResult> | null;
}

/**
 * Writes each change at once, without waiting for a pause: a page may be closed at any time, and what is started
 * late is lost. While a write is under way the next changes wait together for their turn.
 */
export function createJournal(
  store: JournalStore,
  loaded: { readonly map: JourneyMap; readonly rev: number },
  options: JournalOptions,
): Journal {
  const saving = createStore<SaveState>(() => ({ state: "saved" }));
  let kept = loaded;
  let checkpointRev = loaded.rev;
  /** The revision and the document that the next entry follows. */
  let sealedRev = loaded.rev;
  let waiting: DocumentChange[] = [];
  let queue: Sealed[] = [];
  /** The entry that more of the same step makes grow; null after a checkpoint, which it may not cross. */
  let growing: { readonly entry: JournalEntry; readonly before: JourneyMap } | null = null;
  let running: Promise<void> | null = null;
  let failures = 0;
  let mustLook = false;
  let mustRewrite = false;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let quietTimer: ReturnType<typeof setTimeout> | undefined;

  function write(change: DocumentChange): void {
    const last = waiting.at(-1);
    if (change.move === "merge" && last && (last.move === "step" || last.move === "merge")) {
      const { before, move } = last;
      waiting[waiting.length - 1] = { ...change, before, move };
    } else waiting.push(change);
    clearTimeout(quietTimer);
    start();
  }

  /** Makes entries of all that waits. */
  function seal(): Sealed | null {
    const [first, ...rest] = waiting;
    if (!first) return null;
    waiting = [];
    const grown = first.move === "merge" && growing?.entry.mergeKey === first.mergeKey ? growing : null;
    const head = grown
      ? grownEntry(grown, first, sealedRev)
      : entriesOf([first], sealedRev, options.writer)[0];
    if (!head) return null;
    const entries = [head, ...entriesOf(rest, head.seq, options.writer)];
    const last = rest.at(-1) ?? first;
    const lastBefore = rest.length === 0 && grown ? grown.before : last.before;
    const batch = batchOf(entries, last.after, grown?.entry ?? null);
    const lastEntry = entries.at(-1) ?? head;
    sealedRev = lastEntry.seq;
    growing = { entry: lastEntry, before: lastBefore };
    options.onEntries?.(entries);
    const sealed: Sealed = { batch, map: last.after, lastBefore, early: null };
    queue.push(sealed);
    return sealed;
  }

  async function writeAll(): Promise<void> {
    const before = kept;
    for (;;) {
      if (mustLook) {
        const failure = await lookAgain();
        if (failure !== null) return finish(failure);
      }
      if (mustRewrite) {
        const failure = await rewriteAll();
        if (failure !== null) return finish(failure);
      }
      const next = queue[0] ?? seal();
      if (!next) break;
      const outcome = await writeOne(next);
      // Another state took the place of all that waited.
      if (outcome === "again" || queue[0] !== next) continue;
      if (outcome !== null) return finish(outcome);
      queue.shift();
      failures = 0;
      kept = { map: next.map, rev: next.batch.head.rev };
    }
    finish({ state: "saved" });
    if (kept !== before) options.onKept?.(kept.map, kept.rev);
    scheduleCheckpoint();
  }

  /** Null when it is written. */
  async function writeOne(sealed: Sealed): Promise<SaveState | "again" | null> {
    for (;;) {
      const wasEarly = sealed.early !== null;
      const result = await attempt(sealed);
      if ("rev" in result || queue[0] !== sealed) return null;
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
      const failure = await failed(problem, "detail" in result ? result.detail : "");
      if (failure !== null) return failure;
    }
  }

  /** Null when it is to be tried again now. */
  async function failed(problem: SaveProblem, detail: string): Promise<SaveState | null> {
    failures += 1;
    if (failures >= TRIES) return { state: "notSaved", problem, detail };
    saving.setState({ state: "retrying", problem, detail }, true);
    await pause(PAUSES[failures - 1] ?? 0);
    await inTime(
      store.reconnect().catch(() => {}),
      PATIENCE,
      undefined,
    );
    return null;
  }

  /** Null when the store can be reached. */
  async function lookAgain(): Promise<SaveState | null> {
    for (;;) {
      mustLook = false;
      const result = await answerOf(store.look());
      if (result === undefined) return null;
      mustLook = true;
      const failure = await failed(result.problem, result.detail);
      if (failure !== null) return failure;
    }
  }

  function attempt(sealed: Sealed): Promise<WriteResult | Failure> {
    const work = sealed.early ?? store.append(sealed.batch);
    sealed.early = null;
    return answerOf(work);
  }

  async function answerOf<T>(work: Promise<T>): Promise<T | Failure> {
    try {
      // Most of all on a full disk nobody may ever answer.
      return await inTime(work, PATIENCE, { problem: "slow", detail: "" } as const);
    } catch (error) {
      return { problem: saveProblemOf(error), detail: String(error) };
    }
  }

  /** Writes the whole document into a store that has lost it. Null when that is done. */
  async function rewriteAll(): Promise<SaveState | null> {
    seal();
    const written = queue.length;
    const map = queue.at(-1)?.map ?? kept.map;
    const rev = sealedRev;
    try {
      await store.rewrite(map, rev);
    } catch (error) {
      failures += 1;
      return { state: "notSaved", problem: saveProblemOf(error), detail: String(error) };
    }
    mustRewrite = false;
    queue = queue.slice(written);
    kept = { map, rev };
    checkpointRev = rev;
    growing = null;
    failures = 0;
    options.onRewritten?.();
    return null;
  }

  function newestMap(): JourneyMap {
    return waiting.at(-1)?.after ?? queue.at(-1)?.map ?? kept.map;
  }

  function finish(state: SaveState): void {
    // First, so that a change made by a subscriber of the state starts a new round.
    running = null;
    saving.setState(state, true);
    // What the browser refused once it may take later: a disk that was full, a quota that was lifted.
    clearTimeout(retryTimer);
    const mayHeal = state.state === "notSaved" && !/Elsewhere$/u.test(state.problem);
    if (mayHeal) retryTimer = setTimeout(start, PAUSES[Math.min(failures, PAUSES.length - 1)] ?? QUIET);
  }

  function start(): void {
    if (running || (waiting.length === 0 && queue.length === 0 && !mustLook && !mustRewrite)) return;
    clearTimeout(retryTimer);
    const { state } = saving.getState();
    // Who saw that nothing is saved sees it until something is.
    if (state === "saved") saving.setState({ state: "saving" }, true);
    running = writeAll();
  }

  function scheduleCheckpoint(): void {
    clearTimeout(quietTimer);
    if (kept.rev === checkpointRev) return;
    const isMuch = kept.rev - checkpointRev >= ENTRIES_TO_CHECKPOINT;
    quietTimer = setTimeout(() => whenIdle(() => void checkpoint(), LATEST_CHECKPOINT), isMuch ? 0 : QUIET);
  }

  async function checkpoint(): Promise<void> {
    const { map, rev } = kept;
    if (rev === checkpointRev) return;
    try {
      await store.writeCheckpoint(map, rev);
      checkpointRev = rev;
      if (growing && growing.entry.seq <= rev) growing = null;
    } catch (error) {
      // The journal holds everything; the next one may succeed.
      console.warn("A checkpoint could not be written", error);
    }
  }

  return {
    saving,
    write,
    retry() {
      failures = 0;
      start();
    },
    flush() {
      const sealed = seal();
      // Behind what is under way already: the store keeps the order.
      if (sealed) sealed.early = store.append(sealed.batch);
      sealed?.early?.catch(() => {});
    },
    leave() {
      seal();
      if (queue.length > 0) store.keepLate(queue.map(({ batch }) => batch));
    },
    settled: async () => {
      while (running) await running;
    },
    unsaved: () => (waiting.length + queue.length > 0 ? newestMap() : null),
    kept: () => kept,
    restart(map, rev) {
      clearTimeout(retryTimer);
      clearTimeout(quietTimer);
      kept = { map, rev };
      checkpointRev = rev;
      sealedRev = rev;
      waiting = [];
      queue = [];
      growing = null;
      failures = 0;
      saving.setState({ state: "saved" }, true);
    },
    checkpoint,
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
