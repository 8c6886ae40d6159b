export const outline = {
  title: "Gliederung",
};
