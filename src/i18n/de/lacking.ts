/** What is missing, as a part of a sentence: “Es fehlt: ein Bereich und eine Fälligkeit”. */
export const lacking = {
  information: "welche Informationen mitgehen",
  timeLimit: "bis wann",
  owner: "ein verantwortlicher Bereich",
  managerId: "eine Person",
  dueOn: "eine Fälligkeit",
  personaIds: "eine Persona",
  touchpointIds: "ein Touchpoint",
  trigger: "ein Auslöser",
};
