/** Was fehlt, als Teil eines Satzes: „Es fehlt: ein Bereich und eine Fälligkeit“. */
export const lacking = {
  information: "welche Information mitgeht",
  timeLimit: "bis wann",
  owner: "ein verantwortlicher Bereich",
  managerId: "eine Person",
  dueOn: "eine Fälligkeit",
  personaIds: "eine Persona",
  touchpointIds: "ein Touchpoint",
  trigger: "ein Auslöser",
};
