import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { SaveState } from "#editor/save-state.ts";
import { assignOwner, changeFields } from "#model/commands/nodes.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { ActionsProvider } from "#ui/action.ts";
import { Importer } from "#ui/exchange/Importer.tsx";
import { OpenMapProvider } from "#ui/map/open-map.ts";
import { ActionRunner } from "#ui/shell/ActionRunner.tsx";
import { KeepVersionDialog } from "#ui/versions/KeepVersionDialog.tsx";
import { VersionsPage } from "#ui/versions/VersionsPage.tsx";
import { aMap } from "../unit/builders.ts";
import { type FakeServicesOptions, fakeServices } from "./fake-services.ts";
import type { FakeVersion } from "./fake-versions.ts";
import { renderWithServices } from "./render-with-services.tsx";

const older = aMap()
  .withPerson({ name: "Anna Brandt" })
  .withStage({ name: "Offer" })
  .withJourney({ title: "Buying" })
  .withTouchpoint({ title: "Hotline", owner: "sales", tags: ["phone", "old"] })
  .withTouchpoint({ title: "Fax" })
  .build();
const { touchpoint2, ...without } = older.nodes;
const now: JourneyMap = {
  ...older,
  nodes: {
    ...without,
    touchpoint1: {
      ...older.nodes.touchpoint1,
      owner: "it",
      managerId: "person1",
      tags: ["phone", "new"],
      description: "Rings for long",
    } as JourneyMap["nodes"][string],
  },
};

const some: readonly FakeVersion[] = [
  { map: older, at: "2026-01-31T12:00:00.000Z", name: "Kick-off", cause: "named" },
  { map: older, at: "2026-02-01T09:00:00.000Z", cause: "closed" },
];

async function renderPage(options: FakeServicesOptions = {}, map: JourneyMap = now, saving?: SaveState) {
  const services = fakeServices({ maps: [map], versions: some, ...options });
  const opened = await services.openMap(map.id);
  if (!opened) throw new Error("no map");
  const openMap = saving ? { ...opened, saving: createStore(() => saving) } : opened;
  openMap.editor.select({ nodeIds: ["touchpoint1"] });
  const onShow = vi.fn();
  const onOpenDialog = vi.fn();
  const page = await renderWithServices(
    <ActionsProvider value={[]}>
      <Importer>
        <OpenMapProvider value={openMap}>
          <ActionRunner isPainted openMap={openMap} onOpenDialog={onOpenDialog}>
            <VersionsPage onShow={onShow} />
            <KeepVersionDialog isOpen={false} onClose={() => {}} />
          </ActionRunner>
        </OpenMapProvider>
      </Importer>
    </ActionsProvider>,
    services,
  );
  return { ...page, onShow, editor: openMap.editor, mapNow: () => openMap.editor.store.getState().map };
}

const entries = () =>
  screen.getAllByRole("radio", { name: /./ }).filter((radio) => radio.getAttribute("name") === "version");
const entry = (name: RegExp) => screen.getByRole("radio", { name });

describe("the list of versions", () => {
  test("shows the present state and all versions, the newest first, with name or cause, time and counts", async () => {
    await renderPage();
    const [present, closed, named, ...more] = entries();
    expect(more).toEqual([]);
    expect(present).toHaveAccessibleName("Current state");
    expect(present).toHaveAccessibleDescription(/^2\snodes, 0\sconnections$/u);
    expect(closed).toHaveAccessibleName(/^When the map was closed Feb 1, 2026, .* 3 hours ago$/u);
    expect(named).toHaveAccessibleName(/^Kick-off Jan 31, 2026, .* yesterday$/u);
    expect(named).toHaveAccessibleDescription(/^3\snodes, 0\sconnections$/u);
  });

  test("says in German what it says in English", async () => {
    await renderPage({ settings: { language: "de" } });
    expect(entry(/^Beim Schließen der Map 01\.02\.2026, .* vor 3 Stunden$/u)).toBeVisible();
    expect(screen.getByText("2 Knoten, 0 Verbindungen", { selector: "label *" })).toBeVisible();
  });

  test("can be limited to those with a name", async () => {
    const { user } = await renderPage();
    await user.click(screen.getByRole("switch", { name: "Named only" }));
    expect(entries().map((radio) => radio.getAttribute("aria-labelledby"))).toHaveLength(2);
    expect(screen.queryByRole("radio", { name: /^When the map/u })).toBeNull();
  });

  test("shows a time that is none as it is", async () => {
    await renderPage({ versions: [{ map: older, at: "the other day" }] });
    expect(entry(/^While working the other day$/u)).toBeVisible();
  });

  test("says that there is none yet", async () => {
    await renderPage({ versions: [] });
    expect(screen.getByText(/^No version has been kept yet/u)).toBeVisible();
    expect(screen.getByRole("radio", { name: "Changes" })).toBeDisabled();
  });

  test("says that it cannot be read, and the map goes on", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await renderPage({ problem: "no access", maps: [now] });
    expect(screen.getByRole("alert")).toHaveTextContent("The versions cannot be read");
  });

  test("is walked through with the arrow keys", async () => {
    const { user } = await renderPage();
    await user.click(entry(/^Current state/u));
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(await screen.findByRole("heading", { name: "Kick-off" })).toBeVisible();
    expect(await screen.findByRole("img", { name: "Picture of: Kick-off" })).toBeVisible();
  });
});

describe("a version", () => {
  test("is restored as one step, and the present state is kept before", async () => {
    const { user, mapNow, editor, path, services } = await renderPage();
    await user.click(entry(/^Kick-off/u));
    await waitFor(() => expect(screen.getByRole("button", { name: "Restore" })).toBeEnabled());
    await user.click(screen.getByRole("button", { name: "Restore" }));
    await waitFor(() => expect(mapNow().nodes).toEqual(older.nodes));
    expect(editor.store.getState().past.map(({ label }) => label)).toEqual([
      { key: "restore", name: "Kick-off" },
    ]);
    expect(path()).toBe("/map/map1");
    let rows: readonly { readonly cause: string; readonly id: number }[] = [];
    services.versions.follow("map1", { next: (all) => (rows = all), error: () => {} });
    expect(rows.map(({ cause }) => cause)).toEqual(["beforeRestore", "closed", "named"]);
    expect(await services.versions.read(rows[0]?.id ?? 0)).toBe(now);
    act(() => void editor.undo());
    expect(mapNow()).toBe(now);
  });

  test("is not restored when the present state cannot be kept", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const { user, mapNow, services } = await renderPage();
    vi.spyOn(services.versions, "keep").mockRejectedValue(new Error("full"));
    await user.click(entry(/^Kick-off/u));
    await waitFor(() => expect(screen.getByRole("button", { name: "Restore" })).toBeEnabled());
    await user.click(screen.getByRole("button", { name: "Restore" }));
    expect(await screen.findByText("That did not work")).toBeVisible();
    expect(mapNow()).toBe(now);
  });

  test("is not restored where the map can only be looked at, but as a copy", async () => {
    const { user } = await renderPage({}, now, { state: "viewOnly", reason: "otherWindow" });
    await user.click(entry(/^Kick-off/u));
    await waitFor(() => expect(screen.getByRole("button", { name: "Restore as a copy" })).toBeEnabled());
    expect(screen.getByRole("button", { name: "Restore" })).toBeDisabled();
  });

  test("that says the same as the map leaves no step", async () => {
    const { user, editor } = await renderPage({}, older);
    await user.click(entry(/^Kick-off/u));
    await waitFor(() => expect(screen.getByRole("button", { name: "Restore" })).toBeEnabled());
    await user.click(screen.getByRole("button", { name: "Restore" }));
    expect((await screen.findAllByText(/^Nothing was restored/u))[0]).toBeInTheDocument();
    expect(editor.store.getState().past).toEqual([]);
  });

  test("becomes a map of its own, and the open map stays as it is", async () => {
    const { user, mapNow, services, path } = await renderPage();
    await user.click(entry(/^Kick-off/u));
    await waitFor(() => expect(screen.getByRole("button", { name: "Restore as a copy" })).toBeEnabled());
    await user.click(screen.getByRole("button", { name: "Restore as a copy" }));
    expect(await screen.findByText("“A map (Kick-off)” was created.")).toBeVisible();
    expect(mapNow()).toBe(now);
    const copy = await services.library.load("new1");
    expect(copy).toMatchObject({ id: "new1", title: "A map (Kick-off)", nodes: older.nodes });
    await user.click(screen.getByRole("button", { name: "Open" }));
    expect(path()).toBe("/map/new1");
  });

  test("gets a name, keeps it, and loses it again", async () => {
    const { user } = await renderPage();
    await user.click(entry(/^When the map was closed/u));
    await user.click(screen.getByRole("button", { name: "Name …" }));
    await user.type(await screen.findByRole("textbox", { name: "Name" }), "Friday{Enter}");
    expect(await screen.findByRole("heading", { name: "Friday" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Rename …" }));
    const name = await screen.findByRole("textbox", { name: "Name" });
    expect(name).toHaveValue("Friday");
    await user.clear(name);
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("heading", { name: "When the map was closed" })).toBeVisible();
  });

  test("is removed once one has said yes; the next one takes its place", async () => {
    const { user } = await renderPage();
    await user.click(entry(/^When the map was closed/u));
    await user.click(screen.getByRole("button", { name: "Remove …" }));
    await user.click(await screen.findByRole("button", { name: "Keep" }));
    expect(entries()).toHaveLength(3);
    await user.click(screen.getByRole("button", { name: "Remove …" }));
    await user.click(await screen.findByRole("button", { name: "Remove" }));
    await waitFor(() => expect(entries()).toHaveLength(2));
    expect(entry(/^Kick-off/u)).toBeChecked();
  });

  test("that is damaged says so and can only be named and removed", async () => {
    const { user } = await renderPage({
      versions: [{ map: older, at: "2026-02-01T09:00:00.000Z", isDamaged: true }],
    });
    await user.click(entry(/^While working/u));
    expect(await screen.findByRole("alert")).toHaveTextContent("This version is damaged");
    expect(screen.getByRole("button", { name: "Restore" })).toBeDisabled();
    expect(screen.getByRole("button", { name: "Remove …" })).toBeEnabled();
  });
});

describe("comparing", () => {
  async function compare(user: Awaited<ReturnType<typeof renderPage>>["user"], name: RegExp) {
    await user.click(entry(name));
    await user.click(screen.getByRole("radio", { name: "Changes" }));
    await screen.findByText(/differ/u);
  }
  const group = (name: string) => within(screen.getByRole("list", { name }));

  test("says who became responsible first, then what else differs, field by field", async () => {
    const { user } = await renderPage();
    await compare(user, /^Kick-off/u);
    expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      "Responsibility: changed",
      "Nodes: removed",
      "Nodes: changed",
    ]);
    expect(screen.getByText("2 things differ")).toBeVisible();
    expect(screen.getByText("With an owner: 1 of 3 before, 1 of 2 after")).toBeVisible();
    const responsibility = group("Responsibility: changed");
    expect(responsibility.getAllByRole("definition").map(({ textContent }) => textContent)).toEqual([
      "before: Salesafter: IT",
      "before: Nobodyafter: Anna Brandt",
    ]);
    expect(group("Nodes: removed").getByRole("listitem")).toHaveTextContent("Touchpoint: Fax");
    const changed = group("Nodes: changed");
    expect(changed.getAllByRole("term").map(({ textContent }) => textContent)).toEqual([
      "Description",
      "Tags",
    ]);
    expect(changed.getAllByRole("definition").map(({ textContent }) => textContent)).toEqual([
      "before: emptyafter: Rings for long",
      "before: oldafter: new",
    ]);
  });

  test("shows a node on the map, unless it is no more", async () => {
    const { user, onShow } = await renderPage();
    await compare(user, /^Kick-off/u);
    await user.click(
      group("Responsibility: changed").getByRole("button", { name: "Show on the map: Touchpoint: Hotline" }),
    );
    expect(onShow).toHaveBeenCalledWith(["touchpoint1"]);
    expect(group("Nodes: removed").queryByRole("button")).toBeNull();
  });

  test("goes from the older state to the newer one, also between two versions", async () => {
    const versions: readonly FakeVersion[] = [
      { map: older, at: "2026-01-30T12:00:00.000Z", name: "First" },
      { map: now, at: "2026-01-31T12:00:00.000Z", name: "Second" },
    ];
    const { user } = await renderPage({ versions });
    await user.click(entry(/^Second/u));
    await user.click(screen.getByRole("radio", { name: "Changes" }));
    expect(await screen.findByText("Nothing differs.")).toBeVisible();
    const other = screen.getByRole("combobox", { name: "Compare with" });
    await user.selectOptions(other, within(other).getByRole("option", { name: /^First/u }));
    expect(await screen.findByText("2 things differ")).toBeVisible();
    expect(screen.getByText(/^From “First, .*” to “Second, .*”$/u)).toBeVisible();
    expect(group("Nodes: removed").getByRole("listitem")).toHaveTextContent("Fax");
  });

  test("follows the map while it changes", async () => {
    const { user, editor, mapNow } = await renderPage();
    await compare(user, /^Kick-off/u);
    act(() => {
      editor.dispatch(changeFields(mapNow(), ["journey1"], { outcome: "A machine" }));
      editor.dispatch(assignOwner(mapNow(), ["journey1"], "marketing"));
    });
    expect(await screen.findByText("3 things differ")).toBeVisible();
  });
});

test("the steps of this visit are there too, and a click goes back to one", async () => {
  const { user, editor, mapNow } = await renderPage();
  act(() => {
    editor.dispatch(assignOwner(mapNow(), ["journey1"], "marketing"));
  });
  await user.click(screen.getByRole("tab", { name: "Steps" }));
  const steps = within(screen.getByRole("list", { name: "Steps" }));
  await user.click(steps.getByRole("button", { name: "Opened" }));
  expect(mapNow()).toBe(now);
  expect(screen.getByRole("heading", { name: "Current state" })).toBeVisible();
});

test("what was selected on the map is not, where it cannot be seen", async () => {
  const { editor } = await renderPage();
  expect(editor.store.getState().selection.nodeIds).toEqual([]);
});
