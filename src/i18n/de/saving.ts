export const saving = {
  saved: "Gespeichert",
  saving: "Wird gespeichert …",
  notSaved: "Nicht gespeichert: {{reason}}",
  retry: "Noch einmal versuchen",
  download: "Map herunterladen",
  reason: {
    storageFull: "Der Speicher des Browsers ist voll",
    noStorage: "Dieser Browser behält nichts (privates Fenster?)",
    changedElsewhere: "Die Map wurde in einem anderen Tab oder Fenster geändert",
    removedElsewhere: "Die Map wurde in einem anderen Tab oder Fenster gelöscht",
    failed: "Der Browser konnte nicht schreiben",
  },
};
