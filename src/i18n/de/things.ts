export const things = {
  node_one: "{{count}} Knoten",
  node_other: "{{count}} Knoten",
  persona_one: "{{count}} Persona",
  persona_other: "{{count}} Personas",
  journey_one: "{{count}} Journey",
  journey_other: "{{count}} Journeys",
  touchpoint_one: "{{count}} Touchpoint",
  touchpoint_other: "{{count}} Touchpoints",
  note_one: "{{count}} Notiz",
  note_other: "{{count}} Notizen",
  connection_one: "{{count}} Verbindung",
  connection_other: "{{count}} Verbindungen",
};
