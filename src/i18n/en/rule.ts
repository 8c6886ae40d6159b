/** The texts of the audit rules: one entry per id of the table of rules. */
export const rule = {
  "moment-of-truth-unowned": {
    name: "Moment of truth without responsibility",
    finding: "“{{title}}” is a moment of truth, but nobody is fully responsible for it.",
    why: "Here the customer decides whether to stay. It needs a discipline that does the work and a person who answers for it.",
  },
  "no-owner": {
    name: "Owner missing",
    finding: "“{{title}}” has no owner.",
    why: "Where no discipline does the work, customers are sent from A to B.",
  },
  "no-manager": {
    name: "Customer Touchpoint Manager missing",
    finding: "“{{title}}” has no Customer Touchpoint Manager.",
    why: "Without a named person nobody represents the customer here across departments.",
  },
};
