import type { DocumentChange } from "#editor/editor.ts";
import type { SaveState } from "#editor/save-state.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { JournalEntry } from "#storage/database.ts";
import type { Journal } from "#storage/journal.ts";

/** Told of what happens to the maps that are open here. */
export interface OpenMapListener {
  /** This window may edit the map from now on; `kept` gives what the store has acknowledged. */
  onOpened?(mapId: Id, kept: Journal["kept"]): void;
  /** Before the change is on its way to the store. */
  onChange?(change: DocumentChange): void;
  /** This window has the right to edit that another one had; `map` is as the other one left it. */
  onTakenOver?(map: JourneyMap): void;
  onEntries?(mapId: Id, entries: readonly JournalEntry[]): void;
  onKept?(map: JourneyMap, rev: number): void;
  /** Whether all that was done here is kept, whenever that changes. */
  onSaving?(mapId: Id, state: SaveState): void;
  /** What it returns is waited for before another window may edit the map. */
  onClosed?(map: JourneyMap, rev: number): Promise<void> | void;
}

/** All of the listeners, one after the other. */
export function told(...listeners: readonly OpenMapListener[]): OpenMapListener {
  return {
    onOpened: (...facts) => listeners.forEach((one) => void one.onOpened?.(...facts)),
    onTakenOver: (...facts) => listeners.forEach((one) => void one.onTakenOver?.(...facts)),
    onChange: (...facts) => listeners.forEach((one) => void one.onChange?.(...facts)),
    onEntries: (...facts) => listeners.forEach((one) => void one.onEntries?.(...facts)),
    onKept: (...facts) => listeners.forEach((one) => void one.onKept?.(...facts)),
    onSaving: (...facts) => listeners.forEach((one) => void one.onSaving?.(...facts)),
    onClosed: async (...facts) => {
      await Promise.all(listeners.map((one) => one.onClosed?.(...facts)));
    },
  };
}
