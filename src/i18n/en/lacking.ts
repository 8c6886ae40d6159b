/** What is missing, as a part of a sentence: “… lacks an owner and a due date”. */
export const lacking = {
  information: "which information goes along",
  timeLimit: "by when",
  owner: "an owner",
  managerId: "a person",
  dueOn: "a due date",
  personaIds: "a persona",
  touchpointIds: "a touchpoint",
  trigger: "a trigger",
};
