import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";
import { mapPage, openBlank, openSample } from "./map-page.ts";

const row = (page: Page, name: RegExp) => page.getByRole("tree").getByRole("treeitem", { name });

async function openOutline(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Outline" }).click();
  await expect(page.getByRole("tree", { name: "All nodes of the map" })).toBeVisible();
}

test("a map is made in the outline by keyboard alone and arrives on the canvas", async ({ openApp }) => {
  const page = await openApp();
  const map = await openBlank(page, "By keyboard");
  await openOutline(page);
  await row(page, /^Journeys/).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Repair");
  await page.keyboard.press("Enter");
  await expect(row(page, /^Journey: Repair/)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Call");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Visit");
  await page.keyboard.press("Enter");
  await expect(row(page, /^Touchpoint: Call,.*leads to Visit/)).toBeVisible();
  await expect(row(page, /^Touchpoint: Visit/)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Invoice");
  await page.keyboard.press("Enter");

  await page.keyboard.press("s");
  await page.keyboard.press("5");
  await page.keyboard.press("@");
  await page.keyboard.type("Nora Neumann");
  await page.keyboard.press("Enter");
  const invoice = row(
    page,
    /^Touchpoint: Invoice, owner Sales, manager Nora Neumann, customer rating delightful/,
  );
  await expect(invoice).toBeFocused();
  await page.keyboard.press("F2");
  await page.keyboard.type("Bill");
  await page.keyboard.press("Enter");
  await expect(row(page, /^Touchpoint: Bill, owner Sales/)).toBeFocused();

  await page.getByRole("link", { name: "Map", exact: true }).click();
  for (const title of ["Call", "Visit", "Bill"]) await expect(map.node(`Touchpoint: ${title}`)).toBeVisible();
  await expect(map.canvas.getByRole("group", { name: /^Connection from Call to Visit/ })).toBeAttached();
  await expect(map.audit).toContainText("1 of 4 nodes have an owner");
  await map.node("Touchpoint: Bill").click();
  await expect(map.details.getByLabel("Customer Touchpoint Manager").first()).toHaveValue("Nora Neumann");
});

test("connecting, deleting and undoing work without a pointer", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await openOutline(page);
  const order = row(page, /^Touchpoint: Order confirmation/);
  await order.focus();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Connect to …" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Connect “Order confirmation” to …" })).toBeVisible();
  await page.keyboard.type("Operator");
  await page.keyboard.press("Enter");
  await expect(row(page, /^Touchpoint: Order confirmation.*leads to Operator training/)).toBeFocused();

  const training = row(page, /^Touchpoint: Operator training/);
  await training.focus();
  await page.keyboard.press("Delete");
  await expect(training).toHaveCount(0);
  await expect(row(page, /leads to Operator training/)).toHaveCount(0);
  await expect(page.getByRole("tree").locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(training).toBeVisible();
  await expect(row(page, /^Touchpoint: Order confirmation.*leads to Operator training/)).toBeVisible();
  await page.getByRole("link", { name: "Map", exact: true }).click();
  await expect(
    map.canvas.getByRole("group", { name: /^Connection from Order confirmation to Operator training/ }),
  ).toBeAttached();
});

test("the row with the keyboard is to be seen, and Escape lets Tab leave the list", async ({ openApp }) => {
  const page = await openApp();
  await openSample(page);
  await openOutline(page);
  await row(page, /^Personas/).focus();
  await page.keyboard.press("ArrowDown");
  const persona = row(page, /^Persona: /).first();
  await expect(persona).toBeFocused();
  const outline = await persona.evaluate((element) => getComputedStyle(element).outlineWidth);
  expect(Number.parseFloat(outline)).toBeGreaterThanOrEqual(2);
  await page.keyboard.press("End");
  await expect(row(page, /^Note: /).last()).toBeFocused();
  await expect(row(page, /^Note: /).last()).toBeInViewport();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tree").locator(":focus")).toHaveCount(0);
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test("what is selected in the outline is what the details show", async ({ openApp }) => {
  const page = await openApp();
  const { details, node } = await openSample(page);
  await openOutline(page);
  await row(page, /^Touchpoint: Configurator/).click();
  const title = details.getByRole("textbox", { name: "Title" });
  await expect(title).toHaveValue("Configurator");
  await title.fill("Machine builder");
  await title.press("Enter");
  await expect(row(page, /^Touchpoint: Machine builder/)).toBeVisible();
  await page.getByRole("link", { name: "Map", exact: true }).click();
  await expect(node("Touchpoint: Machine builder")).toBeVisible();
  await expect(mapPage(page).tool("Undo")).toHaveAttribute("aria-disabled", "false");
});
