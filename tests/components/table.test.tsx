import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { JourneyMap, Touchpoint } from "#model/journey-map.ts";
import { ServicesProvider, type SettingsState } from "#ui/services.ts";
import { type Runner, RunnerProvider } from "#ui/shell/runner.ts";
import { TablePage } from "#ui/table/TablePage.tsx";
import { aMap } from "../unit/builders.ts";
import { fakeServices } from "./fake-services.ts";
import { type RenderOptions, renderWithMap } from "./render-with-map.tsx";

// The grid shows as many rows as have room; jsdom lays nothing out.
Object.defineProperties(HTMLElement.prototype, {
  clientWidth: { get: () => 1200, configurable: true },
  clientHeight: { get: () => 800, configurable: true },
});

/** The nodes whose cells were made anew, as often as they were. */
const made = vi.hoisted((): string[] => []);
vi.mock("#ui/table/table-rows.ts", async (original) => {
  const rows = await original<typeof import("#ui/table/table-rows.ts")>();
  const counted = (...cell: Parameters<typeof rows.columnText>) => {
    made.push(cell[1].id);
    return rows.columnText(...cell);
  };
  return { ...rows, columnText: counted };
});

/** Two stages, two managers; in reading order: Buying, Ad, Call, Offer. */
const shop = () =>
  aMap()
    .withStage({ id: "s1", name: "Looking" })
    .withPerson({ id: "ida", name: "Ida Neu" })
    .withPerson({ id: "ben", name: "Ben Alt" })
    .withJourney({ id: "j", title: "Buying", owner: "sales" })
    .withTouchpoint({ id: "a", title: "Ad", owner: "marketing", managerId: "ida", channel: "Web" })
    .withTouchpoint({ id: "c", title: "Call", owner: null, managerId: "ben", channel: "Phone" })
    .withTouchpoint({ id: "o", title: "Offer", owner: "sales", managerId: "ida", channel: "E-mail" })
    .build();

const columns = ["title", "owner", "managerId", "channel"];

async function renderTable(
  map: JourneyMap = shop(),
  settings: Partial<SettingsState> = {},
  options: RenderOptions = {},
) {
  const announce = vi.fn();
  const onShowNodes = vi.fn();
  const runner = { actions: [], context: { announce }, run() {}, problemOf: () => null };
  const services = options.services ?? fakeServices({ settings: { tableColumns: columns, ...settings } });
  const page = (
    <ServicesProvider value={services}>
      <RunnerProvider value={runner as unknown as Runner}>
        {/* Its menus stand in it. */}
        <main>
          <TablePage onShowNodes={onShowNodes} />
        </main>
      </RunnerProvider>
    </ServicesProvider>
  );
  return { ...(await renderWithMap(map, page, options)), announce, onShowNodes, services };
}

const grid = () => screen.getByRole("grid", { name: "All nodes of the map" });
/** The texts of the rows, each as it is read. */
const rows = () =>
  within(grid())
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("gridcell"))
    .map((cells) => cells.map(({ textContent }) => textContent));
const titles = () => rows().map(([title]) => title);
const cell = (title: string, column: number) => {
  const row = within(grid())
    .getAllByRole("row")
    .find((one) => within(one).queryByRole("gridcell", { name: title }));
  return within(row as HTMLElement).getAllByRole("gridcell")[column] as HTMLElement;
};
const active = () => {
  const place = grid().querySelector("[data-active]");
  return `${place?.closest("[data-row]")?.getAttribute("data-row")},${place?.getAttribute("data-column")}`;
};
/** As a click on a cell: jsdom knows no pointer, and gives the keyboard to nothing by it. */
function press(target: HTMLElement, options: { readonly shiftKey?: boolean } = {}) {
  fireEvent.pointerDown(target, { button: 0, ...options });
  act(() => grid().focus());
}

describe("what it shows", () => {
  it("is every node in reading order, in the columns of one's choice", async () => {
    await renderTable();
    expect(screen.getAllByRole("columnheader").map(({ textContent }) => textContent)).toEqual([
      "No.",
      "Title",
      "Owner",
      "Customer Touchpoint Manager",
      "Channel",
    ]);
    expect(rows()).toEqual([
      ["Buying", "Sales", "Nobody", ""],
      ["Ad", "Marketing", "Ida Neu", "Web"],
      ["Call", "Nobody", "Ben Alt", "Phone"],
      ["Offer", "Sales", "Ida Neu", "E-mail"],
    ]);
    expect(screen.getByText("4 of 4 rows")).toBeVisible();
    expect(grid()).toHaveAttribute("aria-rowcount", "5");
  });

  it("says so where there is nothing", async () => {
    await renderTable(aMap().build());
    expect(screen.getByText(/^The map has no nodes yet/u)).toBeVisible();
    expect(screen.queryByRole("grid")).toBeNull();
  });

  it("is there in German", async () => {
    await renderTable(shop(), {}, { language: "de" });
    const german = screen.getByRole("grid", { name: "Alle Knoten der Map" });
    expect(within(german).getByRole("columnheader", { name: /^Verantwortlicher Bereich/u })).toBeVisible();
    expect(within(german).getAllByRole("gridcell", { name: "Vertrieb" })).toHaveLength(2);
  });
});

describe("sorting", () => {
  it("goes by a column, the other way round, and back to the map", async () => {
    const { user } = await renderTable();
    const head = screen.getByRole("columnheader", { name: /^Title/u });
    const sort = within(head).getByRole("button", { name: "Title" });
    await user.click(sort);
    expect(titles()).toEqual(["Ad", "Buying", "Call", "Offer"]);
    expect(head).toHaveAttribute("aria-sort", "ascending");
    await user.click(sort);
    expect(titles()).toEqual(["Offer", "Call", "Buying", "Ad"]);
    await user.click(sort);
    expect(titles()).toEqual(["Buying", "Ad", "Call", "Offer"]);
    expect(head).toHaveAttribute("aria-sort", "none");
  });

  it("leaves a row that is changed where it is", async () => {
    const { user, mapNow } = await renderTable();
    await user.click(
      within(screen.getByRole("columnheader", { name: /^Title/u })).getByRole("button", { name: "Title" }),
    );
    press(cell("Ad", 0));
    await user.keyboard("Zoo{Enter}");
    expect(mapNow().nodes.a?.title).toBe("Zoo");
    expect(titles()).toEqual(["Zoo", "Buying", "Call", "Offer"]);
  });
});

describe("filters", () => {
  it("find rows by words and by what one needs all the time", async () => {
    const { user } = await renderTable();
    await user.type(screen.getByRole("searchbox", { name: "Search rows" }), "ida mark");
    expect(titles()).toEqual(["Ad"]);
    expect(screen.getByText("1 of 4 rows")).toBeVisible();
    await user.clear(screen.getByRole("searchbox", { name: "Search rows" }));
    await user.click(screen.getByRole("checkbox", { name: "No owner" }));
    expect(titles()).toEqual(["Call"]);
    await user.click(screen.getByRole("checkbox", { name: "No manager" }));
    expect(screen.getByText(/^No row matches/u)).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Show all" }));
    expect(titles()).toHaveLength(4);
  });

  it("by the values of a column are named, also while the column is hidden, and are taken away there", async () => {
    const { user, services } = await renderTable();
    await user.click(screen.getByRole("button", { name: "Menu of the column Channel" }));
    await user.click(await screen.findByRole("menuitem", { name: "Web 1" }));
    await user.click(screen.getByRole("menuitem", { name: "Phone 1" }));
    expect(titles()).toEqual(["Ad", "Call"]);
    await user.click(screen.getByRole("menuitem", { name: "Hide column" }));
    expect(services.settings.getState().tableColumns).toEqual(["title", "owner", "managerId"]);
    expect(screen.queryByRole("columnheader", { name: /^Channel/u })).toBeNull();
    expect(titles()).toEqual(["Ad", "Call"]);
    const chip = screen.getByRole("button", { name: "Take the filter away: Channel: Web, Phone" });
    expect(chip).toHaveTextContent("Channel: Web, Phone");
    await user.click(chip);
    expect(chip).not.toBeInTheDocument();
    expect(titles()).toHaveLength(4);
    expect(grid().parentElement).toContainElement(document.activeElement as HTMLElement);
  });

  it("and the sorting are as they were left when one comes back to the map's table", async () => {
    const left = await renderTable();
    await left.user.click(screen.getByRole("checkbox", { name: "Touchpoints only" }));
    await left.user.click(
      within(screen.getByRole("columnheader", { name: /^Channel/u })).getByRole("button", {
        name: "Channel",
      }),
    );
    left.unmount();
    await renderTable(shop(), {}, { services: left.services });
    expect(titles()).toEqual(["Offer", "Call", "Ad"]);
    expect(screen.getByRole("checkbox", { name: "Touchpoints only" })).toBeChecked();
  });

  it("name what is empty", async () => {
    const { user } = await renderTable();
    await user.click(screen.getByRole("button", { name: "Menu of the column Owner" }));
    await user.click(await screen.findByRole("menuitem", { name: "Nobody 1" }));
    expect(titles()).toEqual(["Call"]);
    expect(screen.getByRole("button", { name: "Take the filter away: Owner: Nobody" })).toBeVisible();
  });
});

describe("the keyboard", () => {
  it("makes only the rows anew that it leaves and comes to", async () => {
    const { user } = await renderTable();
    press(cell("Buying", 0));
    made.length = 0;
    await user.keyboard("{ArrowDown}");
    expect(active()).toBe("1,0");
    expect([...new Set(made)]).toEqual(["j", "a"]);
    made.length = 0;
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    expect([...new Set(made)]).toEqual(["c"]);
  });

  it("moves through the cells, and stops at the edges", async () => {
    const { user } = await renderTable();
    act(() => grid().focus());
    expect(active()).toBe("0,0");
    await user.keyboard("{ArrowUp}{ArrowLeft}");
    expect(active()).toBe("0,0");
    await user.keyboard("{ArrowDown}{ArrowRight}{ArrowRight}");
    expect(active()).toBe("1,2");
    await user.keyboard("{End}");
    expect(active()).toBe("1,3");
    await user.keyboard("{Tab}");
    expect(active()).toBe("2,0");
    await user.keyboard("{Shift>}{Tab}{/Shift}");
    expect(active()).toBe("1,3");
    await user.keyboard("{Control>}{End}{/Control}");
    expect(active()).toBe("3,3");
    await user.keyboard("{Control>}{Home}{/Control}");
    expect(active()).toBe("0,0");
  });

  it("selects several cells and changes them in one step", async () => {
    const { user, mapNow, steps, announce } = await renderTable();
    press(cell("Ad", 1));
    await user.keyboard("{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    expect(screen.getByRole("button", { name: "Change 3 cells" })).toBeVisible();
    await user.keyboard("it{Control>}{Enter}{/Control}");
    expect(["a", "c", "o"].map((id) => mapNow().nodes[id]?.owner)).toEqual(["it", "it", "it"]);
    expect(mapNow().nodes.j?.owner).toBe("sales");
    expect(announce).toHaveBeenLastCalledWith("3 cells changed");
    expect(steps()).toBe(1);
  });

  it("is told at the open field how all selected cells of its column are changed", async () => {
    const { user } = await renderTable();
    press(cell("Ad", 3));
    await user.keyboard("x");
    expect(screen.queryByText(/Ctrl\+Enter all/u)).toBeNull();
    await user.keyboard("{Escape}");
    press(cell("Offer", 3));
    // The journey has no channel.
    press(cell("Buying", 3), { shiftKey: true });
    await user.keyboard("x");
    const hint = "Enter changes this cell, Ctrl+Enter all 3 of the selection";
    expect(screen.getByText(hint)).toBeVisible();
    expect(screen.getByRole("textbox", { name: `Channel of Offer, ${hint}` })).toHaveFocus();
    await user.keyboard("{Escape}{Control>}{Enter}{/Control}");
    expect(screen.getByText("Applies to 3 cells")).toBeVisible();
  });

  it("is told where there is nothing to change", async () => {
    const { user } = await renderTable();
    press(cell("Buying", 3));
    const button = screen.getByRole("button", { name: "Nothing to change here" });
    expect(button).toBeDisabled();
    expect(button).toHaveAttribute("title", expect.stringContaining("have no such field"));
    await user.keyboard("{ArrowLeft}");
    expect(screen.getByRole("button", { name: "Change 1 cell" })).toBeEnabled();
  });

  it("changes one of several selected columns, and titles only where nothing else is selected", async () => {
    const { user, mapNow, steps } = await renderTable();
    const before = Object.values(mapNow().nodes).map(({ title }) => title);
    press(cell("Ad", 0));
    press(cell("Call", 3), { shiftKey: true });
    await user.click(screen.getByRole("button", { name: "Change a column" }));
    const items = (await screen.findAllByRole("menuitem")).map(({ textContent }) => textContent);
    expect(items).toEqual(["Owner2", "Customer Touchpoint Manager2", "Channel2"]);
    await user.click(screen.getByRole("menuitem", { name: "Owner 2" }));
    expect(screen.getByRole("textbox", { name: /^Owner of Ad, Applies to 2 cells/ })).toHaveFocus();
    await user.keyboard("it{Enter}");
    expect(["a", "c", "o"].map((id) => mapNow().nodes[id]?.owner)).toEqual(["it", "it", "sales"]);
    expect(mapNow().nodes.a).toMatchObject({ channel: "Web", managerId: "ida" });
    // Typed over the title of the first one it is for this one alone.
    press(cell("Ad", 0));
    press(cell("Call", 1), { shiftKey: true });
    await user.keyboard("{Control>}{Enter}{/Control}");
    await user.keyboard("{Control>}a{/Control}Poster{Control>}{Enter}{/Control}");
    expect(Object.values(mapNow().nodes).map(({ title }) => title)).toEqual(
      before.map((title) => (title === "Ad" ? "Poster" : title)),
    );
    expect(steps()).toBe(2);
  });

  it("goes on at the first selected row that has such a cell", async () => {
    const { user, mapNow } = await renderTable();
    press(cell("Buying", 2));
    press(cell("Call", 3), { shiftKey: true });
    await user.click(screen.getByRole("button", { name: "Change a column" }));
    await user.click(await screen.findByRole("menuitem", { name: "Channel 2" }));
    await user.keyboard("Post{Enter}");
    expect(["a", "c", "o"].map((id) => (mapNow().nodes[id] as Touchpoint).channel)).toEqual([
      "Post",
      "Post",
      "E-mail",
    ]);
  });

  it("shows the nodes of what is selected", async () => {
    const { user, onShowNodes } = await renderTable();
    press(cell("Ad", 1));
    press(cell("Call", 2), { shiftKey: true });
    await user.click(screen.getByRole("button", { name: "Show on the map" }));
    expect(onShowNodes).toHaveBeenCalledWith(["a", "c"]);
  });
});

describe("the menu of the cells", () => {
  const item = (name: string | RegExp) => screen.findByRole("menuitem", { name });

  it("is for the cell under the pointer, or for the selection if that is a part of it", async () => {
    const { user, mapNow, onShowNodes, steps } = await renderTable();
    fireEvent.contextMenu(cell("Ad", 1));
    expect(active()).toBe("1,1");
    await user.click(await item(/^Clear/));
    expect(mapNow().nodes.a?.owner).toBeNull();
    expect(screen.getByRole("textbox", { name: "All nodes of the map" })).toHaveFocus();
    press(cell("Call", 1));
    press(cell("Offer", 1), { shiftKey: true });
    fireEvent.contextMenu(cell("Offer", 1));
    await user.click(await item("Show on the map"));
    expect(onShowNodes).toHaveBeenCalledWith(["c", "o"]);
    fireEvent.contextMenu(cell("Offer", 1));
    await user.click(await item(/^Fill down/));
    expect(mapNow().nodes.o?.owner).toBeNull();
    expect(steps()).toBe(2);
  });

  it("offers to fill down in several rows only, and to change a cell in one column only", async () => {
    const { user } = await renderTable();
    const offered = async () => {
      await item("Show on the map");
      const find = (name: RegExp) => screen.queryByRole("menuitem", { name }) !== null;
      return { fillsDown: find(/^Fill down/), changes: find(/^Change \d+ cells?/) };
    };
    const offeredAt = async (from: HTMLElement, to: HTMLElement) => {
      press(from);
      press(to, { shiftKey: true });
      fireEvent.contextMenu(to);
      const result = await offered();
      await user.keyboard("{Escape}");
      await waitFor(() => expect(screen.queryByRole("menu")).toBeNull());
      return result;
    };
    expect(await offeredAt(cell("Ad", 1), cell("Ad", 1))).toEqual({ fillsDown: false, changes: true });
    expect(await offeredAt(cell("Ad", 1), cell("Ad", 3))).toEqual({ fillsDown: false, changes: false });
    expect(await offeredAt(cell("Ad", 1), cell("Call", 1))).toEqual({ fillsDown: true, changes: true });
    expect(await offeredAt(cell("Ad", 1), cell("Call", 3))).toEqual({ fillsDown: true, changes: false });
  });

  it("copies and pastes", async () => {
    const { user, mapNow, announce } = await renderTable();
    fireEvent.contextMenu(cell("Ad", 3));
    await user.click(await item(/^Copy/));
    await waitFor(() => expect(announce).toHaveBeenLastCalledWith("1 cell copied"));
    press(cell("Call", 3));
    press(cell("Offer", 3), { shiftKey: true });
    // By the key for it, where one is.
    fireEvent.contextMenu(screen.getByRole("textbox", { name: "All nodes of the map" }));
    await user.click(await item(/^Paste/));
    await waitFor(() => expect(announce).toHaveBeenLastCalledWith("2 cells changed"));
    expect(mapNow().nodes).toMatchObject({ c: { channel: "Web" }, o: { channel: "Web" } });
  });

  it("leaves a field that is open its own", async () => {
    const { user } = await renderTable();
    press(cell("Ad", 0));
    await user.keyboard("{F2}");
    fireEvent.contextMenu(screen.getByRole("textbox", { name: "Title of Ad" }));
    expect(screen.queryByRole("menu")).toBeNull();
  });
});

describe("a pasted block", () => {
  const paste = (text: string) =>
    act(() => {
      const event = Object.assign(new Event("paste", { bubbles: true, cancelable: true }), {
        clipboardData: { getData: () => text },
      });
      document.dispatchEvent(event);
    });

  it("is one step, and says who came into the map by it", async () => {
    const { announce, mapNow, steps } = await renderTable();
    press(cell("Ad", 2));
    paste("Jonas Weber\tPoster\nJonas Weber\tPhone\n");
    expect(announce).toHaveBeenLastCalledWith("3 cells changed, 1 new person: Jonas Weber");
    expect(Object.values(mapNow().people).map(({ name }) => name)).toContain("Jonas Weber");
    expect(steps()).toBe(1);
    press(cell("Buying", 2));
    paste("A\nB\nC\nD\nE\n");
    expect(announce).toHaveBeenLastCalledWith(
      "4 cells changed, 4 new people: A, B, C and 1 more. 1 cell had no room: the table ends there",
    );
  });

  it("names the cells that stay as they were, with the reason", async () => {
    const { announce, steps } = await renderTable();
    press(cell("Buying", 1));
    paste("it\t\tE-mail\nFinance\nLaw\nA department of which nobody in this house has ever heard\n");
    expect(announce).toHaveBeenLastCalledWith(
      "1 cell changed. 4 cells not changed: row 1, Channel (Journey has no such field); " +
        "row 2, Owner (“Finance” is not a possible value); row 3, Owner (“Law” is not a possible value) and 1 more",
    );
    expect(steps()).toBe(1);
  });
});

describe("a cell", () => {
  it("is written over by typing, and the next one is below", async () => {
    const { user, mapNow, steps } = await renderTable();
    press(cell("Ad", 0));
    await user.keyboard("Poster");
    expect(screen.getByRole("textbox", { name: "Title of Ad" })).toHaveValue("Poster");
    await user.keyboard("{Enter}");
    expect(mapNow().nodes.a?.title).toBe("Poster");
    expect(active()).toBe("2,0");
    expect(steps()).toBe(1);
  });

  it("is added to after F2, and stays as it was on Escape", async () => {
    const { user, mapNow, steps } = await renderTable();
    press(cell("Ad", 0));
    await user.keyboard("{F2}vertisement{Tab}");
    expect(mapNow().nodes.a?.title).toBe("Advertisement");
    expect(active()).toBe("1,1");
    await user.keyboard("it{Escape}");
    expect(mapNow().nodes.a?.owner).toBe("marketing");
    await user.keyboard("{ArrowDown}");
    expect(active()).toBe("2,1");
    expect(steps()).toBe(1);
  });

  it("takes the choice that begins with what was typed, and refuses what is none", async () => {
    const { user, mapNow, announce } = await renderTable();
    press(cell("Call", 1));
    await user.keyboard("mar{Enter}");
    expect(mapNow().nodes.c?.owner).toBe("marketing");
    await user.keyboard("{ArrowUp}xyz{Enter}");
    expect(mapNow().nodes.c?.owner).toBe("marketing");
    expect(announce).toHaveBeenLastCalledWith(
      "1 cell not changed: row 3, Owner (“xyz” is not a possible value)",
    );
  });

  it("of a manager takes a name that nobody has yet, with the person in the same step", async () => {
    const { user, mapNow, steps, editor } = await renderTable();
    press(cell("Call", 2));
    await user.keyboard("Zoe Zander{Enter}");
    const id = mapNow().nodes.c?.managerId ?? "";
    expect(mapNow().people[id]?.name).toBe("Zoe Zander");
    expect(steps()).toBe(1);
    act(() => void editor.undo());
    expect(mapNow().people[id]).toBeUndefined();
    expect(cell("Call", 2)).toHaveTextContent("Ben Alt");
  });

  it("that its node does not have cannot be changed", async () => {
    const { user, announce, steps } = await renderTable();
    press(cell("Buying", 3));
    await user.keyboard("x");
    expect(announce).toHaveBeenLastCalledWith("This cell cannot be changed");
    expect(screen.queryByRole("textbox", { name: /^Channel/u })).toBeNull();
    expect(steps()).toBe(0);
  });

  it("begins with a sign that no key has, and says where it cannot take it", async () => {
    const { announce } = await renderTable();
    const keyboard = () => screen.getByRole("textbox", { name: "All nodes of the map" });
    press(cell("Buying", 3));
    expect(keyboard()).toHaveFocus();
    expect(keyboard()).toHaveAttribute("aria-activedescendant", cell("Buying", 3).id);
    fireEvent.input(keyboard(), { target: { value: "☎" } });
    expect(announce).toHaveBeenLastCalledWith("This cell cannot be changed");
    expect(keyboard()).toHaveValue("");
    press(cell("Ad", 0));
    fireEvent.input(keyboard(), { target: { value: "☎" } });
    expect(screen.getByRole("textbox", { name: "Title of Ad" })).toHaveValue("☎");
  });

  it("that one has left gets what was still being put together in it", async () => {
    const { user, mapNow } = await renderTable();
    const keyboard = screen.getByRole("textbox", { name: "All nodes of the map" });
    press(cell("Ad", 0));
    fireEvent.compositionStart(keyboard);
    fireEvent.input(keyboard, { target: { value: "顔" }, isComposing: true });
    fireEvent.pointerDown(cell("Call", 0), { button: 0 });
    fireEvent.compositionEnd(keyboard);
    await user.click(screen.getByRole("searchbox", { name: "Search rows" }));
    expect(mapNow().nodes.a?.title).toBe("顔");
    expect(mapNow().nodes.c?.title).toBe("Call");
  });

  it("keeps what was typed when the page goes, and goes back to what was there after Escape", async () => {
    const first = await renderTable();
    press(cell("Ad", 0));
    await first.user.keyboard("Poster");
    first.unmount();
    expect(first.mapNow().nodes.a?.title).toBe("Poster");
    expect(first.steps()).toBe(1);

    const second = await renderTable();
    press(cell("Ad", 0));
    await second.user.keyboard("Poster{Escape}{F2}");
    second.unmount();
    expect(second.steps()).toBe(0);
  });

  it("keeps what was typed while nothing may be changed, until it may", async () => {
    let mayEdit = false;
    const { user, mapNow, steps } = await renderTable(shop(), {}, { mayEdit: () => mayEdit });
    const field = () => screen.getByRole("textbox", { name: "Title of Ad" });
    press(cell("Ad", 0));
    await user.keyboard("Poster");
    for (const key of ["{Enter}", "{Tab}", "{Control>}{Enter}{/Control}"]) {
      await user.keyboard(key);
      expect(field()).toHaveValue("Poster");
      expect(field()).toHaveFocus();
    }
    // Elsewhere it stays as well, and nothing else is begun over it.
    press(cell("Call", 0));
    await user.keyboard("x");
    expect(field()).toHaveValue("Poster");
    expect(screen.queryByRole("textbox", { name: "Title of Call" })).toBeNull();
    expect(steps()).toBe(0);

    mayEdit = true;
    await user.click(field());
    await user.keyboard("s{Enter}");
    expect(mapNow().nodes.a?.title).toBe("Posters");
    expect(screen.queryByRole("textbox", { name: /^Title of/ })).toBeNull();
  });

  it("that was kept is taken over before another one is begun", async () => {
    let mayEdit = false;
    const { user, mapNow } = await renderTable(shop(), {}, { mayEdit: () => mayEdit });
    press(cell("Ad", 0));
    await user.keyboard("Poster{Enter}");
    mayEdit = true;
    press(cell("Call", 0));
    await user.keyboard("Ring{Enter}");
    expect(mapNow().nodes).toMatchObject({ a: { title: "Poster" }, c: { title: "Ring" } });
  });

  it("is as it was when its change is undone", async () => {
    const { user, editor } = await renderTable();
    press(cell("Offer", 1));
    await user.keyboard("{Delete}");
    expect(cell("Offer", 1)).toHaveTextContent("Nobody");
    act(() => void editor.undo());
    expect(cell("Offer", 1)).toHaveTextContent("Sales");
    act(() => void editor.redo());
    expect(cell("Offer", 1)).toHaveTextContent("Nobody");
  });
});
