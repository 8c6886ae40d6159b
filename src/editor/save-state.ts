/** Why a change is not kept; each has a text `saving.reason.<it>`. */
export type SaveProblem = "storageFull" | "noStorage" | "changedElsewhere" | "removedElsewhere" | "failed";

export type SaveState =
  | { readonly state: "saved" }
  | { readonly state: "saving" }
  /** `detail`: the browser's own words, for whoever wants to look closer. */
  | { readonly state: "notSaved"; readonly problem: SaveProblem; readonly detail: string };
