import { createStore, type StoreApi } from "zustand/vanilla";
import type { EditorState } from "#editor/editor.ts";

/** A follower takes a change over when no other one has come for so long, milliseconds … */
const PAUSE = 150;
/** … when it is more of what is being typed, so long: between two keys nobody looks beside … */
const TYPING_PAUSE = 450;
/** … but never lags further behind than this. */
const MOST_LAG = 1000;

export interface CalmStore<T> {
  readonly store: StoreApi<T>;
  /** Takes over at once what has been left for the next pause. */
  catchUp(): void;
  /** Begins to follow; returns how to end that. */
  follow(): () => void;
}

/**
 * A store that follows another one: at once, or in its pauses while `mayLag` says so. What stands beside a moving hand
 * must not hold it up. `isTyped`: whether what comes next is more of the same text.
 */
export function createCalmStore<T>(
  source: StoreApi<T>,
  mayLag: (next: T, shown: T) => boolean,
  isTyped: (next: T, shown: T) => boolean = () => false,
): CalmStore<T> {
  const store = createStore<T>(() => source.getState());
  let timer: ReturnType<typeof setTimeout> | undefined;
  let behindSince: number | null = null;

  function catchUp(): void {
    clearTimeout(timer);
    behindSince = null;
    if (store.getState() !== source.getState()) store.setState(source.getState(), true);
  }

  function take(): void {
    if (!mayLag(source.getState(), store.getState())) {
      catchUp();
      return;
    }
    const now = performance.now();
    behindSince ??= now;
    clearTimeout(timer);
    const pause = isTyped(source.getState(), store.getState()) ? TYPING_PAUSE : PAUSE;
    timer = setTimeout(catchUp, Math.max(0, Math.min(pause, behindSince + MOST_LAG - now)));
  }

  function follow(): () => void {
    catchUp();
    const unsubscribe = source.subscribe(take);
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }
  return { store, catchUp, follow };
}

/** Whether a state of the editor is the one before with more of the same text: typing makes the last step grow. */
export function isTyped(next: Pick<EditorState, "past">, shown: Pick<EditorState, "past">): boolean {
  const [last, before] = [next.past.at(-1), shown.past.at(-1)];
  return (
    next.past.length === shown.past.length &&
    last !== before &&
    last?.mergeKey != null &&
    last.mergeKey === before?.mergeKey
  );
}
