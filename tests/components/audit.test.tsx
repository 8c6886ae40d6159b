import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { connect } from "#model/commands/connections.ts";
import { remove } from "#model/commands/nodes.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { newConnection } from "#model/new-objects.ts";
import { AuditPanel } from "#ui/panels/audit/AuditPanel.tsx";
import { aMap, sampleFindings, sampleMap } from "../unit/builders.ts";
import { type RenderOptions, renderWithMap } from "./render-with-map.tsx";

async function renderAudit(map: JourneyMap, options: RenderOptions = {}) {
  const onShow = vi.fn();
  const onShowGapsChange = vi.fn();
  const onShowFinding = vi.fn();
  const onAgree = vi.fn();
  const panel = (
    <AuditPanel
      onShow={onShow}
      onShowFinding={onShowFinding}
      onAgree={onAgree}
      showGaps={false}
      onShowGapsChange={onShowGapsChange}
    />
  );
  return { onShow, onAgree, onShowFinding, onShowGapsChange, ...(await renderWithMap(map, panel, options)) };
}

/** The sample as it was on the day for which its findings were written down. */
const countOfFindings = Object.values(sampleFindings()).flat().length;
const audit = () => screen.getByRole("region", { name: "Audit" });
const findings = () => within(audit()).getAllByRole("listitem");
const selection = ({ editor }: Awaited<ReturnType<typeof renderAudit>>) =>
  editor.store.getState().selection.nodeIds;

describe("the figures", () => {
  it("say how many nodes have an owner, a manager and both", async () => {
    await renderAudit(sampleMap());
    expect(screen.getByRole("heading", { name: "22 of 30 nodes have an owner" })).toBeVisible();
    expect(screen.getByText("24 of 30 nodes have a manager")).toBeVisible();
    expect(screen.getByText("19 of 30 nodes have both")).toBeVisible();
  });

  it("say it in German", async () => {
    await renderAudit(sampleMap(), { language: "de" });
    expect(screen.getByText("22 von 30 Knoten haben einen verantwortlichen Bereich")).toBeVisible();
    expect(screen.getAllByText("Verantwortlicher Bereich fehlt").length).toBeGreaterThan(0);
  });

  it("select the nodes of a discipline, of nobody, of a manager", async () => {
    const page = await renderAudit(sampleMap());
    const ofDiscipline = within(screen.getByRole("group", { name: "By discipline" }));
    await page.user.click(ofDiscipline.getByRole("button", { name: "Nobody 8 nodes" }));
    expect(selection(page)).toHaveLength(8);
    expect(page.onShow).toHaveBeenLastCalledWith(selection(page));
    await page.user.click(ofDiscipline.getByRole("button", { name: "IT 4 nodes" }));
    expect(selection(page)).toHaveLength(4);
    await page.user.click(screen.getByRole("button", { name: /Anna Brandt/ }));
    const { map } = page.editor.store.getState();
    expect(selection(page).every((id) => map.nodes[id]?.managerId === "p-anna")).toBe(true);
    expect(screen.getByText(`${selection(page).length} nodes selected.`)).toBeInTheDocument();
  });

  it("name people who answer for nothing", async () => {
    await renderAudit(aMap().withPerson({ name: "Nora" }).withJourney().build());
    expect(screen.getByRole("button", { name: "Nora 0 nodes" })).toBeDisabled();
  });
});

describe("the findings", () => {
  it("are one list item each, the critical ones first", async () => {
    await renderAudit(sampleMap());
    expect(screen.getByRole("list", { name: "Findings" })).toBeVisible();
    expect(screen.getByRole("heading", { name: `Findings ${countOfFindings}` })).toBeVisible();
    expect(
      findings()
        .slice(0, 3)
        .map((item) => within(item).queryByText("Critical") !== null),
    ).toEqual([true, true, false]);
  });

  it("lead to their place, and say why they matter where they are", async () => {
    const page = await renderAudit(sampleMap());
    await page.user.click(
      screen.getAllByRole("button", { name: "Touchpoint: Konfigurator" })[0] as HTMLElement,
    );
    expect(page.onShowFinding.mock.lastCall?.[0]).toMatchObject({ nodeIds: ["t08"] });
    act(() => page.editor.select({ nodeIds: ["t08"], connectionIds: [] }));
    expect(
      screen.getByText("Where no discipline does the work, customers are sent from A to B."),
    ).toBeVisible();
  });

  it("lead to the connection that is there now, when another one was drawn in its place", async () => {
    const map = aMap()
      .withJourney()
      .withTouchpoint({ owner: "sales" })
      .withTouchpoint({ owner: "it" })
      .withConnection("touchpoint1", "touchpoint2", { id: "old" })
      .build();
    const page = await renderAudit(map);
    const item = () => findings().find((one) => one.dataset.finding?.startsWith("handover-open"));
    const connectionIds = async () => {
      await page.user.click(item()?.querySelector("[data-show]") as HTMLElement);
      return page.onShowFinding.mock.lastCall?.[0].connectionIds;
    };
    expect(await connectionIds()).toEqual(["old"]);
    act(() => {
      page.editor.dispatch(remove(page.mapNow(), [], ["old"]));
      page.editor.dispatch(connect(newConnection("new", "touchpoint1", "touchpoint2")));
    });
    expect(await connectionIds()).toEqual(["new"]);
  });

  it("are settled by an owner; the keyboard goes on to the next one", async () => {
    const page = await renderAudit(sampleMap());
    const [first, second] = findings();
    const nextTitle = within(second as HTMLElement).getByRole("button", { name: /Touchpoint/ }).textContent;
    await page.user.click(within(first as HTMLElement).getByRole("button", { name: "Sales" }));
    expect(page.mapNow().nodes.t10?.owner).toBe("sales");
    expect(screen.queryByRole("button", { name: /Touchpoint: Anlieferung/ })).toBeNull();
    expect(screen.getByText(/^Owner: Sales. \d+ findings left./)).toBeInTheDocument();
    // On the finding itself: what was pressed for the one before does nothing to it.
    expect(second).toHaveFocus();
    expect(second).toHaveTextContent(nextTitle ?? "");
    await page.user.keyboard("{Enter}");
    expect(page.steps()).toBe(1);
    await page.user.keyboard("m");
    expect(page.mapNow().nodes.t30?.owner).toBe("marketing");
    expect(page.steps()).toBe(2);
  });

  it("of handovers lead to where they are agreed on, by key too", async () => {
    const page = await renderAudit(sampleMap());
    const item = findings().find(({ dataset }) => dataset.finding === "handover-open:t05,t06");
    await page.user.click(within(item as HTMLElement).getByRole("button", { name: "Agree on it …" }));
    const connection = Object.values(page.mapNow().connections).find(
      ({ from, to }) => from === "t05" && to === "t06",
    );
    expect(page.onAgree).toHaveBeenCalledWith(connection?.id);
    act(() => item?.focus());
    await page.user.keyboard("f");
    expect(page.onAgree).toHaveBeenCalledTimes(2);
  });

  it("are settled one by one, also by a double click and a key that is held down", async () => {
    const page = await renderAudit(sampleMap());
    const [first, second] = findings();
    const button = (item: HTMLElement | undefined) =>
      within(item as HTMLElement).getByRole("button", { name: "Sales" });
    const other = button(second);
    fireEvent.click(button(first), { detail: 1 });
    fireEvent.click(other, { detail: 2 });
    expect(page.steps()).toBe(1);
    fireEvent.keyDown(second as HTMLElement, { key: "s", repeat: true });
    expect(page.steps()).toBe(1);
    fireEvent.click(other, { detail: 1 });
    expect(page.steps()).toBe(2);
  });

  it("are settled by a manager from a searchable list", async () => {
    const page = await renderAudit(sampleMap());
    const item = findings().find((one) => one.dataset.finding === "no-manager:t06") as HTMLElement;
    await page.user.click(within(item).getByRole("button", { name: "Choose a manager" }));
    await page.user.keyboard("fourn{Enter}");
    expect(page.mapNow().nodes.t06?.managerId).toBe("p-lea");
    expect(document.activeElement?.closest("li")).not.toBeNull();
  });

  it("are settled by a person who is added on the way", async () => {
    const page = await renderAudit(sampleMap());
    const item = findings().find((one) => one.dataset.finding === "no-manager:t06") as HTMLElement;
    await page.user.click(within(item).getByRole("button", { name: "Choose a manager" }));
    await page.user.keyboard("Ida Neu");
    await page.user.click(await screen.findByRole("option", { name: "Add “Ida Neu”" }));
    const id = page.mapNow().nodes.t06?.managerId ?? "";
    expect(page.mapNow().people[id]?.name).toBe("Ida Neu");
    expect(page.steps()).toBe(1);
  });

  it("leave the choice of a manager as it was on Escape", async () => {
    const page = await renderAudit(sampleMap());
    const button = screen.getAllByRole("button", { name: "Choose a manager" })[0] as HTMLElement;
    await page.user.click(button);
    await page.user.keyboard("{Escape}");
    expect(page.steps()).toBe(0);
    expect(screen.getAllByRole("button", { name: "Choose a manager" })[0]).toHaveFocus();
  });

  it("are none when all is in order", async () => {
    const map = aMap()
      .withPerson()
      .withPersona({ owner: "it", managerId: "person1" })
      .withJourney({ owner: "it", managerId: "person1" })
      .withConnection("persona1", "journey1")
      .with({ maintainerId: "person1" })
      .build();
    await renderAudit(map);
    expect(screen.queryByRole("listitem")).toBeNull();
    expect(screen.getByText("No gaps: there are no open findings.")).toBeVisible();
  });

  it("keep the keyboard in the panel when the last one is settled", async () => {
    const map = aMap()
      .withPerson()
      .withPersona({ owner: "it", managerId: "person1" })
      .withJourney({ managerId: "person1" })
      .withConnection("persona1", "journey1")
      .with({ maintainerId: "person1" })
      .build();
    const page = await renderAudit(map);
    await page.user.click(within(findings()[0] as HTMLElement).getByRole("button", { name: "IT" }));
    expect(audit()).toContainElement(document.activeElement as HTMLElement);
  });
});

describe("what was settled in an earlier session and is there again", () => {
  it("is back again, as on the page of the audit", async () => {
    const gap = "no-owner:touchpoint1";
    const map = aMap().withJourney().withTouchpoint().build();
    await renderAudit(map, { known: { seen: new Set(), gone: new Set([gap]) } });
    const item = findings().find((one) => one.dataset.finding === gap);
    await waitFor(() => expect(item).toHaveTextContent("Back again"));
    expect(screen.getAllByText("Back again")).toHaveLength(1);
  });
});

describe("the findings under the keyboard", () => {
  const stops = () => [...findingsList().querySelectorAll<HTMLElement>('button:not([tabindex="-1"])')];
  const findingsList = () => screen.getByRole("list", { name: "Findings" });
  const titles = () => stops().map((button) => button.closest("li")?.dataset.finding);

  it("take Tab to the buttons of one of them, and arrow keys to the others", async () => {
    const page = await renderAudit(sampleMap());
    const [first, second] = findings().map((item) => item.dataset.finding);
    expect(new Set(titles())).toEqual(new Set([first]));
    expect(stops().length).toBeGreaterThan(3);
    act(() => stops()[0]?.focus());
    await page.user.keyboard("{ArrowDown}");
    expect(document.activeElement?.closest("li")?.dataset.finding).toBe(second);
    expect(new Set(titles())).toEqual(new Set([second]));
    await page.user.keyboard("{End}{Home}{Tab}");
    expect(document.activeElement).toHaveAccessibleName("Marketing");
    expect(document.activeElement?.closest("li")?.dataset.finding).toBe(first);
    while (findingsList().contains(document.activeElement)) await page.user.tab();
    await page.user.tab({ shift: true });
    expect(document.activeElement?.closest("li")?.dataset.finding).toBe(first);
  });

  it("give an owner by its letter", async () => {
    const page = await renderAudit(sampleMap());
    act(() => stops()[0]?.focus());
    await page.user.keyboard("s");
    expect(page.mapNow().nodes.t10?.owner).toBe("sales");
  });

  it("begin with that of what is selected on the map", async () => {
    const page = await renderAudit(sampleMap());
    act(() => page.editor.select({ nodeIds: ["t06"], connectionIds: [] }));
    expect(new Set(titles())).toEqual(new Set([findingsOf("t06")]));
    act(() => stops()[0]?.focus());
    await page.user.keyboard("{ArrowDown}");
    act(() => (document.activeElement as HTMLElement).blur());
    act(() => page.editor.select({ nodeIds: ["t08"], connectionIds: [] }));
    expect(new Set(titles())).toEqual(new Set([findingsOf("t08")]));
  });

  const findingsOf = (nodeId: string) =>
    findings().find((item) => item.querySelector("[aria-current]") && item.dataset.finding?.includes(nodeId))
      ?.dataset.finding;
});

describe("walking through the gaps", () => {
  it("goes to each node with a gap once and begins again", async () => {
    const page = await renderAudit(sampleMap());
    const seen: string[] = [];
    for (let step = 0; step < 12; step += 1) {
      await page.user.click(screen.getByRole("button", { name: "Next gap" }));
      seen.push(selection(page)[0] ?? "");
    }
    expect(new Set(seen.slice(0, 11)).size).toBe(11);
    expect(seen[11]).toBe(seen[0]);
    expect(page.onShow).toHaveBeenCalledTimes(12);
  });

  it("asks for the gaps to be shown", async () => {
    const page = await renderAudit(sampleMap());
    await page.user.click(screen.getByRole("switch", { name: "Show gaps" }));
    expect(page.onShowGapsChange).toHaveBeenCalledWith(true);
  });
});
