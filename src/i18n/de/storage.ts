export const storage = {
  heading: "Wo Ihre Maps liegen",
  text: "Diese App schickt Ihre Maps nirgendwohin. Sie können an drei Stellen liegen, und jede übersteht mehr als die vorige.",
  survives: "Übersteht: {{what}}",
  doesNotSurvive: "Übersteht nicht: {{what}}",
  standing: { works: "In Gebrauch", lacks: "Nicht in Ordnung", unused: "Nicht in Gebrauch" },
  notSaved: "Die letzten Änderungen sind nicht hier: {{reason}}.",
  behind: "Die letzten Änderungen fehlen hier vielleicht, weil sie nicht gespeichert sind.",
  database: {
    heading: "Die Datenbank des Browsers",
    available:
      "Jede Änderung wird sofort hierher geschrieben. „Gespeichert“ heißt, dass der Browser es bestätigt hat.",
    unavailable: "Dieser Browser speichert nichts (privates Fenster, oder das Speichern ist verboten).",
    survives: "das Schließen des Fensters, einen Absturz, einen Stromausfall",
    doesNotSurvive: "den Verlust dieser Datenbank",
    persistent: "Der Browser hat zugesagt, sie nicht von selbst zu leeren.",
    notPersistent:
      "Wird der Platz auf der Festplatte knapp, darf der Browser sie leeren und die Sicherungskopie mit ihr.",
  },
  copy: {
    heading: "Sicherungskopie in diesem Browser",
    lastAt: "Zuletzt geschrieben: {{at}}",
    none: "Sie wird geschrieben, sobald Sie eine Map bearbeiten.",
    proven: "Sie ließ sich in einer späteren Sitzung lesen.",
    notProven: "Sie ist neu: Ab der nächsten Sitzung zählt sie als Sicherung.",
    unavailable: "Dieser Browser hat keinen Platz dafür.",
    survives: "den Verlust der Datenbank",
    doesNotSurvive: "das Löschen der Websitedaten, den Wechsel des Browsers, den Verlust des Computers",
    problem: {
      storageFull:
        "Sie ist im Rückstand, weil der Speicher des Browsers voll ist. Es wird von selbst noch einmal versucht.",
      failed:
        "Sie ist im Rückstand, weil sie nicht geschrieben werden konnte. Es wird von selbst noch einmal versucht.",
    },
  },
  folder: {
    heading: "Sicherungsdateien in einem eigenen Ordner",
    unsupported:
      "Dieser Browser kann nicht in Ordner schreiben (Chrome und Edge können es). Laden Sie Ihre Maps von Zeit zu Zeit herunter.",
    none: "Es ist kein Ordner gewählt. Wählen Sie einen, der gesichert oder synchronisiert wird: Jede Map wird dann nach jeder Änderung als Datei dorthin geschrieben.",
    connected:
      "Jede Map wird nach jeder Änderung nach „{{folder}}“ geschrieben, abwechselnd in zwei Dateien.",
    needsPermission: "Der Browser verlangt noch einmal Ihre Erlaubnis, bevor er in „{{folder}}“ schreibt.",
    survives:
      "das Löschen der Websitedaten, den Wechsel des Browsers; den Verlust des Computers, wenn der Ordner synchronisiert wird",
    newest_one: "Eine Map liegt dort: {{name}}, {{at}}",
    newest_other: "{{count}} Maps liegen dort. Die neueste Datei: {{name}}, {{at}}",
    unread_one: "Eine Map ließ sich nicht lesen und hat dort keine neue Datei: {{names}}",
    unread_other: "{{count}} Maps ließen sich nicht lesen und haben dort keine neuen Dateien: {{names}}",
    problem: {
      folderGone:
        "Der Ordner „{{folder}}“ ist nicht da (wurde ein Laufwerk entfernt?). Es wird von selbst noch einmal versucht.",
      storageFull: "In „{{folder}}“ ist kein Platz mehr. Es wird von selbst noch einmal versucht.",
      failed: "In „{{folder}}“ konnte nicht geschrieben werden. Es wird von selbst noch einmal versucht.",
    },
    choose: "Sicherungsordner wählen",
    chooseOther: "Anderen Ordner wählen",
    reconnect: "Wieder verbinden",
    disconnect: "Trennen",
  },
  downloadAll: "Alle Maps herunterladen",
  recovery: "Rettungsseite",
  didNotWork: "Das hat nicht funktioniert: {{detail}}",
};
