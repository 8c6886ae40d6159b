import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { checkNode, ensureDependencies, main, Refusal, runTool } from "./workspace.mjs";

/** Kills for each back end; KILL_ROUNDS changes it. */
const ROUNDS = "300";

/** All tests of a report, however deep they lie. */
function specsIn(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)];
}

/** What the kill tests found, as `tests/durability/report-tally.ts` puts it into the report. */
function talliesIn(report) {
  return specsIn(report)
    .flatMap(({ tests }) => tests)
    .flatMap(({ results }) => results.at(-1)?.attachments ?? [])
    .filter(({ name }) => name === "tally")
    .map(({ body }) => JSON.parse(Buffer.from(body, "base64").toString("utf8")));
}

function sumOf(tallies) {
  const sum = (name) => tallies.reduce((total, tally) => total + tally[name], 0);
  const recovery = tallies.flatMap((tally) => tally.recovery).sort((one, other) => one - other);
  const seconds = (part) => {
    const time = recovery[Math.ceil(recovery.length * part) - 1];
    return time === undefined ? "none" : `${(time / 1000).toFixed(2)} s`;
  };
  return {
    rounds: sum("rounds"),
    "acknowledged edits": sum("acknowledged"),
    "lost edits": sum("lost"),
    "whole-store wipes": sum("wipes"),
    "wipes restored": sum("wipesRestored"),
    "recovery, median": seconds(0.5),
    "recovery, p95": seconds(0.95),
    "recovery, max": seconds(1),
  };
}

await main(async () => {
  checkNode();
  await ensureDependencies();
  const browser = await ensureBrowser();
  const folder = mkdtempSync(join(tmpdir(), "dreiklang-durability-"));
  const file = join(folder, "report.json");
  const build = await runTool("vite", ["build", "--logLevel", "warn"]);
  if (build !== 0) throw new Refusal("The app could not be built.");
  const code = await runTool(
    "@playwright/test",
    ["test", "--config", "playwright.durability.config.ts", "--reporter=list,json"],
    {
      env: {
        CHROME_PATH: browser,
        KILL_ROUNDS: process.env.KILL_ROUNDS ?? ROUNDS,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
      },
    },
  );
  const tallies = existsSync(file) ? talliesIn(JSON.parse(readFileSync(file, "utf8"))) : [];
  rmSync(folder, { recursive: true, force: true });
  const table = {};
  for (const backEnd of ["leveldb", "sqlite"]) {
    table[backEnd] = sumOf(tallies.filter((tally) => tally.backEnd === backEnd));
  }
  console.table(table);
  const isEverythingThere = tallies.every(
    ({ lost, wipes, wipesRestored }) => lost === 0 && wipes === wipesRestored,
  );
  if (code !== 0 || tallies.length === 0 || !isEverythingThere) process.exitCode = 1;
});
