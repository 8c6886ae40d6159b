import { trustedScriptUrl } from "#app-urls.ts";
import workerUrl from "./mirror-worker.ts?worker&url";
import type { LineEnds, WorkerLine } from "./worker-line.ts";

/** Starts the worker of the mirror; throws where there are no workers. */
export function startMirrorWorker(ends: LineEnds): WorkerLine {
  const worker = new Worker(trustedScriptUrl(workerUrl), { type: "module", name: "mirror" });
  worker.onmessage = ({ data }) => ends.onMessage(data);
  worker.onerror = (event) => {
    event.preventDefault();
    ends.onFailure(event.message || "The worker could not be loaded");
  };
  return { post: (message) => worker.postMessage(message), stop: () => worker.terminate() };
}
