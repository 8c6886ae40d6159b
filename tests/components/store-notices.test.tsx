import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import type { StoreNotice } from "#ui/services.ts";
import { StoreNotices } from "#ui/shell/StoreNotices.tsx";
import { fakeServices } from "./fake-services.ts";
import { fakeStorage } from "./fake-storage.ts";
import { renderWithServices } from "./render-with-services.tsx";

async function renderNotices(...list: readonly StoreNotice[]) {
  const storage = fakeStorage();
  const page = (
    <>
      <StoreNotices />
      <main>
        <button type="button">First</button>
        <button type="button">Second</button>
      </main>
    </>
  );
  const notices = createStore(() => ({ list }));
  return { storage, ...(await renderWithServices(page, { ...fakeServices(), storage, notices })) };
}

const unsaved: StoreNotice = { kind: "saveToFile", title: "Hotline", mapId: "m1" };
const notices = () => screen.queryByRole("region", { name: "About your stored maps" });

it("a map that is in no file is saved with one click, and the notice goes", async () => {
  const { storage, user } = await renderNotices(unsaved);
  screen.getByRole("button", { name: "Second" }).focus();
  await user.click(screen.getByRole("button", { name: "Save as a file now" }));
  expect(storage.downloadMap.mock.calls).toEqual([["m1"]]);
  await waitFor(() => expect(notices()).toBeNull());
  expect(screen.getByRole("button", { name: "Second" })).toHaveFocus();
});

it("a map that could not be saved is still asked for, with the reason why it was not", async () => {
  const { storage, user } = await renderNotices(unsaved);
  storage.downloadMap.mockRejectedValueOnce(new Error("no disk"));
  const save = screen.getByRole("button", { name: "Save as a file now" });
  await user.click(save);
  expect(await screen.findByText("That did not work: no disk")).toBeVisible();
  storage.downloadMap.mockResolvedValueOnce(false);
  await user.click(save);
  expect(await screen.findByText("This map no longer exists.")).toBeVisible();
  expect(notices()).toBeVisible();
});

it("what is put away leaves the keyboard to the page", async () => {
  const { user } = await renderNotices({ kind: "lost" });
  expect(screen.queryByRole("button", { name: "Save as a file now" })).toBeNull();
  await user.tab();
  await user.keyboard("{Enter}");
  expect(notices()).toBeNull();
  expect(screen.getByRole("button", { name: "First" })).toHaveFocus();
});
