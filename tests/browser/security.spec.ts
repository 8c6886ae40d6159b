import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { contentSecurityPolicy, securityHeaders } from "../../scripts/security-headers.mjs";
import { filesOf } from "./builds.ts";
import { test } from "./fixtures.ts";

const dist = join(import.meta.dirname, "../../dist");
const pages = ["index.html", "recover.html"];

for (const name of pages) {
  test(`${name} begins with its policy and has no script or style in it`, () => {
    const html = readFileSync(join(dist, name), "utf8");
    const policy =
      /<head>\s*<meta charset="utf-8" \/>\s*<meta http-equiv="Content-Security-Policy" content="([^"]+)"/;
    expect(html).toMatch(policy);
    const [, content = ""] = policy.exec(html) ?? [];
    expect(content).toContain("script-src 'self';");
    expect(content).toContain("require-trusted-types-for 'script'");
    expect(html).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=|javascript:/i);
  });
}

test("the server sends the policy, and that nobody may frame the page", async ({ request }) => {
  for (const path of ["/", "/recover.html", "/service-worker.js"]) {
    const headers = (await request.get(path)).headers();
    for (const [name, value] of Object.entries(securityHeaders)) expect(headers[name]).toBe(value);
    expect(headers["content-security-policy"]).toBe(`${contentSecurityPolicy}; frame-ancestors 'none'`);
  }
});

// Where it is blocked, nothing but the test itself would refuse a service worker.
test.use({ serviceWorkers: "allow" });

/** What an attacker might try, each refused by the browser. */
const attempts: Readonly<Record<string, () => unknown>> = {
  "a script in the page": () => {
    const script = document.createElement("script");
    script.append("document.title = 'stolen'");
    document.body.append(script);
  },
  "HTML from a text": () => {
    document.createElement("div").innerHTML = "<b>bold</b>";
  },
  "a script from a text": () => {
    // Not at once: what a test evaluates may make functions, and only that.
    setTimeout(() => new Function("return 1")());
  },
  "a script from elsewhere": () => {
    const script = document.createElement("script");
    script.setAttribute("src", "http://127.0.0.2:9/script.js");
    document.body.append(script);
  },
  "a picture from elsewhere": () => {
    document.body.append(Object.assign(new Image(), { src: "http://127.0.0.2:9/picture.png" }));
  },
  "a request to elsewhere": () => fetch("http://127.0.0.2:9/data"),
  "a worker from a text": () => new Worker(URL.createObjectURL(new Blob(["self.close()"]))),
  "a service worker by a plain address": () =>
    ServiceWorkerContainer.prototype.register.call(navigator.serviceWorker, "./other.js"),
  "a policy of its own": () =>
    (
      window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
    ).trustedTypes.createPolicy("default", {}),
  "a form to elsewhere": () => {
    const form = Object.assign(document.createElement("form"), { action: "http://127.0.0.2:9/form" });
    document.body.append(form);
    form.submit();
  },
  "another base for addresses": () => {
    document.head.append(Object.assign(document.createElement("base"), { href: "http://127.0.0.2:9/" }));
  },
};

for (const [name, attempt] of Object.entries(attempts)) {
  test(`the page refuses ${name}, and the guard of all tests sees it`, async ({ openApp, guard }) => {
    const page = await openApp();
    await expect(page.getByRole("heading", { name: "Maps" })).toBeVisible();
    expect(guard.problems()).toEqual([]);
    await page.evaluate(attempt).catch(() => {});
    await expect.poll(() => guard.problems().join("\n")).toMatch(/policy violation: /);
    expect(await page.title()).not.toBe("stolen");
    guard.expect(/policy violation|Content Security Policy|Trusted|unsafe-eval/i);
    guard.expect(/Failed to fetch|ERR_BLOCKED_BY_CSP/);
    // It is told of what was wanted, too, although nothing left the browser.
    guard.expect(/^request to another origin: http:\/\/127\.0\.0\.2:9\//);
  });
}

test("within a page of somebody else the app does not start", async ({ page, guard }) => {
  // As on a host that cannot send headers.
  await page.route("**/*", async (route) => {
    if (route.request().url().endsWith("/frame")) {
      const body = '<!doctype html><title>around</title><iframe src="/"></iframe>';
      return route.fulfill({ contentType: "text/html", body });
    }
    const response = await route.fetch();
    const {
      "content-security-policy": _,
      "cross-origin-resource-policy": __,
      ...headers
    } = response.headers();
    return route.fulfill({ response, headers });
  });
  await page.goto("/frame");
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("link", { name: "Open Dreiklang in a window of its own" })).toBeVisible();
  await expect(frame.getByRole("heading")).toHaveCount(0);
  await expect(frame.locator("#root")).toHaveCount(0);
  expect(guard.problems()).toEqual([]);
});

test("the server lets nobody put the page into a frame", async ({ page, guard }) => {
  await page.route("**/frame", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: '<!doctype html><title>around</title><iframe src="/"></iframe>',
    }),
  );
  await page.goto("/frame");
  await expect.poll(() => guard.problems().join("\n")).toContain("frame-ancestors");
  guard.expect(/frame-ancestors/);
});

/** Names of formats, and places that are only ever named in messages for programmers. */
const namedAddresses = [
  "www.w3.org",
  "json-schema.org",
  "react.dev",
  "reactflow.dev",
  "react.i18next.com",
  "mantine.dev",
  "bit.ly",
  "tinyurl.com",
];

test("F97 the build names no address that it might ask for", () => {
  const named = filesOf(dist)
    .filter((path) => /\.(?:js|css|html|svg|webmanifest)$/.test(path))
    .flatMap((path) =>
      [...readFileSync(join(dist, path), "utf8").matchAll(/(?:https?|wss?):\/\/([\w.-]+)/g)].map(
        ([, host = ""]) => host,
      ),
    );
  expect([...new Set(named)].filter((host) => !namedAddresses.includes(host))).toEqual([]);
});
