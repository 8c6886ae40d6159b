export const actionLibrary = {
  "new-map": "Neue Map",
  "open-sample": "Beispiel-Map öffnen",
  import: "Maps aus Dateien importieren",
};
