import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { Route, Router } from "wouter";
import { memoryLocation } from "wouter/memory-location";
import { applyCommand } from "#model/commands/command.ts";
import { assignManager, assignOwner, changeFields } from "#model/commands/nodes.ts";
import { changeAuditSettings } from "#model/commands/triage.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { AuditPage } from "#ui/audit/AuditPage.tsx";
import type { Services } from "#ui/services.ts";
import { aMap, LATER, sampleFindings, sampleMap } from "../unit/builders.ts";
import { type RenderOptions, renderWithMap } from "./render-with-map.tsx";

/** `path`: the address by which one comes to the page. */
async function renderPage(
  map: JourneyMap,
  { path = "/map/m/audit", ...options }: RenderOptions & { path?: string } = {},
) {
  const { hook, history, navigate } = memoryLocation({ path, record: true });
  const onShowNodes = vi.fn();
  const onShowFinding = vi.fn();
  const onShowConnection = vi.fn();
  const page = (
    <Router hook={hook}>
      <Route path="/map/:mapId/*?">
        <AuditPage
          onShowNodes={onShowNodes}
          onShowFinding={onShowFinding}
          onShowConnection={onShowConnection}
        />
      </Route>
    </Router>
  );
  return {
    history,
    navigate,
    onShowNodes,
    onShowFinding,
    onShowConnection,
    ...(await renderWithMap(map, page, options)),
  };
}

const figure = (name: string) => screen.getByRole("button", { name: new RegExp(`^${name} \\d`, "u") });
const group = (name: string) => screen.getByRole("list", { name });
const itemOf = (findingId: string) =>
  document.querySelector<HTMLElement>(`[data-finding="${findingId}"]`) as HTMLElement;

/** Two touchpoints of two owners, all else in order. */
const smallMap = () =>
  aMap()
    .withStage({ name: "Search" })
    .withPerson({ name: "Ann" })
    .withPersona({ owner: "it", managerId: "person1" })
    .withJourney({ owner: "it", managerId: "person1", title: "Buying" })
    .withTouchpoint({ owner: "sales", managerId: "person1", title: "Fair" })
    .withTouchpoint({ owner: null, managerId: "person1", title: "Call" })
    .withConnection("persona1", "journey1")
    .withConnection("touchpoint1", "touchpoint2")
    .with({ maintainerId: "person1" })
    .build();

describe("the figures since the last version", () => {
  const owned = () => applyCommand(smallMap(), assignOwner(smallMap(), ["touchpoint2"], "sales"), LATER);
  /** The share that is owned, and what has changed, as it is heard. */
  const share = (name = "With owner") => screen.getByText(name, { selector: "dt" }).parentElement;
  const older = { map: aMap().build(), at: "2026-08-01T00:00:00.000Z" };

  it("say what is better than before", async () => {
    const versions = [older, { map: smallMap(), at: "2026-09-01T00:00:00.000Z", name: "Before the fair" }];
    await renderPage(owned(), { versions });
    expect(await screen.findByText("Changes since the version “Before the fair”.")).toBeVisible();
    expect(share()).toHaveTextContent("100%+25, better than before");
    expect(figure("Warnings")).toHaveTextContent("0-1, better than before");
  });

  it("say what is worse, and nothing where nothing has changed", async () => {
    const versions = [older, { map: owned(), at: "2026-09-01T00:00:00.000Z" }];
    await renderPage(smallMap(), { versions });
    expect(await screen.findByText("Changes since the version “Sep 1, 2026”.")).toBeVisible();
    expect(share()).toHaveTextContent("75%-25, worse than before");
    expect(figure("Warnings")).toHaveTextContent("1+1, worse than before");
    expect(figure("Critical")).toHaveTextContent(/^Critical 0$/);
  });

  it("are those of the managers, and of those who have both, too", async () => {
    const lacking = applyCommand(
      smallMap(),
      assignManager(smallMap(), ["touchpoint2", "touchpoint1"], null),
      LATER,
    );
    await renderPage(smallMap(), { versions: [{ map: lacking, at: "2026-09-01T00:00:00.000Z" }] });
    await waitFor(() => expect(share("With manager")).toHaveTextContent("100%+50, better than before"));
    expect(share("With both")).toHaveTextContent("75%+25, better than before");
    expect(share()).toHaveTextContent(/75%$/);
  });

  it("stand alone while there is no version", async () => {
    await renderPage(smallMap());
    expect(screen.getByText(/^As soon as a version of this map is kept/)).toBeVisible();
    expect(screen.queryByText(/than before$/)).toBeNull();
    expect(share()).toHaveTextContent(/75%$/);
  });
});

describe("the matrix", () => {
  it("counts the touchpoints of each discipline and stage, and lists them", async () => {
    const page = await renderPage(sampleMap());
    await page.user.click(screen.getByRole("radio", { name: "Who owns what" }));
    const cell = screen.getByRole("button", { name: "Sales, Vergleich: 3 touchpoints" });
    await page.user.click(cell);
    expect(cell).toHaveAttribute("aria-pressed", "true");
    const item = screen.getByRole("button", { name: "Angebot als PDF" }).closest("li");
    expect(item).toHaveTextContent("Angebot als PDF Mehmet Aydın");
    await page.user.click(screen.getByRole("button", { name: "Angebot als PDF" }));
    expect(page.onShowNodes).toHaveBeenLastCalledWith(["t22"]);
    await page.user.click(screen.getByRole("button", { name: "Show on the map" }));
    expect(page.onShowNodes.mock.lastCall?.[0]).toHaveLength(3);
  });

  it("adds up to all touchpoints", async () => {
    const page = await renderPage(sampleMap());
    await page.user.click(screen.getByRole("radio", { name: "Who owns what" }));
    const totals = screen.getAllByRole("button", { name: /, all stages: / });
    expect(totals.reduce((sum, { textContent }) => sum + Number(textContent), 0)).toBe(24);
  });
});

describe("the findings", () => {
  it("stand in groups by rule, person, journey or severity", async () => {
    const page = await renderPage(sampleMap());
    expect(within(group("Owner missing")).getAllByRole("listitem")).toHaveLength(8);
    await page.user.click(screen.getByRole("radio", { name: "Person" }));
    expect(within(group("Anna Brandt")).getAllByRole("listitem").length).toBeGreaterThan(2);
    await page.user.click(screen.getByRole("radio", { name: "Severity" }));
    expect(within(group("Critical")).getAllByRole("listitem")).toHaveLength(2);
    await page.user.click(screen.getByRole("radio", { name: "Journey" }));
    expect(screen.getByRole("list", { name: "Neue Fräsmaschine finden und einführen" })).toBeVisible();
  });

  it("are filtered by pressing a figure, by a rule, and are all there again", async () => {
    const page = await renderPage(sampleMap());
    const shown = () => screen.getAllByRole("listitem").length;
    const before = shown();
    expect(figure("Critical")).toHaveAttribute("aria-pressed", "false");
    await page.user.click(figure("Critical"));
    expect(figure("Critical")).toHaveAttribute("aria-pressed", "true");
    expect(shown()).toBe(2);
    await page.user.click(figure("Critical"));
    expect(shown()).toBe(before);
    await page.user.click(screen.getByRole("combobox", { name: "Rule" }));
    await page.user.click(await screen.findByRole("option", { name: "Owner missing" }));
    expect(shown()).toBe(8);
    await page.user.click(screen.getByRole("button", { name: "Show all" }));
    expect(shown()).toBe(before);
    expect(screen.getByRole("searchbox")).toHaveFocus();
    // Nothing can be shown by what counts nothing.
    expect(figure("Dismissed")).toBeDisabled();
  });

  it("are those of the rule for which one came, whatever was left", async () => {
    const first = await renderPage(sampleMap());
    await first.user.type(screen.getByRole("searchbox"), "hotline");
    await first.user.click(screen.getByRole("radio", { name: "RACI" }));
    first.unmount();
    const { services } = first;
    const path = "/map/m/audit/no-owner";
    const { history, navigate, unmount } = await renderPage(sampleMap(), { services, path });
    expect(screen.getAllByRole("listitem")).toHaveLength(8);
    expect(screen.getByRole("combobox", { name: "Rule" })).toHaveDisplayValue("Owner missing");
    // Whoever comes for another rule finds that one.
    act(() => navigate("/map/m/audit/no-manager"));
    expect(screen.getByRole("combobox", { name: "Rule" })).toHaveDisplayValue(
      "Customer Touchpoint Manager missing",
    );
    act(() => navigate("/map/m/audit/no-owner"));
    expect(screen.getAllByRole("listitem")).toHaveLength(8);
    // Going back to this page later is not asking for the rule again.
    expect(history).toEqual(Array(3).fill(expect.stringMatching(/\/audit\/findings$/)));
    unmount();
    await renderPage(sampleMap(), { services });
    expect(screen.getAllByRole("listitem")).toHaveLength(8);
  });

  it("say in a sentence what is wrong, and lead there", async () => {
    const page = await renderPage(sampleMap());
    await page.user.type(screen.getByRole("searchbox"), "rückruf langsam");
    expect(screen.getByText("Nothing matches these filters.")).toBeVisible();
    await page.user.clear(screen.getByRole("searchbox"));
    await page.user.type(screen.getByRole("searchbox"), "Rückruf slow");
    const item = itemOf("too-slow:t07");
    expect(item).toHaveTextContent("expects an answer within 1 day and gets it after 6 days");
    await page.user.click(within(item).getByRole("button", { name: /^Touchpoint: Rückruf/ }));
    expect(page.onShowFinding.mock.lastCall?.[0]).toMatchObject({ id: "too-slow:t07" });
  });

  it("are dismissed with a reason only, and are there again when their node has changed", async () => {
    const page = await renderPage(smallMap());
    const item = () => itemOf("no-owner:touchpoint2");
    await page.user.click(within(item()).getByRole("button", { name: "Dismiss “Call”" }));
    expect(within(item()).getByRole("button", { name: "Dismiss" })).toBeDisabled();
    await page.user.keyboard("Nobody knows yet{Enter}");
    expect(item()).toBeNull();
    expect(page.mapNow().dismissals["no-owner:touchpoint2"]).toMatchObject({ reason: "Nobody knows yet" });
    act(() => void page.editor.dispatch(assignOwner(page.mapNow(), ["touchpoint2"], "it")));
    act(() => void page.editor.dispatch(assignOwner(page.mapNow(), ["touchpoint2"], null)));
    expect(item()).toHaveTextContent("Back again");
    expect(item()).toHaveTextContent("Nobody knows yet");
  });

  it("say what was settled, with the way back, until something else is done", async () => {
    const page = await renderPage(sampleMap());
    const settle = async (id: string) => {
      act(() => itemOf(id).focus());
      await page.user.keyboard("i");
    };
    const notice = () => screen.queryByText("Owner missing: “Konfigurator”");
    await settle("no-owner:t08");
    expect(notice()).toBeVisible();
    await page.user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(notice()).toBeNull());
    expect(screen.getByText("Undone. Back in the list: Owner missing: “Konfigurator”")).toBeInTheDocument();
    expect(page.mapNow().nodes.t08?.owner).toBeNull();
    expect(itemOf("no-owner:t08")).toHaveFocus();
    await settle("no-owner:t08");
    expect(notice()).toBeVisible();
    act(() => void page.editor.dispatch(assignOwner(page.mapNow(), ["t08"], "sales")));
    await waitFor(() => expect(notice()).toBeNull());
  });

  it("are taken back one at a time by the notice, also by a double click on it", async () => {
    const page = await renderPage(sampleMap());
    for (const id of ["no-owner:t08", "no-owner:t10"]) {
      act(() => itemOf(id).focus());
      await page.user.keyboard("i");
    }
    const undo = screen.getByRole("button", { name: "Undo" });
    fireEvent.click(undo);
    fireEvent.click(undo);
    expect(page.mapNow().nodes).toMatchObject({ t08: { owner: "it" }, t10: { owner: null } });
  });

  it("lead to the choice of an owner by the key that fixes", async () => {
    const page = await renderPage(sampleMap());
    act(() => itemOf("no-owner:t08").focus());
    await page.user.keyboard("f");
    expect(within(itemOf("no-owner:t08")).getByRole("button", { name: "Marketing" })).toHaveFocus();
    expect(page.steps()).toBe(0);
  });

  it("are counted as they are shown", async () => {
    const page = await renderPage(sampleMap());
    const heading = () => screen.getByRole("heading", { name: /^Findings/ });
    const { length } = Object.values(sampleFindings()).flat();
    expect(heading()).toHaveTextContent(`Findings ${length}`);
    await page.user.type(screen.getByRole("searchbox"), "rückruf slow");
    await waitFor(() => expect(heading()).toHaveTextContent(`Findings 1 of ${length}`));
  });

  it("say who has it now, and what came by it", async () => {
    const page = await renderPage(smallMap());
    act(() => itemOf("no-owner:touchpoint2").focus());
    await page.user.keyboard("i");
    const notice = within(screen.getByRole("log"));
    expect(notice.getByText("Owner: IT")).toBeVisible();
    expect(notice.getByText(/^New by this: Handover not settled: “Fair”$/)).toBeVisible();
    // Over another part it would lie on what one has come for.
    await page.user.click(screen.getByRole("radio", { name: "Handovers" }));
    await waitFor(() => expect(screen.queryByRole("log")).toBeNull());
  });

  it("keep the keyboard when the last one is settled and that is undone", async () => {
    const page = await renderPage(smallMap());
    act(() => itemOf("no-owner:touchpoint2").focus());
    await page.user.keyboard("s");
    expect(screen.getByText(/^No gaps/)).toBeVisible();
    await page.user.click(screen.getByRole("button", { name: "Undo" }));
    expect(itemOf("no-owner:touchpoint2")).toBeVisible();
    expect(screen.getByRole("region", { name: "Audit" })).toContainElement(
      document.activeElement as HTMLElement,
    );
  });

  it("that were dismissed can be looked at and opened again", async () => {
    const dismissal = { findingId: "no-owner:touchpoint2", reason: "later", at: "2026-01-01T00:00:00.000Z" };
    const page = await renderPage({ ...smallMap(), dismissals: { [dismissal.findingId]: dismissal } });
    expect(itemOf(dismissal.findingId)).toBeNull();
    await page.user.click(figure("Dismissed"));
    const item = itemOf(dismissal.findingId);
    expect(item).toHaveTextContent("later");
    await page.user.click(within(item).getByRole("button", { name: "Open again" }));
    expect(page.mapNow().dismissals).toEqual({});
  });

  it("that were dismissed are opened again by keyboard, one after the other", async () => {
    const ids = ["no-owner:t08", "no-owner:t10", "no-owner:t30"];
    const page = await renderPage({
      ...sampleMap(),
      dismissals: Object.fromEntries(
        ids.map((findingId) => [findingId, { findingId, reason: "", at: "2026-01-01T00:00:00.000Z" }]),
      ),
    });
    await page.user.click(figure("Dismissed"));
    const shown = () => screen.getAllByRole("listitem").map((item) => item.dataset.finding);
    const focused = () => document.activeElement?.closest("li")?.dataset.finding;
    const [first, second, third] = shown();
    act(() =>
      itemOf(second ?? "")
        .querySelector<HTMLElement>("[data-show]")
        ?.focus(),
    );
    await page.user.keyboard("r");
    expect(shown()).toEqual([first, third]);
    expect(focused()).toBe(third);
    // After the last one it is the one before.
    await page.user.keyboard("r");
    expect(shown()).toEqual([first]);
    expect(focused()).toBe(first);
    await page.user.keyboard("r");
    expect(page.mapNow().dismissals).toEqual({});
    expect(screen.getByRole("heading", { name: /^Findings/ })).toHaveFocus();
  });

  it("are worked off by keyboard alone", async () => {
    const page = await renderPage(sampleMap());
    const first = itemOf("moment-of-truth-unowned:t10").querySelector("[data-show]");
    for (let presses = 0; document.activeElement !== first && presses < 80; presses += 1)
      await page.user.tab();
    expect(first).toHaveFocus();
    await page.user.keyboard("s");
    expect(page.mapNow().nodes.t10?.owner).toBe("sales");
    // The keyboard is on the next one.
    await page.user.keyboard("m");
    expect(page.mapNow().nodes.t30?.owner).toBe("marketing");
    await page.user.keyboard("{ArrowDown}");
    const [place] = [document.activeElement?.closest("li")];
    await page.user.keyboard("d");
    await page.user.keyboard("Known{Enter}");
    const id = place?.dataset.finding ?? "";
    expect(page.mapNow().dismissals[id]).toMatchObject({ reason: "Known" });
  });

  it("are fixed where their rule can do that", async () => {
    const page = await renderPage(sampleMap());
    const id = "burden-on-customer:t06";
    await page.user.type(screen.getByRole("searchbox"), "Burden");
    await page.user.click(within(itemOf(id)).getByRole("button", { name: "Plan a measure" }));
    expect(itemOf(id)).toBeNull();
    expect(
      Object.values(page.mapNow().measures).filter(({ touchpointIds }) => touchpointIds.includes("t06")),
    ).toMatchObject([
      {
        title: "Fix: Fragt Daten ab, die am Stand schon genannt wurden",
        owner: "marketing",
        status: "open",
      },
    ]);
    expect(page.steps()).toBe(1);
  });
});

describe("coming back to the page", () => {
  it("finds its part, filters and groups as they were left, for this map alone", async () => {
    const first = await renderPage(sampleMap());
    await first.user.click(screen.getByRole("radio", { name: "Person" }));
    await first.user.type(screen.getByRole("searchbox"), "hotline");
    const shown = () => screen.getAllByRole("listitem").length;
    const before = shown();
    first.unmount();
    const { services } = first;
    const second = await renderPage(sampleMap(), { services });
    expect(screen.getByRole("searchbox")).toHaveValue("hotline");
    expect(screen.getByRole("radio", { name: "Person" })).toBeChecked();
    expect(shown()).toBe(before);
    await second.user.click(screen.getByRole("radio", { name: "Two views" }));
    await second.user.click(screen.getByRole("radio", { name: "Whole map, largest gap first" }));
    second.unmount();
    const third = await renderPage(sampleMap(), { services });
    expect(screen.getByRole("radio", { name: "Whole map, largest gap first" })).toBeChecked();
    third.unmount();
    await renderPage({ ...sampleMap(), id: "another" }, { services });
    expect(screen.getByRole("searchbox")).toHaveValue("");
  });
});

describe("what was settled and comes back", () => {
  const gap = "no-owner:touchpoint2";
  const goneFor = async ({ findings }: Services) => [...(await findings.read(smallMap().id)).gone];

  it("is back again", async () => {
    const page = await renderPage(smallMap());
    expect(itemOf(gap)).not.toHaveTextContent("Back again");
    act(() => void page.editor.dispatch(assignOwner(page.mapNow(), ["touchpoint2"], "it")));
    expect(itemOf(gap)).toBeNull();
    act(() => void page.editor.dispatch(assignOwner(page.mapNow(), ["touchpoint2"], null)));
    expect(itemOf(gap)).toHaveTextContent("Back again");
    await page.user.click(figure("Back again"));
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
  });

  it("is as it was when the step that settled it is undone", async () => {
    const page = await renderPage(smallMap());
    act(() => void page.editor.dispatch(assignOwner(page.mapNow(), ["touchpoint2"], "it")));
    act(() => void page.editor.undo());
    expect(itemOf(gap)).not.toHaveTextContent("Back again");
    act(() => void page.editor.redo());
    act(() => void page.editor.dispatch(assignOwner(page.mapNow(), ["touchpoint2"], null)));
    expect(itemOf(gap)).toHaveTextContent("Back again");
  });

  it("is not what a rule did not look for in the meantime", async () => {
    const page = await renderPage(smallMap());
    act(() => void page.editor.dispatch(changeAuditSettings(page.mapNow(), { rulesOff: ["no-owner"] })));
    expect(itemOf(gap)).toBeNull();
    act(() => void page.editor.dispatch(changeAuditSettings(page.mapNow(), { rulesOff: [] })));
    act(
      () => void page.editor.dispatch(changeFields(page.mapNow(), ["touchpoint1"], { title: "Trade fair" })),
    );
    expect(itemOf(gap)).not.toHaveTextContent("Back again");
  });

  it("is back again in another session too, in which nothing is known of the steps before", async () => {
    const page = await renderPage(smallMap());
    const { services } = page;
    act(() => void page.editor.dispatch(assignOwner(page.mapNow(), ["touchpoint2"], "it")));
    await waitFor(async () => expect(await goneFor(services)).toEqual([gap]));
    page.unmount();
    await renderPage(smallMap(), { services });
    await waitFor(() => expect(itemOf(gap)).toHaveTextContent("Back again"));
    expect(screen.getAllByText("Back again", { selector: "li *" })).toHaveLength(1);
  });

  it("is not kept for another session where the step was undone", async () => {
    const page = await renderPage(smallMap());
    const { services } = page;
    act(() => void page.editor.dispatch(assignOwner(page.mapNow(), ["touchpoint2"], "it")));
    await waitFor(async () => expect(await goneFor(services)).toEqual([gap]));
    act(() => void page.editor.undo());
    await waitFor(async () => expect(await goneFor(services)).toEqual([]));
  });
});

describe("the matrix of parts", () => {
  const cell = (name: string) => screen.getByRole("combobox", { name });

  async function openRaci(options: RenderOptions = {}) {
    const page = await renderPage(smallMap(), options);
    await page.user.click(screen.getByRole("radio", { name: "RACI" }));
    return page;
  }

  it("shows what is derived, and leads to the map", async () => {
    const page = await openRaci();
    expect(cell("Sales: Fair")).toHaveDisplayValue("R – does the work");
    expect(cell("Customer Touchpoint Manager: Fair")).toHaveDisplayValue("A – answers for it");
    expect(cell("IT: Fair")).toHaveDisplayValue("– no part");
    await page.user.click(screen.getByRole("button", { name: "Fair" }));
    expect(page.onShowNodes).toHaveBeenCalledWith(["touchpoint1"]);
  });

  it("is changed by choice and by keys, and marks what was changed", async () => {
    const page = await openRaci();
    await page.user.selectOptions(cell("IT: Fair"), "C – is asked");
    expect(page.mapNow().nodes.touchpoint1).toMatchObject({ raci: { it: "consulted" } });
    act(() => cell("Marketing: Fair").focus());
    await page.user.keyboard("a");
    expect(cell("Marketing: Fair")).toHaveDisplayValue("A – answers for it");
    expect(cell("Customer Touchpoint Manager: Fair")).toHaveDisplayValue("– no part");
    // Who it was taken from.
    expect(screen.getByText("instead of: A – answers for it")).toBeVisible();
    await page.user.keyboard("-");
    expect(cell("Customer Touchpoint Manager: Fair")).toHaveDisplayValue("A – answers for it");
    expect(page.steps()).toBe(3);
  });

  it("goes back to what is derived, and keeps the keyboard there", async () => {
    const page = await openRaci();
    await page.user.selectOptions(cell("IT: Fair"), "I – is told");
    await page.user.click(
      screen.getByRole("button", { name: "IT, Fair: back to what is derived (– no part)" }),
    );
    expect(page.mapNow().nodes.touchpoint1).not.toHaveProperty("raci");
    expect(screen.queryByText(/^instead of/)).toBeNull();
    expect(cell("IT: Fair")).toHaveFocus();
    expect(screen.queryByRole("button", { name: /^IT, Fair: back/ })).toBeNull();
  });

  it("is there in German", async () => {
    await renderPage(smallMap(), { language: "de" });
    act(() => screen.getByRole("radio", { name: "RACI" }).click());
    expect(cell("Vertrieb: Fair")).toHaveDisplayValue("R – macht die Arbeit");
  });
});

describe("the rules", () => {
  it("say why they matter and are switched off for this map", async () => {
    const page = await renderPage(sampleMap());
    await page.user.click(screen.getByRole("button", { name: "Rules …" }));
    const dialog = await screen.findByRole("dialog", { name: "Rules of this map" });
    expect(within(dialog).getAllByRole("switch")).toHaveLength(Object.keys(sampleFindings()).length);
    await page.user.click(within(dialog).getByRole("switch", { name: /^Stage without a touchpoint/ }));
    expect(page.mapNow().audit?.rulesOff).toEqual(["empty-stage"]);
    expect(screen.queryByRole("list", { name: "Stage without a touchpoint" })).toBeNull();
    await page.user.keyboard("{Escape}");
    expect(await screen.findByRole("button", { name: "Rules … (1 off)" })).toBeVisible();
  });

  it("count with the limits of the map", async () => {
    const page = await renderPage(sampleMap());
    await page.user.click(screen.getByRole("button", { name: "Rules …" }));
    const input = await screen.findByRole("textbox", { name: "Most touchpoints per manager" });
    await page.user.clear(input);
    await page.user.type(input, "5");
    expect(page.mapNow().audit?.mostTouchpoints).toBe(5);
    expect(itemOf("manager-overloaded:p-mehmet")).toHaveTextContent("Mehmet Aydın answers for 6 touchpoints");
    for (const typed of ["50000", "9".repeat(400)]) {
      await page.user.clear(input);
      fireEvent.change(input, { target: { value: typed } });
      expect(page.mapNow().audit?.mostTouchpoints).toBe(10_000);
    }
  });
});

describe("the handovers", () => {
  it("are listed with their state, lead to their connection and are confirmed where something is agreed", async () => {
    const page = await renderPage(sampleMap());
    await page.user.click(screen.getByRole("radio", { name: "Handovers" }));
    const table = within(screen.getAllByRole("table").at(-1) as HTMLElement);
    expect(table.getAllByRole("row")).toHaveLength(8);
    expect(table.getAllByText("Confirmed", { selector: "span" })).toHaveLength(1);
    const boxes = screen.getAllByRole("checkbox");
    expect(boxes.filter((box) => (box as HTMLInputElement).disabled)).toHaveLength(3);
    await page.user.click(screen.getByRole("checkbox", { name: /^“Newsletter nach der Messe” to/ }));
    expect(page.mapNow().connections["c-t06-t07"]?.handover?.confirmed).toBe(true);
    await page.user.click(table.getByRole("button", { name: /^Marketing Website: Produktseite$/ }));
    expect(page.onShowConnection).toHaveBeenCalledWith("c-t04-t05", ["t04", "t05"]);
  });

  it("are agreed on from their findings; the browser's way back leads to the finding", async () => {
    const page = await renderPage(sampleMap());
    act(() => itemOf("handover-open:t05,t06").focus());
    await page.user.keyboard("f");
    const form = within(screen.getByRole("group", { name: /^Agreement: “/ }));
    expect(form.getByRole("textbox", { name: "Information that goes along" })).toHaveFocus();
    expect(page.history).toEqual([
      expect.stringMatching(/audit\/findings$/),
      expect.stringMatching(/audit\/handovers$/),
    ]);
  });

  it("are agreed in their rows, one after the other", async () => {
    const page = await renderPage(sampleMap());
    await page.user.click(screen.getByRole("radio", { name: "Handovers" }));
    const [open] = screen.getAllByRole("button", { name: /^Promise to the customer, .*: nothing yet$/ });
    await page.user.click(open as HTMLElement);
    const form = () => within(screen.getByRole("group", { name: /^Agreement: “/ }));
    expect(form().getByRole("textbox", { name: "Promise to the customer" })).toHaveFocus();
    await page.user.keyboard("We call back");
    await page.user.type(form().getByRole("textbox", { name: "Time limit" }), "2");
    const changed = () =>
      Object.values(page.mapNow().connections).filter(
        ({ handover }) => handover?.promise === "We call back" && handover.timeLimit === 120,
      );
    expect(changed()).toHaveLength(1);
    await page.user.click(form().getByRole("checkbox", { name: "Confirmed by the receiver" }));
    expect(changed()[0]?.handover?.confirmed).toBe(true);
    expect(page.steps()).toBe(3);
    await page.user.click(form().getByRole("button", { name: "Next handover" }));
    expect(form().getByRole("textbox", { name: "Information that goes along" })).toHaveFocus();
    // The list of units closes first.
    await page.user.click(form().getByRole("combobox", { name: /^Unit of/ }));
    await page.user.keyboard("{Escape}");
    expect(form().getByRole("combobox", { name: /^Unit of/ })).toHaveFocus();
    await page.user.keyboard("{Escape}");
    expect(screen.queryByRole("group", { name: /^Agreement/ })).toBeNull();
    expect(document.activeElement).toHaveAccessibleName(/^Information that goes along, /);
    expect(page.steps()).toBe(3);
  });
});

describe("the two views", () => {
  it("stand side by side, the largest gap first or along the journey", async () => {
    const page = await renderPage(sampleMap());
    await page.user.click(screen.getByRole("radio", { name: "Two views" }));
    const table = screen.getByRole("table", { name: "Neue Fräsmaschine finden und einführen" });
    const firstTitle = () => within(table).getAllByRole("button")[0]?.textContent;
    expect(firstTitle()).toBe("★ Rückruf des Vertriebs");
    expect(within(table).getAllByRole("row")[1]).toHaveTextContent("-2");
    await page.user.click(screen.getByRole("switch", { name: "Largest gap first" }));
    expect(firstTitle()).toBe("Fachartikel im Branchenmagazin");
  });

  it("stand in one table of the whole map, whatever the journey, and none is left out", async () => {
    const map = aMap()
      .withStage()
      .withJourney({ title: "Buying" })
      .withTouchpoint({ title: "Fair", customerRating: 1, teamRating: 2 })
      .withJourney({ title: "Using" })
      .withTouchpoint({ title: "Unrated" })
      .withTouchpoint({ title: "Repair", customerRating: -2, teamRating: 2 })
      .withTouchpoint({ title: "Gossip", journeyId: null, customerRating: -1, teamRating: 1 })
      .build();
    const page = await renderPage(map);
    await page.user.click(screen.getByRole("radio", { name: "Two views" }));
    const titlesIn = (table: string) =>
      within(screen.getByRole("table", { name: table }))
        .getAllByRole("button")
        .map((button) => button.textContent);
    expect(titlesIn("Using")).toEqual(["Repair", "Unrated"]);
    expect(titlesIn("No journey")).toEqual(["Gossip"]);
    await page.user.click(screen.getByRole("radio", { name: "Whole map, largest gap first" }));
    expect(titlesIn("Whole map, largest gap first")).toEqual(["Repair", "Gossip", "Fair", "Unrated"]);
    expect(screen.getByRole("row", { name: /^Repair Using/ })).toBeVisible();
    expect(screen.getByRole("row", { name: /^Gossip No journey/ })).toBeVisible();
    expect(screen.queryByRole("table", { name: "Using" })).toBeNull();
  });

  it("say how it is known, and who said so", async () => {
    const map = aMap()
      .withStage()
      .withJourney({ title: "Buying" })
      .withTouchpoint({ evidence: "measured", evidenceSource: "8 interviews, spring 2026" })
      .build();
    const page = await renderPage(map);
    await page.user.click(screen.getByRole("radio", { name: "Two views" }));
    const table = screen.getByRole("table", { name: "Buying" });
    expect(within(table).getByRole("columnheader", { name: "Source" })).toBeVisible();
    expect(within(table).getByRole("row", { name: /Measured 8 interviews, spring 2026$/ })).toBeVisible();
  });
});

describe("the tables of a long map", () => {
  /** A journey of fifty touchpoints, each of another owner than the one before. */
  function longMap() {
    const builder = aMap().withStage().withJourney({ title: "Buying" });
    for (let place = 1; place <= 50; place += 1) {
      builder.withTouchpoint({ owner: place % 2 === 0 ? "it" : "sales", title: `Step ${place}` });
      if (place > 1) builder.withConnection(`touchpoint${place - 1}`, `touchpoint${place}`);
    }
    return builder.build();
  }
  const rows = () =>
    within(screen.getAllByRole("table").at(-1) as HTMLElement).getAllByRole("row").length - 1;

  it.each([
    { part: "Handovers", more: "Show 19 more handovers", all: 49 },
    { part: "Two views", more: "Show 20 more touchpoints", all: 50 },
  ])("begin with the first rows of $part and show the others on demand", async ({ part, more, all }) => {
    // As in a browser that does not tell when the end of the list comes near.
    const { IntersectionObserver } = globalThis;
    vi.stubGlobal("IntersectionObserver", undefined);
    onTestFinished(() => void vi.stubGlobal("IntersectionObserver", IntersectionObserver));
    const page = await renderPage(longMap());
    await page.user.click(screen.getByRole("radio", { name: part }));
    expect(rows()).toBe(30);
    await page.user.click(screen.getByRole("button", { name: more }));
    expect(rows()).toBe(all);
    expect(screen.queryByRole("button", { name: /^Show \d+ more/ })).toBeNull();
  });
});
