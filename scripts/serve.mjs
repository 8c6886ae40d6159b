import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, resolve as resolvePath, sep } from "node:path";
import { pipeline } from "node:stream";
import { pathToFileURL } from "node:url";
import { securityHeaders } from "./security-headers.mjs";
import { main, Refusal, root } from "./workspace.mjs";

const DEFAULT_PORT = 4173;

const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

/** Serves a built app to this computer alone; resolves with its address. `DIST` names another build than the last one. */
export async function serve(
  port = wantedPort(),
  folder = resolvePath(process.env.DIST || join(root, "dist")),
) {
  if (!existsSync(join(folder, "index.html"))) {
    throw new Refusal("There is no build to serve yet; `npm start` makes one.");
  }
  await listen(folder, port, "127.0.0.1");
  // Browsers try this one first for "localhost"; a computer without IPv6 does without.
  await listen(folder, port, "::1").catch((error) => {
    if (error instanceof Refusal) throw error;
  });
  return `http://localhost:${port}`;
}

function wantedPort() {
  const text = process.env.PORT ?? "";
  const port = text === "" ? DEFAULT_PORT : Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Refusal(`PORT must be a number from 1 to 65535; it is "${text}".`);
}

function listen(folder, port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      answer(folder, request, response).catch(() => end(response, 500));
    });
    server.once("error", (error) => {
      reject(refusalOf(error, port) ?? error);
    });
    server.listen(port, host, () => resolve(server));
  });
}

function refusalOf({ code }, port) {
  const way = "set another one, as in: PORT=4180 npm start";
  if (code === "EADDRINUSE") return new Refusal(`Port ${port} is in use by another program; ${way}`);
  if (code === "EACCES") return new Refusal(`Port ${port} may not be used by this user; ${way}`);
  return null;
}

async function answer(folder, request, response) {
  if (request.method !== "GET" && request.method !== "HEAD")
    return end(response, 405, { allow: "GET, HEAD" });
  const path = pathOf(request.url ?? "/");
  if (path === null) return end(response, 400);
  const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  if (!file.startsWith(folder + sep)) return end(response, 404);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return end(response, 404);
  const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
  const headers = { ...securityHeaders, "cache-control": cacheControlOf(path), etag: tag };
  if (request.headers["if-none-match"] === tag) return end(response, 304, headers);
  response.writeHead(200, {
    ...headers,
    "content-type": types[extname(file).toLowerCase()] ?? "application/octet-stream",
    "content-length": found.size,
  });
  if (request.method === "HEAD") response.end();
  else pipeline(createReadStream(file), response, () => {});
}

/** The decoded path of an address, or null when it cannot be read. */
function pathOf(address) {
  try {
    const path = decodeURIComponent(address.split(/[?#]/)[0] ?? "/");
    return path.startsWith("/") && !path.includes("\0") ? path : null;
  } catch {
    return null;
  }
}

/** What the build puts into `assets` carries a hash of its content in its name; the rest may change any time. */
function cacheControlOf(path) {
  return path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
}

function end(response, status, headers = {}) {
  if (!response.headersSent) response.writeHead(status, headers);
  response.end();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => console.log(await serve()));
}
