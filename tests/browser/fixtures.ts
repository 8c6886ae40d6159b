import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import type { SettingsState } from "#ui/services.ts";
import { type Guard, guardContexts } from "./guard.ts";

/** A browser with a profile on the disk: what is closed and opened again finds its data. */
export interface Profile {
  open(): Promise<Page>;
  close(): Promise<void>;
}

interface Fixtures {
  /** Fails the test on requests to other origins, console errors, exceptions and policy violations. */
  guard: Guard;
  /** Opens a page of the app (`/#/` without a path) with settings as if they had been chosen before. */
  openApp(path?: string, settings?: Partial<SettingsState>): Promise<Page>;
  profile: Profile;
}

export const test = base.extend<Fixtures>({
  guard: [
    async ({ context, baseURL }, use) => {
      const guard = guardContexts(baseURL ?? "");
      await guard.watch(context);
      await use(guard);
      expect(guard.problems()).toEqual([]);
    },
    { auto: true },
  ],
  openApp: async ({ page }, use) => {
    await use(async (path = "/#/", settings = {}) => {
      await slowDown(page);
      await keepSettings(page.context(), settings);
      await page.goto(path);
      return page;
    });
  },
  profile: async ({ playwright, launchOptions, baseURL, viewport, locale, timezoneId }, use, testInfo) => {
    const folder = testInfo.outputPath("profile");
    const guard = guardContexts(baseURL ?? "");
    let context: BrowserContext | null = null;
    const close = async () => {
      await context?.close();
      context = null;
    };
    await use({
      close,
      async open() {
        context = await playwright.chromium.launchPersistentContext(folder, {
          ...launchOptions,
          ...(baseURL === undefined ? {} : { baseURL }),
          ...(locale === undefined ? {} : { locale }),
          ...(timezoneId === undefined ? {} : { timezoneId }),
          viewport,
          acceptDownloads: true,
        });
        await guard.watch(context);
        return context.pages()[0] ?? (await context.newPage());
      },
    });
    await close();
    expect(guard.problems()).toEqual([]);
  },
});

/** `SLOWDOWN=5 npx playwright test` finds tests and parts of the app that rely on a quick computer. */
async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env.SLOWDOWN ?? 1);
  if (rate === 1) return;
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

const SETTINGS_KEY = "dreiklang.settings";

/** Writes settings before the app starts, but not over what a page of the test has chosen since. */
async function keepSettings(context: BrowserContext, settings: Partial<SettingsState>): Promise<void> {
  if (Object.keys(settings).length === 0) return;
  await context.addInitScript(
    ([key, value]) => {
      // An empty page that a test opens beside the app has no storage.
      if (location.origin === "null") return;
      if (sessionStorage.getItem(key) !== null) return;
      sessionStorage.setItem(key, "written");
      localStorage.setItem(key, value);
    },
    [SETTINGS_KEY, JSON.stringify(settings)] as const,
  );
}
