import { describe, expect, it, vi } from "vitest";
import { noBytes } from "#exchange/png/checksums.ts";
import { startEncoders } from "#exchange/png/strip-encoders.ts";
import type { StripMessage } from "#exchange/png/strip-messages.ts";

// Which addresses are trusted is tested beside that module; here is no page whose folder counts.
vi.mock("#app-urls.ts", () => ({ trustedScriptUrl: (url: string) => url }));

class FakeWorker extends EventTarget {
  static started: FakeWorker[] = [];
  isTerminated = false;
  constructor(readonly url: string) {
    super();
    FakeWorker.started.push(this);
  }
  postMessage() {}
  terminate() {
    this.isTerminated = true;
  }
  say(message: StripMessage) {
    this.dispatchEvent(new MessageEvent("message", { data: message }));
  }
}

function useWorkers(): FakeWorker[] {
  FakeWorker.started = [];
  vi.stubGlobal("Worker", FakeWorker);
  return FakeWorker.started;
}

const strip = () => ({ pixels: new ArrayBuffer(8), width: 1, rows: 1, format: "RGBA" }) as const;
const done = (bytes: number) =>
  ({ type: "strip", chunk: new Uint8Array(bytes), adler: noBytes, pixels: new ArrayBuffer(8) }) as const;

describe("encoders of strips", () => {
  it("leave one core to the page and are free once they have started", () => {
    const workers = useWorkers();
    const encoders = startEncoders(3);
    expect(workers.length).toBe(2);
    expect(encoders.isFree()).toBe(false);
    workers[0]?.say({ type: "ready" });
    expect(encoders.isFree()).toBe(true);
    encoders.end();
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true, true]);
  });

  it("take no more than they can do soon, and answer in order", async () => {
    const workers = useWorkers();
    const encoders = startEncoders(2);
    const [own] = workers;
    own?.say({ type: "ready" });
    const first = encoders.encode(strip());
    expect(encoders.isFree()).toBe(true);
    const second = encoders.encode(strip());
    expect(encoders.isFree()).toBe(false);
    own?.say(done(10));
    own?.say(done(20));
    expect((await first).chunk.length).toBe(10);
    expect((await second).chunk.length).toBe(20);
    expect(encoders.isFree()).toBe(true);
  });

  it("say so when a worker breaks down, and ask it no more", async () => {
    const workers = useWorkers();
    const encoders = startEncoders(2);
    const [worker] = workers;
    worker?.say({ type: "ready" });
    const lost = encoders.encode(strip());
    const event = new Event("error", { cancelable: true });
    worker?.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    await expect(lost).rejects.toThrow("broke down");
    expect(encoders.isFree()).toBe(false);
  });

  it("are never free where no worker may start", () => {
    vi.stubGlobal(
      "Worker",
      class {
        constructor() {
          throw new Error("forbidden");
        }
      },
    );
    expect(startEncoders(4).isFree()).toBe(false);
  });
});
