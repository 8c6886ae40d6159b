import { expect } from "@playwright/test";
import { test } from "./fixtures.ts";
import { guardContexts } from "./guard.ts";

test("the guard sees requests to elsewhere, errors and policy violations", async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  const guard = guardContexts(baseURL ?? "");
  guard.watch(context);
  const page = await context.newPage();
  await page.goto(baseURL ?? "");
  expect(guard.problems()).toEqual([]);
  await page.evaluate(() => {
    console.error("a console error");
    setTimeout(() => {
      throw new Error("an exception");
    });
  });
  await page.setContent(
    `<meta http-equiv="content-security-policy" content="script-src 'none'">
     <script>document.title = "refused"</script>
     <img src="http://127.0.0.2:9/elsewhere.png" alt="">`,
  );
  const seen = () => guard.problems().join("\n");
  await expect.poll(seen).toContain("a console error");
  await expect.poll(seen).toContain("an exception");
  await expect.poll(seen).toMatch(/content security policy/i);
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
