import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";

test("the library opens", async ({ openApp }) => {
  const page = await openApp();
  await expect(page.getByRole("heading", { name: "Maps", exact: true })).toBeVisible();
});

test("the library opens in German", async ({ openApp }) => {
  const page = await openApp("/#/", { language: "de", theme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});
