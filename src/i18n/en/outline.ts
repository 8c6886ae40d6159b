export const outline = {
  title: "Outline",
};
