import { readFileSync } from "node:fs";
import { run } from "./workspace.mjs";

/**
 * Installs a package where that is possible without asking: on Debian and its kin, as root. Does nothing elsewhere.
 * `options`: of `apt-get install`.
 */
export async function installPackage(name, options = []) {
  if (!isDebian() || process.getuid?.() !== 0) return;
  console.log(`Installing the package ${name} …`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  if ((await run("apt-get", ["update"], { env })) === 0)
    await run("apt-get", ["install", "-y", ...options, name], { env });
}

function isDebian() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync("/etc/os-release", "utf8"));
  } catch {
    return false;
  }
}
