import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { guardContexts } from "../browser/guard.ts";
import { type BackEnd, type BrowserProcess, launchBrowser } from "./browser-process.ts";

/** A computer with a browser whose profile lies on the disk: a test may kill the browser and start it again. */
export interface Machine {
  /** Starts the browser; `profile`: another one than that of the test. */
  start(profile?: string): Promise<BrowserProcess>;
  /** Ends all its browsers at once. */
  stop(): Promise<void>;
  /** The folder of the profile. */
  readonly profile: string;
}

export interface DurabilityOptions {
  readonly backEnd: BackEnd;
}

interface Fixtures {
  readonly machine: Machine;
  /** Of the library page. */
  readonly address: string;
  readonly guard: ReturnType<typeof guardContexts>;
}

export const test = base.extend<DurabilityOptions & Fixtures>({
  backEnd: ["leveldb", { option: true }],
  address: async ({ baseURL }, use) => use(`${baseURL}/#/`),
  guard: async ({ baseURL }, use) => {
    const guard = guardContexts(baseURL ?? "");
    await use(guard);
    expect(guard.problems()).toEqual([]);
  },
  machine: async ({ backEnd, guard, launchOptions }, use) => {
    const running = new Set<BrowserProcess>();
    const profile = mkdtempSync(join(tmpdir(), "dreiklang-profile-"));
    const { executablePath = "", args = [] } = launchOptions;
    const stop = async () => {
      for (const browser of running) await browser.kill();
      running.clear();
    };
    await use({
      profile,
      stop,
      async start(folder = profile) {
        const browser = await launchBrowser({ executablePath, args, folder, backEnd });
        running.add(browser);
        await guard.watch(browser.context);
        return browser;
      },
    });
    await stop();
    rmSync(profile, { recursive: true, force: true });
  },
});
