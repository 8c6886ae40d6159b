import { decodeText } from "./decode-text.ts";
import { formats } from "./formats.ts";
import type { ParseResult, ParseTools } from "./json/parse-map.ts";
import { LARGEST_FILE } from "./json/read-json.ts";
import { problem } from "./problem.ts";

/** What importing needs of a file; a `File` of the browser is one. */
export interface SourceFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The map in a file of any kind, or what is wrong with it. Never rejects. */
export async function importFile(file: SourceFile, tools: ParseTools): Promise<ParseResult> {
  const refused = (...problems: readonly ReturnType<typeof problem>[]): ParseResult => ({
    ok: false,
    problems,
    more: 0,
  });
  // Before reading: a file of gigabytes would take the page down.
  if (file.size > LARGEST_FILE)
    return refused(problem("tooLarge", { megabytes: LARGEST_FILE / 1024 / 1024 }));
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused(problem("unreadable"));
  }
  const decoded = decodeText(bytes);
  return decoded.ok ? importText(decoded.text, tools) : refused(decoded.problem);
}

export async function importText(text: string, tools: ParseTools): Promise<ParseResult> {
  const reader = formats.find(({ read }) => read);
  return reader?.read ? reader.read(text, tools) : { ok: false, problems: [problem("wrongFormat")], more: 0 };
}

/** Whether a text looks like a map's file at all, for telling it from other things that one pastes. */
export function isMapText(text: string): boolean {
  return /^\uFEFF?\s*\{/u.test(text) && text.includes('"dreiklang-map"');
}
