export const option = {
  state: { current: "Ist", target: "Soll" },
  contactForm: { personal: "Persönlich", mediated: "Über ein Medium" },
  control: { controlled: "Steuerbar", partly: "Teilweise steuerbar", uncontrolled: "Nicht steuerbar" },
  evidence: { assumed: "Vermutet", observed: "Beobachtet", measured: "Gemessen" },
  color: {
    yellow: "Gelb",
    red: "Rot",
    green: "Grün",
    blue: "Blau",
    violet: "Violett",
    grey: "Grau",
  },
  rating: {
    "-2": "enttäuschend",
    "-1": "eher enttäuschend",
    "0": "in Ordnung",
    "1": "eher begeisternd",
    "2": "begeisternd",
  },
  burden: { customer: "Kunde", company: "Unternehmen" },
  unit: { minutes: "Minuten", hours: "Stunden", days: "Tage" },
};
