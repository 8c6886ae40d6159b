/** Every text of the recovery page, in both languages. Kept apart from the app, which may be what is broken. */
const en = {
  title: "Dreiklang: recovery",
  heading: "Recovery",
  intro:
    "This page works without the app. It shows every map that it finds in this browser and gives it to you as a file, which Dreiklang imports again. It changes nothing.",
  tryAgain: "Try again",
  tryNewVersion: "Try again with the newer version",
  reading: "Looking for maps …",
  maps: "Maps",
  noMaps: "There are no maps in this browser.",
  noTitle: "(no title)",
  nodes: { one: "1 node", other: "{{count}} nodes" },
  changed: "last change {{when}}",
  kept: "kept {{when}}",
  inBin: "in the bin",
  notWhole: "the last changes could not be read",
  download: "Download",
  downloadAllMaps: "Download all maps",
  downloadOf: "Download “{{title}}”",
  older: { one: "1 older copy", other: "{{count}} older copies" },
  backupCopy: "from the backup copy",
  files: "Files of the backup copy",
  fileCount: { one: "1 file", other: "{{count}} files" },
  size: "{{count}} bytes",
  late: "Last changes of closed windows",
  lateText:
    "What a window could not save any more when it was closed. Opening the map takes over what still fits; what does not fit any more is kept here.",
  lateCount: { one: "1 change", other: "{{count}} changes" },
  parts: "Parts kept apart",
  partsText:
    "When a map was opened these parts of it could not be read, or did not fit. The map works without them.",
  partCount: { one: "1 part", other: "{{count}} parts" },
  problems: "What could not be read",
  everything: "Everything",
  everythingText:
    "All that was found, as it lies in the store, in one file: for whoever helps you. Single maps are better downloaded above.",
  downloadEverything: "Download everything",
  everythingDone: "{{file}} was given to the browser.",
  reset: "Reset the app",
  resetText:
    "Empties the store of this browser, so that the app starts as on the first day. Everything is downloaded first, and you are asked.",
  resetStart: "Reset the app …",
  resetAsk:
    "{{file}} was given to the browser. Look whether it is there. Then all maps, older copies and settings of this browser can be deleted. This cannot be undone.",
  resetConfirm: "Delete everything",
  cancel: "Cancel",
  resetDone: "The store is empty.",
  resetBlocked:
    "Some of it is still in use. Close all other tabs and windows of Dreiklang and try again: {{names}}",
  noAnswer:
    "The store does not answer. Close all other tabs and windows of Dreiklang, then load this page again.",
  noDatabase: "This browser gives no access to its database (a private window, or storage is forbidden).",
  failed: "That did not work: {{reason}}",
  ownWindow: "Open this page in a window of its own",
};

const de = {
  title: "Dreiklang: Rettung",
  heading: "Rettung",
  intro:
    "Diese Seite funktioniert ohne die App. Sie zeigt jede Map, die sie in diesem Browser findet, und gibt sie Ihnen als Datei, die Dreiklang wieder importiert. Sie ändert nichts.",
  tryAgain: "Noch einmal versuchen",
  tryNewVersion: "Mit der neueren Version noch einmal versuchen",
  reading: "Maps werden gesucht …",
  maps: "Maps",
  noMaps: "In diesem Browser gibt es keine Maps.",
  noTitle: "(ohne Titel)",
  nodes: { one: "1 Knoten", other: "{{count}} Knoten" },
  changed: "zuletzt geändert {{when}}",
  kept: "aufbewahrt {{when}}",
  inBin: "im Papierkorb",
  notWhole: "die letzten Änderungen ließen sich nicht lesen",
  download: "Herunterladen",
  downloadAllMaps: "Alle Maps herunterladen",
  downloadOf: "„{{title}}“ herunterladen",
  older: { one: "1 ältere Fassung", other: "{{count}} ältere Fassungen" },
  backupCopy: "aus der Sicherungskopie",
  files: "Dateien der Sicherungskopie",
  fileCount: { one: "1 Datei", other: "{{count}} Dateien" },
  size: "{{count}} Byte",
  late: "Letzte Änderungen geschlossener Fenster",
  lateText:
    "Was ein Fenster nicht mehr speichern konnte, als es geschlossen wurde. Beim Öffnen der Map wird übernommen, was noch passt; was nicht mehr passt, ist hier aufbewahrt.",
  lateCount: { one: "1 Änderung", other: "{{count}} Änderungen" },
  parts: "Gesondert aufbewahrte Teile",
  partsText:
    "Beim Öffnen einer Map ließen sich diese Teile nicht lesen, oder sie passten nicht dazu. Die Map funktioniert ohne sie weiter.",
  partCount: { one: "1 Teil", other: "{{count}} Teile" },
  problems: "Was sich nicht lesen ließ",
  everything: "Alles",
  everythingText:
    "Alles Gefundene, wie es im Speicher liegt, in einer Datei: für alle, die Ihnen helfen. Einzelne Maps laden Sie besser oben herunter.",
  downloadEverything: "Alles herunterladen",
  everythingDone: "{{file}} wurde dem Browser übergeben.",
  reset: "App zurücksetzen",
  resetText:
    "Leert den Speicher dieses Browsers, sodass die App wie am ersten Tag startet. Vorher wird alles heruntergeladen, und Sie werden gefragt.",
  resetStart: "App zurücksetzen …",
  resetAsk:
    "{{file}} wurde dem Browser übergeben. Prüfen Sie, ob die Datei da ist. Dann lassen sich alle Maps, älteren Fassungen und Einstellungen dieses Browsers löschen. Das lässt sich nicht rückgängig machen.",
  resetConfirm: "Alles löschen",
  cancel: "Abbrechen",
  resetDone: "Der Speicher ist leer.",
  resetBlocked:
    "Ein Teil ist noch in Gebrauch. Schließen Sie alle anderen Tabs und Fenster von Dreiklang und versuchen Sie es noch einmal: {{names}}",
  noAnswer:
    "Der Speicher antwortet nicht. Schließen Sie alle anderen Tabs und Fenster von Dreiklang und laden Sie diese Seite dann neu.",
  noDatabase:
    "Dieser Browser gewährt keinen Zugriff auf seine Datenbank (ein privates Fenster, oder das Speichern ist verboten).",
  failed: "Das hat nicht funktioniert: {{reason}}",
  ownWindow: "Diese Seite in einem eigenen Fenster öffnen",
};

export const catalogues = { en, de };

/** What was chosen in the app, else what the browser asks for. BCP 47. */
export function wantedLanguage() {
  try {
    const { language } = JSON.parse(localStorage.getItem("dreiklang.settings") ?? "{}");
    if (typeof language === "string") return language;
  } catch {
    // No settings, or no way to read them.
  }
  return navigator.languages?.[0] ?? navigator.language;
}

/** Gives texts by key; `count` chooses between one and several. */
export function textsIn(language) {
  const catalogue = language.toLowerCase().startsWith("de") ? de : en;
  const isSwiss = language.toLowerCase() === "de-ch";
  return (key, values = {}) => {
    const entry = catalogue[key];
    const text = typeof entry === "string" ? entry : values.count === 1 ? entry.one : entry.other;
    const filled = text.replace(/\{\{(\w+)\}\}/g, (_, name) => {
      const value = values[name] ?? "";
      return typeof value === "number" ? value.toLocaleString(language) : value;
    });
    return isSwiss ? filled.replaceAll("ß", "ss") : filled;
  };
}
