export const actionGeneral = {
  storage: "Where your maps are kept",
  help: "Help and keyboard shortcuts",
  palette: "Find an action or a node",
  "theme-light": "Light theme",
  "theme-dark": "Dark theme",
  "theme-projector": "Projector theme",
  "next-language": "Switch language",
  portfolio: "Portfolio: all maps at once",
  "to-library": "Back to all maps",
};
