import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { createEditor } from "#editor/editor.ts";
import { OpenMapProvider } from "#ui/map/open-map.ts";
import { SaveStatus } from "#ui/map/SaveStatus.tsx";
import type { OpenMap } from "#ui/services.ts";
import { type Runner, RunnerProvider } from "#ui/shell/runner.ts";
import { aMap } from "../unit/builders.ts";
import { fakeServices } from "./fake-services.ts";
import { fakeStorage } from "./fake-storage.ts";
import { renderWithServices } from "./render-with-services.tsx";

it("F95 says that the file is not connected, whatever was written before, and leads to where it can be", async () => {
  const map = aMap().build();
  const storage = fakeStorage();
  const run = vi.fn();
  const editor = createEditor(map, { now: () => "2026-02-01T12:00:00.000Z" });
  // Only what is asked for.
  const openMap = { editor, saving: createStore(() => ({ state: "saved" })) } as unknown as OpenMap;
  const { user } = await renderWithServices(
    <RunnerProvider value={{ run } as unknown as Runner}>
      <OpenMapProvider value={openMap}>
        <SaveStatus />
      </OpenMapProvider>
    </RunnerProvider>,
    { ...fakeServices(), storage },
  );
  expect(screen.getByRole("button", { name: /No file backup/ })).toBeVisible();
  const files = { [map.id]: { name: "Fair.dreiklang.json", at: "2026-02-01T12:00:00.000Z" } };
  storage.folder.setState({ state: "connected", files });
  expect(await screen.findByRole("button", { name: /File: Fair\.dreiklang\.json/ })).toBeVisible();
  for (const state of ["needsPermission", "failed"] as const) {
    storage.folder.setState({ state: "connected" });
    await screen.findByRole("button", { name: /File: Fair/ });
    storage.folder.setState({ state });
    await user.click(await screen.findByRole("button", { name: /Backup file not connected/ }));
  }
  expect(run.mock.calls).toEqual([["storage"], ["storage"]]);
});
