import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { centre, drag, openBlank, openSample } from "./map-page.ts";

test("a map is captured without touching the mouse", async ({ openApp }) => {
  const page = await openApp();
  const map = await openBlank(page, "Workshop");
  await expect(map.canvas).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("Trade fair");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Call back");
  await page.keyboard.press("Enter");
  await expect(map.node("Touchpoint: Call back")).toBeFocused();
  await page.keyboard.press("s");
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Offer by mail");
  await page.keyboard.press("Enter");
  await page.keyboard.press("m");
  await expect(map.audit).toContainText("2 of 4 nodes have an owner");
  await page.keyboard.press("ArrowUp");
  await expect(map.node("Touchpoint: Call back")).toBeFocused();
  await page.keyboard.press("@");
  await page.keyboard.type("Mehmet Aydın");
  await page.keyboard.press("Enter");
  await expect(map.details.getByLabel("Customer Touchpoint Manager")).toHaveValue("Mehmet Aydın");
  await expect(map.node("Touchpoint: Call back")).toBeFocused();
  await page.keyboard.press("R");
  await page.keyboard.type("ückruf");
  await page.keyboard.press("Enter");
  await expect(map.node("Touchpoint: Rückruf")).toBeFocused();
  await expect(
    map.canvas.getByRole("group", { name: /^Connection from Trade fair to Rückruf/ }),
  ).toBeAttached();
  await map.saved();
  await page.reload();
  await expect(map.node("Touchpoint: Offer by mail")).toBeVisible();
  await expect(map.audit).toContainText("2 of 4 nodes have an owner");
});

test("Escape gives the keyboard back to the page, so that Tab moves on", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Search on the web").click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(map.tool("Undo")).toHaveAttribute("aria-disabled", "true");
});

test("a touchpoint dropped into another cell takes its stage, in one step", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const card = map.node("Touchpoint: Search on the web");
  const start = await centre(card);
  const target = await centre(map.node("Touchpoint: On-site appointment"));
  await drag(page, start, { x: target.x, y: target.y + 60 });
  await expect(map.details.getByLabel("Stage")).toHaveValue("Purchase");
  const dropped = await centre(card);
  expect(Math.abs(dropped.x - target.x)).toBeLessThan(3);
  expect(dropped.y).toBeGreaterThan(target.y + 20);
  await map.tool("Undo").click();
  await expect(map.details.getByLabel("Stage")).toHaveValue("Search");
  const back = await centre(card);
  expect(Math.hypot(back.x - start.x, back.y - start.y)).toBeLessThan(3);
  await map.tool("Redo").click();
  await expect(map.details.getByLabel("Stage")).toHaveValue("Purchase");
});

test("several nodes are chosen by a box and dragged together", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const offer = await map.node("Touchpoint: Offer as a PDF").boundingBox();
  const query = await map.node("Touchpoint: Query about the payment schedule").boundingBox();
  if (!offer || !query) throw new Error("the sample is not in view");
  await drag(
    page,
    { x: offer.x - 8, y: offer.y + 4 },
    { x: query.x + query.width + 6, y: query.y + query.height + 4 },
  );
  await expect(map.details).toContainText("2 touchpoints");
  const before = await centre(map.node("Touchpoint: Order in the portal"));
  await drag(page, await centre(map.node("Touchpoint: Offer as a PDF")), { x: before.x + 180, y: before.y });
  await expect(map.tool("Undo")).toHaveAttribute("aria-disabled", "false");
  await map.tool("Undo").hover();
  await expect(page.getByRole("tooltip")).toContainText("Undo: move 2 touchpoints");
  const after = await map.node("Touchpoint: Offer as a PDF").boundingBox();
  expect(after?.x).toBeGreaterThan(offer.x + 100);
});

test("a lane takes its touchpoints and its persona along", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const first = map.node("Journey: Finding and introducing a new milling machine");
  const second = map.node("Journey: Obtaining offers and ordering");
  const card = map.node("Touchpoint: Search on the web");
  const persona = map.node("Persona: Petra, production manager");
  const was = { first: await centre(first), card: await centre(card), persona: await centre(persona) };
  const below = await second.boundingBox();
  if (!below) throw new Error("the second lane is not in view");
  await drag(page, was.first, {
    x: was.first.x,
    y: below.y + below.height + 20 + (was.first.y - (below.y - 200)) / 9,
  });
  const by = (await centre(first)).y - was.first.y;
  expect(by).toBeGreaterThan(50);
  expect((await centre(card)).y - was.card.y).toBeCloseTo(by, 0);
  expect((await centre(persona)).y - was.persona.y).toBeCloseTo(by, 0);
  await page.keyboard.press("Control+z");
  expect((await centre(card)).y).toBeCloseTo(was.card.y, 0);
});

test("connections are drawn from node to node and onto the empty canvas", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const from = map.node("Touchpoint: Order confirmation");
  await from.hover();
  const box = await from.boundingBox();
  if (!box) throw new Error("not in view");
  const handle = { x: box.x + box.width, y: box.y + box.height / 2 };
  await drag(page, handle, await centre(map.node("Touchpoint: Operator training")));
  await expect(
    map.canvas.getByRole("group", { name: /^Connection from Order confirmation to Operator training/ }),
  ).toBeAttached();
  await from.hover();
  await drag(page, handle, { x: handle.x + 100, y: handle.y });
  await page.keyboard.type("Delivery note");
  await page.keyboard.press("Enter");
  await expect(map.node("Touchpoint: Delivery note")).toBeVisible();
  await expect(
    map.canvas.getByRole("group", { name: /^Connection from Order confirmation to Delivery note/ }),
  ).toBeAttached();
  await expect(map.details.getByLabel("Title")).toHaveValue("Delivery note");
  await expect(map.details.getByLabel("Stage")).toHaveValue("Commissioning");
});

test("connections are made by keyboard", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Order confirmation").click();
  await page.keyboard.press("Control+Shift+L");
  await page.keyboard.type("Operator");
  await page.keyboard.press("Enter");
  await expect(
    map.canvas.getByRole("group", { name: /^Connection from Order confirmation to Operator training/ }),
  ).toBeAttached();
});

test("copy and paste work in the map, into another map and into another tab", async ({
  openApp,
  context,
}) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Offer as a PDF").click();
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+v");
  await expect(map.node("Touchpoint: Offer as a PDF")).toHaveCount(2);
  await page.keyboard.press("Control+d");
  await expect(map.node("Touchpoint: Offer as a PDF")).toHaveCount(3);
  await page.keyboard.press("Control+x");
  await expect(map.node("Touchpoint: Offer as a PDF")).toHaveCount(2);

  const other = await context.newPage();
  await other.goto("/#/");
  const target = await openBlank(other, "Another map");
  await target.canvas.focus();
  await other.keyboard.press("Control+v");
  await expect(target.node("Touchpoint: Offer as a PDF")).toHaveCount(1);
  await expect(target.details.getByLabel("Customer Touchpoint Manager")).toHaveValue("Mehmet Aydın");
  await other.close();
});

test("lines of text become touchpoints", async ({ openApp, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await openApp();
  const map = await openBlank(page, "Lines");
  await map.canvas.focus();
  await page.evaluate(() => navigator.clipboard.writeText("1. Messe\n2. Rückruf\n\n- Angebot"));
  await page.keyboard.press("Control+v");
  for (const title of ["Messe", "Rückruf", "Angebot"])
    await expect(map.node(`Touchpoint: ${title}`)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(map.node("Touchpoint: Messe")).toHaveCount(0);
});

test("stages are added, renamed, moved and removed; what stood in one stays", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const stages = map.canvas.getByRole("list", { name: "Stages" });
  await map.canvas.getByRole("button", { name: "Add stage" }).click();
  await page.keyboard.type("Farewell");
  await page.keyboard.press("Enter");
  await expect(stages.getByRole("button", { name: "Stage: Farewell" })).toBeVisible();
  const card = map.node("Touchpoint: On-site appointment");
  const before = await centre(card);
  await stages.getByRole("button", { name: "Menu of stage Purchase" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Move left" }).click();
  await expect.poll(async () => (await centre(card)).x).toBeLessThan(before.x - 50);
  await stages.getByRole("button", { name: "Stage: Purchase" }).focus();
  await page.keyboard.press("Delete");
  await expect(stages.getByRole("button", { name: "Stage: Purchase" })).toHaveCount(0);
  await expect(stages).toContainText("No stage");
  await page.getByRole("button", { name: "Whole map in view" }).click();
  await page.waitForTimeout(400);
  await card.click();
  await expect(map.details.getByRole("combobox", { name: "Stage" })).toHaveValue("No stage");
  await expect(map.node("Touchpoint: Contract negotiation")).toBeVisible();
});

test("the context menu offers what is possible, also for a note", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Note: Who calls after the fair?").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Turn into" }).hover();
  await page.getByRole("menuitem", { name: "Turn note into touchpoint" }).click();
  await expect(map.node("Touchpoint: Who calls after the fair?")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(map.node("Note: Who calls after the fair?")).toBeVisible();
  await map
    .node("Touchpoint: Hotline")
    .or(map.node("Touchpoint: Calling the hotline"))
    .click({ button: "right" });
  await page.getByRole("menuitem", { name: "Owner and manager" }).click();
  await page.getByRole("menuitem", { name: "Owner: IT" }).click();
  await expect(map.audit).toContainText("23 of 30 nodes have an owner");
});

test("far away, painted nodes can still be selected, moved and found", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  const card = map.node("Touchpoint: Configurator");
  const zoomOut = page.getByRole("button", { name: "Zoom out" });
  for (let step = 0; step < 3; step += 1) {
    await zoomOut.click();
    await page.waitForTimeout(350);
  }
  await expect(card).toHaveCount(0);
  await page.keyboard.press("Escape");
  await map.audit
    .getByRole("button", { name: /Configurator/ })
    .first()
    .click();
  await expect(card).toBeVisible();
  const start = await centre(card);
  await drag(page, start, { x: start.x + 300, y: start.y });
  await expect(map.tool("Undo")).toHaveAttribute("aria-disabled", "false");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+a");
  await expect(map.details).toContainText("32 nodes");
});

test("the view is remembered", async ({ openApp }) => {
  const page = await openApp();
  await openSample(page);
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.waitForTimeout(400);
  const level = page.getByRole("button", { name: /^Zoom: / });
  const before = await level.textContent();
  await page.reload();
  await expect(level).toHaveText(before ?? "");
});

test("a node is found by a word in it, also without its accents", async ({ openApp }) => {
  const page = await openApp("/#/", { language: "de" });
  await page.getByRole("button", { name: "Beispiel-Map öffnen" }).first().click();
  await page.waitForURL(/#\/map\//);
  await expect(page.getByRole("region", { name: "Details" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("textbox", { name: "Aktion oder Knoten suchen" })).toBeFocused();
  await page.keyboard.type("ruckruf vertrieb");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("group", { name: "Touchpoint: Rückruf des Vertriebs", exact: true }),
  ).toBeFocused();
  await expect(page.getByRole("region", { name: "Details" }).getByLabel("Titel")).toHaveValue(
    "Rückruf des Vertriebs",
  );
});

test("Escape takes a card back that was never named", async ({ openApp }) => {
  const page = await openApp();
  const map = await openSample(page);
  await map.node("Touchpoint: Order confirmation").click();
  await page.keyboard.press("Tab");
  await expect(map.canvas.getByRole("textbox", { name: /^Title/ })).toBeFocused();
  await page.keyboard.type("Wrong");
  await page.keyboard.press("Escape");
  await expect(map.node("Touchpoint: Order confirmation")).toBeFocused();
  await expect(map.node("Touchpoint: Untitled")).toHaveCount(0);
  await expect(map.audit).toContainText("22 of 30 nodes have an owner");
});
