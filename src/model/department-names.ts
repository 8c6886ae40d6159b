import { foldForSearch } from "./queries.ts";

/**
 * What parts of a company are called, and no step of a customer is. A stage is named like a department when it has no
 * other words than these: "Marketing & Vertrieb" is one, "Service erleben" is none.
 */
const departments = {
  marketing: [
    "Marketing",
    ...["Online", "Digital", "Content", "Performance", "Product"].map((kind) => `${kind} Marketing`),
    "Produktmarketing",
    "PR",
    "Public Relations",
    "Öffentlichkeitsarbeit",
    "Kommunikation",
    "Unternehmenskommunikation",
    "Communications",
  ],
  sales: [
    "Sales",
    ...["Inside", "Field", "Pre", "After"].map((kind) => `${kind} Sales`),
    "Presales",
    "Aftersales",
    "Vertrieb",
    "Verkauf",
    "Innendienst",
    "Außendienst",
    "Key Account Management",
    "Business Development",
  ],
  it: ["IT", "EDV", "Informatik", "Information Technology"],
  service: [
    "Service",
    "Support",
    ...["Service", "Support", "Success", "Care"].map((kind) => `Customer ${kind}`),
    ...["Kundenservice", "Kundensupport", "Kundendienst", "Kundenbetreuung", "Kundencenter"],
    ...["Help", "Service"].map((kind) => `${kind} Desk`),
    ...["Helpdesk", "Servicedesk"],
    ...["Call", "Contact", "Service"].map((kind) => `${kind} Center`),
    ...["Callcenter", "Contactcenter", "Servicecenter"],
  ],
  supply: ["Einkauf", "Purchasing", "Procurement", "Logistik", "Logistics"],
  making: [
    ...["Produktion", "Production", "Fertigung", "Manufacturing", "Operations"],
    ...["Entwicklung", "Engineering", "R&D", "F&E"],
    ...["Produktmanagement", "Product Management"],
    ...["Qualitätsmanagement", "Qualitätssicherung", "Quality Management", "Quality Assurance"],
  ],
  office: [
    ...["Finance", "Finanzen", "Buchhaltung", "Rechnungswesen", "Accounting", "Controlling"],
    ...["HR", "Human Resources", "Personal", "Personalwesen"],
    ...["Recht", "Legal"],
    ...["Backoffice", "Back Office"],
    ...["Geschäftsführung", "Geschäftsleitung", "Management"],
  ],
};

/** What stands beside the name of a department and makes it nothing else. */
const fillers = [
  ...["&", "oder", "or", "u"],
  ...["Abteilung", "Department", "Dept", "Team", "Bereich"],
  ...["technischer", "technical"],
];

const anyOf = (names: readonly string[]) => `(?:${names.map(plain).join("|")})`;

const parts = anyOf(["Abteilung", "Team", "Bereich", "Innendienst", "Außendienst"]);

/**
 * "Vertriebsabteilung", "Vertriebs-Innendienst" and "Marketingteam" are what they are made of. Each name can be read in
 * one way only, so that a long one does not take long.
 */
const department = `${anyOf(Object.values(departments).flat())}(?:s?${parts}|s ${parts})?`;

const filler = anyOf(fillers);
const onlyDepartments = new RegExp(`^(?:${filler} )*${department}(?: (?:${department}|${filler}))*$`, "u");

/** Its words in one writing, whatever signs stand between them. Some departments have a sign in their name: R&D. */
function plain(name: string): string {
  return foldForSearch(name)
    .replaceAll("ß", "ss")
    .replace(/[&+]|\b(?:und|and)\b/gu, " & ")
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .replace(/\bkunden /gu, "kunden")
    .trim();
}

/** "1. Marketing", "2) Sales", "3 - IT", "1.2 Service": the place in an order. */
const leadingNumber = /^\s*\d{1,2}(?:\.\d{1,2})*[\s.):–—-]*/u;

/** Whether a name names departments and nothing else: one, or several with signs or an "and" between them. */
export function isDepartment(name: string): boolean {
  return onlyDepartments.test(plain(name.replace(leadingNumber, "")));
}
