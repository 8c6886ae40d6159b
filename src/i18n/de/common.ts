export const common = {
  discipline: { marketing: "Marketing", sales: "Vertrieb", it: "IT", nobody: "Niemand" },
  letter: { marketing: "M", sales: "V", it: "I" },
  cancel: "Abbrechen",
};
