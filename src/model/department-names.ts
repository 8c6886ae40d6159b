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

/** Whether a name names departments and nothing else. */
export function isDepartment(name: string): boolean {
  const words = plain(name);
  if (words === "") return false;
  const parts = words.split(/ (?:&|und|and|oder|or) | & /u).map((part) => part.trim());
  return departments.has(words) || parts.every((part) => departments.has(part));
}
