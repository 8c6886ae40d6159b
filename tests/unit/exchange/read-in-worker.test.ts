import { describe, expect, it, vi } from "vitest";
import { readInWorker } from "#exchange/json/read-in-worker.ts";
import type { ReadRequest, WorkerMessage } from "#exchange/json/worker-messages.ts";
import { mapToJson } from "#exchange/json/write-map.ts";
import { emptyMap } from "#model/new-objects.ts";

// Which addresses are trusted is tested beside that module; here is no page whose folder counts.
vi.mock("#app-urls.ts", () => ({ trustedScriptUrl: (url: string) => url }));

const tools = { newId: () => "prefix", now: () => "2027-01-01T00:00:00.000Z" };
const map = emptyMap("m", "Map", "2027-01-01T00:00:00.000Z");
const file = new Blob([mapToJson(map)]);
const read = { ok: true, map, repairs: [], more: 0, fullTexts: null } as const;
const failed = { ok: false, problems: [{ key: "readingFailed", params: {}, path: "" }], more: 0 };
const cancelled = { ok: false, problems: [{ key: "cancelled", params: {}, path: "" }], more: 0 };

/** A worker that does as the test says when it gets its request. */
class FakeWorker extends EventTarget {
  static readonly started: FakeWorker[] = [];
  static onRequest: (worker: FakeWorker, request: ReadRequest) => void = () => {};
  isTerminated = false;
  constructor(readonly url: string) {
    super();
    FakeWorker.started.push(this);
  }
  postMessage(request: ReadRequest) {
    queueMicrotask(() => FakeWorker.onRequest(this, request));
  }
  terminate() {
    this.isTerminated = true;
  }
  say(message: WorkerMessage) {
    this.dispatchEvent(new MessageEvent("message", { data: message }));
  }
  fail() {
    const event = new Event("error", { cancelable: true });
    this.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  }
}

function useWorkers(onRequest: (worker: FakeWorker, request: ReadRequest) => void): void {
  FakeWorker.started.length = 0;
  FakeWorker.onRequest = onRequest;
  vi.stubGlobal("Worker", FakeWorker);
}

describe("a file", () => {
  it("goes to a worker of its own, which tells how far it is and is ended", async () => {
    const requests: ReadRequest[] = [];
    useWorkers((worker, request) => {
      requests.push(request);
      worker.say({ type: "ready" });
      worker.say({ type: "progress", fraction: 0.5 });
      worker.say({ type: "result", result: read });
    });
    const onProgress = vi.fn();
    expect(await readInWorker(file, { ...tools, onProgress })).toBe(read);
    expect(requests).toEqual([{ source: file, idPrefix: "prefix", at: "2027-01-01T00:00:00.000Z" }]);
    expect(onProgress.mock.calls).toEqual([[0.5]]);
    expect(FakeWorker.started).toMatchObject([
      { isTerminated: true, url: expect.stringContaining("import-worker") },
    ]);
  });

  it.each([
    ["where there are no workers", () => vi.stubGlobal("Worker", undefined)],
    [
      "where a policy forbids them",
      () =>
        vi.stubGlobal("Worker", () => {
          throw new DOMException("refused", "SecurityError");
        }),
    ],
    ["when the worker's file cannot be loaded", () => useWorkers((worker) => worker.fail())],
  ])("is read by the page %s", async (_, prepare) => {
    prepare();
    expect(await readInWorker(file, tools)).toEqual(read);
  });

  it("that takes a worker down is said to be too much", async () => {
    useWorkers((worker) => {
      worker.say({ type: "ready" });
      worker.fail();
    });
    expect(await readInWorker(file, tools)).toEqual(failed);
  });

  it("is let go at once when the import is cancelled", async () => {
    const controller = new AbortController();
    useWorkers((worker) => {
      worker.say({ type: "ready" });
      controller.abort();
    });
    expect(await readInWorker(file, { ...tools, signal: controller.signal })).toEqual(cancelled);
    expect(FakeWorker.started).toMatchObject([{ isTerminated: true }]);
    expect(await readInWorker(file, { ...tools, signal: controller.signal })).toEqual(cancelled);
    expect(FakeWorker.started).toHaveLength(1);
  });
});

describe("the worker", () => {
  it("answers with the map, ids for what has none, and how far it is", async () => {
    const messages: WorkerMessage[] = [];
    const scope = new EventTarget();
    vi.stubGlobal(
      "self",
      Object.assign(scope, { postMessage: (message: WorkerMessage) => messages.push(message) }),
    );
    await import("#exchange/json/import-worker.ts");
    expect(messages).toEqual([{ type: "ready" }]);
    const source = JSON.stringify({
      ...JSON.parse(mapToJson(map)),
      map: { ...map, stages: [{ name: "S" }], nodes: [] },
    });
    const request: ReadRequest = {
      source: new Blob([
        source.replace(/"(people|connections|contents|measures|dismissals)":\{\}/g, '"$1":[]'),
      ]),
      idPrefix: "abc",
      at: "2027-01-01T00:00:00.000Z",
    };
    scope.dispatchEvent(new MessageEvent("message", { data: request }));
    await vi.waitFor(() => expect(messages.at(-1)?.type).toBe("result"));
    expect(messages.at(-1)).toMatchObject({
      result: { ok: true, map: { stages: [{ id: "abc-1", name: "S" }] } },
    });
    const steps = messages.flatMap((message) => (message.type === "progress" ? [message.fraction] : []));
    expect(steps).toEqual([...steps].sort());
  });
});
