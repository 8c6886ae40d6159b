import { foldForSearch } from "./queries.ts";

/**
 * Words that name a part of a company and no step of a customer. A stage is named like a department when it has no
 * other words than these: "Marketing & Vertrieb" is one, "Service erleben" is none.
 */
const departments = new Set(
  [
    "Marketing",
    "Sales",
    "Vertrieb",
    "Verkauf",
    "IT",
    "EDV",
    "Service",
    "Kundenservice",
    "Kundendienst",
    "Kundenbetreuung",
    "Support",
    "Customer Service",
    "Customer Support",
    "Customer Success",
    "Einkauf",
    "Purchasing",
    "Procurement",
    "Logistik",
    "Logistics",
    "Produktion",
    "Production",
    "Finance",
    "Finanzen",
    "Buchhaltung",
    "Accounting",
    "Controlling",
    "HR",
    "Human Resources",
    "Personal",
    "Personalabteilung",
    "Recht",
    "Rechtsabteilung",
    "Legal",
    "Innendienst",
    "Außendienst",
    "Vertriebsinnendienst",
    "Vertriebsaußendienst",
    "Key Account Management",
    "Produktmanagement",
    "Product Management",
    "Entwicklung",
    "R&D",
    "F&E",
    "Geschäftsführung",
    "Management",
    "PR",
    "Kommunikation",
    "Communications",
  ].map(plain),
);

function plain(name: string): string {
  return foldForSearch(name)
    .replace(/\b(?:abteilung|department|team|bereich|dept\.?)\b/gu, " ")
    .replace(/[^\p{L}\p{N}&]+/gu, " ")
    .trim();
}

/** "Vertriebsabteilung" and "Marketingteam" are what they are made of. */
function isOne(part: string): boolean {
  const words = plain(part);
  return departments.has(words) || departments.has(words.replace(/s?(?:abteilung|team|bereich)$/u, ""));
}

/** Whether a name names departments and nothing else: one, or several with a sign or an "and" between them. */
export function isDepartment(name: string): boolean {
  if (plain(name) === "") return false;
  const parts = name.split(/[/,+&|]|\s(?:und|and|oder|or)\s/iu);
  // Some have a sign in their name: R&D.
  return isOne(name) || parts.every((part) => isOne(part));
}
