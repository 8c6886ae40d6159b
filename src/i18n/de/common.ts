export const common = {
  discipline: { marketing: "Marketing", sales: "Vertrieb", it: "IT", nobody: "Niemand" },
  // As a part of a sentence: who does something, and whom it is done to.
  subject: { marketing: "das Marketing", sales: "der Vertrieb", it: "die IT" },
  object: { marketing: "das Marketing", sales: "den Vertrieb", it: "die IT" },
  letter: { marketing: "M", sales: "V", it: "I" },
  cancel: "Abbrechen",
};
