/** What a worker is to the page: messages go there and come back. */
export interface WorkerLine {
  post(message: unknown): void;
  /** Ends the worker, whatever it is doing. */
  stop(): void;
}

export interface LineEnds {
  onMessage(message: unknown): void;
  /** The worker could not be loaded, or threw outside of any call. */
  onFailure(detail: string): void;
}

export type StartWorker = (ends: LineEnds) => WorkerLine;

export type LineState = "starting" | "running" | "unavailable";

/** Calls of functions in a worker. A worker that does not answer is replaced by a new one. */
export interface WorkerCalls {
  /** Rejects when the worker cannot do it, is not there, or is replaced meanwhile. */
  call(name: string, values: readonly unknown[]): Promise<unknown>;
}

export interface WorkerCallsOptions {
  readonly start: StartWorker;
  onState(state: LineState): void;
  /** After a worker was replaced: it knows nothing of what the one before it was told. */
  onRestart(): void;
  onNews(message: unknown): void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(reason: Error): void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** How long an answer may take, in milliseconds; only a worker that hangs takes longer. */
const PATIENCE = 20_000;

/** Workers that hang one after the other before it is left alone. */
const MOST_RESTARTS = 3;

export function createWorkerCalls(options: WorkerCallsOptions): WorkerCalls {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  let restarts = 0;
  let line: WorkerLine | null = null;
  line = start();

  function start(): WorkerLine | null {
    let isCurrent = true;
    options.onState("starting");
    try {
      const started = options.start({
        onMessage: (message) => isCurrent && receive(message),
        onFailure: (detail) => isCurrent && giveUp(detail),
      });
      return {
        post: started.post,
        stop() {
          isCurrent = false;
          started.stop();
        },
      };
    } catch (error) {
      giveUp(String(error));
      return null;
    }
  }

  function receive(message: unknown): void {
    const answer = message as Answer;
    if (answer.kind === "started") {
      if (answer.isAvailable) options.onState("running");
      else giveUp("The worker has nothing to write to");
    } else if (answer.kind === "news") options.onNews(message);
    else settle(answer);
  }

  function settle(answer: Extract<Answer, { readonly id: number }>): void {
    const waiting = pending.get(answer.id);
    if (!waiting) return;
    pending.delete(answer.id);
    clearTimeout(waiting.timer);
    restarts = 0;
    if (answer.kind === "answer") waiting.resolve(answer.value);
    else waiting.reject(new Error(answer.detail));
  }

  function giveUp(detail: string): void {
    line?.stop();
    line = null;
    rejectAll(detail);
    options.onState("unavailable");
  }

  function rejectAll(detail: string): void {
    const all = [...pending.values()];
    pending.clear();
    for (const { reject, timer } of all) {
      clearTimeout(timer);
      reject(new Error(detail));
    }
  }

  function replace(): void {
    const detail = "The worker does not answer";
    restarts += 1;
    if (restarts > MOST_RESTARTS) {
      giveUp(detail);
      return;
    }
    line?.stop();
    rejectAll(detail);
    line = start();
    if (line) options.onRestart();
  }

  return {
    call: (name, values) =>
      new Promise((resolve, reject) => {
        if (!line) return reject(new Error("There is no worker"));
        lastId += 1;
        pending.set(lastId, { resolve, reject, timer: setTimeout(replace, PATIENCE) });
        line.post({ id: lastId, call: name, with: values });
      }),
  };
}

/** What the worker sends: its start, and one of these for every call. */
type Answer =
  | { readonly kind: "started"; readonly isAvailable: boolean }
  | { readonly kind: "answer"; readonly id: number; readonly value: unknown }
  | { readonly kind: "failure"; readonly id: number; readonly detail: string }
  | { readonly kind: "news" };
