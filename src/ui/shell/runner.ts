import { createContext, useContext } from "react";
import type { Action, ActionContext } from "../action.ts";

/** The actions of the present page, and how to run them. */
export interface Runner {
  /** Those that make sense on this page, in the order of the table. */
  readonly actions: readonly Action[];
  readonly context: ActionContext;
  /** Runs an action, or says why it cannot be done now. An id that is not on this page does nothing. */
  run(id: string): void;
  /** The translated reason why an action cannot be done now, or null when it can. */
  problemOf(action: Action): string | null;
}

const RunnerContext = createContext<Runner | null>(null);
export const RunnerProvider = RunnerContext.Provider;

export function useRunner(): Runner {
  const runner = useContext(RunnerContext);
  if (!runner) throw new Error("useRunner outside of ActionRunner");
  return runner;
}

/** Runs an action of the table by its id: for buttons and menu entries. */
export function useRunAction(): Runner["run"] {
  return useRunner().run;
}
