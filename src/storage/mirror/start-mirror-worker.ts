import { trustedScriptUrl } from "#app-urls.ts";
import workerUrl from "./mirror-worker.ts?worker&url";
import type { LineEnds, WorkerLine } from "./worker-line.ts";

/** A worker that nobody has asked for yet, with what it said meanwhile. */
interface Prepared {
  readonly worker: Worker;
  readonly heard: (MessageEvent | ErrorEvent)[];
}

let prepared: Prepared | null = null;

/** Starts the worker before anybody needs it: the first map that is opened waits for what it knows. */
export function prepareMirrorWorker(): void {
  try {
    const worker = createWorker();
    const heard: Prepared["heard"] = [];
    worker.onmessage = (event) => heard.push(event);
    worker.onerror = (event) => {
      event.preventDefault();
      heard.push(event);
    };
    prepared = { worker, heard };
  } catch {
    // Whoever needs it hears of it.
  }
}

/** Starts the worker of the mirror, or takes the one that was prepared; throws where there are no workers. */
export function startMirrorWorker(ends: LineEnds): WorkerLine {
  const { worker, heard } = prepared ?? { worker: createWorker(), heard: [] };
  prepared = null;
  const fail = ({ message }: ErrorEvent) => ends.onFailure(message || "The worker could not be loaded");
  worker.onmessage = ({ data }) => ends.onMessage(data);
  worker.onerror = (event) => {
    event.preventDefault();
    fail(event);
  };
  // As from any worker, nothing comes before its line is there.
  queueMicrotask(() => {
    for (const event of heard) "data" in event ? ends.onMessage(event.data) : fail(event);
  });
  return { post: (message) => worker.postMessage(message), stop: () => worker.terminate() };
}

function createWorker(): Worker {
  return new Worker(trustedScriptUrl(workerUrl), { type: "module", name: "mirror" });
}
