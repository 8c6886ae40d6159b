import { screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { JourneyMap } from "#model/journey-map.ts";
import { connectionsOf } from "#model/queries.ts";
import { Outline } from "#ui/outline/Outline.tsx";
import { aMap, sampleMap } from "../unit/builders.ts";
import { type RenderOptions, renderWithMap } from "./render-with-map.tsx";

async function renderOutline(map: JourneyMap, options: RenderOptions = {}) {
  const onShow = vi.fn();
  return { onShow, ...(await renderWithMap(map, <Outline onShow={onShow} />, options)) };
}

const row = (name: RegExp) => screen.getByRole("treeitem", { name });
const focusedRow = () => document.activeElement?.getAttribute("aria-label");
/** Two stages; "Search" leads to "Visit", "Brochure" stands in the first stage as well. */
const shopMap = () =>
  aMap()
    .withPerson({ id: "ida", name: "Ida Neu" })
    .withStage({ id: "s1", name: "Looking" })
    .withStage({ id: "s2", name: "Buying" })
    .withJourney({ id: "j", title: "Shopping" })
    .withTouchpoint({ id: "a", title: "Search", stageId: "s1", journeyId: "j" })
    .withTouchpoint({ id: "b", title: "Brochure", stageId: "s1", journeyId: "j" })
    .withTouchpoint({ id: "c", title: "Visit", stageId: "s2", journeyId: "j" })
    .build();

describe("what it shows", () => {
  it("is the whole map in the order in which the customer lives it", async () => {
    await renderOutline(sampleMap());
    const rows = screen.getAllByRole("treeitem");
    const nodes = rows.filter((item) => /^(Persona|Journey|Touchpoint|Note): /.test(item.ariaLabel ?? ""));
    expect(nodes).toHaveLength(32);
    const titles = nodes.map((item) => item.ariaLabel ?? "");
    expect(titles.findIndex((title) => title.includes("Suche im Netz"))).toBeLessThan(
      titles.findIndex((title) => title.includes("Website: Produktseite")),
    );
  });

  it("says in words what the signs mean", async () => {
    await renderOutline(sampleMap());
    expect(row(/^Touchpoint: Hotline anrufen/).ariaLabel).toMatch(
      /no owner, manager Jörg Weiß.*moment of truth.*\d+ findings.*leads to Fehlercode/,
    );
    expect(row(/^Persona: Petra/).ariaLabel).toContain("leads to Neue Fräsmaschine");
  });

  it("folds and unfolds with the arrow keys", async () => {
    const { user } = await renderOutline(shopMap());
    await user.click(row(/^Journey: Shopping/));
    expect(row(/^Journey:/)).toHaveAttribute("aria-expanded", "true");
    await user.keyboard("{ArrowLeft}");
    expect(row(/^Journey:/)).toHaveAttribute("aria-expanded", "false");
    expect(screen.queryByRole("treeitem", { name: /Search/ })).toBeNull();
    await user.keyboard("{ArrowRight}{ArrowRight}{ArrowDown}");
    expect(focusedRow()).toMatch(/^Touchpoint: Search/);
    await user.keyboard("{End}");
    expect(focusedRow()).toBe("Notes: 0");
  });
});

describe("capturing", () => {
  it("adds the next touchpoints one after the other, connected and named", async () => {
    const { user, mapNow } = await renderOutline(shopMap());
    await user.click(row(/^Touchpoint: Search/));
    await user.keyboard("{Tab}Advice{Tab}Order{Enter}");
    const titles = Object.values(mapNow().nodes).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(["Advice", "Order"]));
    const advice = Object.values(mapNow().nodes).find(({ title }) => title === "Advice");
    expect(advice).toMatchObject({ stageId: "s2" });
    expect(connectionsOf(mapNow(), "a").outgoing.map(({ to }) => to)).toContain(advice?.id);
    expect(focusedRow()).toMatch(/^Touchpoint: Order/);
  });

  it("adds one below with Enter, and renames by typing", async () => {
    const { user, mapNow } = await renderOutline(shopMap());
    await user.click(row(/^Touchpoint: Search/));
    await user.keyboard("{Enter}Ad{Enter}");
    expect(row(/^Touchpoint: Ad,/)).toHaveFocus();
    await user.keyboard("Better{Enter}");
    expect(Object.values(mapNow().nodes).some(({ title }) => title === "Better")).toBe(true);
    await user.keyboard("{F2}{Escape}");
    expect(row(/^Touchpoint: Better/)).toHaveFocus();
  });

  it("F11 has every letter of a title in the map before the title is done, all as one step", async () => {
    const { user, mapNow, steps, editor } = await renderOutline(shopMap());
    await user.click(row(/^Touchpoint: Search/));
    await user.keyboard("{F2}Loo");
    expect(mapNow().nodes.a?.title).toBe("Loo");
    await user.keyboard("k{Enter}");
    expect(mapNow().nodes.a?.title).toBe("Look");
    expect(steps()).toBe(1);
    // A letter begins a new title, and a step of its own.
    await user.keyboard("X");
    expect(mapNow().nodes.a?.title).toBe("X");
    await user.keyboard("y{Escape}");
    expect(mapNow().nodes.a?.title).toBe("Look");
    expect(steps()).toBe(1);
    editor.undo();
    expect(mapNow().nodes.a?.title).toBe("Search");
    await user.click(row(/^Stage: Looking/));
    await user.keyboard("{F2}Sear");
    expect(mapNow().stages[0]?.name).toBe("Sear");
  });

  it("sets owner and rating by key and says so", async () => {
    const { user, mapNow } = await renderOutline(shopMap());
    await user.click(row(/^Touchpoint: Search/));
    await user.keyboard("s5");
    expect(mapNow().nodes.a).toMatchObject({ owner: "sales", customerRating: 2 });
    expect(
      screen.getByText(/Search, owner Sales, no manager, customer rating delightful/),
    ).toBeInTheDocument();
  });

  it("takes V for Vertrieb in German", async () => {
    const { user, mapNow } = await renderOutline(shopMap(), { language: "de" });
    await user.click(row(/^Touchpoint: Search/));
    await user.keyboard("v");
    expect(mapNow().nodes.a?.owner).toBe("sales");
  });

  it("sets the owner of several rows at once, in one step", async () => {
    const { user, mapNow, steps } = await renderOutline(shopMap());
    await user.click(row(/^Touchpoint: Search/));
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}m");
    expect([mapNow().nodes.a?.owner, mapNow().nodes.b?.owner]).toEqual(["marketing", "marketing"]);
    expect(steps()).toBe(1);
  });

  it("picks a manager with @", async () => {
    const { user, mapNow } = await renderOutline(shopMap());
    await user.click(row(/^Touchpoint: Search/));
    await user.keyboard("@");
    expect(screen.getByRole("dialog", { name: "Manager of “Search”" })).toBeVisible();
    await user.keyboard("ida{Enter}");
    expect(mapNow().nodes.a?.managerId).toBe("ida");
    expect(row(/^Touchpoint: Search/)).toHaveFocus();
  });

  it("makes a touchpoint of every pasted line", async () => {
    const { user, mapNow } = await renderOutline(shopMap());
    await user.click(row(/^Touchpoint: Visit/));
    await user.paste("- Invoice\n- Delivery");
    expect(Object.values(mapNow().nodes).filter(({ kind }) => kind === "touchpoint")).toHaveLength(5);
    expect(screen.getByText("2 touchpoints added.")).toBeInTheDocument();
  });

  it("refuses a text of many megabytes", async () => {
    const { user, mapNow } = await renderOutline(shopMap());
    const before = mapNow();
    await user.click(row(/^Touchpoint: Visit/));
    await user.paste("line\n".repeat(1_000_000));
    expect(screen.getByText(/^This is too much to paste/)).toBeInTheDocument();
    expect(mapNow()).toBe(before);
  });

  it("begins an empty map", async () => {
    const { user, mapNow } = await renderOutline(aMap().build());
    await user.click(row(/^Journeys/));
    await user.keyboard("{Enter}Buying{Enter}{Tab}Website{Enter}");
    const nodes = Object.values(mapNow().nodes);
    expect(nodes.map(({ kind, title }) => `${kind} ${title}`).sort()).toEqual([
      "journey Buying",
      "touchpoint Website",
    ]);
  });
});

describe("arranging", () => {
  it("moves within a stage and on into the next one", async () => {
    const { user, mapNow } = await renderOutline(shopMap());
    await user.click(row(/^Touchpoint: Search/));
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(mapNow().nodes.a?.position.y).toBeGreaterThan(mapNow().nodes.b?.position.y ?? 0);
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    expect(mapNow().nodes.a).toMatchObject({ stageId: "s2" });
    expect(row(/^Touchpoint: Search/)).toHaveFocus();
    await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    expect(mapNow().nodes.a).toMatchObject({ stageId: "s1" });
  });

  it("says why it cannot move on", async () => {
    const { user, steps } = await renderOutline(shopMap());
    await user.click(row(/^Touchpoint: Search/));
    await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(screen.getByText("It cannot be moved further that way.")).toBeInTheDocument();
    expect(steps()).toBe(0);
  });

  it("moves stages and renames them", async () => {
    const { user, mapNow } = await renderOutline(shopMap());
    await user.click(row(/^Stage: Looking/));
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}{F2}Searching{Enter}");
    expect(mapNow().stages.map(({ name }) => name)).toEqual(["Buying", "Searching"]);
    expect(row(/^Stage: Searching/)).toHaveFocus();
  });

  it("deletes and duplicates, and keeps the keyboard in the list", async () => {
    const { user, mapNow, editor } = await renderOutline(shopMap());
    await user.click(row(/^Touchpoint: Search/));
    await user.keyboard("{Delete}");
    expect(mapNow().nodes.a).toBeUndefined();
    expect(row(/^Touchpoint: Brochure/)).toHaveFocus();
    await user.keyboard("{Control>}d{/Control}");
    expect(screen.getAllByRole("treeitem", { name: /Brochure/ })).toHaveLength(2);
    expect(document.activeElement).toHaveAttribute("role", "treeitem");
    editor.undo();
    expect(await screen.findByRole("treeitem", { name: /Brochure/ })).toBeVisible();
  });

  it("connects to a node that is found by its title", async () => {
    const { user, mapNow } = await renderOutline(shopMap());
    await user.click(row(/^Touchpoint: Search/));
    await user.click(screen.getByRole("button", { name: "Actions" }));
    await user.click(await screen.findByRole("menuitem", { name: "Connect to …" }));
    const dialog = await screen.findByRole("dialog", { name: "Connect “Search” to …" });
    await user.type(
      within(dialog).getByRole("combobox", { name: "Node that the arrow leads to" }),
      "visit{Enter}",
    );
    expect(connectionsOf(mapNow(), "a").outgoing.map(({ to }) => to)).toEqual(["c"]);
    expect(row(/^Touchpoint: Search/)).toHaveFocus();
  });

  it("adds and names a stage from the menu", async () => {
    const { user, mapNow } = await renderOutline(shopMap());
    await user.click(row(/^Stage: Looking/));
    await user.click(screen.getByRole("button", { name: "Actions" }));
    await user.click(await screen.findByRole("menuitem", { name: "Add a stage after this one" }));
    await user.keyboard("Comparing{Enter}");
    expect(mapNow().stages.map(({ name }) => name)).toEqual(["Looking", "Comparing", "Buying"]);
  });
});

describe("leaving", () => {
  it("is a matter of Escape and Tab", async () => {
    const { user, steps } = await renderOutline(shopMap());
    await user.click(row(/^Touchpoint: Search/));
    await user.keyboard("{Escape}{Tab}");
    expect(screen.getByRole("tree")).not.toContainElement(document.activeElement as HTMLElement);
    expect(steps()).toBe(0);
  });

  it("has one stop for Tab, at the row that is selected elsewhere too", async () => {
    const { editor } = await renderOutline(shopMap(), { select: ["c"] });
    const stops = screen.getAllByRole("treeitem").filter((item) => item.tabIndex === 0);
    expect(stops).toHaveLength(1);
    expect(stops[0]).toHaveAccessibleName(/Visit/);
    editor.select({ nodeIds: ["b"], connectionIds: [] });
    await vi.waitFor(() => expect(row(/Brochure/)).toHaveProperty("tabIndex", 0));
  });

  it("shows a node on the map", async () => {
    const { user, onShow } = await renderOutline(shopMap());
    await user.click(row(/^Touchpoint: Visit/));
    await user.click(screen.getByRole("button", { name: "Actions" }));
    await user.click(await screen.findByRole("menuitem", { name: "Show on the map" }));
    expect(onShow).toHaveBeenCalledWith(["c"]);
  });
});
