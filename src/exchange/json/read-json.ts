import { MOST_NODES } from "#model/limits.ts";
import { type Problem, problem } from "../problem.ts";
import { findSyntaxFault } from "./find-syntax-fault.ts";
import { DEEPEST, LARGEST_FILE, MOST_VALUES_IN_FILE } from "./limits.ts";

export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Problem };

/** Parses a text that may be anything at all. `onProgress`: how much of it was looked through, from 0 to 1. */
export function readJson(text: string, onProgress: (fraction: number) => void = () => {}): JsonResult {
  const refused = (found: Problem) => ({ ok: false, problem: found }) as const;
  if (text.length > LARGEST_FILE)
    return refused(problem("tooLarge", { megabytes: LARGEST_FILE / 1024 / 1024 }));
  const source = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (source.trim() === "") return refused(problem("empty"));
  const { depth, values } = measure(source, onProgress);
  // Parsing itself survives any depth; what walks the result afterwards would not.
  if (depth > DEEPEST) return refused(problem("tooDeep", { levels: DEEPEST }));
  if (values > MOST_VALUES_IN_FILE) {
    return refused(problem("tooManyValues", { values: MOST_VALUES_IN_FILE, nodes: MOST_NODES }));
  }
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch {
    const { isCutOff, line, column } = findSyntaxFault(source);
    return refused(isCutOff ? problem("cutOff") : problem("notJson", { line, column }));
  }
}

/** So many characters are looked through between two words about how far one is. */
const STEP = 2 ** 22;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const BRACKETS = { open: 0x5b, close: 0x5d, openBrace: 0x7b, closeBrace: 0x7d };

interface Measured {
  readonly depth: number;
  readonly values: number;
}

/** How deep the brackets go, and how many values there are, more or less: one behind each bracket and comma. */
function measure(source: string, onProgress: (fraction: number) => void): Measured {
  let depth = 0;
  let deepest = 0;
  let values = 1;
  let next = STEP;
  for (let index = 0; index < source.length; index += 1) {
    if (index >= next) {
      onProgress(index / source.length);
      next = index + STEP;
    }
    const code = source.charCodeAt(index);
    if (code === QUOTE) index = endOfText(source, index);
    else if (code === COMMA) values += 1;
    else if (code === BRACKETS.open || code === BRACKETS.openBrace) {
      values += 1;
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === BRACKETS.close || code === BRACKETS.closeBrace) depth -= 1;
  }
  return { depth: deepest, values };
}

/** Where the quote that ends a text is. */
function endOfText(source: string, start: number): number {
  for (let index = start + 1; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    if (code === QUOTE) return index;
    if (code === BACKSLASH) index += 1;
  }
  return source.length;
}
