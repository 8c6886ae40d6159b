import { createStore, type StoreApi } from "zustand/vanilla";
import type { SaveState } from "#editor/save-state.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import type { LoadedMap, WriteResult } from "./map-repository.ts";
import { saveProblemOf } from "./save-problem.ts";

/** Keeps a map as it is being edited. */
export interface Autosave {
  readonly saving: StoreApi<SaveState>;
  /** To be called with the document after every change. */
  write(map: JourneyMap): void;
  /** Tries once more what could not be written. */
  retry(): void;
  /** Resolves when nothing is under way any more; what could not be written stays unsaved. */
  settled(): Promise<void>;
}

/**
 * Writes each change at once, without waiting for a pause: a page may be closed at any time, and what is
 * started late is lost. While a write is under way only the newest document waits for its turn.
 */
export function createAutosave(
  repository: { write(map: JourneyMap, rev: number): Promise<WriteResult> },
  loaded: LoadedMap,
): Autosave {
  const saving = createStore<SaveState>(() => ({ state: "saved" }));
  let { rev } = loaded;
  let unsaved: JourneyMap | null = null;
  let running: Promise<void> | null = null;

  async function writeAll(): Promise<void> {
    while (unsaved !== null) {
      const map: JourneyMap = unsaved;
      const problem = await writeOne(map);
      if (unsaved === map) {
        if (problem) return finish(problem);
        unsaved = null;
      }
      // After a failure a newer document is still worth a try: it waits already.
    }
    finish({ state: "saved" });
  }

  function finish(state: SaveState): void {
    // First, so that a change made by a subscriber of the state starts a new round.
    running = null;
    saving.setState(state, true);
  }

  async function writeOne(map: JourneyMap): Promise<SaveState | null> {
    try {
      const result = await repository.write(map, rev);
      if ("problem" in result) return { state: "notSaved", problem: result.problem, detail: "" };
      rev = result.rev;
      return null;
    } catch (error) {
      return { state: "notSaved", problem: saveProblemOf(error), detail: String(error) };
    }
  }

  function start(): void {
    if (running || unsaved === null) return;
    saving.setState({ state: "saving" }, true);
    running = writeAll();
  }

  return {
    saving,
    write(map) {
      unsaved = map;
      start();
    },
    retry: start,
    settled: async () => {
      while (running) await running;
    },
  };
}
