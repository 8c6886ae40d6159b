import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureLibreOffice } from "./libreoffice.mjs";
import { checkNode, ensureDependencies, main, runTool } from "./workspace.mjs";

const reports = mkdtempSync(join(tmpdir(), "dreiklang-test-"));
const unitReport = join(reports, "unit.json");
const browserReport = join(reports, "browser.json");
const durabilityReport = join(reports, "durability.json");
// Unlike the other tools, the linter colours a log unless it is told otherwise.
const plain = process.stdout.isTTY ? [] : ["--colors=off"];
let browser = "";

/** Each resolves with an exit code; `count` reads what a runner reported about single tests. */
const steps = [
  { name: "Format and lint", perform: () => runTool("@biomejs/biome", ["ci", ...plain, "."]) },
  { name: "Types", perform: () => runTool("typescript", ["--noEmit"]) },
  { name: "Unused code", perform: () => runTool("knip", []) },
  {
    name: "Unit and component tests",
    perform: () =>
      runTool("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`]),
    count: () => countOf(unitReport, (report) => [report.numPassedTests, report.numFailedTests]),
  },
  { name: "Production build", perform: () => runTool("vite", ["build", "--logLevel", "warn"]) },
  {
    name: "Browser tests",
    perform: () =>
      runTool("@playwright/test", ["test", "--reporter=list,json"], { env: browserEnv(browserReport) }),
    count: () => countOf(browserReport, countOfBrowserTests),
  },
  {
    name: "Durability",
    perform: () =>
      runTool(
        "@playwright/test",
        ["test", "--config", "playwright.durability.config.ts", "--reporter=list,json"],
        // The same cuts and pauses each time: it looks for what a change broke. `npm run test:durability` draws new ones.
        { env: { ...browserEnv(durabilityReport), SEED: "126432917" } },
      ),
    count: () => countOf(durabilityReport, countOfBrowserTests),
  },
];

function browserEnv(report) {
  return {
    CHROME_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
  };
}

const countOfBrowserTests = ({ stats }) => [stats.expected + stats.flaky, stats.unexpected];

/** What a runner's report says; nothing when it died before it could write one. */
function countOf(file, read) {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const [passed, failed] = read(JSON.parse(readFileSync(file, "utf8")));
  return { passed, failed };
}

await main(async () => {
  checkNode();
  await ensureDependencies();
  browser = await ensureBrowser();
  await ensureLibreOffice();
  const sum = { passed: 0, failed: 0 };
  let failure = null;
  for (const { name, perform, count } of steps) {
    console.log(`\n=== ${name}`);
    const start = performance.now();
    const code = await perform();
    const { passed, failed } = count?.() ?? { passed: 0, failed: 0 };
    sum.passed += passed;
    // A step that fails without a failed test (a fault of style, a runner that died) is a failure as well.
    sum.failed += code === 0 ? failed : Math.max(failed, 1);
    console.log(
      `--- ${name}: ${code === 0 ? "ok" : "FAILED"}, ${((performance.now() - start) / 1000).toFixed(1)} s`,
    );
    if (code === 0 && failed === 0) continue;
    failure = name;
    break;
  }
  rmSync(reports, { recursive: true, force: true });
  console.log(failure === null ? "\nAll is well." : `\nFailed: ${failure}. The steps after it did not run.`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  if (failure !== null) process.exitCode = 1;
});
