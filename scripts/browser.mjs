import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installPackage } from "./debian.mjs";
import { Refusal } from "./workspace.mjs";

const commands = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];

/** The path of a Chrome or Chromium that starts; installs one where that is possible without asking. */
export async function ensureBrowser() {
  const wanted = process.env.CHROME_PATH;
  if (wanted) {
    if (starts(wanted)) return wanted;
    throw new Refusal(`CHROME_PATH is "${wanted}", but no browser starts there.`);
  }
  const found = findBrowser();
  if (found) return found;
  await installPackage("chromium");
  const installed = findBrowser();
  if (installed) return installed;
  throw new Refusal(
    "The browser tests need Chrome or Chromium: install one, or name it in the variable CHROME_PATH.",
  );
}

function findBrowser() {
  return candidates().find((path) => existsSync(path) && starts(path)) ?? null;
}

function candidates() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  if (process.platform === "win32") return windowsPaths();
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return process.platform === "darwin" ? [...macPaths(), ...onPath] : onPath;
}

function macPaths() {
  const apps = ["Google Chrome", "Chromium", "Microsoft Edge"];
  return ["", process.env.HOME ?? ""].flatMap((home) =>
    apps.map((app) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`),
  );
}

function windowsPaths() {
  const { LOCALAPPDATA, PROGRAMFILES } = process.env;
  const programs = [PROGRAMFILES, process.env["PROGRAMFILES(X86)"], LOCALAPPDATA];
  return programs
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, "Google", "Chrome", "Application", "chrome.exe"),
      join(folder, "Chromium", "Application", "chrome.exe"),
      join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
    ]);
}

/** Some systems have a placeholder under the name that only says how to install the browser. */
function starts(path) {
  // On Windows the browser opens a window instead of printing its version.
  if (process.platform === "win32") return existsSync(path);
  return spawnSync(path, ["--version"], { timeout: 30_000, stdio: "ignore" }).status === 0;
}
