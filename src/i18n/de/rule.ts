/** The texts of the audit rules: one entry per id of the table of rules. */
export const rule = {
  "moment-of-truth-unowned": {
    name: "Moment der Wahrheit ohne Verantwortung",
    finding:
      "„{{title}}“ ist ein Moment der Wahrheit, doch die Verantwortung dafür ist nicht vollständig geklärt.",
    why: "Hier entscheidet sich, ob der Kunde bleibt. Es braucht einen Bereich, der die Arbeit tut, und eine Person, die dafür einsteht.",
  },
  "no-owner": {
    name: "Verantwortlicher Bereich fehlt",
    finding: "„{{title}}“ hat keinen verantwortlichen Bereich.",
    why: "Wo sich kein Bereich zuständig fühlt, wird der Kunde von A nach B geschickt.",
  },
  "no-manager": {
    name: "Customer Touchpoint Manager fehlt",
    finding: "„{{title}}“ hat keinen Customer Touchpoint Manager.",
    why: "Ohne benannte Person vertritt hier niemand den Kunden über alle Abteilungen hinweg.",
  },
};
