import { startWorker } from "../start-worker.ts";
import type { EncodedStrip } from "./encode-strip.ts";
import type { StripMessage, StripRequest } from "./strip-messages.ts";
import workerUrl from "./strip-worker.ts?worker&url";

export interface EncodedPixels extends EncodedStrip {
  /** The memory of the pixels, to be used again. */
  readonly pixels: ArrayBuffer;
}

/** Encodes strips; several at a time where `places` says so. */
export interface StripEncoders {
  /** How many strips may be under way at once; none where no worker starts. */
  readonly places: number;
  /** Rejects when a worker breaks down. */
  encode(request: StripRequest): Promise<EncodedPixels>;
  end(): void;
}

/** Painting takes one core. More than so many would wait for it. */
const MOST_WORKERS = 3;

/** Workers beside the page. Never rejects. */
export async function startEncoders(cores = navigator.hardwareConcurrency || 2): Promise<StripEncoders> {
  const count = Math.min(Math.max(1, cores - 1), MOST_WORKERS);
  const started = await Promise.all(Array.from({ length: count }, startEncoder));
  const workers = started.filter((worker) => worker !== null);
  let turn = 0;
  return {
    places: workers.length * 2,
    encode(request) {
      turn += 1;
      return workers[turn % workers.length]?.encode(request) ?? Promise.reject(new Error("no worker"));
    },
    end() {
      for (const worker of workers) worker.end();
    },
  };
}

type Encoder = Pick<StripEncoders, "encode" | "end">;

interface Waiting {
  resolve(strip: EncodedPixels): void;
  reject(error: Error): void;
}

/** Null where no worker starts. */
async function startEncoder(): Promise<Encoder | null> {
  let worker: Worker;
  try {
    worker = startWorker(workerUrl);
  } catch {
    return null;
  }
  /** A worker answers in the order in which it was asked. */
  const waiting: Waiting[] = [];
  const isReady = await new Promise<boolean>((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<StripMessage>) => {
      if (data.type === "ready") resolve(true);
      else waiting.shift()?.resolve(data);
    });
    const fail = (event: Event) => {
      // Otherwise the browser calls it an exception of the page.
      event.preventDefault();
      resolve(false);
      for (const { reject } of waiting.splice(0)) reject(new Error("the worker for pictures broke down"));
    };
    worker.addEventListener("error", fail);
    worker.addEventListener("messageerror", fail);
  });
  if (!isReady) {
    worker.terminate();
    return null;
  }
  return {
    encode: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(request, [request.pixels]);
      }),
    end: () => worker.terminate(),
  };
}
