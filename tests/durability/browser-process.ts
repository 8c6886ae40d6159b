import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";

/** How Chromium keeps IndexedDB on the disk: users will have both for years. */
export type BackEnd = "leveldb" | "sqlite";

export interface LaunchOptions {
  readonly executablePath: string;
  readonly args: readonly string[];
  /** The profile on the disk. */
  readonly folder: string;
  readonly backEnd: BackEnd;
}

/** A browser that runs as a program of its own, so that it can be killed like one. */
export interface BrowserProcess {
  readonly context: BrowserContext;
  /** The tab that the browser began with. */
  readonly page: Page;
  /** Ends all its processes at once, as a power switch would; resolves when they are gone. */
  kill(): Promise<void>;
  /** Ends it as a user does. */
  close(): Promise<void>;
}

const PORT_FILE = "DevToolsActivePort";
const LAUNCH_TIME = 60_000;

const ownArgs = [
  "--headless=new",
  "--remote-debugging-port=0",
  "--no-default-browser-check",
  "--disable-extensions",
  "--disable-breakpad",
  "--window-size=1440,987",
  "--lang=en-GB",
  // In a container the folder for shared memory may be too small.
  "--disable-dev-shm-usage",
];

/** Pages of the browser itself behind its address bar, which take a second process and half of the starting time. */
const UNUSED = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];
const SQLITE = "IdbSqliteBackingStore";

/** Of each list of features the browser reads only the last one. */
function featureArgs(backEnd: BackEnd): readonly string[] {
  const isSqlite = backEnd === "sqlite";
  const disabled = isSqlite ? UNUSED : [...UNUSED, SQLITE];
  return [`--disable-features=${disabled}`, ...(isSqlite ? [`--enable-features=${SQLITE}`] : [])];
}

export async function launchBrowser(options: LaunchOptions): Promise<BrowserProcess> {
  const { executablePath, args, folder, backEnd } = options;
  mkdirSync(folder, { recursive: true });
  // A browser that was killed leaves them behind: the next one would take it for still running.
  for (const name of readdirSync(folder)) {
    if (name.startsWith("Singleton") || name === PORT_FILE) rmSync(join(folder, name), { force: true });
  }
  const program = spawn(
    executablePath,
    [...args, ...ownArgs, ...featureArgs(backEnd), `--user-data-dir=${folder}`, "about:blank"],
    { detached: true, stdio: "ignore", env: { ...process.env, LANGUAGE: "en_GB" } },
  );
  const exit = new Promise<void>((resolve) => program.once("exit", () => resolve()));
  const browser = await chromium.connectOverCDP(await addressOf(folder, program));
  const context = browser.contexts()[0];
  const page = context?.pages()[0];
  if (!context || !page) throw new Error("the browser has no tab");
  const ended = async () => {
    await exit;
    await whenGroupIsGone(program);
    await browser.close().catch(() => {});
  };
  return {
    context,
    page,
    async kill() {
      signalGroup(program, "SIGKILL");
      await ended();
    },
    async close() {
      const session = await browser.newBrowserCDPSession();
      // It may be gone before it can answer.
      await session.send("Browser.close").catch(() => {});
      await ended();
    },
  };
}

/** Where the browser can be talked to; it writes that into its profile. */
async function addressOf(folder: string, program: ChildProcess): Promise<string> {
  const file = join(folder, PORT_FILE);
  const end = Date.now() + LAUNCH_TIME;
  while (Date.now() < end && program.exitCode === null) {
    const [port, path] = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    await pause(10);
  }
  signalGroup(program, "SIGKILL");
  throw new Error("the browser did not start");
}

/** Whether there was anybody to hear the signal. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  if (pid === undefined) return false;
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

async function whenGroupIsGone(program: ChildProcess): Promise<void> {
  while (signalGroup(program, 0) && !isGroupDead(program)) await pause(5);
}

/** In a container a dead process may keep its entry for long, until somebody asks what became of it. */
function isGroupDead({ pid }: ChildProcess): boolean {
  if (process.platform !== "linux") return false;
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .every((name) => {
      try {
        const [state, , group] =
          readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
        return Number(group) !== pid || state === "Z" || state === "X";
      } catch {
        return true;
      }
    });
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
