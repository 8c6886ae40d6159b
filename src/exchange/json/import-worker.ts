import { readMapFile } from "./read-file.ts";
import type { ReadRequest, WorkerMessage } from "./worker-messages.ts";

/** Not each of a thousand steps is worth a message. */
const SMALLEST_STEP = 0.01;

const post = (message: WorkerMessage) => self.postMessage(message);

self.addEventListener("message", async ({ data }: MessageEvent<ReadRequest>) => {
  const { source, idPrefix, at } = data;
  let ids = 0;
  let told = 0;
  const result = await readMapFile(source, {
    newId() {
      ids += 1;
      return `${idPrefix}-${ids}`;
    },
    now: () => at,
    onProgress(fraction) {
      if (fraction < told + SMALLEST_STEP) return;
      told = fraction;
      post({ type: "progress", fraction });
    },
  });
  post({ type: "result", result });
});

post({ type: "ready" });
