export const kind = {
  persona: "Persona",
  journey: "Journey",
  touchpoint: "Touchpoint",
  note: "Notiz",
  personas: "Personas",
  journeys: "Journeys",
  touchpoints: "Touchpoints",
  notes: "Notizen",
  newJourney: "Neue Journey",
  untitled: "Ohne Titel",
};
