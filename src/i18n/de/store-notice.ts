export const storeNotice = {
  heading: "Zu Ihren gespeicherten Maps",
  putAway: "Verstanden",
  damaged_one:
    "Ein Teil von „{{title}}“ konnte nicht gelesen werden. Er ist gesondert aufbewahrt; die Map funktioniert ohne ihn weiter. Sie finden ihn auf der Rettungsseite.",
  damaged_other:
    "{{count}} Teile von „{{title}}“ konnten nicht gelesen werden. Sie sind gesondert aufbewahrt; die Map funktioniert ohne sie weiter. Sie finden sie auf der Rettungsseite.",
  unlisted:
    "Von einer Map lässt sich nicht einmal der Name lesen: Der Speicher des Browsers ist an dieser Stelle beschädigt. Nichts wurde entfernt; auf der Rettungsseite können Sie herunterladen, was davon noch da ist.",
  rewritten:
    "Der Speicher des Browsers wurde entfernt, während Sie gearbeitet haben. „{{title}}“ wurde aus diesem Fenster neu geschrieben.",
  conflict:
    "„{{title}}“ wurde gleichzeitig in einem anderen Fenster geändert. Nichts ist verloren: Ihre Fassung liegt als „{{copy}}“ in der Bibliothek, und diese Seite zeigt die andere.",
  lateApart:
    "Die letzten Änderungen eines geschlossenen Fensters passen nicht mehr zu „{{title}}“, weil die Map inzwischen anderswo geändert wurde. Sie sind gesondert aufbewahrt: Auf der Rettungsseite können Sie sie herunterladen.",
  restored_one:
    "Ihr Browser hat seine Datenbank verloren. Eine Map wurde aus der Sicherungskopie von {{at}} wiederhergestellt.",
  restored_other:
    "Ihr Browser hat seine Datenbank verloren. {{count}} Maps wurden aus der Sicherungskopie von {{at}} wiederhergestellt.",
  saveToFile:
    "Sie haben eine Weile an „{{title}}“ gearbeitet, und noch steht nichts davon in einer Datei. Exportieren Sie die Map als JSON, oder wählen Sie unter „Wo Ihre Maps liegen“ im Einstellungsmenü einen Sicherungsordner.",
  saveNow: "Jetzt als Datei sichern",
  lost: "Ihr Browser hat seine Datenbank verloren und die Sicherungskopie auch. Wenn Sie eine Sicherungsdatei oder eine exportierte Map haben, importieren Sie sie.",
  mapsLost_one:
    "Ihre Map ist nicht mehr in diesem Browser: Der Browser hat seine Datenbank verloren und die Sicherungskopie auch (Websitedaten wurden gelöscht, oder der Datenträger war voll). Wenn Sie die Map exportiert oder einen Sicherungsordner gewählt hatten, importieren Sie die Datei, und wählen Sie den Ordner unter „Wo Ihre Maps liegen“ im Einstellungsmenü wieder.",
  mapsLost_other:
    "Ihre {{count}} Maps sind nicht mehr in diesem Browser: Der Browser hat seine Datenbank verloren und die Sicherungskopien auch (Websitedaten wurden gelöscht, oder der Datenträger war voll). Wenn Sie die Maps exportiert oder einen Sicherungsordner gewählt hatten, importieren Sie die Dateien, und wählen Sie den Ordner unter „Wo Ihre Maps liegen“ im Einstellungsmenü wieder.",
  mirrorRebuilt: "Die Sicherungskopie fehlte oder war beschädigt und wurde neu angelegt.",
  blocked:
    "Ein anderes Fenster dieser App blockiert den Speicher. Schließen Sie die anderen Fenster; dann geht es von selbst weiter.",
  newerProgram:
    "In einem anderen Fenster läuft eine neuere Version dieser App. Dieses Fenster zeigt Ihre Maps nur noch an: Bitte laden Sie diese Seite neu.",
  onlyHere:
    "Dieser Browser speichert nichts (privates Fenster, verbotenes Speichern oder ein voller Datenträger). Ihre Maps sind weg, sobald Sie dieses Fenster schließen: Laden Sie sie herunter.",
};
