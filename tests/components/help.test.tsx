import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { triageKeys } from "#ui/panels/audit/triage-keys.ts";
import { HelpDialog } from "#ui/shell/HelpDialog.tsx";
import { type Runner, RunnerProvider } from "#ui/shell/runner.ts";
import { aMap } from "../unit/builders.ts";
import { renderWithMap } from "./render-with-map.tsx";

it.each([
  { language: "en", rows: ["Next finding ↓ J", "Fix it, where its rule can do that F", "Owner: Sales S"] },
  {
    language: "de",
    rows: ["Nächster Befund ↓ J", "Mit einer Begründung verwerfen D", "Verantwortlich: Vertrieb V"],
  },
] as const)(
  "names the keys of lists of findings in $language, each by its text",
  async ({ language, rows }) => {
    const runner = { actions: [], context: { openMap: {} } } as unknown as Runner;
    const help = (
      <RunnerProvider value={runner}>
        <HelpDialog isOpen onClose={() => {}} />
      </RunnerProvider>
    );
    await renderWithMap(aMap().build(), help, { language });
    const dialog = within(await screen.findByRole("dialog"));
    const shown = dialog.getAllByRole("row").map((row) => row.textContent);
    for (const row of rows) expect(dialog.getByRole("row", { name: row })).toBeVisible();
    expect(shown.filter((text) => text?.includes("triage."))).toEqual([]);
    expect(shown.length).toBeGreaterThan(triageKeys.length);
  },
);
