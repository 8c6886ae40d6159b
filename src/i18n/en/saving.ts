export const saving = {
  retrying: "Not saved – trying again: {{reason}}",
  onlyHere: "Only in this window",
  viewOnly: {
    otherWindow: "View only: open in another window",
    newerProgram: "View only: a newer version is open",
  },
  copyAt: "Backup copy {{at}}",
  noCopy: "No backup copy yet",
  fileAt: "File: {{name}} {{at}}",
  noFile: "No file backup",
  fileNotConnected: "Backup file not connected",
  editHere: "Edit here",
  refused: {
    otherWindow: "This map is being edited in another window. Choose “Edit here” to go on in this one.",
    newerProgram: "A newer version of this app is open in another window. Load the page again to go on here.",
    tooManyNodes:
      "A map can hold {{most, number}} nodes at the most: nothing was added. Split it into two maps.",
  },
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
