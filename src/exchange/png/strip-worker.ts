import { encodeStrip } from "./encode-strip.ts";
import type { StripMessage, StripRequest } from "./strip-messages.ts";

const post = (message: StripMessage, transfer: Transferable[] = []) =>
  // Where only the types of a page are known, `self` is a window.
  (self as unknown as Worker).postMessage(message, transfer);

self.addEventListener("message", ({ data }: MessageEvent<StripRequest>) => {
  const { pixels, width, rows, format } = data;
  const strip = encodeStrip({ pixels: new Int32Array(pixels), width, rows, format });
  post({ type: "strip", ...strip, pixels }, [strip.chunk.buffer, pixels]);
});

post({ type: "ready" });
