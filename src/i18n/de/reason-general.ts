export const reasonGeneral = {
  alreadySo: "Das ist schon so.",
};
