import type { JourneyMap } from "#model/journey-map.ts";
import { whenIdle } from "./timing.ts";

/** A checkpoint follows after so long without a change (milliseconds) or so many entries. */
const QUIET = 5000;
const ENTRIES_TO_CHECKPOINT = 200;
/** A browser that is never idle writes it all the same, milliseconds later. */
const LATEST_CHECKPOINT = 2000;

interface Kept {
  readonly map: JourneyMap;
  readonly rev: number;
}

/** Writes the whole document from time to time, so that opening a map has few entries to apply. */
export interface JournalCheckpoints {
  /** Writes one now if there is anything new. */
  write(): Promise<void>;
  /** Writes one when nothing has changed for a while, or soon when much has. */
  schedule(): void;
  /** Something changes: not now. */
  putOff(): void;
  /** The store has the whole document of this revision. */
  restart(rev: number): void;
}

export function createJournalCheckpoints(
  rev: number,
  options: {
    /** What the store has acknowledged. */
    kept(): Kept;
    write(map: JourneyMap, rev: number): Promise<void>;
    onWritten(rev: number): void;
  },
): JournalCheckpoints {
  let lastRev = rev;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function write(): Promise<void> {
    const { map, rev } = options.kept();
    if (rev === lastRev) return;
    try {
      await options.write(map, rev);
      lastRev = rev;
      options.onWritten(rev);
    } catch (error) {
      // The journal holds everything; the next one may succeed.
      console.warn("A checkpoint could not be written", error);
    }
  }

  return {
    write,
    schedule() {
      clearTimeout(timer);
      const count = options.kept().rev - lastRev;
      if (count === 0) return;
      const isMuch = count >= ENTRIES_TO_CHECKPOINT;
      timer = setTimeout(() => whenIdle(() => void write(), LATEST_CHECKPOINT), isMuch ? 0 : QUIET);
    },
    putOff: () => clearTimeout(timer),
    restart(next) {
      clearTimeout(timer);
      lastRev = next;
    },
  };
}
