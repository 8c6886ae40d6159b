import { createStore, type StoreApi } from "zustand/vanilla";
import { lapseDismissals } from "#model/audit/lapse-dismissals.ts";
import { applyCommand, type Command, type CommandLabel } from "#model/commands/command.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { MOST_NODES } from "#model/limits.ts";
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

/** A change of the document, as whoever keeps it wants to know it. */
export interface DocumentChange {
  readonly before: JourneyMap;
  readonly after: JourneyMap;
  /** When it was made, ISO 8601, UTC. */
  readonly at: string;
  /** Null for a move in the history. */
  readonly label: CommandLabel | null;
  readonly mergeKey: string | null;
  /** A step, more of the step before, or so many steps back (below zero) or on. */
  readonly move: "step" | "merge" | number;
}

export interface EditorOptions {
  /** The time of a change, ISO 8601, UTC. */
  readonly now: () => string;
  /** Called after every change of the document; never for a mere selection, nor for `load`. */
  readonly onChange?: (change: DocumentChange) => void;
  /** Where it says no, the document cannot be changed here. */
  readonly mayEdit?: () => boolean;
  /** Told of every attempt that changed nothing, with the reason. */
  readonly onRefused?: (reason: Refusal) => void;
}

/** The document may not be changed here, or it would become larger than a map may be. */
export type Refusal = "viewOnly" | "tooManyNodes";

/** The editor of one open map: the one door for writing. */
export interface Editor {
  readonly store: StoreApi<EditorState>;
  /**
   * Applies a command as one step. A command that changes nothing leaves no step. Returns whether it changed
   * anything. `select`: node ids to be selected afterwards.
   */
  dispatch(command: Command, select?: readonly Id[]): boolean;
  /** Whether anything can be changed here now; asking tells nobody. */
  mayEdit(): boolean;
  /** Ends the merging of steps: what is typed next is a step of its own. */
  endMerge(): void;
  undo(): Step | null;
  redo(): Step | null;
  /** Undoes or redoes until so many steps are done; 0 is the document as it was opened. */
  goTo(steps: number): void;
  select(selection: Partial<Selection>): void;
  /** Shows another state of the document that came from elsewhere; what was done before cannot be undone. */
  load(map: JourneyMap): void;
  /** Puts the steps of an earlier session before those of this one; `future` only if nothing was done since. */
  restoreHistory(past: readonly Step[], future: readonly Step[]): void;
}

export function createEditor(map: JourneyMap, options: EditorOptions): Editor {
  const { now, onChange } = options;
  const store = createStore<EditorState>(() => ({
    map,
    selection: emptySelection,
    past: [],
    future: [],
  }));
  let mayMerge = false;

  const mayEdit = () => options.mayEdit?.() ?? true;

  function isRefused(): boolean {
    if (mayEdit()) return false;
    options.onRefused?.("viewOnly");
    return true;
  }

  function replace(
    next: JourneyMap,
    selection: Selection,
    past: readonly Step[],
    future: readonly Step[],
    how: Pick<DocumentChange, "label" | "mergeKey" | "move">,
  ): void {
    const { map: before } = store.getState();
    store.setState({ map: next, selection: selectionWithin(next, selection), past, future });
    onChange?.({ before, after: next, at: now(), ...how });
  }

  /** A move by some steps back or on. */
  function go(
    next: JourneyMap,
    selection: Selection,
    past: readonly Step[],
    future: readonly Step[],
    steps: number,
  ): void {
    mayMerge = false;
    replace(next, selection, past, future, { label: null, mergeKey: null, move: steps });
  }

  function dispatch(command: Command, select?: readonly Id[]): boolean {
    if (isRefused()) return false;
    const { map: before, selection: selectionBefore, past } = store.getState();
    const after = lapseDismissals(before, applyCommand(before, command, now()));
    if (outgrows(before, after)) {
      options.onRefused?.("tooManyNodes");
      return false;
    }
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
    const steps = merges ? [...past.slice(0, -1), merged] : [...past, step];
    const move = merges ? "merge" : "step";
    replace(after, selectionAfter, steps, [], { label: command.label, mergeKey, move });
    return true;
  }

  function undo(): Step | null {
    const { past, future } = store.getState();
    const step = past.at(-1);
    if (!step || isRefused()) return null;
    go(step.before, step.selectionBefore, past.slice(0, -1), [step, ...future], -1);
    return step;
  }

  function redo(): Step | null {
    const { past, future } = store.getState();
    const [step, ...rest] = future;
    if (!step || isRefused()) return null;
    go(step.after, step.selectionAfter, [...past, step], rest, 1);
    return step;
  }

  function goTo(steps: number): void {
    const { past, future } = store.getState();
    const all = [...past, ...future];
    const target = Math.min(Math.max(steps, 0), all.length);
    const done = all.slice(0, target);
    const last = done.at(-1);
    const first = all[0];
    if (target === past.length || !first || isRefused()) return;
    go(
      last?.after ?? first.before,
      last?.selectionAfter ?? first.selectionBefore,
      done,
      all.slice(target),
      target - past.length,
    );
  }

  function select(selection: Partial<Selection>): void {
    const { map: current, selection: before } = store.getState();
    store.setState({ selection: selectionWithin(current, { ...before, ...selection }) });
  }

  function load(next: JourneyMap): void {
    const { selection } = store.getState();
    mayMerge = false;
    store.setState({ map: next, selection: selectionWithin(next, selection), past: [], future: [] });
  }

  function restoreHistory(past: readonly Step[], future: readonly Step[]): void {
    const present = store.getState();
    const isUntouched = present.past.length === 0 && present.future.length === 0;
    store.setState({
      past: [...past, ...present.past],
      future: isUntouched ? future : present.future,
    });
  }

  return {
    store,
    load,
    restoreHistory,
    dispatch,
    mayEdit,
    endMerge: () => {
      mayMerge = false;
    },
    undo,
    redo,
    goTo,
    select,
  };
}

/** Whether a map becomes too large; one that is so already may still be changed, as long as it does not grow. */
function outgrows(before: JourneyMap, after: JourneyMap): boolean {
  if (before.nodes === after.nodes) return false;
  const count = Object.keys(after.nodes).length;
  return count > MOST_NODES && count > Object.keys(before.nodes).length;
}
