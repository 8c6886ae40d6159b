import { trustedScriptUrl } from "#app-urls.ts";

/**
 * The one place where a worker is started. `url`: from an import of its file with `?worker&url`. Throws, or gives a
 * worker that reports an error, where the browser has no workers or a policy forbids them.
 */
export function startWorker(url: string): Worker {
  return new Worker(trustedScriptUrl(url), { type: "module" });
}
