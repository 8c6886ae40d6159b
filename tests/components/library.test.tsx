import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { createTemplates } from "#app/templates/templates.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { emptyMap, newNode } from "#model/new-objects.ts";
import { Importer } from "#ui/exchange/Importer.tsx";
import { LibraryPage } from "#ui/library/LibraryPage.tsx";
import { type FakeServicesOptions, fakeServices, NOW } from "./fake-services.ts";
import { renderWithServices } from "./render-with-services.tsx";

const templates = createTemplates({ newId: () => crypto.randomUUID(), now: () => NOW });

function aMap(title: string, values: Partial<JourneyMap> = {}): JourneyMap {
  return { ...emptyMap(title, title, "2026-01-01T00:00:00.000Z"), ...values };
}

/** The page as the product shows it: below the doors by which files come in. */
function renderLibrary(options: FakeServicesOptions = {}) {
  return renderWithServices(
    <Importer>
      <LibraryPage />
    </Importer>,
    fakeServices(options),
  );
}

const titles = () => screen.queryAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent);

async function choose(
  user: Awaited<ReturnType<typeof renderWithServices>>["user"],
  title: string,
  entry: string,
) {
  await user.click(screen.getByRole("button", { name: `Actions for “${title}”` }));
  await user.click(await screen.findByRole("menuitem", { name: entry }));
}

test("the first visit invites with templates, a blank map and the sample", async () => {
  const { user, services, path } = await renderLibrary({ templates });
  expect(screen.getByRole("heading", { name: "Maps" })).toBeVisible();
  expect(screen.getByRole("button", { name: "Open the sample map" })).toBeVisible();
  expect(screen.getByRole("button", { name: /^Blank map/ })).toBeVisible();
  await user.click(screen.getByRole("button", { name: /^B2B purchase/ }));
  const [row] = services.library.summaries.getState().rows ?? [];
  expect(row).toMatchObject({ title: "B2B purchase", nodeCount: 15 });
  expect(path()).toBe(`/map/${row?.id}`);
});

test("a new map is made from a template under its own title", async () => {
  const { user, services } = await renderLibrary({ templates });
  await user.click(screen.getByRole("button", { name: "New map" }));
  const dialog = await screen.findByRole("dialog", { name: "New map" });
  await user.type(within(dialog).getByRole("textbox", { name: "Title" }), "Hotline 2026");
  await user.click(within(dialog).getByRole("radio", { name: /^Service case/ }));
  await user.click(within(dialog).getByRole("button", { name: "Create map" }));
  expect(services.library.summaries.getState().rows).toMatchObject([
    { title: "Hotline 2026", nodeCount: 13 },
  ]);
});

test("a template is chosen with the arrows and taken with Enter", async () => {
  const { user, services } = await renderLibrary({ templates });
  await user.click(screen.getByRole("button", { name: "New map" }));
  const dialog = await screen.findByRole("dialog", { name: "New map" });
  await user.type(within(dialog).getByRole("textbox", { name: "Title" }), "Hotline 2026{Tab}");
  const card = within(dialog).getByRole("radio", { name: /^Service case/ });
  await user.keyboard("{ArrowLeft}");
  expect(card).toHaveFocus();
  await user.keyboard("{Enter}");
  expect(services.library.summaries.getState().rows).toMatchObject([
    { title: "Hotline 2026", nodeCount: 13 },
  ]);
});

test("two blank maps in a row have different titles", async () => {
  const maps = [aMap("New map")];
  const { user, services } = await renderLibrary({ maps, templates });
  await user.click(screen.getByRole("button", { name: "New map" }));
  await user.click(await screen.findByRole("button", { name: "Create map" }));
  expect(services.library.summaries.getState().rows?.map(({ title }) => title)).toEqual([
    "New map",
    "New map 2",
  ]);
});

test("a card says what a map is without opening it", async () => {
  const persona = newNode("persona", "p", { x: 0, y: 0 }, { owner: "sales" });
  const journey = newNode("journey", "j", { x: 0, y: 0 });
  const note = newNode("note", "n", { x: 0, y: 0 });
  const map = aMap("Hotline", {
    description: "How it rings",
    updatedAt: "2026-02-01T09:00:00.000Z",
    nodes: { p: persona, j: journey, n: note },
  });
  await renderLibrary({ maps: [map] });
  expect(screen.getByRole("link", { name: "Hotline" })).toHaveAttribute("href", "#/map/Hotline");
  expect(screen.getByText("How it rings")).toBeVisible();
  expect(screen.getByText("3 nodes, 1 of them a note")).toBeVisible();
  expect(screen.getByRole("progressbar", { name: "1 of 2 nodes have an owner" })).toHaveAttribute(
    "aria-valuenow",
    "50",
  );
  const change = screen.getByText("Last change: 3 hours ago");
  expect(change).toHaveAttribute("title", expect.stringContaining("February 1, 2026"));
});

test("the search looks into title and description, whatever the case and the accents", async () => {
  const maps = [aMap("Fräsmaschine"), aMap("Hotline", { description: "Café" })];
  const { user } = await renderLibrary({ maps });
  const search = screen.getByRole("searchbox", { name: "Search maps" });
  await user.type(search, "FRASMA");
  expect(titles()).toEqual(["Fräsmaschine"]);
  await user.clear(search);
  await user.type(search, "cafe");
  expect(titles()).toEqual(["Hotline"]);
  await user.type(search, "x");
  expect(screen.getByText("No map matches “cafex”.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Clear search" }));
  expect(titles()).toHaveLength(2);
});

test("the maps are sorted as wished, and the wish is kept", async () => {
  const owned = newNode("journey", "j", { x: 0, y: 0 }, { owner: "it" });
  const open = newNode("journey", "j", { x: 0, y: 0 });
  const maps = [
    aMap("B", { updatedAt: "2026-01-02T00:00:00.000Z", nodes: { j: owned } }),
    aMap("C", { updatedAt: "2026-01-03T00:00:00.000Z" }),
    aMap("A", { updatedAt: "2026-01-01T00:00:00.000Z", nodes: { j: open } }),
  ];
  const { user, services } = await renderLibrary({ maps });
  expect(titles()).toEqual(["C", "B", "A"]);
  await user.click(screen.getByRole("combobox", { name: "Sort by" }));
  await user.click(await screen.findByRole("option", { name: "Title" }));
  expect(titles()).toEqual(["A", "B", "C"]);
  await user.click(screen.getByRole("combobox", { name: "Sort by" }));
  await user.click(await screen.findByRole("option", { name: "Ownership, gaps first" }));
  expect(titles()).toEqual(["A", "B", "C"]);
  expect(services.settings.getState().librarySort).toBe("coverage");
});

test("a map is renamed, but never to nothing", async () => {
  const { user } = await renderLibrary({ maps: [aMap("Hotline")] });
  await choose(user, "Hotline", "Rename");
  const title = await screen.findByRole("textbox", { name: "Title" });
  await user.clear(title);
  await user.click(screen.getByRole("button", { name: "Rename" }));
  expect(title).toHaveAccessibleDescription("A map needs a title.");
  await user.type(title, "Service{Enter}");
  expect(await screen.findByRole("link", { name: "Service" })).toBeVisible();
});

test("a map is duplicated", async () => {
  const { user } = await renderLibrary({ maps: [aMap("Hotline")] });
  await choose(user, "Hotline", "Duplicate");
  expect(await screen.findByRole("link", { name: "Hotline (copy)" })).toBeVisible();
});

test("a deleted map lies in the bin and comes back by undo", async () => {
  const maps = [aMap("Hotline"), aMap("Shop")];
  const { user } = await renderLibrary({ maps });
  await choose(user, "Hotline", "Delete");
  expect(await screen.findByText("“Hotline” is in the bin.")).toBeVisible();
  expect(titles()).toEqual(["Shop"]);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await waitFor(() => expect(titles()).toContain("Hotline"));
});

test("the bin restores a map, or deletes it for good once asked", async () => {
  const maps = [aMap("Hotline"), aMap("Shop")];
  const { user, services } = await renderLibrary({ maps });
  await choose(user, "Hotline", "Delete");
  await choose(user, "Shop", "Delete");
  expect(screen.getByText("All maps are in the bin.")).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Bin (2)" }));
  await user.click(await screen.findByRole("button", { name: "Restore “Shop”" }));
  await user.click(screen.getByRole("button", { name: "Delete “Hotline” for good" }));
  expect(services.library.summaries.getState().rows).toHaveLength(2);
  const question = await screen.findByRole("dialog", { name: "Delete for good" });
  await user.click(within(question).getByRole("button", { name: "Delete for good" }));
  expect(services.library.summaries.getState().rows).toMatchObject([{ title: "Shop", deletedAt: null }]);
});

test("a map that another window takes out of the bin in that very moment is said to stay", async () => {
  const { user, services } = await renderLibrary({ maps: [aMap("Hotline")] });
  await choose(user, "Hotline", "Delete");
  await user.click(screen.getByRole("button", { name: "Bin (1)" }));
  vi.spyOn(services.library, "remove").mockResolvedValueOnce(false);
  await user.click(await screen.findByRole("button", { name: "Delete “Hotline” for good" }));
  const question = await screen.findByRole("dialog", { name: "Delete for good" });
  await user.click(within(question).getByRole("button", { name: "Delete for good" }));
  expect(
    await screen.findByText("“Hotline” has meanwhile been taken out of the bin and is kept."),
  ).toBeVisible();
});

test("the button for importing asks for files", async () => {
  const { user } = await renderLibrary();
  const handleClick = vi.fn();
  screen.getByLabelText("Import file").addEventListener("click", handleClick);
  await user.click(screen.getByRole("button", { name: "Import" }));
  expect(handleClick).toHaveBeenCalledOnce();
});

test("without storage the page says so, and creating fails with a message", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const { user } = await renderLibrary({ problem: "no access", templates });
  expect(screen.getByRole("alert")).toHaveTextContent("The maps cannot be read");
  await user.click(screen.getByRole("button", { name: "New map" }));
  await user.click(await screen.findByRole("button", { name: "Create map" }));
  expect(await screen.findByText("That did not work")).toBeVisible();
});

test("German is complete and follows the reader", async () => {
  const settings = { language: "de" } as const;
  const maps = [aMap("Hotline", { updatedAt: "2026-01-31T12:00:00.000Z" })];
  await renderLibrary({ maps, settings });
  expect(screen.getByRole("button", { name: "Neue Map" })).toBeVisible();
  expect(screen.getByText("Letzte Änderung: gestern")).toBeVisible();
});
