import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const LEAST_NODE = [20, 19];

/** A failure that the user can do something about: its message is printed, its stack is not. */
export class Refusal extends Error {}

export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  throw new Refusal(
    `Dreiklang needs Node ${LEAST_NODE.join(".")} or newer; this is Node ${version}. See https://nodejs.org.`,
  );
}

/** Runs a program with its output shown; resolves with its exit code. */
export function run(program, args, { env = {}, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    // What is written into a file or a log is read as it is.
    const colours = process.stdout.isTTY ? {} : { NO_COLOR: "1" };
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...colours, ...env },
      stdio: ["ignore", "inherit", "inherit"],
      shell,
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}

/** Runs a tool of the locked dependencies with this very Node, on every system alike. */
export function runTool(packageName, args, options) {
  return run(process.execPath, [toolFile(packageName), ...args], options);
}

/** The program of a locked dependency. */
export function toolFile(packageName) {
  // Read as a file: a package may hide its manifest from `resolve`.
  const manifest = join(root, "node_modules", packageName, "package.json");
  const { bin, name } = JSON.parse(readFileSync(manifest, "utf8"));
  const file = typeof bin === "string" ? bin : (bin[name.split("/").at(-1)] ?? Object.values(bin)[0]);
  return join(dirname(manifest), file);
}

/** Installs the locked dependencies when they are not there or not those of the lock file. */
export async function ensureDependencies() {
  if (areDependenciesInstalled()) return;
  console.log("Installing the locked dependencies …");
  const args = ["ci", "--include=dev", "--no-fund", "--no-audit"];
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith(".js")
    ? await run(process.execPath, [npm, ...args], { env: WITHOUT_DOWNLOADS })
    : await run("npm", args, { env: WITHOUT_DOWNLOADS, shell: process.platform === "win32" });
  if (code !== 0) throw new Refusal("The dependencies could not be installed; npm says why above.");
}

const WITHOUT_DOWNLOADS = { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };

/** Compares the lock file with the list that npm keeps of what it has installed, so that no install is repeated. */
function areDependenciesInstalled() {
  const installedList = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedList)) return false;
  const locked = readPackages(join(root, "package-lock.json"));
  const installed = readPackages(installedList);
  return Object.entries(locked).every(([path, entry]) => {
    if (path === "") return true;
    const found = installed[path];
    // What is made for other systems is locked but not installed.
    if (!found) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

/** Runs the main function of a script; a refusal is one plain sentence and exit code 1. */
export async function main(perform) {
  try {
    await perform();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
