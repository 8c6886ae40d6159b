export const common = {
  discipline: { marketing: "Marketing", sales: "Sales", it: "IT", nobody: "Nobody" },
  // As a part of a sentence: who does something, and whom it is done to. German has articles there.
  subject: { marketing: "Marketing", sales: "Sales", it: "IT" },
  object: { marketing: "Marketing", sales: "Sales", it: "IT" },
  letter: { marketing: "M", sales: "S", it: "I" },
  cancel: "Cancel",
};
