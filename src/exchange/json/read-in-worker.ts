import { problem } from "../problem.ts";
import type { ReadResult, ReadTools, Source } from "../reading.ts";
import { startWorker } from "../start-worker.ts";
import workerUrl from "./import-worker.ts?worker&url";
import { refused } from "./parse-result.ts";
import { readMapFile } from "./read-file.ts";
import type { ReadRequest, WorkerMessage } from "./worker-messages.ts";

const cancelled = refused(problem("cancelled"));

/** Reads a map's file beside the page, which stays quick however large the file is. Never rejects. */
export async function readInWorker(source: Source, tools: ReadTools): Promise<ReadResult> {
  if (tools.signal?.aborted) return cancelled;
  const result = (await tryWorker(source, tools)) ?? (await readMapFile(source, tools));
  return tools.signal?.aborted ? cancelled : result;
}

/** Null where no worker starts: then the page itself has to read, and stands still for large files. */
async function tryWorker(source: Source, tools: ReadTools): Promise<ReadResult | null> {
  let worker: Worker;
  try {
    worker = startWorker(workerUrl);
  } catch {
    return null;
  }
  try {
    return await answerOf(worker, source, tools);
  } finally {
    worker.terminate();
  }
}

function answerOf(worker: Worker, source: Source, tools: ReadTools): Promise<ReadResult | null> {
  const { newId, now, onProgress, signal } = tools;
  return new Promise((resolve) => {
    let isReady = false;
    worker.addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.type === "ready") isReady = true;
      else if (data.type === "progress") onProgress?.(data.fraction);
      else resolve(data.result);
    });
    worker.addEventListener("error", (event) => {
      // Otherwise the browser calls it an exception of the page.
      event.preventDefault();
      resolve(isReady ? refused(problem("readingFailed")) : null);
    });
    worker.addEventListener("messageerror", () => resolve(refused(problem("readingFailed"))));
    signal?.addEventListener("abort", () => resolve(cancelled), { once: true });
    worker.postMessage({ source, idPrefix: newId(), at: now() } satisfies ReadRequest);
  });
}
