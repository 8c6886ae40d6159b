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
  notFound: {
    heading: "Diese Map ist nicht hier",
    text: "Vielleicht wurde sie gelöscht, liegt im Papierkorb oder gehört zu einem anderen Browser: Maps bleiben in dem Browser, in dem sie entstanden sind.",
  },
};
