import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { openSample, pressUntilAt } from "./map-page.ts";

test("the counts add up and select what they count", async ({ openApp }) => {
  const page = await openApp();
  const { audit, details } = await openSample(page);
  const disciplines = audit.getByRole("group", { name: "By discipline" });
  let sum = 0;
  for (const name of ["Marketing", "Sales", "IT", "Nobody"]) {
    const button = disciplines.getByRole("button", { name: new RegExp(`^${name} \\d+ nodes?$`) });
    const count = Number((await button.textContent())?.match(/\d+/)?.[0]);
    await button.click();
    await expect(
      details.getByRole("heading", { name: new RegExp(`^${count} \\w+ selected$`) }),
    ).toBeVisible();
    sum += count;
  }
  expect(sum).toBe(30);
  const managers = audit.getByRole("group", { name: "By Customer Touchpoint Manager" });
  await managers.getByRole("button", { name: /^Anna Brandt/ }).click();
  await expect(details.getByLabel("Customer Touchpoint Manager").first()).toHaveValue("Anna Brandt");
  await managers.getByRole("button", { name: /^Nobody 6 nodes/ }).click();
  await expect(details.getByRole("heading", { name: /^6 nodes selected$/ })).toBeVisible();
});

test("“show gaps” fades what is in order and nothing else", async ({ openApp }) => {
  const page = await openApp();
  const { audit, node } = await openSample(page);
  const strength = (name: string) =>
    node(name).evaluate((element) =>
      [element, ...element.querySelectorAll("*")].reduce(
        (least, part) => Math.min(least, Number(getComputedStyle(part).opacity)),
        Number.parseFloat(getComputedStyle(element.firstElementChild ?? element).opacity),
      ),
    );
  const [gap, sound] = ["Touchpoint: Configurator", "Touchpoint: Search on the web"];
  const before = { gap: await strength(gap), sound: await strength(sound) };
  const toggle = audit.getByRole("switch", { name: "Show gaps" });
  await page.keyboard.press("F6");
  await pressUntilAt(toggle, "Tab", 5);
  await page.keyboard.press("Space");
  await expect(toggle).toBeChecked();
  await expect.poll(() => strength(sound)).toBeLessThan(0.5);
  expect(await strength(gap)).toBe(before.gap);
  await page.keyboard.press("Space");
  await expect.poll(() => strength(sound)).toBe(before.sound);
});

test("a finding far away is brought into view, also from the outline", async ({ openApp }) => {
  const page = await openApp();
  const { audit, node, details } = await openSample(page);
  const zoomIn = page.getByRole("button", { name: "Zoom in" });
  for (let step = 0; step < 4; step += 1) await zoomIn.click();
  const name = "Touchpoint: Calling the hotline";
  const finding = audit.getByRole("button", { name }).first();
  await finding.click();
  await expect(node(name)).toBeInViewport({ ratio: 0.99 });
  await expect(finding).toHaveAttribute("aria-current", "true");
  await page.getByRole("link", { name: "Outline" }).click();
  await audit.getByRole("button", { name: "Touchpoint: Configurator" }).first().click();
  await expect(details.getByRole("textbox", { name: "Title" })).toHaveValue("Configurator");
});

test("findings about a stage, an empty cell and a line of the plan lead to their places", async ({
  openApp,
}) => {
  const page = await openApp();
  const { audit, canvas } = await openSample(page);
  const finding = (start: string) => page.locator(`[data-finding^="${start}"]`).last();
  const stages = canvas.getByRole("button", { name: /^Stage: / });
  await stages.first().press("Enter");
  await page.keyboard.type("Sales");
  await page.keyboard.press("Enter");
  for (let step = 0; step < 6; step += 1) await page.getByRole("button", { name: "Zoom in" }).click();
  const goFromDesk = async (search: string, start: string) => {
    await page.getByRole("link", { name: "Audit", exact: true }).click();
    await page.getByRole("searchbox", { name: "Search findings" }).fill(search);
    await finding(start).locator("[data-show]").click();
    await expect(page).toHaveURL(/#\/map\/[^/]+$/);
  };
  await goFromDesk("Stage without", "empty-stage:n-j2,s6");
  // But for what sums of fractions are off.
  await expect(stages.nth(5)).toBeInViewport({ ratio: 0.999 });
  await expect(stages.first()).not.toBeInViewport();
  await goFromDesk("department", "stage-is-department");
  await expect(stages.first()).toBeFocused();
  await expect(stages.first()).toBeInViewport({ ratio: 0.999 });

  await page.getByRole("link", { name: "Plan", exact: true }).click();
  await page.getByRole("button", { name: "Add measure" }).click();
  await page.getByRole("textbox", { name: "What is done" }).fill("Ask them");
  await page.getByRole("link", { name: "Map", exact: true }).click();
  const measure = audit.getByRole("button", { name: "Ask them", exact: true });
  await expect(async () => {
    await audit.getByRole("listitem").last().scrollIntoViewIfNeeded();
    expect(await measure.count()).toBeGreaterThan(0);
  }).toPass();
  await measure.first().click();
  await expect(page.getByRole("complementary", { name: "Measure" })).toBeVisible();
});

test("gaps are settled by keyboard alone, one after the other", async ({ openApp }) => {
  const page = await openApp();
  const { audit, canvas, details } = await openSample(page);
  const gapsIn = (rule: string) => audit.locator(`[data-finding^="${rule}"]`);
  const gaps = gapsIn("no-owner").or(gapsIn("moment-of-truth"));
  const before = await gaps.count();
  await expect(canvas).toBeFocused();
  await page.keyboard.press("F6");
  await expect(audit.getByRole("button", { name: "Next gap" })).toBeFocused();
  const owner = audit.getByRole("group", { name: /^Owner of / }).first();
  await pressUntilAt(owner.getByRole("button", { name: "IT" }), "Tab", 20);
  await page.keyboard.press("Enter");
  await expect(audit).toContainText("23 of 30 nodes have an owner");
  // The keyboard is on the next finding, and what settles it is the next stop.
  await expect(audit.locator("[data-finding]:focus")).toHaveCount(1);
  await page.keyboard.press("i");
  await expect(audit).toContainText("24 of 30 nodes have an owner");
  expect(await gaps.count()).toBeLessThan(before - 1);
  const withoutManager = gapsIn("no-manager").first();
  await pressUntilAt(withoutManager.locator("[data-show]"), "ArrowDown", 40);
  await pressUntilAt(withoutManager.getByRole("button", { name: "Choose a manager" }), "Tab", 5);
  await page.keyboard.press("Enter");
  await page.keyboard.type("anna");
  await page.keyboard.press("Enter");
  await expect(audit).toContainText("25 of 30 nodes have a manager");
  // From a finding to the details, and back to the same one.
  const place = audit.locator("li:focus-within");
  const id = await place.getAttribute("data-finding");
  await page.keyboard.press("F6");
  await expect(details.locator(":focus")).toHaveCount(1);
  await page.keyboard.press("Shift+F6");
  await expect(place).toHaveAttribute("data-finding", id ?? "");
  await page.keyboard.press("F8");
  await expect(canvas.locator(":focus")).toHaveCount(1);
});
