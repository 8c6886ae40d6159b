import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { StorageDialog } from "#ui/shell/StorageDialog.tsx";
import { fakeStorage, type StorageFacts } from "./fake-storage.ts";
import { renderWithServices } from "./render-with-services.tsx";

async function open(facts: StorageFacts = {}) {
  const storage = fakeStorage(facts);
  const { user } = await renderWithServices(<StorageDialog storage={storage} isOpen onClose={vi.fn()} />);
  await screen.findByRole("dialog", { name: "Where your maps are kept" });
  return { storage, user };
}

const place = (name: string) => within(screen.getByRole("region", { name }));
const database = () => place("The browser's database");
const copy = () => place("Backup copy in this browser");
const folder = () => place("Backup files in a folder of your own");

it("says of each place what it survives and what it does not", async () => {
  await open();
  expect(database().getByText(/Survives: closing the window, a crash, a power cut/)).toBeVisible();
  expect(database().getByText(/Does not survive: a browser that loses its database/)).toBeVisible();
  expect(copy().getByText(/Does not survive: clearing the site's data, another browser/)).toBeVisible();
  expect(folder().getByText(/Survives: clearing the site's data/)).toBeVisible();
});

it("notes whether the browser may clear the database, and says nothing where it does not know", async () => {
  const { storage } = await open();
  expect(database().queryByText(/clear it/)).not.toBeInTheDocument();
  storage.database.setState({ isPersistent: false });
  expect(await database().findByText(/the browser may clear it/)).toBeVisible();
  expect(database().getByRole("img", { name: "In use" })).toBeVisible();
  storage.database.setState({ isPersistent: true });
  expect(await database().findByText(/has promised not to clear it/)).toBeVisible();
  storage.database.setState({ isAvailable: false });
  expect(await database().findByText(/keeps nothing/)).toBeVisible();
  expect(database().getByRole("img", { name: "Not in order" })).toBeVisible();
});

it("shows when the backup copy was written, and calls it a backup only once it was read back", async () => {
  const { storage } = await open();
  expect(copy().getByText("It is written as soon as you edit a map.")).toBeVisible();
  const noon = new Date();
  noon.setHours(14, 2, 31);
  storage.copy.setState({ lastAt: noon.toISOString() });
  expect(await copy().findByText(/Last written: 2:02:31/)).toBeVisible();
  expect(copy().getByText(/counts as a backup from the next session on/)).toBeVisible();
  storage.copy.setState({ isProven: true });
  expect(await copy().findByText(/has been read back/)).toBeVisible();
  storage.copy.setState({ problem: "storageFull" });
  expect(await copy().findByText(/It is behind/)).toBeVisible();
  expect(copy().getByRole("img", { name: "Not in order" })).toBeVisible();
  storage.copy.setState({ isAvailable: false });
  expect(await copy().findByText("This browser has no place for it.")).toBeVisible();
});

it("calls no place in order while a map is not saved (F21)", async () => {
  const { storage } = await open({ folder: { state: "connected", folderName: "Workshops" } });
  const inOrder = () => screen.queryAllByRole("img", { name: "In use" });
  expect(inOrder()).toHaveLength(3);
  storage.database.setState({ problem: "storageFull" });
  expect(
    await database().findByText(/The last changes are not here: the browser's storage is full/),
  ).toBeVisible();
  expect(copy().getByText(/may be missing here/)).toBeVisible();
  expect(folder().getByText(/may be missing here/)).toBeVisible();
  expect(inOrder()).toHaveLength(0);
  storage.database.setState({ problem: null });
  await waitFor(() => expect(inOrder()).toHaveLength(3));
});

it("chooses a folder, and shows what lies there", async () => {
  const { storage, user } = await open();
  expect(folder().getByRole("img", { name: "Not in use" })).toBeVisible();
  await user.click(folder().getByRole("button", { name: "Choose backup folder" }));
  expect(storage.chooseFolder).toHaveBeenCalledOnce();
  storage.folder.setState({
    state: "connected",
    folderName: "Workshops",
    files: {
      a: { name: "Old.dreiklang.json", at: "2020-01-05T10:00:00.000Z" },
      b: { name: "Fair.dreiklang.json", at: "2020-02-05T10:00:00.000Z" },
    },
  });
  expect(await folder().findByText(/written into “Workshops” after each change/)).toBeVisible();
  expect(
    folder().getByText(/2 maps are there. The newest file: Fair.dreiklang.json, Feb 5, 2020/),
  ).toBeVisible();
  await user.click(folder().getByRole("button", { name: "Disconnect" }));
  expect(storage.disconnectFolder).toHaveBeenCalledOnce();
  await user.click(folder().getByRole("button", { name: "Choose another folder" }));
  expect(storage.chooseFolder).toHaveBeenCalledTimes(2);
});

it("names the maps that could not be read for the folder (F35)", async () => {
  await open({ folder: { state: "connected", folderName: "Workshops", unread: { a: "Fair", b: "" } } });
  expect(folder().getByText(/2 maps could not be read.*: Fair, Untitled map/)).toBeVisible();
  expect(folder().getByRole("img", { name: "Not in order" })).toBeVisible();
});

it("reconnects a folder that wants to be asked again (F95)", async () => {
  const { storage, user } = await open({ folder: { state: "needsPermission", folderName: "Workshops" } });
  expect(
    folder().getByText(/asks for your permission again before it writes into “Workshops”/),
  ).toBeVisible();
  await user.click(folder().getByRole("button", { name: "Reconnect" }));
  expect(storage.reconnectFolder).toHaveBeenCalledOnce();
  storage.folder.setState({ state: "failed", problem: "folderGone" });
  expect(await folder().findByText(/“Workshops” is not there/)).toBeVisible();
});

it("offers no folder where the browser has none", async () => {
  await open({ folder: { state: "unsupported" } });
  expect(folder().getByText(/cannot write into folders/)).toBeVisible();
  expect(folder().queryByRole("button")).not.toBeInTheDocument();
});

it("downloads all maps, leads to the recovery page, and says when something did not work", async () => {
  const { storage, user } = await open();
  expect(screen.getByRole("link", { name: "Recovery page" })).toHaveAttribute("href", "./recover.html");
  storage.downloadAll.mockRejectedValueOnce(new Error("no disk"));
  await user.click(screen.getByRole("button", { name: "Download all maps" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("That did not work: no disk");
  await user.click(screen.getByRole("button", { name: "Download all maps" }));
  expect(storage.downloadAll).toHaveBeenCalledTimes(2);
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});
