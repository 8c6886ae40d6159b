import type { Adler } from "./checksums.ts";
import type { PixelFormat } from "./row-differences.ts";

/** What the page asks of a worker. The memory of the pixels goes there and comes back. */
export interface StripRequest {
  readonly pixels: ArrayBuffer;
  readonly width: number;
  readonly rows: number;
  readonly format: PixelFormat;
}

export type StripMessage =
  /** It runs. */
  | { readonly type: "ready" }
  | {
      readonly type: "strip";
      readonly chunk: Uint8Array<ArrayBuffer>;
      readonly adler: Adler;
      readonly pixels: ArrayBuffer;
    };
