import { expect, type Page } from "@playwright/test";
import { test } from "./fixtures.ts";

/** Texts of the page in one string: what is to be seen, and what stands in names and hints. */
async function textsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const attributes = ["aria-label", "title", "placeholder", "alt", "aria-description"];
    const names = [...document.querySelectorAll("*")].flatMap((element) =>
      attributes.map((attribute) => element.getAttribute(attribute) ?? ""),
    );
    // biome-ignore lint/performance/useDomNodeTextContent: each text in a line of its own, as it is seen.
    return [document.body.innerText, ...names].join("\n");
  });
}

async function chooseLanguage(page: Page, menu: string, language: string): Promise<void> {
  await page.getByRole("button", { name: menu }).click();
  await page.getByRole("menuitemradio", { name: language, exact: true }).click();
}

test.describe("in a German browser", () => {
  test.use({ locale: "de-DE" });

  test("the product speaks German, switches to English and back, and remembers it", async ({ openApp }) => {
    const page = await openApp();
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page.getByRole("button", { name: "Neue Map" })).toBeVisible();
    await chooseLanguage(page, "Einstellungen und Hilfe", "English");
    await expect(page.getByRole("button", { name: "New map" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.reload();
    await expect(page.getByRole("button", { name: "New map" })).toBeVisible();
    await chooseLanguage(page, "Settings and help", "Deutsch");
    await expect(page.getByRole("button", { name: "Neue Map" })).toBeVisible();
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page.getByRole("button", { name: "Neue Map" })).toBeVisible();
  });

  test("words are counted and dates written as Germans do", async ({ openApp }) => {
    const page = await openApp();
    await page.getByRole("button", { name: "Neue Map" }).click();
    const dialog = page.getByRole("dialog", { name: "Neue Map" });
    await dialog.getByRole("textbox", { name: "Titel" }).fill("Zählen");
    await dialog.getByRole("button", { name: "Map anlegen" }).click();
    const tools = page.getByRole("toolbar", { name: "Werkzeuge" });
    await tools.getByRole("button", { name: "Notiz hinzufügen" }).click();
    await page.keyboard.type("Bezahlen");
    await page.keyboard.press("Enter");
    const saved = page.getByRole("status").filter({ hasText: /^Gespeichert$/ });
    const audit = page.getByRole("region", { name: "Audit" });
    await expect(audit).toContainText("0 von 0 Knoten");
    await expect(saved).toBeVisible();
    await page.getByRole("link", { name: "Maps", exact: true }).click();
    const card = page.getByRole("main").getByRole("listitem");
    await expect(card).toContainText("1 Knoten");
    await expect(card).toContainText("Letzte Änderung: gerade eben");
    const month = new Intl.DateTimeFormat("de", { month: "long", timeZone: "Europe/Berlin" }).format(
      new Date(),
    );
    await expect(card.getByTitle(new RegExp(`\\d+\\. ${month} \\d{4}`))).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: /^1 Map$/ })).toBeVisible();
    await card.getByRole("link", { name: "Zählen" }).click();
    await tools.getByRole("button", { name: "Persona hinzufügen" }).click();
    await page.keyboard.type("Käuferin");
    await page.keyboard.press("Enter");
    await expect(audit).toContainText("0 von 1 Knoten");
    await expect(saved).toBeVisible();
    await page.getByRole("link", { name: "Maps", exact: true }).click();
    await expect(card).toContainText("2 Knoten");
  });
});

test("English tells one from several", async ({ openApp }) => {
  const page = await openApp();
  await page.getByRole("button", { name: "Open the sample map" }).click();
  const details = page.getByRole("region", { name: "Details" });
  await page.getByRole("region", { name: "Map canvas" }).focus();
  await page.keyboard.press("Control+a");
  await expect(details).toContainText("32 nodes selected");
  await page.getByRole("link", { name: "Maps", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: /^1 map$/ })).toBeVisible();
  await page.getByRole("button", { name: "Open the sample map" }).click();
  await page.getByRole("link", { name: "Maps", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: /^2 maps$/ })).toBeVisible();
});

test.describe("in a Swiss browser", () => {
  test.use({ locale: "de-CH" });

  test("no ß is to be seen or heard anywhere", async ({ openApp }) => {
    const page = await openApp();
    await expect(page.locator("html")).toHaveAttribute("lang", "de-CH");
    const pages: string[] = [];
    const look = async () => pages.push(await textsOf(page));
    await expect(page.getByRole("button", { name: /^B2B/ })).toBeVisible();
    await look();
    await page.getByRole("button", { name: /^B2B/ }).click();
    const details = page.getByRole("region", { name: "Details" });
    await expect(details).toBeVisible();
    await look();
    await page
      .getByRole("region", { name: "Audit" })
      .getByRole("button", { name: /^Touchpoint: / })
      .first()
      .click();
    await expect(details.getByRole("textbox", { name: "Titel" })).not.toHaveValue("");
    await look();
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toBeVisible();
    await look();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Exportieren", exact: true }).click();
    await page.getByRole("menuitem", { name: "PNG" }).click();
    await expect(page.getByRole("dialog", { name: "Als PNG speichern" })).toContainText("Grösse");
    await look();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Gliederung" }).click();
    await expect(page.getByRole("tree")).toBeVisible();
    await look();
    await page.getByRole("link", { name: "Maps", exact: true }).click();
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
    await look();
    const lines = pages.join("\n").split("\n");
    expect(lines.filter((line) => line.includes("ß"))).toEqual([]);
    expect(lines.length).toBeGreaterThan(300);
  });
});
