import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { palettes } from "#scene/palette.ts";
import type { Theme } from "#ui/services.ts";
import { test } from "./fixtures.ts";
import { type MapPage, openSample } from "./map-page.ts";
import { openExport } from "./sample-file.ts";

const themes = Object.keys(palettes) as Theme[];

/** What axe finds on the page as it is now, in one line each. */
async function seesNothingWrong(page: Page, state: string): Promise<void> {
  await settled(page);
  const axe = new AxeBuilder({ page });
  // Themes differ in colours alone: what does not depend on them was looked at in the first one.
  const theme = await page.locator("html").getAttribute("data-theme");
  if (theme !== themes[0]) await looksAtColoursOnly(page, axe);
  const { violations } = await axe.analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`),
  );
  expect.soft(found, state).toEqual([]);
}

/** What lies over a page is looked at alone: the page behind it has had its turn. */
async function looksAtColoursOnly(page: Page, axe: AxeBuilder): Promise<void> {
  axe.withRules("color-contrast");
  if ((await page.getByRole("dialog").count()) === 0) return;
  for (const role of ["dialog", "listbox"] as const)
    if ((await page.getByRole(role).count()) > 0) axe.include(`[role="${role}"]`);
}

/** In the middle of a fade colours are too pale, and messages that come and go would be found or not by chance. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const running = () =>
      document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    while (running().length > 0) await Promise.allSettled(running().map(({ finished }) => finished));
  });
}

async function closeDialog(page: Page): Promise<void> {
  // The first Escape may be for a list within the dialog.
  await expect(async () => {
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0, { timeout: 1000 });
  }).toPass();
}

async function choosesAction(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page
    .getByRole("dialog", { name: /^Find / })
    .getByRole("textbox")
    .or(page.getByRole("dialog", { name: /^Find / }).getByRole("searchbox"))
    .fill(name);
  await page.keyboard.press("Enter");
}

for (const theme of themes) {
  test(`axe finds nothing in the library, ${theme}`, async ({ openApp }) => {
    const page = await openApp("/#/", { theme });
    await expect(page.getByRole("button", { name: /^B2B purchase/ })).toBeVisible();
    await seesNothingWrong(page, "welcome");
    await page.getByRole("button", { name: "New map" }).click();
    await expect(page.getByRole("dialog", { name: "New map" })).toBeVisible();
    await seesNothingWrong(page, "new map");
    await closeDialog(page);
    const map = await openSample(page);
    await map.saved();
    await page.getByRole("link", { name: "Maps" }).click();
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
    await seesNothingWrong(page, "library with a map");
    await page.getByRole("button", { name: /^Actions for / }).click();
    await expect(page.getByRole("menuitem", { name: "Duplicate" })).toBeVisible();
    await seesNothingWrong(page, "menu of a map");
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByRole("button", { name: "Bin (1)" }).click();
    await expect(page.getByRole("dialog", { name: "Bin" })).toBeVisible();
    await seesNothingWrong(page, "bin");
    await closeDialog(page);
    await page.getByRole("button", { name: "Settings and help" }).click();
    await expect(page.getByRole("menuitem", { name: /^Help/ })).toBeVisible();
    await seesNothingWrong(page, "settings");
  });

  test(`axe finds nothing on a map, ${theme}`, async ({ openApp }) => {
    test.slow();
    const page = await openApp("/#/", { theme, isMinimapOpen: true });
    const map = await openSample(page);
    await seesNothingWrong(page, "nothing selected");
    await map.node("Touchpoint: Configurator").click();
    await expect(map.details.getByRole("textbox", { name: "Title" })).toHaveValue("Configurator");
    await seesNothingWrong(page, "a touchpoint");
    await page.keyboard.press("Control+a");
    await expect(map.details).toContainText("32 nodes selected");
    await seesNothingWrong(page, "all nodes");
    await selectConnection(map);
    await seesNothingWrong(page, "a connection");
    await map.node("Persona: Petra, production manager").click();
    await page.keyboard.press("F2");
    await expect(map.canvas.getByRole("textbox")).toBeFocused();
    await seesNothingWrong(page, "a title being edited");
    await page.keyboard.press("Escape");
    await map.node("Touchpoint: Configurator").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Owner and manager" }).click();
    await expect(page.getByRole("menuitem", { name: "Owner: IT" })).toBeVisible();
    await seesNothingWrong(page, "context menu");
    await page.keyboard.press("Escape");
    await map.audit.getByRole("switch", { name: "Show gaps" }).click();
    await map.audit.getByRole("button", { name: "Choose a manager" }).first().click();
    await expect(page.getByRole("option", { name: "Anna Brandt" })).toBeVisible();
    await seesNothingWrong(page, "gaps shown, a manager being picked");
  });

  test(`axe finds nothing at the desk, ${theme}`, async ({ openApp }) => {
    test.slow();
    const page = await openApp("/#/", { theme });
    await openSample(page);
    await page.getByRole("link", { name: "Table", exact: true }).click();
    await page.locator('[data-row="9"] [data-name="managerId"]').click();
    await page.keyboard.type("l");
    await expect(page.getByRole("option", { name: "Léa Fournier" })).toBeVisible();
    await seesNothingWrong(page, "table, a cell");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Alt+ArrowDown");
    await expect(page.getByRole("menuitem", { name: "Hide column" })).toBeVisible();
    await seesNothingWrong(page, "table, a column");
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Audit", exact: true }).click();
    await page.getByText("Who owns what", { exact: true }).click();
    await page.getByRole("button", { name: /^Sales, Comparison/ }).click();
    await seesNothingWrong(page, "audit, a cell");
    await page.getByText("Findings", { exact: true }).first().click();
    await page.getByRole("button", { name: /^Critical/ }).click();
    await page
      .getByRole("button", { name: /^Dismiss / })
      .first()
      .click();
    await seesNothingWrong(page, "audit, a filter, a reason");
    await page.getByRole("button", { name: "Rules …" }).click();
    await expect(page.getByRole("dialog", { name: "Rules of this map" })).toBeVisible();
    await seesNothingWrong(page, "rules");
    await closeDialog(page);
    await page.getByText("Two views", { exact: true }).click();
    await seesNothingWrong(page, "two views");
    await page.getByText("Whole map, largest gap first", { exact: true }).first().click();
    await seesNothingWrong(page, "two views of the whole map");
    await page.getByText("RACI", { exact: true }).click();
    await page.getByRole("combobox", { name: "IT: Configurator" }).selectOption("I – is told");
    await seesNothingWrong(page, "RACI, a part that was changed");
    await page.getByRole("link", { name: "Plan", exact: true }).click();
    await page.getByRole("row").nth(1).getByRole("button").click();
    await expect(page.getByRole("complementary", { name: "Measure" })).toBeVisible();
    await seesNothingWrong(page, "plan, a measure");
    await page.getByText("Board", { exact: true }).click();
    await seesNothingWrong(page, "board");
    await page.getByText("Content", { exact: true }).click();
    await seesNothingWrong(page, "board of content");
    await page.getByText("List", { exact: true }).click();
    await page.getByRole("row").nth(1).getByRole("button").click();
    await seesNothingWrong(page, "content");
    await choosesAction(page, "Show report to print");
    await expect(page.getByRole("region", { name: "Report" })).toBeVisible();
    await seesNothingWrong(page, "report");
  });

  test(`axe finds nothing in the history, ${theme}`, async ({ openApp }) => {
    const page = await openApp("/#/", { theme });
    const map = await openSample(page);
    await page.getByRole("link", { name: "History", exact: true }).click();
    await seesNothingWrong(page, "history without a version");
    await page.getByRole("button", { name: "Keep this version …" }).click();
    await page.getByRole("textbox", { name: "Keep this version as" }).fill("Kick-off");
    await seesNothingWrong(page, "keep a version");
    await page.keyboard.press("Enter");
    await page.getByRole("radio", { name: /^Kick-off/u }).check();
    await page.getByRole("link", { name: "Map", exact: true }).click();
    await map.node("Touchpoint: Configurator").click();
    await page.keyboard.press("i");
    await page.keyboard.press("Delete");
    await page.getByRole("link", { name: "History", exact: true }).click();
    await page.getByRole("radio", { name: /^Kick-off/u }).check();
    await expect(page.getByRole("button", { name: "Restore", exact: true })).toBeEnabled();
    await seesNothingWrong(page, "a version");
    await page.getByText("Changes", { exact: true }).click();
    await expect(page.getByRole("heading", { name: "Nodes: removed" })).toBeVisible();
    await seesNothingWrong(page, "changes");
    await page.getByRole("button", { name: "Remove …" }).click();
    await expect(page.getByRole("dialog", { name: "Remove version" })).toBeVisible();
    await seesNothingWrong(page, "remove a version");
    await closeDialog(page);
    await page.getByRole("tab", { name: "Steps" }).click();
    await seesNothingWrong(page, "steps");
  });

  test(`axe finds nothing in the outline and in dialogs, ${theme}`, async ({ openApp }) => {
    test.slow();
    const page = await openApp("/#/", { theme });
    const map = await openSample(page);
    await page.getByRole("link", { name: "Outline" }).click();
    await expect(page.getByRole("treeitem", { name: /^Touchpoint: Configurator/ })).toBeVisible();
    await seesNothingWrong(page, "outline");
    await page.getByRole("treeitem", { name: /^Touchpoint: Configurator/ }).click();
    await page.keyboard.press("F2");
    await expect(page.getByRole("tree").getByRole("textbox")).toBeFocused();
    await seesNothingWrong(page, "outline, a title being edited");
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Map", exact: true }).click();
    await expect(map.node("Touchpoint: Configurator")).toBeVisible();
    for (const [action, heading, isSearch] of dialogs) {
      await choosesAction(page, action);
      await expect(page.getByRole("dialog", { name: heading })).toBeVisible();
      // The list of a search is told to a screen reader with the first letter.
      if (isSearch) await page.keyboard.type("a");
      await seesNothingWrong(page, heading);
      await closeDialog(page);
    }
    await openExport(page, "PNG");
    await expect(page.getByRole("dialog", { name: "Save as PNG" })).toBeVisible();
    await seesNothingWrong(page, "picture");
    await closeDialog(page);
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog", { name: /^Find / })).toBeVisible();
    await seesNothingWrong(page, "action search");
  });
}

/** Action and heading of the dialogs that open from the action search, and whether one types to search in them. */
const dialogs = [
  ["People", "People", false],
  ["History", "History", false],
  ["Help", "Help and keyboard shortcuts", false],
  ["Where", "Where your maps are kept", false],
  ["Connect", "Connect “Configurator” to …", true],
  ["Assign", "Manager of “Configurator”", true],
] as const;

async function selectConnection({ canvas, details, page }: MapPage): Promise<void> {
  await canvas
    .getByRole("group", { name: /^Connection from / })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await expect(details.getByRole("heading", { name: "Connection" })).toBeVisible();
}

test("Tab goes through a map page and out again, without a trap", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await page.getByRole("link", { name: "Maps", exact: true }).focus();
  const places = {
    views: page.getByRole("navigation", { name: "Views" }),
    tools: page.getByRole("toolbar", { name: "Tools" }),
    canvas: map.canvas,
    audit: map.audit,
    details: map.details,
  };
  const names = Object.keys(places);
  const elements = await Promise.all(Object.values(places).map((place) => place.elementHandle()));
  const reached = new Set<string>();
  let isOut = false;
  for (let step = 0; step < 1500 && !isOut; step += 1) {
    await page.keyboard.press("Tab");
    const { inside, isBody } = await page.evaluate(
      (all) => ({
        inside: all.map((element) => element?.contains(document.activeElement) ?? false),
        isBody: document.activeElement === document.body,
      }),
      elements,
    );
    for (const [index, name] of names.entries()) if (inside[index]) reached.add(name);
    isOut = isBody;
  }
  expect([...reached].sort()).toEqual(names.sort());
  expect(isOut).toBe(true);
});

test("what has the keyboard shows it", async ({ openApp }) => {
  const page = await openApp();
  await openSample(page);
  const unmarked: string[] = [];
  await page.getByRole("link", { name: "Maps" }).focus();
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | SVGElement | null;
      if (!element || element === document.body) return null;
      const look = (target: Element, pseudo: string | null) => {
        const style = getComputedStyle(target, pseudo);
        const { outlineStyle, outlineWidth, boxShadow, borderColor, borderWidth, backgroundColor } = style;
        return [
          outlineStyle,
          outlineWidth,
          boxShadow,
          borderColor,
          borderWidth,
          backgroundColor,
          style.stroke,
        ].join();
      };
      const parts = [element, element.parentElement, ...[...element.querySelectorAll("*")].slice(0, 20)];
      const looks = () =>
        parts.flatMap((part) => (part ? [look(part, null), look(part, "::after")] : [])).join();
      const focused = looks();
      element.blur();
      const blurred = looks();
      element.focus();
      return focused === blurred ? element.outerHTML.slice(0, 200) : null;
    });
    if (found !== null) unmarked.push(found);
  }
  expect(unmarked).toEqual([]);
});
