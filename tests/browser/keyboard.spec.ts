import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { openBlank, openSample } from "./map-page.ts";

test("keys reach the map from the first moment on, and after the node that had them is gone", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openBlank(page, "Workshop");
  await expect(map.canvas).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Trade fair");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Call back");
  await page.keyboard.press("Enter");
  await expect(map.node("Touchpoint: Call back")).toBeFocused();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(map.node("Touchpoint: Call back")).toBeHidden();
  await expect(map.node("Touchpoint: Trade fair")).toBeFocused();
  await page.keyboard.press("s");
  await expect(map.audit).toContainText("1 of 2 nodes have an owner");
  await expect(map.canvas.locator("[aria-live]", { hasText: "Trade fair" })).toBeAttached();
});

test("the keyboard comes back to the button once the picture is saved", async ({ openApp }) => {
  const page = await openApp();
  const map = await openBlank(page, "Workshop");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Trade fair");
  await page.keyboard.press("Enter");
  await map.tool("Export").click();
  await page.getByRole("menuitem", { name: "PNG" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Save PNG" }).click();
  await download;
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(map.tool("Export")).toBeFocused();
});

test("what is chosen in the palette is there for the next key", async ({ openApp }) => {
  const page = await openApp();
  await expect(page.getByRole("button", { name: "Open the sample map" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("textbox", { name: "Find an action or a node" })).toBeFocused();
  await page.keyboard.type("new map");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog", { name: "New map" }).waitFor();
  await page.keyboard.type("Spring workshop");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "Details" }).getByLabel("Title")).toHaveValue(
    "Spring workshop",
  );
});

test("the help names the keys of capturing", async ({ openApp }) => {
  const page = await openApp();
  await openBlank(page, "Workshop");
  await page.keyboard.press("F1");
  const help = page.getByRole("dialog", { name: "Help and keyboard shortcuts" });
  await expect(help.getByRole("row", { name: /^One more of the same kind below .* Enter$/ })).toBeVisible();
  await expect(
    help.getByRole("row", { name: /^Next touchpoint to the right, connected .* Tab$/ }),
  ).toBeVisible();
});

test("keys reach the map again when a dialog has left the focus nowhere", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Search on the web").click();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("i");
  await expect(map.node("Touchpoint: Search on the web")).toBeFocused();
  await expect(map.details.getByRole("radio", { name: "IT" })).toBeChecked();
});

test("details begin at the top for whatever is selected next", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Search on the web").click();
  await map.details.getByLabel("Systems").scrollIntoViewIfNeeded();
  await expect(map.details.getByLabel("Title")).not.toBeInViewport();
  await map.node("Touchpoint: Trade fair stand: first talk").click();
  await expect(map.details.getByLabel("Title")).toBeInViewport();
});

test("what is typed while a dialog still opens arrives in its field", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const node = map.node("Touchpoint: Order confirmation");
  await node.click();
  await expect(node).toBeFocused();
  // No waiting between the keys, on a slow computer.
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  const press = (key: string) => session.send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key });
  await Promise.all(["@", "N", "o", "r", "a"].map(press));
  const field = page.getByRole("dialog").getByLabel("Manager of “Order confirmation”");
  await expect(field.and(page.locator("input"))).toHaveValue("Nora");
  await page.keyboard.press("Enter");
  await expect(node).toBeFocused();
  await expect(map.details.getByLabel("Customer Touchpoint Manager").first()).toHaveValue("Nora");
});

test("an empty map says what to do, to whoever hears it too, and Tab comes to it first", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openBlank(page, "Workshop");
  await expect(map.canvas).toBeFocused();
  await expect(map.canvas).toHaveAccessibleDescription(/^An empty map Press Enter for the first touchpoint/);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "First touchpoint" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Trade fair");
  await page.keyboard.press("Enter");
  await expect(map.node("Touchpoint: Trade fair")).toBeVisible();
  await expect(map.canvas).toHaveAccessibleDescription("");
});
