import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { mapToJson } from "#exchange/json/write-map.ts";
import { benchMap } from "../bench/bench-map.ts";
import { test } from "./fixtures.ts";
import { mapPage, openSample, pressUntilAt } from "./map-page.ts";

const grid = (page: Page) => page.getByRole("grid", { name: "All nodes of the map" });
/** What has the keyboard of the grid. */
const keyboard = (page: Page) => page.getByRole("textbox", { name: "All nodes of the map" });
const rows = (page: Page) => grid(page).locator("[data-row]");
/** The cell of a column, by the name of its field. */
const cell = (page: Page, row: number, name: string) =>
  grid(page).locator(`[data-row="${row}"] [data-name="${name}"]`);

/** What is said to the eye. */
const said = (page: Page, text: string) => page.locator("#announcement").getByText(text);

async function openTable(page: Page) {
  const map = await openSample(page);
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await expect(page.getByText("32 of 32 rows")).toBeVisible();
  return map;
}

test("whoever lacks an owner is found, gets one with all others at once, and one step back takes it away", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openTable(page);
  await page.getByText("No owner", { exact: true }).click();
  await expect(page.getByText("8 of 32 rows")).toBeVisible();
  await cell(page, 0, "owner").click();
  await page.keyboard.press("Control+Space");
  // What is typed is chosen from what there is, and goes into all that is selected.
  await page.keyboard.press("s");
  await page.keyboard.press("Control+Enter");
  for (let row = 0; row < 8; row += 1) await expect(cell(page, row, "owner")).toHaveText("Sales");
  await expect(said(page, "8 cells changed")).toBeVisible();
  await page.keyboard.press("Control+z");
  for (let row = 0; row < 8; row += 1) await expect(cell(page, row, "owner")).toHaveText("Nobody");
  await page.keyboard.press("Control+Shift+z");
  await expect(cell(page, 7, "owner")).toHaveText("Sales");
  await map.saved();
});

test("cells are written by keyboard alone, as in a spreadsheet", async ({ openApp }) => {
  const page = await openApp();
  await openTable(page);
  await pressUntilAt(keyboard(page), "Tab", 40);
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("A new title");
  await page.keyboard.press("Tab");
  await expect(cell(page, 0, "title")).toHaveText("A new title");
  // The kind of a node is worked out: there is nothing to type.
  await page.keyboard.type("x");
  await expect(said(page, "This cell cannot be changed")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("mar");
  await page.keyboard.press("Enter");
  await expect(cell(page, 0, "owner")).toHaveText("Marketing");
  // Escape while typing leaves everything as it was.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("it");
  await page.keyboard.press("Escape");
  await expect(cell(page, 0, "owner")).toHaveText("Marketing");
  await page.keyboard.press("Delete");
  await expect(cell(page, 0, "owner")).toHaveText("Nobody");
  await expect(keyboard(page)).toBeFocused();
  // The menu of the column, and back to the cell.
  await page.keyboard.press("Alt+ArrowDown");
  await page.getByRole("menuitem", { name: "Sort descending" }).press("Enter");
  await expect(keyboard(page)).toBeFocused();
  await expect(page.getByRole("columnheader", { name: /^Owner/ })).toHaveAttribute("aria-sort", "descending");
});

test("what stands in an open field is kept when one goes back, and when another window took over", async ({
  openApp,
  context,
}) => {
  const page = await openApp();
  const map = await openTable(page);
  const address = page.url();
  await cell(page, 0, "title").click();
  await page.keyboard.type("Typed before going back");
  await page.goBack();
  await expect(grid(page)).toHaveCount(0);
  await map.saved();
  await page.goForward();
  await expect(cell(page, 0, "title")).toHaveText("Typed before going back");

  const second = await context.newPage();
  await second.goto(address);
  await second.getByRole("button", { name: "Edit here" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^View only/ })).toBeVisible();
  await page.bringToFront();
  await cell(page, 1, "title").click();
  await page.keyboard.type("Typed too late");
  await page.keyboard.press("Enter");
  const field = cell(page, 1, "title").locator("input");
  await expect(field).toHaveValue("Typed too late");
  await page.getByRole("button", { name: "Edit here" }).click();
  await expect(page.getByRole("status").filter({ hasText: /^View only/ })).toHaveCount(0);
  await field.press("Enter");
  await expect(cell(page, 1, "title")).toHaveText("Typed too late");
  await map.saved();
});

test("signs that are put together out of several keys are written like all others", async ({ openApp }) => {
  const page = await openApp();
  await openTable(page);
  const session = await page.context().newCDPSession(page);
  const compose = (text: string) =>
    session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  const title = await cell(page, 0, "title").textContent();
  await cell(page, 0, "title").click();
  await expect(keyboard(page)).toBeFocused();
  // A dead key, and the letter that it stands over.
  await compose("´");
  await expect(keyboard(page)).toBeInViewport();
  const [field, place] = [await keyboard(page).boundingBox(), await cell(page, 0, "title").boundingBox()];
  expect(field?.x).toBeCloseTo(place?.x ?? 0, 0);
  expect(field?.y).toBeCloseTo(place?.y ?? 0, 0);
  await session.send("Input.insertText", { text: "é" });
  const editor = page.getByRole("combobox", { name: `Title of ${title}` });
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue("é");
  await page.keyboard.type("tude");
  await page.keyboard.press("Enter");
  await expect(cell(page, 0, "title")).toHaveText("étude");
  await expect(keyboard(page)).toBeFocused();
  // Several keys until the word is there.
  const below = await cell(page, 1, "title").textContent();
  for (const text of ["k", "か", "かお"]) await compose(text);
  await session.send("Input.insertText", { text: "顔" });
  await page.keyboard.press("Enter");
  await expect(cell(page, 1, "title")).toHaveText("顔");
  await page.keyboard.press("Control+z");
  await expect(cell(page, 1, "title")).toHaveText(below ?? "");
  // What is given up leaves the cell as it is, and the next key finds nothing of it.
  await cell(page, 2, "title").click();
  await compose("´");
  await compose("");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("New");
  await page.keyboard.press("Enter");
  await expect(cell(page, 3, "title")).toHaveText("New");
});

test("a manager who is new comes into the map with the cell", async ({ openApp }) => {
  const page = await openApp();
  await openTable(page);
  await cell(page, 0, "managerId").click();
  await page.keyboard.type("Zoe Zander");
  await page.keyboard.press("Enter");
  await expect(cell(page, 0, "managerId")).toHaveText("Zoe Zander");
  await cell(page, 1, "managerId").click();
  await page.keyboard.type("zoe");
  await page.keyboard.press("Enter");
  await expect(cell(page, 1, "managerId")).toHaveText("Zoe Zander");
});

test("cells go to a spreadsheet and come back changed", async ({ openApp, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await openApp();
  await openTable(page);
  await page.getByText("Touchpoints only", { exact: true }).click();
  await cell(page, 0, "title").click();
  await cell(page, 2, "owner").click({ modifiers: ["Shift"] });
  await page.keyboard.press("Control+c");
  await expect(said(page, "9 cells copied")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const lines = copied
    .replace(/\r\n$/u, "")
    .split("\r\n")
    .map((line) => line.split("\t"));
  expect(lines).toHaveLength(3);
  expect(lines[0]?.[1]).toBe("Touchpoint");
  // Nothing changes by putting back what was copied.
  await page.keyboard.press("Control+v");
  await expect(said(page, "Nothing changed: all of it was already there")).toBeVisible();
  const changed = lines.map(([title]) => [`${title} (checked)`, "Touchpoint", "IT"].join("\t")).join("\n");
  await page.evaluate((text) => navigator.clipboard.writeText(text), changed);
  await page.keyboard.press("Control+v");
  for (let row = 0; row < 3; row += 1) {
    await expect(cell(page, row, "title")).toHaveText(/ \(checked\)$/u);
    await expect(cell(page, row, "owner")).toHaveText("IT");
  }
  await page.keyboard.press("Control+z");
  await expect(cell(page, 0, "title")).toHaveText(lines[0]?.[0] ?? "");
});

test("columns are chosen and ordered, and stay so", async ({ openApp }) => {
  const page = await openApp();
  await openTable(page);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Show Tags" }).check();
  await page.getByRole("checkbox", { name: "Show Kind" }).uncheck();
  await page.getByRole("button", { name: "Move Customer Touchpoint Manager to the left" }).click();
  await page.keyboard.press("Escape");
  const heads = () => page.getByRole("columnheader").allTextContents();
  expect((await heads()).slice(0, 4)).toEqual(["No.", "Title", "Customer Touchpoint Manager", "Owner"]);
  expect(await heads()).toContain("Tags");
  await page.reload();
  await expect(grid(page)).toBeVisible();
  expect((await heads()).slice(0, 4)).toEqual(["No.", "Title", "Customer Touchpoint Manager", "Owner"]);
});

test("5,000 rows are a few elements, whichever are in sight", async ({ openApp }) => {
  const page = await openApp();
  const buffer = Buffer.from(mapToJson(benchMap(5000)));
  await page.getByLabel("Import file").setInputFiles({ name: "large.json", mimeType: "", buffer });
  await page.waitForURL(/#\/map\//);
  await mapPage(page).saved();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Table", exact: true }).click();
  await expect(page.getByText("5000 of 5000 rows")).toBeVisible();
  expect(await rows(page).count()).toBeLessThan(60);
  await grid(page).focus();
  await page.keyboard.press("Control+End");
  await expect(grid(page).locator('[data-row="4999"]')).toBeInViewport();
  expect(await rows(page).count()).toBeLessThan(60);
  await page.keyboard.press("Control+a");
  await expect(page.getByRole("button", { name: "Change a column" })).toBeEnabled();
  await page.keyboard.press("Control+Home");
  await expect(grid(page).locator('[data-row="0"]')).toBeInViewport();
  await page.getByRole("searchbox", { name: "Search rows" }).fill("touchpoint 0777");
  await expect(page.getByText("1 of 5000 rows")).toBeVisible();
});

test("a change of many cells that one leaves changes none, and what one clicks stays as it was", async ({
  openApp,
}) => {
  const page = await openApp();
  await openTable(page);
  const titles = async () => (await grid(page).locator('[data-name="title"]').allTextContents()).slice(0, 12);
  const before = await titles();
  await cell(page, 5, "title").click();
  await cell(page, 7, "title").click({ modifiers: ["Shift"] });
  await page.getByRole("button", { name: "Change 3 cells" }).click();
  await page.getByRole("searchbox", { name: "Search rows" }).click();
  expect(await titles()).toEqual(before);
  await cell(page, 5, "title").click();
  await cell(page, 7, "title").click({ modifiers: ["Shift"] });
  await page.keyboard.press("Control+Enter");
  await page.keyboard.type("XX");
  await cell(page, 10, "title").click();
  expect(await titles()).toEqual(before);
  // One cell that was written takes what was typed, and the keyboard stays where one has clicked.
  await cell(page, 5, "title").dblclick();
  await page.keyboard.type(" (1)");
  const search = page.getByRole("searchbox", { name: "Search rows" });
  await search.click();
  await expect(cell(page, 5, "title")).toHaveText(`${before[5]} (1)`);
  await expect(search).toBeFocused();
});

test("keys in a table without rows, or beside it, do nothing to the map; nor does a clipboard without text", async ({
  openApp,
}) => {
  const page = await openApp();
  await openTable(page);
  const search = page.getByRole("searchbox", { name: "Search rows" });
  await search.fill("zzzz");
  await expect(page.getByText("0 of 32 rows")).toBeVisible();
  for (const place of [grid(page), page.getByRole("button", { name: "Columns" })]) {
    await place.focus();
    for (const key of ["Control+a", "Control+d", "Delete", "m"]) await page.keyboard.press(key);
  }
  await search.fill("");
  await expect(page.getByText("32 of 32 rows")).toBeVisible();
  await expect(mapPage(page).tool("Undo")).toHaveAttribute("aria-disabled", "true");
  await cell(page, 0, "title").click();
  const title = await cell(page, 0, "title").textContent();
  await page.evaluate(() => {
    const event = new ClipboardEvent("paste", { clipboardData: new DataTransfer(), bubbles: true });
    document.activeElement?.dispatchEvent(event);
  });
  await expect(said(page, "There is no text on the clipboard")).toBeVisible();
  await expect(cell(page, 0, "title")).toHaveText(title ?? "");
});

test("the grid stays where it is while cells are selected, and its menu changes what was meant", async ({
  openApp,
}) => {
  const page = await openApp();
  await openTable(page);
  for (const width of [1280, 1366, 1700]) {
    await page.setViewportSize({ width, height: 768 });
    await cell(page, 9, "owner").click();
    const place = grid(page).locator("..");
    const before = await place.boundingBox();
    await cell(page, 14, "stageId").click({ modifiers: ["Shift"] });
    expect(await place.boundingBox()).toEqual(before);
    await cell(page, 14, "owner").click({ modifiers: ["Shift"] });
    expect(await place.boundingBox()).toEqual(before);
  }
  await cell(page, 9, "title").click();
  await cell(page, 11, "managerId").click({ modifiers: ["Shift"] });
  const { violations } = await new AxeBuilder({ page }).withRules("color-contrast").analyze();
  expect(violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(" ")))).toEqual([]);
  const titles = await grid(page).locator('[data-name="title"]').allTextContents();
  await cell(page, 10, "owner").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Owner 3" }).click();
  const field = page.getByRole("combobox", { name: /^Owner of .*Applies to 3 cells/ });
  await expect(field).toBeFocused();
  await page.keyboard.type("it");
  await page.keyboard.press("Enter");
  for (const row of [9, 10, 11]) await expect(cell(page, row, "owner")).toHaveText("IT");
  expect(await grid(page).locator('[data-name="title"]').allTextContents()).toEqual(titles);
  // The same from the bar above.
  await page.getByRole("button", { name: "Change a column" }).click();
  await page.getByRole("menuitem", { name: "Owner 3" }).click();
  await expect(field).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(keyboard(page)).toBeFocused();
  // And by keyboard.
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menu", { name: "Selected cells" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keyboard(page)).toBeFocused();
});
