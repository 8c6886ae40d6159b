export const kind = {
  persona: "Persona",
  journey: "Journey",
  touchpoint: "Touchpoint",
  note: "Note",
  personas: "Personas",
  journeys: "Journeys",
  touchpoints: "Touchpoints",
  notes: "Notes",
  newJourney: "New journey",
  untitled: "Untitled",
};
