import type { TestInfo } from "@playwright/test";
import type { KillTally } from "./kill-loop.ts";

/** Puts the figures into the report of the run, where `scripts/test-durability.mjs` finds them. */
export function reportTally(tally: KillTally, info: TestInfo): Promise<void> {
  const body = JSON.stringify({ ...tally, backEnd: info.project.name });
  return info.attach("tally", { body, contentType: "application/json" });
}
