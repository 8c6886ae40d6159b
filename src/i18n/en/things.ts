export const things = {
  node_one: "{{count}} node",
  node_other: "{{count}} nodes",
  persona_one: "{{count}} persona",
  persona_other: "{{count}} personas",
  journey_one: "{{count}} journey",
  journey_other: "{{count}} journeys",
  touchpoint_one: "{{count}} touchpoint",
  touchpoint_other: "{{count}} touchpoints",
  note_one: "{{count}} note",
  note_other: "{{count}} notes",
  connection_one: "{{count}} connection",
  connection_other: "{{count}} connections",
};
