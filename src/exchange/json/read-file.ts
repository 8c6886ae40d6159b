import { decodeText } from "../decode-text.ts";
import { type CutText, problem } from "../problem.ts";
import type { ReadResult, Source } from "../reading.ts";
import { parseMapFile } from "./parse-map.ts";
import { type ParseTools, refused } from "./parse-result.ts";

/** Bytes that are read at once, so that there is something to tell of a slow disk. */
const PIECE = 4 * 1024 * 1024;
/** How far one is when all bytes are there. */
const READ = 0.4;

/** Reads a map's file of whatever content. Runs in a worker and in the page alike; never rejects. */
export async function readMapFile(source: Source, tools: ParseTools): Promise<ReadResult> {
  try {
    return await read(source, tools);
  } catch (error) {
    // The memory may be too small for what the limits let through.
    console.error(error);
    return refused(problem("readingFailed"));
  }
}

async function read(source: Source, tools: ParseTools): Promise<ReadResult> {
  const tell = tools.onProgress ?? (() => {});
  let text = source;
  if (typeof text !== "string") {
    const bytes = await bytesOf(text, (fraction) => tell(READ * fraction));
    if (bytes === null) return refused(problem("unreadable"));
    const decoded = decodeText(bytes);
    if (!decoded.ok) return refused(decoded.problem);
    text = decoded.text;
  }
  const result = parseMapFile(text, { ...tools, onProgress: (part) => tell(READ + (1 - READ) * part) });
  if (!result.ok) return result;
  const { cutTexts, ...parsed } = result;
  return { ...parsed, fullTexts: cutTexts.length === 0 ? null : fileOf(cutTexts) };
}

/** All bytes of a file, or null when it is a folder, is gone, or was changed since it was chosen. */
async function bytesOf(file: Blob, onProgress: (fraction: number) => void): Promise<Uint8Array | null> {
  const bytes = new Uint8Array(file.size);
  try {
    for (let start = 0; start < file.size; start += PIECE) {
      const piece = new Uint8Array(await file.slice(start, start + PIECE).arrayBuffer());
      if (piece.length !== Math.min(PIECE, file.size - start)) return null;
      bytes.set(piece, start);
      onProgress((start + piece.length) / file.size);
    }
  } catch {
    return null;
  }
  return bytes;
}

/** A blob goes from the worker to the page without being copied, however much there is. */
function fileOf(cutTexts: readonly CutText[]): Blob {
  const parts = cutTexts.flatMap(({ path, text }) => [`=== ${path}\n\n`, text, "\n\n"]);
  return new Blob(parts, { type: "text/plain;charset=utf-8" });
}
