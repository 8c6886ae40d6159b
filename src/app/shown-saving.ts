import { createStore, type StoreApi } from "zustand/vanilla";
import type { SaveState } from "#editor/save-state.ts";
import type { WriterRight } from "#storage/writer-right.ts";

/** What the user is told: that of the journal, or that another window has the right to write. */
export function shownSaving(
  journal: StoreApi<SaveState>,
  { state: right }: WriterRight,
  isOutdated: () => boolean,
): StoreApi<SaveState> {
  const present = (): SaveState =>
    right.getState().isMine || journal.getState().state === "notSaved"
      ? journal.getState()
      : { state: "viewOnly", reason: isOutdated() ? "newerProgram" : "otherWindow" };
  const saving = createStore<SaveState>(present);
  journal.subscribe(() => saving.setState(present(), true));
  right.subscribe(() => saving.setState(present(), true));
  return saving;
}
