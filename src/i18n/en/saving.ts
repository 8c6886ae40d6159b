export const saving = {
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
    failed: "the browser could not write",
  },
};
