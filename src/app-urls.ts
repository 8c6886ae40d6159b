/**
 * The one policy of Trusted Types: nothing but our own scripts can become a worker. It stands beside the layers, so
 * that each of them can start its worker:
 *
 *     import workerUrl from "./mirror-worker.ts?worker&url";
 *     new Worker(trustedScriptUrl(workerUrl), { type: "module" });
 *
 * The name of a worker's file ends in `worker`. (`new Worker(new URL(…))` would be refused by the browser.)
 */
const POLICY = "app-urls";

export const SERVICE_WORKER = "service-worker.js";

/** What the build makes of our workers; only we put files into that folder. */
const builtScripts = new RegExp(
  `^(?:${SERVICE_WORKER.replace(".", "\\.")}|assets/[a-z-]*worker-[\\w-]{8}\\.js)$`,
);

/** As the server for development has them. */
const sourceScripts = /^src\/[a-z/-]*worker\.ts\?worker_file&type=module$/;

/** Whether an address names one of our workers. `base`: the folder that the page lies in. */
export function isOwnScript(address: string, base: string, isDevelopment = false): boolean {
  if (!URL.canParse(address, base)) return false;
  const { href } = new URL(address, base);
  if (!href.startsWith(base)) return false;
  const path = href.slice(base.length);
  return builtScripts.test(path) || (isDevelopment && sourceScripts.test(path));
}

function checked(address: string): string {
  const base = new URL(".", location.href).href;
  if (!isOwnScript(address, base, import.meta.env.DEV)) throw new TypeError(`No script of ours: ${address}`);
  return address;
}

interface UrlPolicy {
  createScriptURL(address: string): unknown;
}
interface PageWithTrustedTypes {
  readonly trustedTypes?: { createPolicy(name: string, rules: UrlPolicy): UrlPolicy };
}

let policy: UrlPolicy | null = null;

/** An address that the browser lets a worker or a service worker be started from; throws for any but our own. */
export function trustedScriptUrl(address: string): string {
  // The types of TypeScript do not know Trusted Types yet, and Safari and Firefox learned them late.
  policy ??= (globalThis as PageWithTrustedTypes).trustedTypes?.createPolicy(POLICY, {
    createScriptURL: checked,
  }) ?? { createScriptURL: checked };
  // Whoever takes a text here takes the trusted address as well; it is not to be used for anything else.
  return policy.createScriptURL(address) as string;
}
