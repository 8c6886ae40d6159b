export const reasonGeneral = {
  alreadySo: "This is how it is already.",
};
