import { createStore, type StoreApi } from "zustand/vanilla";
import { applyCommand, type Command, type CommandLabel } from "#model/commands/command.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { emptySelection, type Selection, selectionWithin } from "./selection.ts";

/** One step of the history: the document and the selection on both sides of it. */
export interface Step {
  readonly label: CommandLabel;
  readonly before: JourneyMap;
  readonly after: JourneyMap;
  readonly selectionBefore: Selection;
  readonly selectionAfter: Selection;
  readonly mergeKey: string | null;
}

export interface EditorState {
  readonly map: JourneyMap;
  readonly selection: Selection;
  /** The oldest first. */
  readonly past: readonly Step[];
  /** The next one to redo first. */
  readonly future: readonly Step[];
}

export interface EditorOptions {
  /** The time of a change, ISO 8601, UTC. */
  readonly now: () => string;
  /** Called after every change of the document with what it is now; never for a mere selection. */
  readonly onChange?: (map: JourneyMap) => void;
}

/** The editor of one open map: the one door for writing. */
export interface Editor {
  readonly store: StoreApi<EditorState>;
  /**
   * Applies a command as one step. A command that changes nothing leaves no step. Returns whether it changed
   * anything. `select`: node ids to be selected afterwards.
   */
  dispatch(command: Command, select?: readonly Id[]): boolean;
  /** Ends the merging of steps: what is typed next is a step of its own. */
  endMerge(): void;
  undo(): Step | null;
  redo(): Step | null;
  /** Undoes or redoes until so many steps are done; 0 is the document as it was opened. */
  goTo(steps: number): void;
  select(selection: Partial<Selection>): void;
}

export function createEditor(map: JourneyMap, { now, onChange }: EditorOptions): Editor {
  const store = createStore<EditorState>(() => ({
    map,
    selection: emptySelection,
    past: [],
    future: [],
  }));
  let mayMerge = false;

  function replace(
    next: JourneyMap,
    selection: Selection,
    past: readonly Step[],
    future: readonly Step[],
  ): void {
    store.setState({ map: next, selection: selectionWithin(next, selection), past, future });
    onChange?.(next);
  }

  function dispatch(command: Command, select?: readonly Id[]): boolean {
    const { map: before, selection: selectionBefore, past } = store.getState();
    const after = applyCommand(before, command, now());
    const wanted = select === undefined ? selectionBefore : { nodeIds: select, connectionIds: [] };
    if (after === before) {
      if (select !== undefined) store.setState({ selection: selectionWithin(before, wanted) });
      return false;
    }
    const selectionAfter = selectionWithin(after, wanted);
    const mergeKey = command.mergeKey ?? null;
    const last = past.at(-1);
    const step: Step = { label: command.label, before, after, selectionBefore, selectionAfter, mergeKey };
    const merges = mayMerge && last !== undefined && mergeKey !== null && last.mergeKey === mergeKey;
    const merged =
      merges && last ? { ...step, before: last.before, selectionBefore: last.selectionBefore } : step;
    mayMerge = true;
    replace(after, selectionAfter, merges ? [...past.slice(0, -1), merged] : [...past, step], []);
    return true;
  }

  function undo(): Step | null {
    const { past, future } = store.getState();
    const step = past.at(-1);
    if (!step) return null;
    mayMerge = false;
    replace(step.before, step.selectionBefore, past.slice(0, -1), [step, ...future]);
    return step;
  }

  function redo(): Step | null {
    const { past, future } = store.getState();
    const [step, ...rest] = future;
    if (!step) return null;
    mayMerge = false;
    replace(step.after, step.selectionAfter, [...past, step], rest);
    return step;
  }

  function goTo(steps: number): void {
    const { past, future } = store.getState();
    const all = [...past, ...future];
    const target = Math.min(Math.max(steps, 0), all.length);
    const done = all.slice(0, target);
    const last = done.at(-1);
    const first = all[0];
    if (target === past.length || !first) return;
    mayMerge = false;
    replace(
      last?.after ?? first.before,
      last?.selectionAfter ?? first.selectionBefore,
      done,
      all.slice(target),
    );
  }

  function select(selection: Partial<Selection>): void {
    const { map: current, selection: before } = store.getState();
    store.setState({ selection: selectionWithin(current, { ...before, ...selection }) });
  }

  return {
    store,
    dispatch,
    endMerge: () => {
      mayMerge = false;
    },
    undo,
    redo,
    goTo,
    select,
  };
}
