import { act, fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { Details } from "#ui/panels/details/Details.tsx";
import { aMap } from "../unit/builders.ts";
import { renderWithMap } from "./render-with-map.tsx";

describe("the map's own details", () => {
  it("shows while nothing is selected, and takes title, maintainer and review date", async () => {
    const map = aMap().withPerson({ name: "Anna Brandt" }).build();
    const { user, mapNow } = await renderWithMap(map, <Details />);
    const title = screen.getByRole("textbox", { name: "Title" });
    await user.clear(title);
    expect(title).toHaveAttribute("placeholder", "Untitled");
    await user.type(title, "Machine tools");
    await user.type(screen.getByRole("combobox", { name: "Maintained by" }), "anna{Enter}");
    await user.type(screen.getByLabelText("Next review"), "2026-12-24");
    expect(mapNow()).toMatchObject({
      title: "Machine tools",
      maintainerId: "person1",
      reviewOn: "2026-12-24",
    });
    fireEvent.change(screen.getByLabelText("Next review"), { target: { value: "20266-01-01" } });
    expect(mapNow().reviewOn).toBe("2026-12-24");
    expect(screen.getByLabelText("Next review")).toHaveAttribute("max", "9999-12-31");
  });

  it("adds the maintainer as a new person in one step", async () => {
    const { user, mapNow, steps } = await renderWithMap(aMap().build(), <Details />);
    await user.type(screen.getByRole("combobox", { name: "Maintained by" }), "Jo{Enter}");
    expect(mapNow()).toMatchObject({ maintainerId: "new1", people: { new1: { name: "Jo" } } });
    expect(steps()).toBe(1);
  });

  it("names, moves, adds and removes stages", async () => {
    const map = aMap().withStage({ name: "Find" }).withStage({ name: "Buy" }).build();
    const { user, mapNow } = await renderWithMap(map, <Details />);
    const names = () => mapNow().stages.map(({ name }) => name);
    await user.type(screen.getByRole("textbox", { name: "Name of stage 1" }), " us");
    await user.click(screen.getByRole("button", { name: "Move stage Find us to the right" }));
    expect(names()).toEqual(["Buy", "Find us"]);
    await user.click(screen.getByRole("button", { name: "Add stage" }));
    await user.click(screen.getByRole("button", { name: "Remove stage Buy" }));
    expect(names()).toEqual(["Find us", "New stage"]);
  });
});

describe("a connection", () => {
  const twoOwners = (to: "sales" | "marketing" | null) =>
    aMap()
      .withStage()
      .withJourney()
      .withTouchpoint({ title: "Fair", owner: "marketing" })
      .withTouchpoint({ title: "Call", owner: to })
      .withConnection("touchpoint1", "touchpoint2")
      .build();
  const selected = { selectConnections: ["connection1"] };

  it("between two owners takes what is agreed, and is open again when nothing is", async () => {
    const { user, mapNow } = await renderWithMap(twoOwners("sales"), <Details />, selected);
    const handover = within(screen.getByRole("region", { name: "Handover" }));
    expect(handover.getByText("Marketing hands the customer over to Sales.")).toBeVisible();
    const information = handover.getByRole("textbox", { name: "Information that goes along" });
    await user.type(information, "Notes");
    await user.type(handover.getByRole("textbox", { name: "Time limit" }), "2");
    await user.click(handover.getByRole("checkbox", { name: "Confirmed by the receiver" }));
    expect(mapNow().connections.connection1?.handover).toEqual({
      information: "Notes",
      promise: "",
      timeLimit: 120,
      confirmed: true,
    });
    await user.clear(information);
    await user.clear(handover.getByRole("textbox", { name: "Time limit" }));
    expect(mapNow().connections.connection1?.handover).toBeNull();
  });

  it.each([
    ["marketing", "sales", "Hier übergibt das Marketing den Kunden an den Vertrieb."],
    ["sales", "it", "Hier übergibt der Vertrieb den Kunden an die IT."],
    ["it", "marketing", "Hier übergibt die IT den Kunden an das Marketing."],
  ] as const)("from %s to %s says so with the articles of German", async (from, to, sentence) => {
    const map = aMap()
      .withTouchpoint({ owner: from })
      .withTouchpoint({ owner: to })
      .withConnection("touchpoint1", "touchpoint2");
    await renderWithMap(map.build(), <Details />, { ...selected, language: "de" });
    expect(screen.getByText(sentence)).toBeVisible();
  });

  it("is confirmed only as long as it says which information goes along", async () => {
    const { user, editor, mapNow } = await renderWithMap(twoOwners("sales"), <Details />, selected);
    const handover = within(screen.getByRole("region", { name: "Handover" }));
    const information = handover.getByRole("textbox", { name: "Information that goes along" });
    const confirmed = handover.getByRole("checkbox", { name: "Confirmed by the receiver" });
    await user.type(information, "Note");
    await user.type(handover.getByRole("textbox", { name: "Time limit" }), "2");
    await user.click(confirmed);
    await user.type(information, "s");
    expect(confirmed).toBeChecked();
    await user.tab();
    await user.clear(information);
    expect(mapNow().connections.connection1?.handover).toMatchObject({ information: "", confirmed: false });
    expect(confirmed).not.toBeChecked();
    expect(confirmed).toBeDisabled();
    // One step took both.
    act(() => void editor.undo());
    expect(mapNow().connections.connection1?.handover).toMatchObject({
      information: "Notes",
      confirmed: true,
    });
  });

  it("between two owners begins with what is agreed", async () => {
    await renderWithMap(twoOwners("sales"), <Details />, selected);
    expect(screen.getAllByRole("textbox")[0]).toHaveAccessibleName("Information that goes along");
    expect(screen.getAllByRole("textbox").at(-1)).toHaveAccessibleName("Label");
  });

  it.each([
    ["marketing", "Both ends have the same owner: nothing is handed over here."],
    [null, "Once both ends have an owner, you see here whether something is handed over."],
  ] as const)("to %s explains why there is nothing to agree", async (owner, text) => {
    await renderWithMap(twoOwners(owner), <Details />, selected);
    expect(screen.getByText(text)).toBeVisible();
    expect(screen.queryByRole("textbox", { name: "Promise to the customer" })).toBeNull();
  });

  it("can be labelled, reversed, followed and removed", async () => {
    const { user, editor, mapNow } = await renderWithMap(twoOwners("sales"), <Details />, selected);
    await user.type(screen.getByRole("textbox", { name: "Label" }), "then");
    await user.click(screen.getByRole("button", { name: "Reverse direction" }));
    expect(mapNow().connections.connection1).toMatchObject({
      label: "then",
      from: "touchpoint2",
      to: "touchpoint1",
    });
    await user.click(screen.getByRole("button", { name: "Fair" }));
    expect(editor.store.getState().selection.nodeIds).toEqual(["touchpoint1"]);
    await user.click(screen.getByRole("button", { name: "from Call" }));
    await user.click(screen.getByRole("button", { name: "Remove connection" }));
    expect(mapNow().connections).toEqual({});
  });
});
