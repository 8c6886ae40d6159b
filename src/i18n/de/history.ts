export const history = {
  title: "Verlauf",
  steps: "Schritte",
  opened: "Geöffnet",
  hint: "Ein Klick auf einen Schritt führt zu ihm zurück oder vor.",
  now: "aktueller Stand",
  versions: "Ältere Stände: alle Versionen dieser Map",
};
