import { startWorker } from "../start-worker.ts";
import type { EncodedStrip, Strip } from "./encode-strip.ts";
import type { StripMessage } from "./strip-messages.ts";
import workerUrl from "./strip-worker.ts?worker&url";

export interface EncodedPixels extends EncodedStrip {
  /** The memory of the pixels, to be used again. */
  readonly pixels: ArrayBuffer;
}

/** Encodes strips beside the page, several at a time. */
export interface StripEncoders {
  /** Whether a worker runs and would not let the strip lie about for long. */
  isFree(): boolean;
  /** Only when one is free. Rejects when the worker breaks down. */
  encode(strip: Strip): Promise<EncodedPixels>;
  end(): void;
}

/** Painting takes one core. More than so many would wait for it. */
const MOST_WORKERS = 3;
/** While one strip is on its way back the next one is at work. */
const MOST_WAITING = 2;

/** Returns at once: a worker becomes free when it has started, or never does where the browser has none. */
export function startEncoders(cores = navigator.hardwareConcurrency || 2): StripEncoders {
  const count = Math.min(Math.max(1, cores - 1), MOST_WORKERS);
  const encoders = Array.from({ length: count }, startEncoder).filter((encoder) => encoder !== null);
  const leastBusy = () =>
    encoders.filter(({ isReady }) => isReady()).sort((a, b) => a.waiting() - b.waiting())[0];
  return {
    isFree: () => (leastBusy()?.waiting() ?? MOST_WAITING) < MOST_WAITING,
    encode: (strip) => leastBusy()?.encode(strip) ?? Promise.reject(new Error("no worker runs")),
    end() {
      for (const encoder of encoders) encoder.end();
    },
  };
}

interface Encoder extends Pick<StripEncoders, "encode" | "end"> {
  isReady(): boolean;
  /** How many strips it has. */
  waiting(): number;
}

interface Waiting {
  resolve(strip: EncodedPixels): void;
  reject(error: Error): void;
}

/** Null where no worker starts. */
function startEncoder(): Encoder | null {
  let worker: Worker;
  try {
    worker = startWorker(workerUrl);
  } catch {
    return null;
  }
  let isReady = false;
  /** A worker answers in the order in which it was asked. */
  const waiting: Waiting[] = [];
  worker.addEventListener("message", ({ data }: MessageEvent<StripMessage>) => {
    if (data.type === "ready") isReady = true;
    else waiting.shift()?.resolve(data);
  });
  const handleFailure = (event: Event) => {
    // Otherwise the browser calls it an exception of the page.
    event.preventDefault();
    isReady = false;
    for (const { reject } of waiting.splice(0)) reject(new Error("the worker for pictures broke down"));
  };
  worker.addEventListener("error", handleFailure);
  worker.addEventListener("messageerror", handleFailure);
  return {
    isReady: () => isReady,
    waiting: () => waiting.length,
    encode: (strip) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(strip, [strip.pixels]);
      }),
    end: () => worker.terminate(),
  };
}
