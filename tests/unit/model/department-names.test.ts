import { describe, expect, test } from "vitest";
import { isDepartment } from "#model/department-names.ts";

describe("a stage", () => {
  test.each([
    ...["Marketing", " it-Abteilung ", "R&D", "F+E", "R and D", "Rechtsabteilung", "Personalabteilung"],
    ...["1. Marketing", "2) Sales", "3 - IT", "1.2 Service", "04 – Vertrieb"],
    ...["Marketing – Vertrieb", "Marketing - Sales", "Marketing — IT", "Marketing → Vertrieb", "Sales > IT"],
    ...[
      "Marketing;Sales",
      "Marketing&Sales",
      "Marketing | Vertrieb",
      "Sales, IT und Service",
      "IT / Support",
    ],
    ...[
      "Vertrieb (Innendienst)",
      "[IT]",
      "Vertrieb Innendienst",
      "Vertriebsinnendienst",
      "Vertriebs-Aussendienst",
    ],
    ...[
      "After Sales",
      "After-Sales-Service",
      "Pre-Sales",
      "IT-Support",
      "Technischer Service",
      "Technical Support",
    ],
    ...["Kunden-Service", "Kundensupport", "Kundendienst-Team", "Customer Care", "Helpdesk", "Service-Desk"],
    ...["Team Marketing", "Abteilung Vertrieb", "Sales Department", "Vertriebs-Team"],
  ])("named “%s” is a department", (name) => {
    expect(isDepartment(name)).toBe(true);
  });

  test.each([
    ...["Suche", "Kauf", "Nutzung & Empfehlung", "Beratung", "Onboarding", "Angebot – Kauf", "1. Suche"],
    ...["Service nutzen", "Service erleben", "Support anrufen", "Kontakt (Hotline)", "Nach dem Kauf"],
    ...["Its use", "Supporting", "Serviceheft", "Kunden", "Customer", "24/7 Support"],
    `${"Vertriebs-Team Marketing Team ".repeat(50)}?!x`,
    ...["", " ", "1.", "Team", "&", "und", "–"],
  ])("named “%s” is none", (name) => {
    expect(isDepartment(name)).toBe(false);
  });
});
