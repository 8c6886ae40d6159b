/** Why a change is not kept; each has a text `saving.reason.<it>`. */
export type SaveProblem =
  | "storageFull"
  | "noStorage"
  | "changedElsewhere"
  | "removedElsewhere"
  | "slow"
  | "failed";

/** Why a map can only be looked at; each has a text `saving.viewOnly.<it>`. */
export type ViewOnlyReason = "otherWindow" | "newerProgram";

export type SaveState =
  /** All commands are acknowledged by the store; nothing else is called saved. */
  | { readonly state: "saved" }
  | { readonly state: "saving" }
  /** `detail`: the browser's own words, for whoever wants to look closer. */
  | { readonly state: "retrying"; readonly problem: SaveProblem; readonly detail: string }
  | { readonly state: "notSaved"; readonly problem: SaveProblem; readonly detail: string }
  /** There is no store: what is done lives as long as this window. */
  | { readonly state: "onlyHere" }
  | { readonly state: "viewOnly"; readonly reason: ViewOnlyReason };
