/** What keys do in a list of findings. */
export const triage = {
  heading: "Befunde abarbeiten",
  next: "Nächster Befund",
  previous: "Voriger Befund",
  first: "Erster Befund der Liste",
  last: "Letzter Befund der Liste",
  show: "Dorthin springen, wo er ist",
  fix: "Beheben, wo die Regel das kann",
  marketing: "Verantwortlich: Marketing",
  sales: "Verantwortlich: Vertrieb",
  it: "Verantwortlich: IT",
  manager: "Manager wählen",
  dismiss: "Mit einer Begründung verwerfen",
  reopen: "Einen verworfenen Befund wieder öffnen",
};
