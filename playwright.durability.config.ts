import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";
import type { DurabilityOptions } from "./tests/durability/fixtures.ts";

// Drawn here once, for the runner and all its processes.
process.env.SEED ??= String(Math.floor(Math.random() * 2 ** 31));

const { testDir: _, retries: __, ...rest } = base;

/** Kills real browsers on real profiles. KILL_ROUNDS (for each back end) and SEED are variables. */
export default defineConfig<DurabilityOptions>({
  ...rest,
  testDir: "tests/durability",
  // Each browser has a profile and a group of processes of its own: a kill hits the one that is meant.
  workers: 2,
  fullyParallel: true,
  // Only to end what hangs; a slow computer with many rounds may need hours.
  timeout: 6 * 3_600_000,
  expect: { timeout: 120_000 },
  projects: [
    { name: "leveldb", use: { backEnd: "leveldb" } },
    { name: "sqlite", use: { backEnd: "sqlite" } },
  ],
});
