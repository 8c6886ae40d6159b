import type { ReadResult, Source } from "../reading.ts";

/** What the page asks of the worker. A file goes there by reference. */
export interface ReadRequest {
  readonly source: Source;
  /** The beginning of ids for what has none. */
  readonly idPrefix: string;
  /** Now, ISO 8601, UTC. */
  readonly at: string;
}

export type WorkerMessage =
  /** It runs: what goes wrong from now on is the file's doing. */
  | { readonly type: "ready" }
  | { readonly type: "progress"; readonly fraction: number }
  | { readonly type: "result"; readonly result: ReadResult };
