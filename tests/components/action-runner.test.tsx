import { screen } from "@testing-library/react";
import { Star } from "lucide-react";
import type { ReactNode } from "react";
import { describe, expect, test, vi } from "vitest";
import { type Action, ActionsProvider } from "#ui/action.ts";
import { type Importer, ImporterContextProvider } from "#ui/exchange/importer.ts";
import { ActionRunner } from "#ui/shell/ActionRunner.tsx";
import { liveDialog, ownUndo } from "#ui/shell/live-dialog.ts";
import { useRunAction } from "#ui/shell/runner.ts";
import { renderWithServices } from "./render-with-services.tsx";

const performed = vi.fn();
const importer: Importer = {
  importFiles: async () => {},
  importText: async () => {},
  openFileChooser: () => {},
};

function action(id: string, more: Partial<Action>): Action {
  return { id, group: "help", icon: Star, place: "everywhere", perform: () => performed(id), ...more };
}

const table: readonly Action[] = [
  action("help", { shortcuts: ["F1"], perform: ({ openDialog }) => openDialog("help") }),
  action("palette", { shortcuts: ["?"] }),
  action("new-map", { shortcuts: ["mod+K"], perform: ({ openDialog }) => openDialog("newMap") }),
  action("to-library", { shortcuts: ["mod+A"] }),
  action("theme-light", { problem: () => "alreadySo" }),
  action("theme-dark", { place: "map", shortcuts: ["F9"] }),
  action("next-language", { shortcuts: ["mod+Z"], isHistoryStep: true }),
  action("remove", { group: "edit", shortcuts: ["Delete"] }),
  action("undo", { group: "edit", shortcuts: ["F7"], isHistoryStep: true }),
];

function RunButton({ id }: { readonly id: string }) {
  const run = useRunAction();
  return (
    <button type="button" onClick={() => run(id)}>
      run {id}
    </button>
  );
}

async function renderPage(more: ReactNode = null, isReading = false) {
  performed.mockClear();
  const onOpenDialog = vi.fn();
  const page = await renderWithServices(
    <ImporterContextProvider value={importer}>
      <ActionsProvider value={table}>
        <ActionRunner isPainted onOpenDialog={onOpenDialog} isReading={isReading}>
          <input aria-label="field" />
          {more}
          {table.map(({ id }) => (
            <RunButton key={id} id={id} />
          ))}
        </ActionRunner>
      </ActionsProvider>
    </ImporterContextProvider>,
  );
  return { ...page, onOpenDialog };
}

test("a shortcut runs its action from anywhere on the page", async () => {
  const { user } = await renderPage();
  await user.keyboard("?");
  expect(performed).toHaveBeenCalledExactlyOnceWith("palette");
});

test("while somebody writes, letters are letters and the keys of a text field are its own", async () => {
  const { user, onOpenDialog } = await renderPage();
  await user.type(screen.getByRole("textbox", { name: "field" }), "what?{Control>}a{/Control}");
  expect(performed).not.toHaveBeenCalled();
  await user.keyboard("{Control>}k{/Control}");
  expect(onOpenDialog).toHaveBeenCalledExactlyOnceWith("newMap");
});

test("an action that cannot be done says why", async () => {
  const { user } = await renderPage();
  await user.click(screen.getByRole("button", { name: "run theme-light" }));
  expect(performed).not.toHaveBeenCalled();
  expect(screen.getAllByText("This is how it is already.").length).toBeGreaterThan(0);
});

test("an action of another page does nothing", async () => {
  const { user } = await renderPage();
  await user.click(screen.getByRole("button", { name: "run theme-dark" }));
  await user.keyboard("{F9}");
  expect(performed).not.toHaveBeenCalled();
});

test("where a map is only read nothing edits it but undoing and redoing", async () => {
  const { user } = await renderPage(null, true);
  await user.keyboard("{Delete}{F7}");
  await user.click(screen.getByRole("button", { name: "run remove" }));
  expect(performed.mock.calls).toEqual([["undo"]]);
});

test("the help lists what this page can do, and bars the page's keys while it is open", async () => {
  const { user } = await renderPage();
  await user.keyboard("{F1}");
  expect(await screen.findByRole("dialog", { name: "Help and keyboard shortcuts" })).toBeVisible();
  expect(screen.getByRole("row", { name: /Help and keyboard shortcuts F1/ })).toBeVisible();
  expect(screen.queryByRole("row", { name: /Dark theme/ })).toBeNull();
  await user.keyboard("?");
  expect(performed).not.toHaveBeenCalled();
});

test("the function keys work while somebody writes", async () => {
  const { user } = await renderPage();
  await user.type(screen.getByRole("textbox", { name: "field" }), "word{F1}");
  expect(await screen.findByRole("dialog", { name: "Help and keyboard shortcuts" })).toBeVisible();
});

function Covered({ kind, children }: { readonly kind: object; readonly children?: ReactNode }) {
  return (
    <div {...kind}>
      <section role="dialog" aria-modal="true">
        <button type="button">inside</button>
        {children}
      </section>
    </div>
  );
}

describe("a dialog over the page", () => {
  test("that changes the map while it is open lets steps of the history through, and nothing else", async () => {
    const { user } = await renderPage(<Covered kind={liveDialog} />);
    screen.getByRole("button", { name: "inside" }).focus();
    await user.keyboard("?{Control>}z{/Control}");
    expect(performed.mock.calls).toEqual([["next-language"]]);
  });

  test("keeps the keys of the page also when the focus got lost", async () => {
    const { user } = await renderPage(<Covered kind={{}} />);
    expect(document.body).toHaveFocus();
    await user.keyboard("?{Control>}z{/Control}");
    expect(performed).not.toHaveBeenCalled();
  });

  test("leaves a field alone that has an undo of its own", async () => {
    const field = <input aria-label="own" {...ownUndo} />;
    const { user } = await renderPage(<Covered kind={liveDialog}>{field}</Covered>);
    await user.type(screen.getByRole("textbox", { name: "own" }), "x{Control>}z{/Control}");
    expect(performed).not.toHaveBeenCalled();
  });
});
