import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { type MapPage, openSample } from "./map-page.ts";

const HISTORY = { name: "History", exact: true } as const;

async function keepAs({ page }: MapPage, name: string): Promise<void> {
  await page.getByRole("link", HISTORY).click();
  await page.getByRole("button", { name: "Keep this version …" }).click();
  await page.getByRole("textbox", { name: "Keep this version as" }).fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: new RegExp(`^${name}`, "u") })).toBeVisible();
}

async function backToMap({ page, node }: MapPage): Promise<void> {
  await page.getByRole("link", { name: "Map", exact: true }).click();
  await expect(node("Touchpoint: Configurator")).toBeVisible();
}

/** What is wrong with the sample is put right, and a note goes. */
async function workOn(map: MapPage): Promise<void> {
  await map.node("Touchpoint: Configurator").click();
  await map.page.keyboard.press("i");
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
  await map.node("Note: Who calls after the fair?").click();
  await map.page.keyboard.press("Delete");
  await expect(map.node("Note: Who calls after the fair?")).toHaveCount(0);
}

test("a named version is restored as a step; what was there is a version and comes back by undo", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openSample(page);
  await keepAs(map, "Kick-off");
  await backToMap(map);
  await workOn(map);
  await map.saved();
  await page.reload();
  await page.getByRole("link", HISTORY).click();
  await page.getByRole("radio", { name: /^Kick-off/u }).check();
  await expect(page.getByRole("img", { name: "Picture of: Kick-off" })).toBeVisible();
  await page.getByRole("button", { name: "Restore", exact: true }).click();
  await expect(map.node("Note: Who calls after the fair?")).toBeVisible();
  await expect(map.audit).toContainText("22 of 30 nodes have an owner");
  await map.saved();
  await page.reload();
  await expect(map.audit).toContainText("22 of 30 nodes have an owner");
  await page.getByRole("link", HISTORY).click();
  await expect(page.getByRole("radio", { name: /^Before an older version was restored/u })).toBeVisible();
  await backToMap(map);
  await map.tool("Undo").click();
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
  await expect(map.node("Note: Who calls after the fair?")).toHaveCount(0);
});

test("a version becomes a map of its own beside the present one", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await keepAs(map, "Kick-off");
  await backToMap(map);
  await workOn(map);
  await page.getByRole("link", HISTORY).click();
  await page.getByRole("radio", { name: /^Kick-off/u }).check();
  await page.getByRole("button", { name: "Restore as a copy" }).click();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Title of the map" })).toHaveValue(/\(Kick-off\)$/u);
  await expect(map.audit).toContainText("22 of 30 nodes have an owner");
  await page.getByRole("link", HISTORY).click();
  await expect(page.getByText(/^No version has been kept yet/u)).toBeVisible();
  await page.getByRole("link", { name: "Maps", exact: true }).click();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(2);
});

test("comparing says who became responsible first and leads to the node on the map", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await keepAs(map, "Kick-off");
  await backToMap(map);
  await workOn(map);
  await page.getByRole("link", HISTORY).click();
  await page.getByRole("radio", { name: /^Kick-off/u }).check();
  await page.getByText("Changes", { exact: true }).click();
  await expect(page.getByRole("heading", { level: 3 })).toHaveText([
    "Responsibility: changed",
    "Nodes: removed",
  ]);
  await expect(page.getByText("With an owner: 22 of 30 before, 23 of 30 after")).toBeVisible();
  await page.getByRole("button", { name: "Show on the map: Touchpoint: Configurator" }).click();
  await expect(map.details.getByRole("textbox", { name: "Title" })).toHaveValue("Configurator");
  await expect(map.node("Touchpoint: Configurator")).toBeInViewport();
});

test("the history is worked with by keyboard alone, and no key edits the map there", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Configurator").click();
  await page.getByRole("link", HISTORY).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: /^Current state/u }).focus();
  await page.keyboard.press("Delete");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Alt+3");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("keep this");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Keep this version as" })).toBeFocused();
  await page.keyboard.type("Kick-off");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: /^Kick-off/u })).toBeVisible();
  await page.getByRole("radio", { name: /^Current state/u }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("heading", { name: "Kick-off" })).toBeVisible();
  await expect(page.getByText("32 nodes, 25 connections").first()).toBeVisible();
  await page.getByRole("button", { name: "Rename …" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Second thoughts");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Second thoughts" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Rename …" })).toBeFocused();
  await page.getByRole("img", { name: "Picture of: Second thoughts" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("radio", { name: /^Current state/u })).toHaveAccessibleDescription(
    /^32.nodes/u,
  );
});

test("F50 versions stand in the order in which they were kept, whatever the clock says, and none goes", async ({
  openApp,
}) => {
  const page = await openApp();
  const map = await openSample(page);
  const times = {
    first: "2026-03-01T10:00:00Z",
    second: "2027-03-01T10:00:00Z",
    third: "2026-03-01T08:00:00Z",
  };
  for (const [name, time] of Object.entries(times)) {
    await page.clock.setSystemTime(time);
    await keepAs(map, name);
    await backToMap(map);
    await map.node("Touchpoint: Configurator").click();
    await page.keyboard.press(name === "second" ? "s" : "i");
    await map.saved();
  }
  await page.reload();
  await page.getByRole("link", HISTORY).click();
  const names = page.getByRole("radio", { name: /^(first|second|third)/u });
  await expect(names).toHaveCount(3);
  for (const [place, name] of ["third", "second", "first"].entries()) {
    await expect(names.nth(place)).toHaveAccessibleName(new RegExp(`^${name} .*202[67]`, "u"));
  }
  await page.getByRole("radio", { name: /^second/u }).check();
  await page.getByText("Changes", { exact: true }).click();
  await expect(page.getByText(/^From “second, Mar 1, 2027, .*” to “Current state”$/u)).toBeVisible();
});

test("the picture of a version shows the map, whole and enlarged", async ({ openApp }) => {
  const page = await openApp();
  await openSample(page);
  await page.getByRole("link", HISTORY).click();
  const picture = page.getByRole("img", { name: "Picture of: Current state" });
  const colors = () =>
    picture.locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: [],
      };
      const seen = new Set<string>();
      for (let at = 0; at < data.length; at += 4) seen.add([data[at], data[at + 1], data[at + 2]].join());
      return seen.size;
    });
  const scrolls = () => picture.evaluate((frame) => frame.scrollWidth > frame.clientWidth);
  await expect.poll(colors).toBeGreaterThan(50);
  expect(await scrolls()).toBe(false);
  for (let times = 0; times < 4; times += 1) {
    await page.getByRole("button", { name: "Enlarge the picture" }).click();
  }
  expect(await scrolls()).toBe(true);
  await picture.evaluate((frame) => frame.scrollTo(400, 200));
  await expect.poll(colors).toBeGreaterThan(50);
  await page.getByRole("button", { name: "Whole picture" }).click();
  expect(await scrolls()).toBe(false);
});
