export const raci = {
  hint: "Abgeleitet: Der Bereich macht die Arbeit (R), der Manager steht dafür ein (A), wer den Kunden übergibt, wird gefragt (C), wer ihn übernimmt, wird informiert (I). Was hier geändert wird, ist markiert und bleibt, auch wenn sich Übergaben ändern. Tasten in einer Zelle: R, A, C, I, -.",
  none: "Noch gibt es keine Touchpoints.",
  more_one: "{{count}} weiteren Touchpoint zeigen",
  more_other: "{{count}} weitere Touchpoints zeigen",
  noJourney: "Keine Journey",
  nobody: "Niemand",
  role: { marketing: "Marketing", sales: "Vertrieb", it: "IT", manager: "Customer Touchpoint Manager" },
  part: {
    responsible: "R – macht die Arbeit",
    accountable: "A – steht dafür ein",
    consulted: "C – wird gefragt",
    informed: "I – wird informiert",
    none: "– ohne Aufgabe",
  },
  cell: "{{role}}: {{title}}",
  changed: "geändert",
  reset: "{{role}}, {{title}}: auf das Abgeleitete zurücksetzen ({{part}})",
};
