import type { Action } from "#ui/action.ts";
import { exportActions } from "./export-actions.ts";
import { generalActions } from "./general-actions.ts";
import { libraryActions } from "./library-actions.ts";
import { mapActions } from "./map-actions.ts";

/** The table of actions: one entry is a toolbar button, menu entry, command, shortcut and line of the help. */
export const actions: readonly Action[] = [
  ...libraryActions,
  ...exportActions,
  ...mapActions,
  ...generalActions,
];
