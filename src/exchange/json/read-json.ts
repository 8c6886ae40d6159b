import { type Problem, problem } from "../problem.ts";
import { findSyntaxFault } from "./find-syntax-fault.ts";

/** Deeper than any map, and shallow enough for every function that walks a document. */
export const DEEPEST = 64;
export const LARGEST_FILE = 100 * 1024 * 1024;

export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

/** Parses a text that may be anything at all. */
export function readJson(text: string): JsonResult {
  const refused = (found: Problem) => ({ ok: false, problem: found }) as const;
  if (text.length > LARGEST_FILE)
    return refused(problem("tooLarge", { megabytes: LARGEST_FILE / 1024 / 1024 }));
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (source.trim() === "") return refused(problem("empty"));
  // Parsing itself survives any depth; what walks the result afterwards would not.
  if (depthOf(source) > DEEPEST) return refused(problem("tooDeep", { levels: DEEPEST }));
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch {
    const { isCutOff, line, column } = findSyntaxFault(source);
    return refused(isCutOff ? problem("cutOff") : problem("notJson", { line, column }));
  }
}

/** How deep the brackets go. */
function depthOf(source: string): number {
  let depth = 0;
  let deepest = 0;
  let isInText = false;
  for (let index = 0; index < source.length; index += 1) {
    const character = source[index];
    if (isInText) {
      if (character === "\\") index += 1;
      else if (character === '"') isInText = false;
    } else if (character === '"') isInText = true;
    else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return deepest;
}
