import { createStore, type StoreApi } from "zustand/vanilla";
import type { SaveState } from "#ui/services.ts";

/** The guards of all maps of this page that are not saved. */
const unsaved = createStore<ReadonlySet<object>>(() => new Set());

/** Resolves as soon as no map of this page waits to be saved: at once, or when the last one is. */
export function whenAllSaved(): Promise<void> {
  if (unsaved.getState().size === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const unsubscribe = unsaved.subscribe(({ size }) => {
      if (size > 0) return;
      unsubscribe();
      resolve();
    });
  });
}

/**
 * Lets the browser ask before the page is closed while something is not saved. The listener is there only then:
 * a page that always has one is never kept for the way back. `flush` hands over what is pending, whatever the user
 * answers; where that is all that was missing (`isInPause`), nobody is asked. Returns how to end it.
 */
export function guardUnload(
  saving: StoreApi<SaveState>,
  flush: () => void = () => {},
  isInPause: () => boolean = () => false,
): () => void {
  // A listener of its own for each map: several may be open.
  const listener = (event: BeforeUnloadEvent) => {
    const wasInPause = isInPause();
    flush();
    if (!wasInPause) event.preventDefault();
  };
  const release = () => {
    window.removeEventListener("beforeunload", listener);
    unsaved.setState(new Set([...unsaved.getState()].filter((other) => other !== listener)), true);
  };
  const follow = ({ state }: SaveState) => {
    // Who only looks on has nothing to save.
    if (state === "saved" || state === "viewOnly") return release();
    window.addEventListener("beforeunload", listener);
    unsaved.setState(new Set([...unsaved.getState(), listener]), true);
  };
  follow(saving.getState());
  const unsubscribe = saving.subscribe(follow);
  return () => {
    unsubscribe();
    release();
  };
}
