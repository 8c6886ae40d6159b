import type { Action } from "#ui/action.ts";
import { addActions } from "./add-actions.ts";
import { arrangeActions } from "./arrange-actions.ts";
import { assignActions } from "./assign-actions.ts";
import { editActions } from "./edit-actions.ts";
import { exportActions } from "./export-actions.ts";
import { generalActions } from "./general-actions.ts";
import { libraryActions } from "./library-actions.ts";
import { versionActions } from "./version-actions.ts";
import { viewActions } from "./view-actions.ts";

/** The table of actions: one entry is a toolbar button, menu entry, command, shortcut and line of the help. */
export const actions: readonly Action[] = [
  ...libraryActions,
  ...exportActions,
  ...editActions,
  ...addActions,
  ...arrangeActions,
  ...assignActions,
  ...viewActions,
  ...versionActions,
  ...generalActions,
];
