import { encodeStrip, type Strip } from "./encode-strip.ts";
import type { StripMessage } from "./strip-messages.ts";

const post = (message: StripMessage, transfer: Transferable[] = []) =>
  // Where only the types of a page are known, `self` is a window.
  (self as unknown as Worker).postMessage(message, transfer);

self.addEventListener("message", ({ data }: MessageEvent<Strip>) => {
  const strip = encodeStrip(data);
  post({ type: "strip", ...strip, pixels: data.pixels }, [strip.chunk.buffer, data.pixels]);
});

post({ type: "ready" });
