import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { ensureBrowser } from "./browser.mjs";
import { serve } from "./serve.mjs";
import { checkNode, ensureDependencies, main, root, runTool } from "./workspace.mjs";

/** What is measured without a browser runs as it does in the finished app: built. */
async function builtBench() {
  const outDir = join(root, "dist-bench/measure");
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    build: { ssr: "tests/bench/run.ts", outDir, emptyOutDir: true, copyPublicDir: false },
  });
  return import(pathToFileURL(join(outDir, "run.js")).href);
}

/**
 * `npm run bench`, with `-- --quick` one size and one pass; `--sizes=1000,5000` and `--passes=1` choose others,
 * `--only=table,audit` chooses parts (the names stand in `tests/bench/run.ts`), `--port=4191` this port and the next one.
 * It is no test: it fails nothing.
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
  const port = Number(chosen("port", "4191"));
  const only = chosen("only", "").split(",").filter(Boolean);
  const executablePath = await ensureBrowser();
  await runTool("vite", ["build", "--logLevel", "warn"]);
  await runTool("vite", ["build", "--logLevel", "warn", "--config", "tests/bench/bare/vite.config.ts"]);
  const dist = join(root, "dist");
  const appAddress = `${await serve(port, dist)}/`;
  const bareAddress = `${await serve(port + 1, join(root, "dist-bench"))}/`;
  const { runBench } = await builtBench();
  const file = join(root, "tests/bench/RESULTS.md");
  const measured = await runBench({
    executablePath,
    appAddress,
    bareAddress,
    dist,
    isQuick,
    only,
    sizes,
    passes,
  });
  console.log(`\n${measured.text}`);
  // Only now: it takes long, and what is written by hand may have changed meanwhile.
  if (!isQuick) writeFileSync(file, measured.resultsAfter(readFileSync(file, "utf8")));
  process.exit(0);
});
