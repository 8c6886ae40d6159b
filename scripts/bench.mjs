import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import { ensureBrowser } from "./browser.mjs";
import { serve } from "./serve.mjs";
import { checkNode, ensureDependencies, main, root, runTool } from "./workspace.mjs";

const APP_PORT = 4191;
const BARE_PORT = 4192;

/** `npm run bench`, with `-- --quick` one size and one pass. It is no test: it fails nothing. */
await main(async () => {
  checkNode();
  await ensureDependencies();
  const isQuick = process.argv.includes("--quick");
  const executablePath = await ensureBrowser();
  await runTool("vite", ["build", "--logLevel", "warn"]);
  await runTool("vite", ["build", "--logLevel", "warn", "--config", "tests/bench/bare/vite.config.ts"]);
  const dist = join(root, "dist");
  const appAddress = `${await serve(APP_PORT, dist)}/`;
  const bareAddress = `${await serve(BARE_PORT, join(root, "dist-bench"))}/`;
  const { module } = await runnerImport(join(root, "tests/bench/run.ts"));
  const report = await module.runBench({ executablePath, appAddress, bareAddress, dist, isQuick });
  console.log(`\n${report}`);
  if (!isQuick) writeFileSync(join(root, "tests/bench/RESULTS.md"), `# Benchmark\n\n${report}`);
  process.exit(0);
});
