import { spawn } from "node:child_process";
import { serve } from "./serve.mjs";
import { checkNode, ensureDependencies, main, Refusal, runTool } from "./workspace.mjs";

await main(async () => {
  checkNode();
  await ensureDependencies();
  if ((await runTool("vite", ["build", "--logLevel", "warn"])) !== 0) {
    throw new Refusal("The app could not be built; the reason stands above.");
  }
  const address = await serve();
  console.log(`\nDreiklang runs on ${address}\nCtrl+C ends it; the maps stay in the browser.`);
  openBrowser(address);
});

/** Opens the address where there is somebody to look at it; where that fails, the printed address is enough. */
function openBrowser(address) {
  const { CI, DISPLAY, WAYLAND_DISPLAY } = process.env;
  const hasDisplay =
    process.platform === "win32" || process.platform === "darwin" || DISPLAY || WAYLAND_DISPLAY;
  if (CI || !hasDisplay) return;
  const [program, ...args] =
    process.platform === "win32"
      ? ["cmd", "/c", "start", "", address]
      : [process.platform === "darwin" ? "open" : "xdg-open", address];
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.on("error", () => {});
  child.unref();
}
