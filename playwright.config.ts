import { defineConfig } from "@playwright/test";

const PORT = Number(process.env.TEST_PORT ?? 4177);
const executablePath = process.env.CHROME_PATH || "/usr/bin/chromium";

const launchOptions = {
  executablePath,
  args: [
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
};

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A second try on a busy computer is reported as flaky; none is needed on a calm one.
  retries: 1,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1440, height: 900 },
    trace: "off",
    screenshot: "only-on-failure",
    // It would fetch the whole app in every test; those of the service worker allow it.
    serviceWorkers: "block",
    launchOptions,
  },
  webServer: {
    command: "node scripts/serve.mjs",
    env: { PORT: String(PORT) },
    url: `http://localhost:${PORT}`,
    reuseExistingServer: false,
    timeout: 30_000,
  },
});
