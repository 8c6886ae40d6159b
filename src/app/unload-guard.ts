import type { StoreApi } from "zustand/vanilla";
import type { SaveState } from "#ui/services.ts";

/**
 * Lets the browser ask before the page is closed while something is not saved. The listener is there only then:
 * a page that always has one is never kept for the way back. Returns how to end it.
 */
export function guardUnload(saving: StoreApi<SaveState>): () => void {
  // A listener of its own for each map: several may be open.
  const listener = (event: BeforeUnloadEvent) => event.preventDefault();
  const follow = ({ state }: SaveState) => {
    if (state === "saved") window.removeEventListener("beforeunload", listener);
    else window.addEventListener("beforeunload", listener);
  };
  const unsubscribe = saving.subscribe(follow);
  return () => {
    unsubscribe();
    window.removeEventListener("beforeunload", listener);
  };
}
