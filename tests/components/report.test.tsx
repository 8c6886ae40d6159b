import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { formats } from "#exchange/formats.ts";
import { changeLanguage, createTexts, type TextOf } from "#i18n/i18n.ts";
import type { LanguageCode } from "#i18n/languages.ts";
import { type ExportTools, exportMap } from "#ui/exchange/export-map.ts";
import { ReportPage } from "#ui/reports/ReportPage.tsx";
import { aMap } from "../unit/builders.ts";
import { renderWithMap } from "./render-with-map.tsx";

/** A touchpoint of nobody that once had an owner. */
const map = aMap().withStage().withJourney({ owner: "it" }).withTouchpoint({ title: "Call" }).build();
const known = { seen: new Set<string>(), gone: new Set(["no-owner:touchpoint1"]) };

/** What a format makes of the map, and what the file is called. */
async function written(formatId: string, language: LanguageCode, gone?: () => Promise<ReadonlySet<string>>) {
  const format = formats.find(({ id }) => id === formatId);
  if (!format) throw new Error(formatId);
  const i18n = createTexts();
  await changeLanguage(i18n, language);
  const saveFile = vi.fn(async (_file: Blob, _name: string) => {});
  const services = { saveFile, settings: { getState: () => ({ language }) } };
  const tools = { services, t: i18n.t, gone } as unknown as ExportTools & { readonly t: TextOf };
  await exportMap(map, format, tools);
  const [file, name] = saveFile.mock.calls[0] ?? [];
  return { text: (await file?.text()) ?? "", name };
}

it.each([
  ["de", "csv-findings", "befunde.csv"],
  ["de", "csv-measures", "maßnahmen.csv"],
  ["en", "csv-handovers", "handovers.csv"],
  ["de", "markdown", "md"],
] as const)("in %s the file %s is named in the language: %s", async (language, formatId, end) => {
  const { name } = await written(formatId, language);
  expect(name?.replace(/^[^.]+\./u, "")).toBe(end);
});

describe("the matrix of the report", () => {
  it("tells a stage without a name from touchpoints without a stage", async () => {
    const homeless = aMap().withStage({ name: " " }).withTouchpoint().withTouchpoint({ stageId: null });
    await renderWithMap(homeless.build(), <ReportPage />);
    const [table] = screen.getAllByRole("table");
    const heads = within(table as HTMLElement).getAllByRole("columnheader");
    expect(heads.map((head) => head.textContent)).toEqual(["Untitled", "No stage", "All"]);
  });
});

describe("what was settled and comes back", () => {
  it("is said in the report, as on the audit page", async () => {
    await renderWithMap(map, <ReportPage />, { known });
    const table = screen.getByRole("heading", { name: "Findings", level: 2 }).parentElement as HTMLElement;
    const row = () => within(table).getByRole("row", { name: /Owner missing “Call”/ });
    await waitFor(() => expect(row()).toHaveTextContent("Back again"));
    expect(within(table).getAllByText("Back again")).toHaveLength(1);
  });

  it.each(["csv-findings", "markdown"])("is said in the file %s", async (formatId) => {
    const { text } = await written(formatId, "en", async () => known.gone);
    expect(text.split("\n").filter((line) => line.includes("Back again"))).toEqual([
      expect.stringMatching(/Owner missing.*Call/u),
    ]);
  });
});
