export const raci = {
  hint: "Derived: the owner does the work (R), the manager answers for it (A), whoever hands the customer over is asked (C), whoever takes over is told (I). What you change is marked and stays, even when handovers change. Keys in a cell: R, A, C, I, -.",
  none: "There are no touchpoints yet.",
  more_one: "Show {{count}} more touchpoint",
  more_other: "Show {{count}} more touchpoints",
  noJourney: "No journey",
  nobody: "Nobody",
  role: { marketing: "Marketing", sales: "Sales", it: "IT", manager: "Customer Touchpoint Manager" },
  part: {
    responsible: "R – does the work",
    accountable: "A – answers for it",
    consulted: "C – is asked",
    informed: "I – is told",
    none: "– no part",
  },
  cell: "{{role}}: {{title}}",
  changed: "changed",
  reset: "{{role}}, {{title}}: back to what is derived ({{part}})",
};
