import type { SaveProblem, SaveState } from "#editor/save-state.ts";
import { saveProblemOf } from "./save-problem.ts";
import { inTime, pause } from "./timing.ts";

/** A write that takes longer has failed, for all that anybody can know. Milliseconds. */
const PATIENCE = 3000;
/** After so many failures in a row it is said loudly. */
const TRIES = 3;
/** Between tries, milliseconds: at once for the second, then ever slower. */
const PAUSES = [0, 500, 2000, 5000];
/** The longest of them. */
const LONGEST_PAUSE = 5000;

export interface Failure {
  readonly problem: SaveProblem;
  readonly detail: string;
}

/** Counts how often the store has failed since it last did what was asked, and says when to ask it again. */
export interface JournalTries {
  /** What the store answers, or why there is no answer. */
  answerOf<T>(work: Promise<T>): Promise<T | Failure>;
  /** To be called with each failure. Resolves when it is to be tried again (null), or with what is to be said. */
  failed(failure: Failure): Promise<SaveState | null>;
  /** As `failed`, where it is not to be tried again at once. */
  failedForNow(failure: Failure): SaveState;
  /** Begins to count anew. */
  forget(): void;
  /** How long what the browser refused waits until it is tried once more, milliseconds. */
  pauseOfNext(): number;
}

/** `onRetry`: told before each pause. */
export function createJournalTries(
  reconnect: () => Promise<void>,
  onRetry: (state: SaveState) => void,
): JournalTries {
  let failures = 0;
  return {
    async answerOf(work) {
      try {
        // Most of all on a full disk nobody may ever answer.
        return await inTime(work, PATIENCE, { problem: "slow", detail: "" } as const);
      } catch (error) {
        return failureOf(error);
      }
    },
    async failed({ problem, detail }) {
      failures += 1;
      if (failures >= TRIES) return { state: "notSaved", problem, detail };
      onRetry({ state: "retrying", problem, detail });
      await pause(PAUSES[failures - 1] ?? 0);
      await inTime(
        reconnect().catch(() => {}),
        PATIENCE,
        undefined,
      );
      return null;
    },
    failedForNow({ problem, detail }) {
      failures += 1;
      return { state: "notSaved", problem, detail };
    },
    forget() {
      failures = 0;
    },
    pauseOfNext: () => PAUSES[Math.min(failures, PAUSES.length - 1)] ?? LONGEST_PAUSE,
  };
}

export function failureOf(error: unknown): Failure {
  return { problem: saveProblemOf(error), detail: String(error) };
}
