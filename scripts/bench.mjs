import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runnerImport } from "vite";
import { ensureBrowser } from "./browser.mjs";
import { serve } from "./serve.mjs";
import { checkNode, ensureDependencies, main, root, runTool } from "./workspace.mjs";

const APP_PORT = 4191;
const BARE_PORT = 4192;

/**
 * `npm run bench`, with `-- --quick` one size and one pass; `--sizes=1000,5000` and `--passes=1` choose others. It is no
 * test: it fails nothing.
 */
await main(async () => {
  checkNode();
  await ensureDependencies();
  const isQuick = process.argv.includes("--quick");
  const chosen = (name, otherwise) =>
    process.argv.find((argument) => argument.startsWith(`--${name}=`))?.split("=")[1] ?? otherwise;
  const sizes = chosen("sizes", isQuick ? "1000" : "100,1000,5000")
    .split(",")
    .map(Number);
  const passes = Number(chosen("passes", isQuick ? "1" : "3"));
  const executablePath = await ensureBrowser();
  await runTool("vite", ["build", "--logLevel", "warn"]);
  await runTool("vite", ["build", "--logLevel", "warn", "--config", "tests/bench/bare/vite.config.ts"]);
  const dist = join(root, "dist");
  const appAddress = `${await serve(APP_PORT, dist)}/`;
  const bareAddress = `${await serve(BARE_PORT, join(root, "dist-bench"))}/`;
  const { module } = await runnerImport(join(root, "tests/bench/run.ts"));
  const report = await module.runBench({
    executablePath,
    appAddress,
    bareAddress,
    dist,
    isQuick,
    sizes,
    passes,
  });
  console.log(`\n${report}`);
  if (!isQuick) writeFileSync(join(root, "tests/bench/RESULTS.md"), `# Benchmark\n\n${report}`);
  process.exit(0);
});
