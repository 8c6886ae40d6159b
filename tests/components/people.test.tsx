import { act, screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { editActions } from "#app/actions/edit-actions.ts";
import { coverageOf } from "#model/audit/audit.ts";
import { removePerson } from "#model/commands/people.ts";
import { newNode } from "#model/new-objects.ts";
import { ActionsProvider } from "#ui/action.ts";
import { ImporterContextProvider } from "#ui/exchange/importer.ts";
import { useOpenMap } from "#ui/map/open-map.ts";
import { PeopleDialog } from "#ui/panels/people/PeopleDialog.tsx";
import { ActionRunner } from "#ui/shell/ActionRunner.tsx";
import { aMap } from "../unit/builders.ts";
import { renderWithMap } from "./render-with-map.tsx";

const people = () =>
  aMap()
    .withPerson({ name: "Anna Brandt" })
    .withPerson({ name: "A. Brandt", email: "anna@example.com" })
    .withStage()
    .withJourney({ managerId: "person2" })
    .withTouchpoint({ managerId: "person2" })
    .withTouchpoint({ managerId: "person1" })
    .build();
/** The dialog on a page whose shortcuts work. */
const dialog = (
  <ImporterContextProvider value={{ importFiles: vi.fn(), importText: vi.fn(), openFileChooser: vi.fn() }}>
    <ActionsProvider value={editActions}>
      <Page />
    </ActionsProvider>
  </ImporterContextProvider>
);

function Page() {
  return (
    <ActionRunner isPainted openMap={useOpenMap()} onOpenDialog={vi.fn()}>
      <PeopleDialog opened onClose={vi.fn()} />
    </ActionRunner>
  );
}

it("lists people with what they answer for, and renames and describes them", async () => {
  const { user, mapNow } = await renderWithMap(people(), dialog);
  const row = (await screen.findAllByRole("row")).find((each) =>
    within(each).queryByRole("textbox", { name: "Name of A. Brandt" }),
  );
  expect(row).toHaveTextContent("2 nodes");
  const name = screen.getByRole("textbox", { name: "Name of Anna Brandt" });
  await user.clear(name);
  expect(mapNow().people.person1?.name).toBe("Anna Brandt");
  await user.type(name, "Anna B.");
  await user.type(screen.getByRole("textbox", { name: "Role of Anna B." }), "Lead");
  await user.click(screen.getByRole("combobox", { name: "Discipline of Anna B." }));
  await user.click(await screen.findByRole("option", { name: "IT" }));
  expect(mapNow().people.person1).toMatchObject({ name: "Anna B.", role: "Lead", discipline: "it" });
});

it("counts notes apart, as the audit does", async () => {
  const map = people();
  const note = newNode("note", "note1", { x: 0, y: -400 }, { managerId: "person2" });
  const withNote = { ...map, nodes: { ...map.nodes, note1: note } };
  const { user } = await renderWithMap(withNote, dialog);
  expect(coverageOf(withNote).byManager.get("person2")).toBe(2);
  expect(await screen.findByText("2 nodes and 1 note")).toBeVisible();
  await user.click(await screen.findByRole("button", { name: "Remove A. Brandt" }));
  expect(
    await screen.findByText("2 nodes and 1 note will no longer have a Customer Touchpoint Manager."),
  ).toBeVisible();
});

it("adds a person", async () => {
  const { user, mapNow } = await renderWithMap(people(), dialog);
  await user.type(await screen.findByRole("textbox", { name: "Name of the new person" }), " Jo Kim {Enter}");
  expect(mapNow().people.new1?.name).toBe("Jo Kim");
  await user.keyboard("{Control>}z{/Control}");
  expect(mapNow().people.new1).toBeUndefined();
});

it("undoes and redoes by key, but not while a name is typed that is not in the map yet", async () => {
  const { user, editor, mapNow } = await renderWithMap(people(), dialog);
  act(() => void editor.dispatch(removePerson(mapNow(), "person2")));
  screen.getByRole("button", { name: "Remove Anna Brandt" }).focus();
  await user.keyboard("{Control>}z{/Control}");
  expect(mapNow().people.person2).toBeDefined();
  await user.keyboard("{Control>}y{/Control}");
  expect(mapNow().people.person2).toBeUndefined();
  await user.type(screen.getByRole("textbox", { name: "Name of the new person" }), "Jo");
  await user.keyboard("{Control>}z{/Control}");
  expect(mapNow().people.person2).toBeUndefined();
});

it("merges two entries of the same person after saying what happens", async () => {
  const { user, editor, mapNow } = await renderWithMap(people(), dialog);
  await user.click(await screen.findByRole("button", { name: "Merge A. Brandt with another person" }));
  const question = within(await screen.findByRole("dialog", { name: "Merge people" }));
  await user.click(question.getByRole("combobox", { name: "A. Brandt is the same person as …" }));
  await user.click(await screen.findByRole("option", { name: "Anna Brandt" }));
  expect(question.getByText(/2 nodes of A. Brandt will be answered for by Anna Brandt/)).toBeVisible();
  await user.click(question.getByRole("button", { name: "Merge" }));
  expect(Object.keys(mapNow().people)).toEqual(["person1"]);
  expect(mapNow().nodes.journey1?.managerId).toBe("person1");
  expect(mapNow().people.person1?.email).toBe("anna@example.com");
  editor.undo();
  expect(Object.keys(mapNow().people)).toHaveLength(2);
});

it("removes a person after saying how many nodes lose their manager", async () => {
  const { user, mapNow } = await renderWithMap(people(), dialog);
  await user.click(await screen.findByRole("button", { name: "Remove A. Brandt" }));
  const question = within(await screen.findByRole("dialog", { name: "Remove A. Brandt?" }));
  expect(question.getByText("2 nodes will no longer have a Customer Touchpoint Manager.")).toBeVisible();
  await user.click(question.getByRole("button", { name: "Cancel" }));
  expect(mapNow().people.person2).toBeDefined();
  await user.click(screen.getByRole("button", { name: "Remove A. Brandt" }));
  await user.click(await screen.findByRole("button", { name: "Remove" }));
  expect(mapNow().people.person2).toBeUndefined();
  expect(mapNow().nodes.touchpoint1?.managerId).toBeNull();
});
