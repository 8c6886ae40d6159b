/**
 * To be spread onto a dialog that changes the map while it is open: undoing and redoing work in it as on the
 * page. In all other dialogs nobody would see what they do.
 */
export const liveDialog = { "data-live-dialog": true } as const;

/** To be spread onto a field whose text is not in the map (yet): what is typed there is undone by the browser. */
export const ownUndo = { "data-own-undo": true } as const;

export function isInLiveDialog(element: Element): boolean {
  return element.closest("[data-live-dialog]") !== null;
}

export function hasOwnUndo(element: Element): boolean {
  return element.closest("[data-own-undo]") !== null;
}
