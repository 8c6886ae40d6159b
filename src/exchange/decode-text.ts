import { type Problem, problem } from "./problem.ts";

export type TextResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: Problem };

/** How the files begin that people choose by mistake. */
const otherKinds: readonly { readonly name: string; readonly start: readonly number[] }[] = [
  { name: "PNG", start: [0x89, 0x50, 0x4e, 0x47] },
  { name: "JPEG", start: [0xff, 0xd8, 0xff] },
  { name: "GIF", start: [0x47, 0x49, 0x46, 0x38] },
  { name: "PDF", start: [0x25, 0x50, 0x44, 0x46] },
  // Office documents are ZIP archives too.
  { name: "ZIP", start: [0x50, 0x4b, 0x03, 0x04] },
  { name: "GZIP", start: [0x1f, 0x8b] },
];

/** The text in a file's bytes: UTF-8 or UTF-16, with or without a mark of the byte order. */
export function decodeText(bytes: Uint8Array): TextResult {
  if (bytes.length === 0) return { ok: false, problem: problem("empty") };
  // What a disk holds after a power cut; no text begins like this.
  if (bytes[0] === 0 && bytes[1] === 0) return { ok: false, problem: problem("notText") };
  const other = otherKinds.find(({ start }) => start.every((byte, index) => bytes[index] === byte));
  if (other) return { ok: false, problem: problem("wrongKind", { name: other.name }) };
  try {
    return { ok: true, text: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, problem: problem("notText") };
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // JSON begins with an ASCII character, half of which is a zero byte in UTF-16.
  if (second === 0 && first !== 0) return "utf-16le";
  return first === 0 && second !== 0 ? "utf-16be" : "utf-8";
}
