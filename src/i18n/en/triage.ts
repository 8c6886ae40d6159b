/** What keys do in a list of findings. */
export const triage = {
  heading: "Work off findings",
  next: "Next finding",
  previous: "Previous finding",
  first: "First finding of the list",
  last: "Last finding of the list",
  show: "Go to where it is",
  fix: "Fix it, where its rule can do that",
  marketing: "Owner: Marketing",
  sales: "Owner: Sales",
  it: "Owner: IT",
  manager: "Choose the manager",
  dismiss: "Dismiss it with a reason",
  reopen: "Open it again after it was dismissed",
};
