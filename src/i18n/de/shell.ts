export const shell = {
  close: "Schließen",
  confirm: "OK",
  loading: "Wird geladen",
  toLibrary: "Zurück zu allen Maps",
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
