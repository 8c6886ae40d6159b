import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fieldsOf, nodeKinds } from "#model/fields.ts";
import type { JourneyMap, Touchpoint } from "#model/journey-map.ts";
import { Details } from "#ui/panels/details/Details.tsx";
import { aMap } from "../unit/builders.ts";
import { renderWithMap } from "./render-with-map.tsx";

const touchpointOf = (map: JourneyMap, id = "touchpoint1") => map.nodes[id] as Touchpoint;
const details = () => screen.getByRole("region", { name: "Details" });
const oneTouchpoint = (values: Partial<Touchpoint> = {}) =>
  aMap()
    .withStage()
    .withJourney()
    .withTouchpoint({ title: "Hotline", ...values });

describe("one node", () => {
  it("takes a title as one step that undo shows at once", async () => {
    const { user, editor, mapNow, steps } = await renderWithMap(oneTouchpoint().build(), <Details />, {
      select: ["touchpoint1"],
    });
    const title = within(details()).getByRole("textbox", { name: "Title" });
    await user.clear(title);
    await user.type(title, "Service line");
    expect(touchpointOf(mapNow()).title).toBe("Service line");
    expect(steps()).toBe(1);
    expect(editor.store.getState().past[0]?.label.name).toBe("Service line");
    editor.undo();
    expect(await screen.findByDisplayValue("Hotline")).toBe(title);
    await user.type(title, "s");
    await user.tab();
    await user.click(title);
    await user.type(title, "!");
    expect(steps()).toBe(2);
  });

  it("gives it to an owner and to nobody", async () => {
    const { user, mapNow } = await renderWithMap(oneTouchpoint().build(), <Details />, {
      select: ["touchpoint1"],
    });
    const owner = within(screen.getByRole("radiogroup", { name: "Owner" }));
    expect(owner.getByRole("radio", { name: "Nobody" })).toBeChecked();
    await user.click(owner.getByRole("radio", { name: "Sales" }));
    expect(touchpointOf(mapNow()).owner).toBe("sales");
    expect(owner.getByRole("radio", { name: "Sales" })).toBeChecked();
    await user.click(owner.getByRole("radio", { name: "Nobody" }));
    expect(touchpointOf(mapNow()).owner).toBeNull();
  });

  it("finds a manager by a part of the name, adds one and takes them away", async () => {
    const map = oneTouchpoint()
      .withPerson({ name: "Zoë Müller" })
      .withPerson({ name: "Anna Brandt" })
      .build();
    const { user, mapNow, steps } = await renderWithMap(map, <Details />, { select: ["touchpoint1"] });
    const manager = screen.getByRole("combobox", { name: "Customer Touchpoint Manager" });
    await user.type(manager, "muller{Enter}");
    expect(touchpointOf(mapNow()).managerId).toBe("person1");
    expect(manager).toHaveValue("Zoë Müller");
    await user.clear(manager);
    await user.type(manager, "Jo Kim");
    await user.click(await screen.findByRole("option", { name: "Add Jo Kim" }));
    expect(mapNow().people[touchpointOf(mapNow()).managerId ?? ""]?.name).toBe("Jo Kim");
    expect(manager).toHaveValue("Jo Kim");
    expect(steps()).toBe(2);
    await user.clear(manager);
    await user.click(await screen.findByRole("option", { name: "Nobody" }));
    expect(touchpointOf(mapNow()).managerId).toBeNull();
  });

  it("keeps disappointments with who bears them", async () => {
    const { user, mapNow } = await renderWithMap(oneTouchpoint().build(), <Details />, {
      select: ["touchpoint1"],
    });
    await user.click(screen.getByRole("button", { name: "Add disappointment" }));
    await user.keyboard("Waiting");
    const burden = screen.getByRole("radiogroup", { name: "Who bears disappointment 1" });
    await user.click(within(burden).getByRole("radio", { name: "Company" }));
    expect(touchpointOf(mapNow()).disappointments).toEqual([{ text: "Waiting", burden: "company" }]);
    await user.click(screen.getByRole("button", { name: "Remove disappointment 1" }));
    expect(touchpointOf(mapNow()).disappointments).toEqual([]);
  });

  it("takes a duration in any unit and never anything but minutes", async () => {
    const { user, editor, mapNow } = await renderWithMap(
      oneTouchpoint({ expectedResponse: 2880 }).build(),
      <Details />,
      { select: ["touchpoint1"] },
    );
    const amount = screen.getByRole("textbox", { name: "Expected response time" });
    expect(amount).toHaveValue("2");
    await user.clear(amount);
    expect(touchpointOf(mapNow()).expectedResponse).toBeNull();
    await user.type(amount, "1.5");
    expect(touchpointOf(mapNow()).expectedResponse).toBe(2160);
    expect(screen.getByText("1 day 12 hours")).toBeVisible();
    await user.click(screen.getByRole("combobox", { name: "Unit of Expected response time" }));
    await user.click(await screen.findByRole("option", { name: "Hours" }));
    expect(touchpointOf(mapNow()).expectedResponse).toBe(90);
    editor.undo();
    editor.undo();
    expect(touchpointOf(mapNow()).expectedResponse).toBe(2880);
    expect(await screen.findByText("2 days")).toBeVisible();
    expect(amount).toHaveValue("2");
  });

  it("rates, and takes the rating back", async () => {
    const { user, mapNow } = await renderWithMap(oneTouchpoint().build(), <Details />, {
      select: ["touchpoint1"],
    });
    const rating = within(screen.getByRole("radiogroup", { name: "Customers' rating" }));
    await user.click(rating.getByRole("radio", { name: "-2, disappointing" }));
    expect(touchpointOf(mapNow()).customerRating).toBe(-2);
    await user.click(rating.getByRole("button", { name: "Clear: Customers' rating" }));
    expect(touchpointOf(mapNow()).customerRating).toBeNull();
  });

  it("takes a list line by line", async () => {
    const { user, mapNow } = await renderWithMap(oneTouchpoint().build(), <Details />, {
      select: ["touchpoint1"],
    });
    await user.type(screen.getByRole("textbox", { name: "Systems" }), "CRM{Enter}{Enter}ERP {Enter}");
    expect(touchpointOf(mapNow()).systems).toEqual(["CRM", "ERP"]);
  });

  it("leaves the height of a lane alone while it is too small", async () => {
    const { user, mapNow } = await renderWithMap(aMap().withJourney().build(), <Details />, {
      select: ["journey1"],
    });
    const height = screen.getByRole("textbox", { name: "Height of the lane" });
    await user.clear(height);
    await user.type(height, "50");
    expect(mapNow().nodes.journey1).toMatchObject({ height: 420 });
    await user.type(height, "0");
    expect(mapNow().nodes.journey1).toMatchObject({ height: 500 });
  });

  it("moves a touchpoint to another stage", async () => {
    const map = oneTouchpoint().withStage({ name: "Buy" }).build();
    const { user, mapNow } = await renderWithMap(map, <Details />, { select: ["touchpoint1"] });
    await user.click(screen.getByRole("combobox", { name: "Stage" }));
    await user.click(await screen.findByRole("option", { name: "Buy" }));
    expect(touchpointOf(mapNow()).stageId).toBe("stage2");
  });

  it("names its findings and makes something of a note", async () => {
    const { user, editor, mapNow } = await renderWithMap(
      oneTouchpoint({ owner: "it" }).withNote({ title: "Idea" }).build(),
      <Details />,
      { select: ["touchpoint1"] },
    );
    const findings = within(screen.getByRole("list", { name: "Findings" }));
    expect(findings.getByRole("listitem")).toHaveTextContent("Customer Touchpoint Manager missing");
    editor.select({ nodeIds: ["note1"] });
    await user.click(await screen.findByRole("button", { name: "Persona" }));
    expect(mapNow().nodes.note1).toMatchObject({ kind: "persona", title: "Idea" });
    expect(screen.getByRole("heading", { name: "Persona" })).toBeVisible();
  });
});

describe("several nodes", () => {
  const three = () =>
    oneTouchpoint({ owner: "sales", channel: "Phone" }).withTouchpoint().withTouchpoint().build();
  const all = ["touchpoint1", "touchpoint2", "touchpoint3"];

  it("gives all to one owner in one step", async () => {
    const { user, mapNow, steps } = await renderWithMap(three(), <Details />, { select: all });
    expect(screen.getByRole("heading", { name: "3 touchpoints selected" })).toBeVisible();
    const owner = screen.getByRole("radiogroup", { name: "Owner" });
    expect(within(owner).queryByRole("radio", { checked: true })).toBeNull();
    await user.click(within(owner).getByRole("radio", { name: "Marketing" }));
    expect(all.map((id) => touchpointOf(mapNow(), id).owner)).toEqual([
      "marketing",
      "marketing",
      "marketing",
    ]);
    expect(steps()).toBe(1);
  });

  it("shows where they differ and makes them the same in one step", async () => {
    const { user, mapNow, steps } = await renderWithMap(three(), <Details />, { select: all });
    const channel = screen.getByRole("combobox", { name: "Channel" });
    expect(channel).toHaveValue("");
    expect(channel).toHaveAttribute("placeholder", "— different —");
    await user.type(channel, "Chat");
    expect(all.map((id) => touchpointOf(mapNow(), id).channel)).toEqual(["Chat", "Chat", "Chat"]);
    expect(steps()).toBe(1);
  });

  it("adds a manager for all in one step", async () => {
    const { user, mapNow, steps } = await renderWithMap(three(), <Details />, { select: all });
    await user.type(screen.getByRole("combobox", { name: "Customer Touchpoint Manager" }), "Jo{Enter}");
    expect(all.map((id) => touchpointOf(mapNow(), id).managerId)).toEqual(["new1", "new1", "new1"]);
    expect(steps()).toBe(1);
  });

  it("offers what all kinds have, and nothing else", async () => {
    const map = oneTouchpoint().withPersona().build();
    await renderWithMap(map, <Details />, { select: ["touchpoint1", "persona1"] });
    expect(screen.getByRole("heading", { name: "2 nodes selected" })).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Description" })).toBeVisible();
    expect(screen.queryByRole("combobox", { name: "Channel" })).toBeNull();
    expect(screen.queryByRole("textbox", { name: "Segment" })).toBeNull();
  });
});

describe.each(["en", "de"] as const)("the table of fields in %s", (language) => {
  it.each(nodeKinds)("has a labelled control for every field of a %s", async (kind) => {
    const map = aMap().withStage().withJourney().withPersona().withTouchpoint().withNote().build();
    await renderWithMap(map, <Details />, { select: [`${kind}1`], language });
    const field = (await import(`../../src/i18n/${language}/field.ts`)).field as Record<string, string>;
    for (const [name, { control }] of Object.entries(fieldsOf(kind))) {
      const label = field[name];
      expect(label, name).toBeTruthy();
      if (label === undefined) continue;
      const grouped = control === "disappointments";
      const found = grouped
        ? screen.getAllByRole("group", { name: label })
        : screen.getAllByLabelText(label, { exact: true });
      expect(found.length, name).toBeGreaterThan(0);
    }
    expect(document.body.textContent).not.toMatch(/\b(field|option|details|kind|common)\.[a-z]/u);
  });
});
