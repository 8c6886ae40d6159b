import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { giveToIt, mapPage, openSample } from "./map-page.ts";

const VIEW_ONLY = /^View only: open in another window/;

test("F40 a second window looks on, follows live, and the first one goes on", async ({
  openApp,
  context,
}) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.saved();
  const second = await context.newPage();
  await second.goto(page.url());
  const other = mapPage(second);
  await expect(second.getByRole("status").filter({ hasText: VIEW_ONLY })).toBeVisible();
  await giveToIt(other, "Configurator");
  await expect(second.getByText("This map is being edited in another window.").last()).toBeVisible();
  await expect(other.audit).toContainText("22 of 30 nodes have an owner");

  await page.bringToFront();
  await giveToIt(map, "Configurator");
  await map.saved();
  await second.bringToFront();
  await expect(other.audit).toContainText("23 of 30 nodes have an owner");
});

test("F41 who takes over finds what the other one typed last", async ({ openApp, context }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.saved();
  const second = await context.newPage();
  await second.goto(page.url());
  const other = mapPage(second);
  await expect(second.getByRole("status").filter({ hasText: VIEW_ONLY })).toBeVisible();
  await page.bringToFront();
  await map.node("Touchpoint: Configurator").click();
  await page.keyboard.type("Planner");
  await second.bringToFront();
  await second.getByRole("button", { name: "Edit here" }).click();
  await expect(page.getByRole("status").filter({ hasText: VIEW_ONLY })).toBeVisible();
  await other.saved();
  await expect(other.node("Touchpoint: Planner")).toBeVisible();
  await giveToIt(other, "Planner");
  await other.saved();
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
  // What the first window had done can be undone in the second one.
  await second.getByRole("button", { name: /^Undo/ }).click();
  await second.getByRole("button", { name: /^Undo/ }).click();
  await expect(other.node("Touchpoint: Configurator")).toBeVisible();
  await expect(map.node("Touchpoint: Configurator")).toBeVisible();
});

test("a map is renamed in the library while another window edits it", async ({ openApp, context }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.saved();
  const second = await context.newPage();
  await second.goto("/#/");
  await second.getByRole("button", { name: /^Actions for/ }).click();
  await second.getByRole("menuitem", { name: "Rename" }).click();
  await second.getByRole("textbox", { name: "Title" }).fill("Machines");
  await second.keyboard.press("Enter");
  await expect(second.getByRole("link", { name: "Machines" })).toBeVisible();
  await page.bringToFront();
  await expect(page.getByRole("textbox", { name: "Title of the map" })).toHaveValue("Machines");
  await giveToIt(map, "Configurator");
  await map.saved();
});

test("F42 when the window that edits is gone, the other one may edit at once", async ({
  openApp,
  context,
}) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.saved();
  const second = await context.newPage();
  await second.goto(page.url());
  const other = mapPage(second);
  await expect(second.getByRole("status").filter({ hasText: VIEW_ONLY })).toBeVisible();
  await page.goto("chrome://crash").catch(() => {});
  await other.saved();
  await giveToIt(other, "Configurator");
  await other.saved();
  await expect(other.audit).toContainText("23 of 30 nodes have an owner");
});

test("F43 without locks both versions are kept", async ({ openApp, context }) => {
  await context.addInitScript(() => {
    Object.defineProperty(navigator, "locks", { value: undefined });
  });
  const page = await openApp();
  const map = await openSample(page);
  await map.saved();
  const second = await context.newPage();
  await second.addInitScript(() => Reflect.deleteProperty(window, "BroadcastChannel"));
  await second.goto(page.url());
  const other = mapPage(second);
  await expect(other.node("Touchpoint: Configurator")).toBeVisible();
  await giveToIt(map, "Configurator");
  await map.saved();
  await other.node("Touchpoint: Search on the web").click();
  await second.keyboard.press("s");
  await expect(second.getByRole("alert")).toContainText(
    "your version is kept as “Machine tool: find, buy, operate 2”",
  );
  await expect(other.audit).toContainText("23 of 30 nodes have an owner");
  await other.saved();
  await second.getByRole("link", { name: "Maps", exact: true }).click();
  await second.getByRole("link", { name: /operate 2$/ }).click();
  await other.node("Touchpoint: Search on the web").click();
  await expect(other.details.getByRole("radio", { name: /Sales/ })).toBeChecked();
});
