export const saving = {
  retrying: "Not saved – trying again: {{reason}}",
  onlyHere: "Only in this window",
  viewOnly: {
    otherWindow: "View only: open in another window",
    newerProgram: "View only: made with a newer version",
  },
  editHere: "Edit here",
  refused: "This map is being edited in another window. Choose “Edit here” to go on in this one.",
  saved: "Saved",
  saving: "Saving…",
  notSaved: "Not saved: {{reason}}",
  retry: "Try again",
  download: "Download the map",
  reason: {
    storageFull: "the browser's storage is full",
    noStorage: "this browser keeps nothing (private window?)",
    changedElsewhere: "the map was changed in another tab or window",
    removedElsewhere: "the map was deleted in another tab or window",
    slow: "the browser does not answer",
    failed: "the browser could not write",
  },
};
