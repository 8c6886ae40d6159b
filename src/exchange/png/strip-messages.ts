import type { Adler } from "./checksums.ts";
import type { Strip } from "./encode-strip.ts";

/** What the page asks of a worker. The memory of the pixels goes there and comes back. */
export type StripRequest = Strip;

export type StripMessage =
  /** It runs. */
  | { readonly type: "ready" }
  | {
      readonly type: "strip";
      readonly chunk: Uint8Array<ArrayBuffer>;
      readonly adler: Adler;
      readonly pixels: ArrayBuffer;
    };
