import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { Route, Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import type { JourneyMap } from "#model/journey-map.ts";
import { Details } from "#ui/panels/details/Details.tsx";
import { PlanPage } from "#ui/plan/PlanPage.tsx";
import { sampleMap } from "../unit/builders.ts";
import { type RenderOptions, renderWithMap } from "./render-with-map.tsx";

async function renderPlan(map: JourneyMap = sampleMap(), options: RenderOptions = {}) {
  const onShowNodes = vi.fn();
  return { onShowNodes, ...(await renderWithMap(map, <PlanPage onShowNodes={onShowNodes} />, options)) };
}

const titles = () =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((row) => within(row).getAllByRole("cell")[0]?.textContent);
const form = () => screen.getByRole("complementary");
const choose = (view: string) => screen.getByRole("radio", { name: view });

describe("the form of a line", () => {
  it("is closed by Escape, keeps what was typed, and leads back to its line", async () => {
    const page = await renderPlan();
    await page.user.click(screen.getByRole("button", { name: /^Registrierung/ }));
    await page.user.type(within(form()).getByRole("textbox", { name: "What is done" }), " bald");
    // A list that is open closes first.
    await page.user.click(within(form()).getByRole("combobox", { name: "Status" }));
    await page.user.keyboard("{Escape}");
    expect(form()).toBeVisible();
    await page.user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary")).toBeNull();
    await waitFor(() => expect(screen.getByRole("button", { name: /^Registrierung.* bald$/ })).toHaveFocus());
    // From a row that one has just clicked as well.
    const [cell] = screen.getAllByRole("cell", { name: /Mehmet/ });
    await page.user.click(cell as HTMLElement);
    expect(form()).toBeVisible();
    await page.user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary")).toBeNull();
  });

  it("leads on to where another one is added when it is removed", async () => {
    const page = await renderPlan();
    await page.user.click(screen.getByRole("button", { name: /^Registrierung/ }));
    await page.user.click(within(form()).getByRole("button", { name: "Remove" }));
    await waitFor(() => expect(screen.getByRole("button", { name: "Add measure" })).toHaveFocus());
  });
});

/** The plan behind an address. */
function planAt(path: string) {
  const { hook, history, navigate } = memoryLocation({ path, record: true });
  const page = (
    <Router hook={hook}>
      <Route path="/map/:mapId/*?">
        <PlanPage onShowNodes={vi.fn()} />
      </Route>
    </Router>
  );
  return { page, history, navigate };
}

describe("the line in the address", () => {
  const openAt = async (path: string) => {
    const { page, navigate } = planAt(path);
    await renderWithMap(sampleMap(), page);
    return (to: string) => act(() => navigate(to));
  };
  const title = () => within(form()).getByRole("textbox", { name: "What is done" });

  it("is the one that is open, also when one comes for another", async () => {
    const [first, second] = Object.values(sampleMap().measures);
    const goTo = await openAt(`/map/m/plan/${first?.id}`);
    expect(title()).toHaveValue(first?.title);
    goTo(`/map/m/plan/${second?.id}/new`);
    expect(title()).toHaveValue(second?.title);
    expect(title()).toHaveFocus();
    goTo(`/map/m/plan/${first?.id}`);
    expect(title()).toHaveValue(first?.title);
  });

  it.each(["unknown", "constructor", "__proto__"])("is none where it is %s", async (id) => {
    await openAt(`/map/m/plan/${id}`);
    expect(screen.queryByRole("complementary")).toBeNull();
    expect(screen.getByRole("heading", { name: "3 measures" })).toBeVisible();
  });
});

describe("a measure that was planned elsewhere", () => {
  it("waits for its title once, and not after the page is loaded again", async () => {
    const [measure] = Object.values(sampleMap().measures);
    const { page, history } = planAt(`/map/m/plan/${measure?.id}/new`);
    const title = () => within(form()).getByRole<HTMLTextAreaElement>("textbox", { name: "What is done" });
    const { unmount, user } = await renderWithMap(sampleMap(), page);
    expect(title()).toHaveFocus();
    expect(title().selectionEnd).toBe(title().value.length);
    expect(title().selectionStart).toBe(0);
    expect(history).toEqual([expect.stringMatching(new RegExp(`/plan/${measure?.id}$`, "u"))]);
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: measure?.title ?? "" }));
    expect(title()).not.toHaveFocus();
    unmount();
    await renderWithMap(sampleMap(), page);
    expect(form()).toBeVisible();
    expect(title()).not.toHaveFocus();
  });
});

describe("the list of measures", () => {
  it("shows what is overdue, and what is due first", async () => {
    await renderPlan();
    expect(titles()).toEqual([
      "Technische Daten als Tabelle auf der Produktseite",
      "Rückruf binnen 24 Stunden mit Notiz vom Messestand",
      "Registrierung auf fünf Felder kürzen",
    ]);
    expect(screen.getByText("1 overdue")).toBeVisible();
    const [, first, second] = screen.getAllByRole("row");
    expect(first).toHaveTextContent("overdue");
    expect(second).not.toHaveTextContent("overdue");
  });

  it("says what each is to achieve", async () => {
    await renderPlan();
    expect(screen.getByRole("columnheader", { name: "Desired result" })).toBeVisible();
    expect(screen.getByRole("row", { name: /^Registrierung.*Freischaltung am selben Tag/ })).toBeVisible();
  });

  it("is sorted by any column, either way round", async () => {
    const { user } = await renderPlan();
    await user.click(screen.getByRole("button", { name: "What" }));
    expect(titles()[0]).toMatch(/^Registrierung/);
    await user.click(screen.getByRole("button", { name: "What" }));
    expect(titles()[0]).toMatch(/^Technische/);
    await user.click(screen.getByRole("button", { name: "Who" }));
    // Whoever has nobody comes last.
    expect(titles().at(-1)).toMatch(/^Registrierung/);
  });

  it("opens a measure, all fields of which can be changed, each as one step", async () => {
    const page = await renderPlan();
    await page.user.click(screen.getByRole("button", { name: /^Registrierung/ }));
    const title = within(form()).getByRole("textbox", { name: "What is done" });
    await page.user.clear(title);
    await page.user.type(title, "Fünf Felder");
    await page.user.click(within(form()).getByRole("radio", { name: "IT" }));
    fireEvent.change(within(form()).getByLabelText("Until"), { target: { value: "2026-12-24" } });
    expect(page.mapNow().measures.m3).toMatchObject({
      title: "Fünf Felder",
      owner: "it",
      dueOn: "2026-12-24",
    });
    expect(page.steps()).toBe(3);
    expect(within(form()).getByLabelText("Until")).toHaveAttribute("max", "9999-12-31");
    fireEvent.change(within(form()).getByLabelText("Until"), { target: { value: "20266-01-01" } });
    expect(page.mapNow().measures.m3?.dueOn).toBe("2026-12-24");
    expect(page.steps()).toBe(3);
    await page.user.click(within(form()).getByRole("button", { name: "Show on the map" }));
    expect(page.onShowNodes).toHaveBeenCalledWith(["t20"]);
  });

  it("says of an end before the beginning that it is one, and keeps what was typed", async () => {
    const page = await renderPlan();
    await page.user.click(screen.getByRole("button", { name: /^Rückruf/ }));
    const until = within(form()).getByLabelText("Until");
    fireEvent.change(within(form()).getByLabelText("From"), { target: { value: "2027-03-01" } });
    fireEvent.change(until, { target: { value: "2027-02-28" } });
    expect(until).toBeInvalid();
    expect(until).toHaveAccessibleDescription("before “From”");
    const kept = Object.values(page.mapNow().measures).find(({ title }) => title.startsWith("Rückruf"));
    expect(kept).toMatchObject({ startOn: "2027-03-01", dueOn: "2027-02-28" });
    fireEvent.change(until, { target: { value: "2027-03-01" } });
    expect(until).toBeValid();
  });

  it("keeps an amount and its currency on one line", async () => {
    const sample = sampleMap();
    const [measure] = Object.values(sample.measures);
    if (!measure) throw new Error("the sample has measures");
    const budget = "CHF 12 000 or 1 000 000 € for 3 people of IT";
    await renderPlan({ ...sample, measures: { [measure.id]: { ...measure, budget } } });
    expect(screen.getAllByRole("cell").map(({ textContent }) => textContent)).toContain(
      "CHF\u00a012\u00a0000 or 1\u00a0000\u00a0000\u00a0€ for 3 people of IT",
    );
  });

  it("adds one and takes one away", async () => {
    const page = await renderPlan();
    await page.user.click(screen.getByRole("button", { name: "Add measure" }));
    await page.user.keyboard("Call back");
    expect(Object.values(page.mapNow().measures).map(({ title }) => title)).toContain("Call back");
    await page.user.click(within(form()).getByRole("button", { name: "Remove" }));
    expect(Object.keys(page.mapNow().measures)).toEqual(["m1", "m2", "m3"]);
    expect(screen.queryByRole("complementary")).toBeNull();
  });
});

describe("coming back to the plan", () => {
  it("finds it as it was left", async () => {
    const first = await renderPlan();
    await first.user.click(screen.getByRole("button", { name: "What" }));
    const before = titles();
    await first.user.click(choose("Content"));
    await first.user.click(choose("Board"));
    first.unmount();
    const second = await renderPlan(sampleMap(), { services: first.services });
    expect(choose("Content")).toBeChecked();
    expect(choose("Board")).toBeChecked();
    await second.user.click(choose("Measures"));
    await second.user.click(choose("List"));
    expect(titles()).toEqual(before);
  });
});

describe("the board", () => {
  it("moves a card by Alt and an arrow key, and by dragging", async () => {
    const page = await renderPlan();
    await page.user.click(choose("Board"));
    const open = () => within(screen.getByRole("list", { name: "Open" }));
    expect(open().getAllByRole("listitem")).toHaveLength(2);
    open()
      .getByRole("button", { name: /^Technische/ })
      .focus();
    await page.user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    expect(page.mapNow().measures.m2?.status).toBe("doing");
    const data = new Map<string, string>();
    const dataTransfer = {
      setData: (type: string, value: string) => data.set(type, value),
      getData: (type: string) => data.get(type) ?? "",
      get types() {
        return [...data.keys()];
      },
    };
    fireEvent.dragStart(screen.getByRole("button", { name: /^Registrierung/ }), { dataTransfer });
    const done = screen.getByRole("list", { name: "Done" });
    fireEvent.dragOver(done, { dataTransfer });
    fireEvent.drop(done, { dataTransfer });
    expect(page.mapNow().measures.m3?.status).toBe("done");
    expect(page.steps()).toBe(2);
  });
});

describe("the content", () => {
  it("is a list with personas, trigger and delivery, and can be changed", async () => {
    const page = await renderPlan();
    await page.user.click(choose("Content"));
    const [, first] = screen.getAllByRole("row");
    expect(first).toHaveTextContent("Erkan, Einkäufer");
    expect(first).toHaveTextContent("by hand");
    await page.user.click(screen.getByRole("button", { name: /^Mustervertrag/ }));
    await page.user.click(within(form()).getByRole("switch", { name: "Delivered automatically" }));
    expect(page.mapNow().contents.k2?.automated).toBe(true);
    await page.user.click(screen.getByRole("button", { name: "Add content piece" }));
    await page.user.keyboard("Checklist");
    expect(Object.values(page.mapNow().contents)).toHaveLength(3);
  });
});

describe("the board of content", () => {
  it("has the usual statuses and those of the team, and gives a card that of its column", async () => {
    const sample = sampleMap();
    const [one, other] = Object.values(sample.contents);
    if (!one || !other) throw new Error("the sample has two content pieces");
    const contents = {
      [one.id]: { ...one, status: "in Prüfung" },
      [other.id]: { ...other, status: " LIVE " },
    };
    const page = await renderPlan({ ...sample, contents });
    await page.user.click(choose("Content"));
    await page.user.click(choose("Board"));
    const names = screen.getAllByRole("list").map((list) => list.getAttribute("aria-label"));
    expect(names).toEqual(["Idea", "Draft", "Live", "in Prüfung"]);
    const cardsIn = (name: string) =>
      within(screen.getByRole("list", { name })).queryAllByRole("listitem").length;
    expect(names.map((name) => cardsIn(name ?? ""))).toEqual([0, 0, 1, 1]);
    screen.getByRole("button", { name: new RegExp(`^${one.title}`) }).focus();
    await page.user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    expect(page.mapNow().contents[one.id]?.status).toBe("live");
    expect(page.steps()).toBe(1);
  });

  it("has those of the team by the alphabet, as the list has them", async () => {
    const sample = sampleMap();
    const [piece] = Object.values(sample.contents);
    if (!piece) throw new Error("the sample has content pieces");
    const statuses = ["zurückgezogen", "live", "", "in Prüfung", "Draft", "Abgenommen", "idea"];
    const contents = Object.fromEntries(
      statuses.map((status, index) => [`k${index}`, { ...piece, id: `k${index}`, status }]),
    );
    const page = await renderPlan({ ...sample, contents });
    const ordered = ["Idea", "Draft", "Live", "Abgenommen", "in Prüfung", "zurückgezogen"];
    await page.user.click(choose("Content"));
    await page.user.click(screen.getByRole("button", { name: "Status" }));
    const rows = screen.getAllByRole("row").slice(1);
    expect(rows.map((row) => within(row).getAllByRole("cell")[6]?.textContent)).toEqual([...ordered, ""]);
    await page.user.click(choose("Board"));
    const names = screen.getAllByRole("list").map((list) => list.getAttribute("aria-label"));
    expect(names).toEqual(["No status", ...ordered]);
  });

  it("a usual status is the same in every language, any other is kept as it is written", async () => {
    const page = await renderPlan();
    await page.user.click(choose("Content"));
    await page.user.click(screen.getByRole("button", { name: /^Mustervertrag/ }));
    const status = within(form()).getByRole("combobox", { name: "Status" });
    expect(status).toHaveValue("Draft");
    await page.user.clear(status);
    await page.user.type(status, "Live");
    expect(page.mapNow().contents.k2?.status).toBe("live");
    await page.user.type(status, " in May ");
    expect(page.mapNow().contents.k2?.status).toMatch(/^live in May/i);
  });

  it("sets apart what has no status yet", async () => {
    const page = await renderPlan();
    await page.user.click(screen.getByRole("radio", { name: "Content" }));
    await page.user.click(screen.getByRole("button", { name: "Add content piece" }));
    await page.user.click(choose("Board"));
    expect(within(screen.getByRole("list", { name: "No status" })).getAllByRole("listitem")).toHaveLength(1);
  });
});

describe("the details of a touchpoint", () => {
  it("lead nowhere where nothing may be planned", async () => {
    const { hook, history } = memoryLocation({ path: "/map/m", record: true });
    const details = (
      <Router hook={hook}>
        <Details />
      </Router>
    );
    const { user } = await renderWithMap(sampleMap(), details, { select: ["t06"], mayEdit: () => false });
    const plan = within(screen.getByRole("region", { name: "Plan" }));
    await user.click(plan.getByRole("button", { name: "Plan a measure" }));
    expect(history).toEqual(["/map/m"]);
  });

  it("plan a measure from a disappointment with one click, which then is linked to it", async () => {
    const page = await renderWithMap(sampleMap(), <Details />, { select: ["t06"] });
    await page.user.click(screen.getByRole("button", { name: "Plan a measure against disappointment 1" }));
    const plan = within(screen.getByRole("region", { name: "Plan" }));
    expect(plan.getByRole("button", { name: /^Fix: Fragt Daten ab/ })).toBeVisible();
    const [id] = Object.keys(page.mapNow().measures).slice(-1);
    await page.user.click(await screen.findByRole("button", { name: "Say what is done" }));
    expect(window.location.pathname).toMatch(new RegExp(`/plan/${id}/new$`, "u"));
    expect(Object.values(page.mapNow().measures).at(-1)).toMatchObject({
      title: "Fix: Fragt Daten ab, die am Stand schon genannt wurden",
      owner: "marketing",
      touchpointIds: ["t06"],
    });
  });

  it("show what is planned and delivered there", async () => {
    await renderWithMap(sampleMap(), <Details />, { select: ["t04"] });
    const plan = within(screen.getByRole("region", { name: "Plan" }));
    expect(plan.getByRole("button", { name: /^Technische Daten .*Open/ })).toBeVisible();
    expect(plan.getByRole("button", { name: /^Referenzbericht/ })).toBeVisible();
  });
});
