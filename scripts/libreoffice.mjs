import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installPackage } from "./debian.mjs";

const commands = ["soffice", "libreoffice", "localc"];

/**
 * The path of a LibreOffice; installs its spreadsheet where that is possible without asking. Null where there is none:
 * then the tests that open tables in it are left out, because everything else can be checked without.
 */
export async function ensureLibreOffice() {
  const found = findLibreOffice();
  if (found) return found;
  // What it recommends is an office of its own, with Java.
  await installPackage("libreoffice-calc", ["--no-install-recommends"]);
  const installed = findLibreOffice();
  if (!installed) console.log("There is no LibreOffice: the CSV tables are not opened in it.");
  return installed;
}

/** The path of a LibreOffice that is there, or null. */
export function findLibreOffice() {
  return candidates().find((path) => existsSync(path)) ?? null;
}

function candidates() {
  if (process.platform === "darwin") return ["/Applications/LibreOffice.app/Contents/MacOS/soffice"];
  if (process.platform === "win32") {
    const { PROGRAMFILES } = process.env;
    return PROGRAMFILES ? [join(PROGRAMFILES, "LibreOffice", "program", "soffice.com")] : [];
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}
