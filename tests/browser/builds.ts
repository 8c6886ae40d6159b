import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { test as base } from "./fixtures.ts";

const root = join(import.meta.dirname, "../..");
const dist = join(root, "dist");
const SERVICE_WORKER = "service-worker.js";

/** A server of its own for a test, with a build of its own: both can be changed, and the server can go away. */
export interface BuildServer {
  readonly url: string;
  /** The folder of the build that is served. */
  readonly folder: string;
  /** Puts a newer build in the place of the present one; nothing is left of the old files. */
  publishNext(): void;
  /** From now on nobody answers at the address. */
  stop(): Promise<void>;
  /** From now on every connection to the address is taken and none is answered. */
  hang(): Promise<void>;
}

/** Tests with a server of their own, and with the service worker that other tests do without. */
export const test = base.extend<{ server: BuildServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed
  server: async ({}, use, testInfo) => {
    const folder = testInfo.outputPath("build");
    cpSync(dist, folder, { recursive: true });
    const port = await freePort();
    let program: ChildProcess | null = await serve(folder, port);
    let silent: readonly Server[] = [];
    const stop = async () => {
      if (program) await ended(program);
      program = null;
    };
    await use({
      url: `http://localhost:${port}`,
      folder,
      publishNext: () => publishNext(folder),
      stop,
      async hang() {
        await stop();
        silent = await Promise.all(["127.0.0.1", "::1"].map((host) => takesAndIsSilent(port, host)));
      },
    });
    await stop();
    for (const server of silent) server.close();
  },
  baseURL: async ({ server }, use) => use(server.url),
  serviceWorkers: "allow",
});

async function serve(folder: string, port: number): Promise<ChildProcess> {
  const program = spawn(process.execPath, ["scripts/serve.mjs"], {
    cwd: root,
    env: { ...process.env, DIST: folder, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await new Promise((resolve, reject) => {
    program.stdout.once("data", resolve);
    program.once("exit", reject);
  });
  return program;
}

function ended(program: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    program.once("exit", () => resolve());
    program.kill();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function takesAndIsSilent(port: number, host: string): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.on("error", () => {}));
    server.on("error", () => resolve(server));
    server.listen(port, host, () => resolve(server));
    // An open connection must not keep the test runner from ending.
    server.unref();
  });
}

/**
 * The same app as another build: every file in `assets` has another name, as if its content had changed, and the
 * list of the service worker is that of the new files.
 */
function publishNext(folder: string): void {
  const assets = join(folder, "assets");
  const next = readdirSync(assets).map((name) => [name, nextName(name)] as const);
  for (const [old, name] of next) renameSync(join(assets, old), join(assets, name));
  const texts = ["index.html", SERVICE_WORKER, ...next.map(([, name]) => join("assets", name))];
  for (const path of texts.filter((name) => /\.(?:html|js|css)$/.test(name))) {
    const file = join(folder, path);
    const text = next.reduce(
      (content, [old, name]) => content.replaceAll(old, name),
      readFileSync(file, "utf8"),
    );
    writeFileSync(file, text);
  }
  renewDigests(folder);
}

/** Another hash at the end of the name. */
function nextName(name: string): string {
  return name.replace(
    /(.)(\.\w+)$/,
    (_, last: string, ending: string) => (last === "0" ? "1" : "0") + ending,
  );
}

function renewDigests(folder: string): void {
  const file = join(folder, SERVICE_WORKER);
  const text = readFileSync(file, "utf8").replace(
    /"revision":"[^"]+","url":"([^"]+)"/g,
    (_, url: string) =>
      `"revision":"${createHash("sha256")
        .update(readFileSync(join(folder, url)))
        .digest("base64")}","url":"${url}"`,
  );
  writeFileSync(file, text);
}

/** Takes a file out of a build. */
export function removeFrom(folder: string, pattern: RegExp): void {
  const assets = join(folder, "assets");
  for (const name of readdirSync(assets)) if (pattern.test(name)) rmSync(join(assets, name));
}

/** The addresses of all files of a build, relative to its folder. */
export function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
