import type { DocumentChange } from "#editor/editor.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { JournalEntry } from "./database.ts";
import { type Batch, batchOf, entriesOf, grownEntry, type WriteResult } from "./map-store.ts";

/** Entries that are ready to be written, and the document after them. */
export interface ReadyBatch {
  readonly batch: Batch;
  readonly map: JourneyMap;
}

export interface Sealed extends ReadyBatch {
  /** The answer of the store where it was handed over ahead of its turn. */
  early: Promise<WriteResult> | null;
}

/** What is not acknowledged yet, in order: first what was made into entries, then changes that still wait for that. */
export interface JournalQueue {
  push(change: DocumentChange): void;
  /** Takes entries that somebody else has made ready; only when the queue is empty. */
  adopt(batches: readonly ReadyBatch[]): void;
  /** Makes entries of all changes that wait; null when there are none. */
  seal(): Sealed | null;
  /** What is to be written now; null when there is nothing. */
  next(): Sealed | null;
  isNext(sealed: Sealed): boolean;
  /** The first one, or so many of them, were acknowledged. */
  drop(count?: number): void;
  sealed(): readonly Sealed[];
  isEmpty(): boolean;
  /** Null when there is nothing in the queue. */
  newestMap(): JourneyMap | null;
  /** That the last entry leads to, whether acknowledged or not. */
  sealedRev(): number;
  /** An entry up to this revision may not grow any more. */
  stopGrowth(rev?: number): void;
  /** Forgets everything; the next entry follows this revision. */
  restart(rev: number): void;
}

export interface JournalQueueOptions {
  /** Tells this writer from all others. */
  readonly writer: string;
  onEntries?: ((entries: readonly JournalEntry[]) => void) | undefined;
}

/** `rev`: the revision that the first entry follows. */
export function createJournalQueue(rev: number, { writer, onEntries }: JournalQueueOptions): JournalQueue {
  let sealedRev = rev;
  let waiting: DocumentChange[] = [];
  let queue: Sealed[] = [];
  /** The entry that more of the same step makes grow; null after a checkpoint, which it may not cross. */
  let growing: { readonly entry: JournalEntry; readonly before: JourneyMap } | null = null;

  function push(change: DocumentChange): void {
    const last = waiting.at(-1);
    if (change.move === "merge" && last && (last.move === "step" || last.move === "merge")) {
      const { before, move } = last;
      waiting[waiting.length - 1] = { ...change, before, move };
    } else waiting.push(change);
  }

  function seal(): Sealed | null {
    const [first, ...rest] = waiting;
    if (!first) return null;
    waiting = [];
    const grown = first.move === "merge" && growing?.entry.mergeKey === first.mergeKey ? growing : null;
    const head = grown ? grownEntry(grown, first, sealedRev) : entriesOf([first], sealedRev, writer)[0];
    if (!head) return null;
    const entries = [head, ...entriesOf(rest, head.seq, writer)];
    const last = rest.at(-1) ?? first;
    const batch = batchOf(entries, last.after, grown?.entry ?? null);
    const lastEntry = entries.at(-1) ?? head;
    sealedRev = lastEntry.seq;
    growing = { entry: lastEntry, before: rest.length === 0 && grown ? grown.before : last.before };
    onEntries?.(entries);
    const sealed: Sealed = { batch, map: last.after, early: null };
    queue.push(sealed);
    return sealed;
  }

  return {
    push,
    adopt(batches) {
      for (const { batch, map } of batches) {
        queue.push({ batch, map, early: null });
        sealedRev = batch.head.rev;
        onEntries?.(batch.entries);
      }
      growing = null;
    },
    seal,
    next: () => queue[0] ?? seal(),
    isNext: (sealed) => queue[0] === sealed,
    drop(count = 1) {
      queue = queue.slice(count);
    },
    sealed: () => queue,
    isEmpty: () => waiting.length === 0 && queue.length === 0,
    newestMap: () => waiting.at(-1)?.after ?? queue.at(-1)?.map ?? null,
    sealedRev: () => sealedRev,
    stopGrowth(until = Number.POSITIVE_INFINITY) {
      if (growing && growing.entry.seq <= until) growing = null;
    },
    restart(next) {
      sealedRev = next;
      waiting = [];
      queue = [];
      growing = null;
    },
  };
}
