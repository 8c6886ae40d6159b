import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { guardContexts } from "./guard.ts";

test("the guard sees requests to elsewhere, errors and exceptions", async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  const guard = guardContexts(baseURL ?? "");
  await guard.watch(context);
  const page = await context.newPage();
  await page.goto(baseURL ?? "");
  await expect(page.getByRole("heading").first()).toBeVisible();
  expect(guard.problems()).toEqual([]);
  const seen = () => guard.problems().join("\n");
  await page.evaluate(() => {
    console.error("a console error");
    setTimeout(() => {
      throw new Error("an exception");
    });
  });
  await expect.poll(seen).toContain("a console error");
  await expect.poll(seen).toContain("an exception");
  // The page's own policy lets no picture from elsewhere be asked for: this page has none.
  const other = await context.newPage();
  await other.setContent('<img src="http://127.0.0.2:9/elsewhere.png" alt="">');
  await expect.poll(seen).toContain("request to another origin: http://127.0.0.2:9/elsewhere.png");
  guard.expect(/a console error/);
  expect(seen()).not.toContain("a console error");
  await context.close();
});

test("a profile keeps what the browser kept when it is closed and opened again", async ({ profile }) => {
  const first = await profile.open();
  await first.goto("/#/");
  await first.evaluate(() => localStorage.setItem("kept", "yes"));
  await profile.close();
  const second = await profile.open();
  await second.goto("/#/");
  expect(await second.evaluate(() => localStorage.getItem("kept"))).toBe("yes");
});
