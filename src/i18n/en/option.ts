export const option = {
  state: { current: "As is", target: "To be" },
  contactForm: { personal: "In person", mediated: "Through a medium" },
  control: { controlled: "Controlled", partly: "Partly controlled", uncontrolled: "Not controlled" },
  evidence: { assumed: "Assumed", observed: "Observed", measured: "Measured" },
  color: {
    yellow: "Yellow",
    red: "Red",
    green: "Green",
    blue: "Blue",
    violet: "Violet",
    grey: "Grey",
  },
  rating: {
    "-2": "disappointing",
    "-1": "rather disappointing",
    "0": "okay",
    "1": "rather delightful",
    "2": "delightful",
  },
  burden: { customer: "Customer", company: "Company" },
  unit: { minutes: "Minutes", hours: "Hours", days: "Days" },
};
