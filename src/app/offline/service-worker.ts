import { messages } from "./messages.ts";
import type { BuiltFile, ServiceWorkerScope } from "./service-worker-scope.ts";

declare const self: ServiceWorkerScope;

/*
 * Keeps each version of the app whole in a cache of its own and answers from there, without asking the network: the
 * app starts where there is none and where it hangs, and an open page finds all its files, whatever was published
 * since. A new version waits until no page of the old one is left or the user agrees.
 */

const files = self.__WB_MANIFEST;
const folder = self.registration.scope;
/** Caches belong to the whole origin: other folders of it may hold other copies of the app. */
const prefix = `dreiklang ${folder} `;
/** How long a page may take to say which script it runs, in milliseconds. */
const ANSWER_TIME = 3000;

const cacheName = digestOf(new TextEncoder().encode(JSON.stringify(files))).then((id) => prefix + id);

self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data === messages.activate) event.waitUntil(self.skipWaiting());
  else if (event.data === messages.tidy) event.waitUntil(dropUnusedVersions());
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { href, origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || !href.startsWith(folder)) return;
  const address = origin + pathname;
  event.respondWith(answer(request, address === folder ? `${folder}index.html` : address));
});

async function keepAll(): Promise<void> {
  const cache = await caches.open(await cacheName);
  await Promise.all(files.map((file) => keep(cache, file)));
}

/**
 * A file that is not the very one of this build is refused, and with it the whole version: the server may be in the
 * middle of a change, or a network that wants its guests to log in may answer for it.
 */
async function keep(cache: Cache, { url, revision }: BuiltFile): Promise<void> {
  const address = new URL(url, folder).href;
  const known = await caches.match(address);
  if (known && (await digestOf(await known.clone().arrayBuffer())) === revision) {
    return cache.put(address, known);
  }
  const response = await fetch(address, { cache: "no-cache" });
  const content = await response.arrayBuffer();
  if (!response.ok || (await digestOf(content)) !== revision) throw new Error(`Not the file built: ${url}`);
  const headers = new Headers(response.headers);
  // They speak of the way that the content took here.
  headers.delete("content-encoding");
  headers.delete("content-length");
  // A new response, since one that was redirected could not be shown as a page.
  return cache.put(address, new Response(content, { headers }));
}

async function answer(request: Request, address: string): Promise<Response> {
  return (await keptFile(address).catch(() => undefined)) ?? fetch(request);
}

/** From this version; what it does not have, a page of an older one may ask for. */
async function keptFile(address: string): Promise<Response | undefined> {
  const own = await caches.match(address, { cacheName: await cacheName });
  if (own) return own;
  for (const name of await keptVersions()) {
    const older = await caches.match(address, { cacheName: name });
    if (older) return older;
  }
  return undefined;
}

async function keptVersions(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

async function dropUnusedVersions(): Promise<void> {
  const { installing, waiting } = self.registration;
  // A newer version has its files in a cache as well.
  if (installing || waiting) return;
  const scripts = await runningScripts();
  if (!scripts) return;
  const current = await cacheName;
  for (const name of await keptVersions()) {
    if (name === current) continue;
    const cache = await caches.open(name);
    const found = await Promise.all(scripts.map((script) => cache.match(script)));
    if (found.every((response) => response === undefined)) await caches.delete(name);
  }
}

/** The entry scripts of all pages of the app; null when a page does not answer, such as one that is frozen. */
async function runningScripts(): Promise<readonly string[] | null> {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const own = pages.filter(({ url }) => url.startsWith(folder) && !url.startsWith(`${folder}recover.html`));
  const scripts = await Promise.all(
    own.map(
      (page) =>
        new Promise<string | null>((resolve) => {
          const { port1, port2 } = new MessageChannel();
          setTimeout(() => resolve(null), ANSWER_TIME);
          port1.onmessage = ({ data }) => resolve(typeof data === "string" ? data : null);
          page.postMessage(messages.whichScript, [port2]);
        }),
    ),
  );
  return scripts.some((script) => script === null) ? null : scripts.filter((script) => script !== null);
}

async function digestOf(content: BufferSource): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return btoa(String.fromCharCode(...bytes));
}
