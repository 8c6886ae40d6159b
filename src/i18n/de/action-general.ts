export const actionGeneral = {
  storage: "Wo Ihre Maps liegen",
  help: "Hilfe und Tastenkürzel",
  palette: "Aktion oder Knoten suchen",
  "theme-light": "Helle Darstellung",
  "theme-dark": "Dunkle Darstellung",
  "theme-projector": "Darstellung für den Beamer",
  "next-language": "Sprache wechseln",
  portfolio: "Portfolio: alle Maps auf einmal",
  "to-library": "Zurück zu allen Maps",
};
