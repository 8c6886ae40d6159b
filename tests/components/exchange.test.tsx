import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { actions } from "#app/actions/actions.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { emptyMap, newNode } from "#model/new-objects.ts";
import { ActionsProvider } from "#ui/action.ts";
import { ExportMenu } from "#ui/exchange/ExportMenu.tsx";
import { Importer } from "#ui/exchange/Importer.tsx";
import { PngDialog } from "#ui/exchange/PngDialog.tsx";
import { OpenMapProvider } from "#ui/map/open-map.ts";
import { ActionRunner } from "#ui/shell/ActionRunner.tsx";
import { fakeServices, NOW } from "./fake-services.ts";
import { renderWithServices } from "./render-with-services.tsx";

const map: JourneyMap = {
  ...emptyMap("m1", "Shop", NOW),
  nodes: { t1: newNode("touchpoint", "t1", { x: 0, y: 0 }, { title: "Hotline" }) },
};
const jsonFile = (content: string, name = "shop.dreiklang.json") =>
  new File([content], name, { type: "application/json" });
const withChange = (change: (map: { [key: string]: unknown; nodes: Record<string, unknown>[] }) => void) => {
  const file = JSON.parse(mapToJson(map));
  change(file.map);
  return JSON.stringify(file);
};

const renderImporter = (maps: readonly JourneyMap[] = []) =>
  renderWithServices(<Importer>page</Importer>, fakeServices({ maps }));

beforeEach(() => {
  // jsdom has no layout and no painting.
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
});

test("a chosen file becomes a new map, which opens", async () => {
  const { user, services, path } = await renderImporter([map]);
  await user.upload(screen.getByLabelText("Import file"), jsonFile(mapToJson(map)));
  expect(await screen.findByText("“Shop (2)” was imported.")).toBeVisible();
  const rows = services.library.summaries.getState().rows ?? [];
  expect(rows.map(({ title }) => title).sort()).toEqual(["Shop", "Shop (2)"]);
  const [added] = rows.filter(({ id }) => id !== "m1");
  expect(path()).toBe(`/map/${added?.id}`);
});

test("a file with small faults comes in, and each repair is told", async () => {
  const { user, services } = await renderImporter();
  const text = withChange(({ nodes }) => {
    Object.assign(nodes[0] ?? {}, { position: null, managerId: "gone" });
  });
  await user.upload(screen.getByLabelText("Import file"), jsonFile(text));
  const dialog = await screen.findByRole("dialog", { name: "Imported, with repairs" });
  expect(within(dialog).getByText("2 small faults were repaired:")).toBeVisible();
  expect(within(dialog).getAllByRole("listitem")).toHaveLength(2);
  expect(dialog).toHaveTextContent("touchpoint 'Hotline' (t1): had no usable position");
  expect(services.library.summaries.getState().rows).toHaveLength(1);
});

test("a file that is not valid changes nothing, and the dialog says what is wrong", async () => {
  const { user, services, path } = await renderImporter();
  const text = withChange(({ nodes }) => {
    Object.assign(nodes[0] ?? {}, { customerRating: 9, title: "<script>" });
  });
  await user.upload(screen.getByLabelText("Import file"), jsonFile(text));
  const dialog = await screen.findByRole("dialog", { name: "Not imported" });
  expect(dialog).toHaveTextContent("touchpoint '<script>' (t1): Customers' rating 9 is not between -2 and 2");
  expect(services.library.summaries.getState().rows).toEqual([]);
  expect(path()).toBe("/");
  await user.click(within(dialog).getAllByRole("button", { name: "Close" })[0] ?? dialog);
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});

test("several files have a result each", async () => {
  const { user, path } = await renderImporter();
  await user.upload(screen.getByLabelText("Import file"), [
    jsonFile(mapToJson(map), "a.json"),
    jsonFile(mapToJson(map), "b.json"),
    jsonFile("", "c.json"),
  ]);
  const dialog = await screen.findByRole("dialog", { name: "Result of the import" });
  const names = within(dialog).getAllByRole("heading", { level: 3 });
  expect(names.map(({ textContent }) => textContent)).toEqual(["a.json", "b.json", "c.json"]);
  expect(dialog).toHaveTextContent("The file is empty.");
  await user.click(within(dialog).getByRole("button", { name: "Open “Shop (2)”" }));
  expect(path()).toMatch(/^\/map\//);
});

test("a map that cannot be kept is said to be lost", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const { user } = await renderWithServices(
    <Importer>page</Importer>,
    fakeServices({ problem: "no access" }),
  );
  await user.upload(screen.getByLabelText("Import file"), jsonFile(mapToJson(map)));
  expect(await screen.findByText("The browser could not store the map.")).toBeVisible();
});

test("a dropped file is imported, a folder is named", async () => {
  const { services } = await renderImporter();
  const files = [jsonFile(mapToJson(map))];
  const entry = (name: string, isDirectory: boolean) => ({
    kind: "file",
    getAsFile: () => files[0],
    webkitGetAsEntry: () => ({ name, isDirectory }),
  });
  const dataTransfer = { types: ["Files"], items: [entry("a", false), entry("Maps", true)] };
  fireEvent.dragEnter(window, { dataTransfer });
  expect(screen.getByText("Drop to import")).toBeVisible();
  fireEvent.drop(window, { dataTransfer });
  expect(screen.queryByText("Drop to import")).not.toBeInTheDocument();
  const dialog = await screen.findByRole("dialog", { name: "Result of the import" });
  expect(dialog).toHaveTextContent("This is a folder.");
  expect(services.library.summaries.getState().rows).toHaveLength(1);
});

test("the text of a map is imported when it is pasted, but not into an input", async () => {
  const { services } = await renderWithServices(
    <Importer>
      <input aria-label="Name" />
    </Importer>,
  );
  const clipboardData = { getData: () => mapToJson(map) };
  fireEvent.paste(screen.getByLabelText("Name"), { clipboardData });
  fireEvent.paste(document.body, { clipboardData: { getData: () => "Call\nVisit" } });
  expect(services.library.summaries.getState().rows).toEqual([]);
  fireEvent.paste(document.body, { clipboardData });
  expect(await screen.findByText("“Shop” was imported.")).toBeVisible();
});

async function renderExport(shown: JourneyMap = map) {
  const services = fakeServices({ maps: [shown] });
  const openMap = await services.openMap(shown.id);
  if (!openMap) throw new Error("no map");
  const saveFile = vi.fn(async (_blob: Blob, _fileName: string) => {});
  const openDialog = vi.fn();
  const rendered = await renderWithServices(
    <ActionsProvider value={actions}>
      <Importer>
        <OpenMapProvider value={openMap}>
          <ActionRunner isPainted openMap={openMap} onOpenDialog={openDialog}>
            <ExportMenu />
            <PngDialog isOpen onClose={() => {}} />
          </ActionRunner>
        </OpenMapProvider>
      </Importer>
    </ActionsProvider>,
    { ...services, saveFile },
  );
  return { ...rendered, saveFile, openDialog };
}

test("the menu saves JSON at once, and asks about a picture", async () => {
  const { user, saveFile, openDialog } = await renderExport();
  await user.click(screen.getByRole("button", { name: "Export", hidden: true }));
  await user.click(await screen.findByRole("menuitem", { name: "JSON", hidden: true }));
  await waitFor(() => expect(saveFile).toHaveBeenCalledTimes(1));
  const [blob, name] = saveFile.mock.calls[0] ?? [];
  expect(name).toBe("Shop.dreiklang.json");
  expect(await blob?.text()).toBe(mapToJson(map));
  await user.click(screen.getByRole("button", { name: "Export", hidden: true }));
  await user.click(await screen.findByRole("menuitem", { name: "PNG", hidden: true }));
  expect(openDialog).toHaveBeenCalledWith("export");
});

test("a picture that no canvas can hold is refused, and the largest scale is offered", async () => {
  const far = newNode("note", "far", { x: 30_000, y: 5000 });
  const { user } = await renderExport({ ...map, nodes: { ...map.nodes, far } });
  const dialog = screen.getByRole("dialog", { name: "Save as PNG" });
  await user.click(within(dialog).getByRole("radio", { name: "3x" }));
  expect(within(dialog).getByRole("alert")).toHaveTextContent("Too large for one picture");
  expect(within(dialog).getByRole("button", { name: "Save PNG" })).toBeDisabled();
  await user.click(within(dialog).getByRole("button", { name: "Use 1.2x" }));
  expect(within(dialog).queryByRole("alert")).not.toBeInTheDocument();
  expect(within(dialog).getByRole("radio", { name: "1.2x" })).toBeChecked();
  expect(within(dialog).getByRole("button", { name: "Save PNG" })).toBeEnabled();
});
