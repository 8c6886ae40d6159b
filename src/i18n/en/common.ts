export const common = {
  discipline: { marketing: "Marketing", sales: "Sales", it: "IT", nobody: "Nobody" },
  letter: { marketing: "M", sales: "S", it: "I" },
  cancel: "Cancel",
};
