import type { Adler } from "./checksums.ts";

/** A worker is asked with a `Strip`, whose memory goes there and comes back. */
export type StripMessage =
  /** It runs. */
  | { readonly type: "ready" }
  | {
      readonly type: "strip";
      readonly chunk: Uint8Array<ArrayBuffer>;
      readonly adler: Adler;
      readonly pixels: ArrayBuffer;
    };
