import { defineConfig } from "@playwright/test";
import base from "./playwright.config.ts";
import type { DurabilityOptions } from "./tests/durability/fixtures.ts";

// Drawn here once, for the runner and all its processes.
process.env.SEED ??= String(Math.floor(Math.random() * 2 ** 31));

const { testDir: _, retries: __, ...rest } = base;

/** Kills real browsers on real profiles; `npm run test:durability` after a build. KILL_ROUNDS and SEED are variables. */
export default defineConfig<DurabilityOptions>({
  ...rest,
  testDir: "tests/durability",
  // One browser at a time: a kill is to hit the one that is meant.
  workers: 1,
  timeout: 3_600_000,
  projects: [
    { name: "leveldb", use: { backEnd: "leveldb" } },
    { name: "sqlite", use: { backEnd: "sqlite" } },
  ],
});
