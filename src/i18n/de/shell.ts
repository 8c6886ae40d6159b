export const shell = {
  close: "Schließen",
  confirm: "OK",
  loading: "Wird geladen",
  toLibrary: "Zurück zu allen Maps",
  menu: "Einstellungen und Hilfe",
  menuWithUpdate: "Einstellungen und Hilfe, Aktualisierung bereit",
  update: {
    ready: "Aktualisierung bereit: neue Version laden",
    waitsForSaving: "Die neue Version wird geladen, sobald alles gespeichert ist",
  },
  recovery: "Rettungsseite",
  theme: "Darstellung",
  language: "Sprache",
  actionFailed: "„{{action}}“ hat nicht funktioniert. Dadurch wurde nichts geändert.",
  group: {
    file: "Map",
    edit: "Bearbeiten",
    add: "Hinzufügen",
    arrange: "Anordnen",
    assign: "Verantwortung",
    view: "Ansicht",
    help: "Hilfe",
  },
  palette: {
    placeholder: "Aktion oder Knoten suchen",
    nothing: "Auf dieser Seite gibt es nichts mit diesem Namen.",
    nodes: "Knoten dieser Map",
  },
  help: {
    heading: "Hilfe und Tastenkürzel",
    text: "Alles, was auf dieser Seite möglich ist. Was keine eigenen Tasten hat, lässt sich über die Aktionssuche finden.",
  },
  error: {
    heading: "Hier ist etwas schiefgegangen",
    text: "Diese Seite funktioniert nicht mehr. Jede Änderung, die als gespeichert angezeigt wurde, liegt sicher in diesem Browser. Nach dem erneuten Laden geht es weiter.",
    reload: "Seite neu laden",
  },
  blockedStore: {
    heading: "Warten auf ein anderes Fenster",
  },
  newerStore: {
    heading: "Hier war eine neuere Version dieser App",
    text: "Ihre Maps wurden zuletzt von einer neueren Version gespeichert. Diese ältere rührt sie nicht an, damit nichts verloren geht. Laden Sie die Seite neu, um die neuere Version zu bekommen; auf der Rettungsseite können Sie alles herunterladen.",
  },
  newerMap: {
    heading: "Diese Map braucht eine neuere Version",
    text: "Sie wurde von einer neueren Version dieser App gespeichert. Nichts wurde geändert. Laden Sie die Seite neu, um die neuere Version zu bekommen; Ihre anderen Maps lassen sich wie gewohnt öffnen.",
  },
  unreadableMap: {
    heading: "Diese Map kann nicht gelesen werden",
    text: "Der Speicher des Browsers ist an dieser Stelle beschädigt, und auch kein älterer Stand der Map war lesbar. Nichts wurde geändert oder entfernt. Auf der Rettungsseite können Sie alles herunterladen, was von ihr übrig ist.",
  },
  notFound: {
    heading: "Diese Map ist nicht hier",
    text: "Vielleicht wurde sie gelöscht, liegt im Papierkorb oder gehört zu einem anderen Browser: Maps bleiben in dem Browser, in dem sie entstanden sind.",
  },
};
