export const saving = {
  retrying: "Nicht gespeichert – neuer Versuch: {{reason}}",
  onlyHere: "Nur in diesem Fenster",
  viewOnly: {
    otherWindow: "Nur Ansicht: in einem anderen Fenster geöffnet",
    newerProgram: "Nur Ansicht: eine neuere Version ist geöffnet",
  },
  copyAt: "Sicherungskopie {{at}}",
  noCopy: "Noch keine Sicherungskopie",
  fileAt: "Datei: {{name}} {{at}}",
  noFile: "Keine Sicherungsdatei",
  fileNotConnected: "Sicherungsdatei nicht verbunden",
  editHere: "Hier bearbeiten",
  refused: {
    otherWindow:
      "Diese Map wird in einem anderen Fenster bearbeitet. Mit „Hier bearbeiten“ geht es in diesem weiter.",
    newerProgram:
      "In einem anderen Fenster ist eine neuere Version dieser App geöffnet. Laden Sie die Seite neu, um hier weiterzuarbeiten.",
    tooManyNodes:
      "Eine Map kann höchstens {{most, number}} Knoten enthalten: Es wurde nichts hinzugefügt. Teilen Sie sie in zwei Maps auf.",
  },
  saved: "Gespeichert",
  saving: "Wird gespeichert …",
  notSaved: "Nicht gespeichert: {{reason}}",
  retry: "Noch einmal versuchen",
  download: "Map herunterladen",
  reason: {
    storageFull: "Der Speicher des Browsers ist voll",
    noStorage: "Dieser Browser speichert nichts (privates Fenster?)",
    changedElsewhere: "Die Map wurde in einem anderen Tab oder Fenster geändert",
    removedElsewhere: "Die Map wurde in einem anderen Tab oder Fenster gelöscht",
    slow: "Der Browser antwortet nicht",
    failed: "Der Browser konnte nicht schreiben",
  },
};
