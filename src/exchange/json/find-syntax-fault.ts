/** Where a text stops being JSON. `isCutOff`: all that there is could be the beginning of JSON. */
export interface SyntaxFault {
  readonly index: number;
  readonly line: number;
  readonly column: number;
  readonly isCutOff: boolean;
}

type Expected = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "commaOrEnd" | "nothing";

const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|true\b|false\b|null\b/y;
const beginningOfLiteral = /^(?:-|-?\d+\.?\d*(?:[eE][+-]?)?\d*|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/;

/**
 * The place of the first fault in a text that could not be parsed: every browser describes it in words of its own,
 * and some not at all.
 */
export function findSyntaxFault(source: string): SyntaxFault {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let index = 0;
  for (;;) {
    while (index < source.length && " \t\r\n".includes(source[index] ?? "")) index += 1;
    if (index >= source.length) return faultAt(source, index, true);
    const character = source[index] ?? "";
    const isValue: boolean = expected === "value" || expected === "valueOrEnd";
    const isKey: boolean = expected === "key" || expected === "keyOrEnd";
    if (character === '"' && (isValue || isKey)) {
      const end = endOfText(source, index);
      if (end.isFault) return faultAt(source, end.index, end.index >= source.length);
      index = end.index;
      expected = isKey ? "colon" : afterValue(open);
    } else if ((character === "{" || character === "[") && isValue) {
      open.push(character);
      expected = character === "{" ? "keyOrEnd" : "valueOrEnd";
      index += 1;
    } else if (closes(character, open.at(-1), expected)) {
      open.pop();
      expected = afterValue(open);
      index += 1;
    } else if (character === ":" && expected === "colon") {
      expected = "value";
      index += 1;
    } else if (character === "," && expected === "commaOrEnd") {
      expected = open.at(-1) === "{" ? "key" : "value";
      index += 1;
    } else {
      const length = isValue ? lengthOfLiteral(source, index) : 0;
      if (length === 0) {
        const rest = isValue && source.length - index < 40 ? source.slice(index) : "";
        return faultAt(source, index, beginningOfLiteral.test(rest));
      }
      index += length;
      expected = afterValue(open);
    }
  }
}

function afterValue(open: readonly string[]): Expected {
  return open.length === 0 ? "nothing" : "commaOrEnd";
}

function closes(character: string, bracket: "{" | "[" | undefined, expected: Expected): boolean {
  if (character === "}") return bracket === "{" && (expected === "commaOrEnd" || expected === "keyOrEnd");
  return character === "]" && bracket === "[" && (expected === "commaOrEnd" || expected === "valueOrEnd");
}

function lengthOfLiteral(source: string, index: number): number {
  literal.lastIndex = index;
  return literal.exec(source)?.[0].length ?? 0;
}

function endOfText(source: string, start: number): { index: number; isFault: boolean } {
  let index = start + 1;
  for (; index < source.length; index += 1) {
    const character = source[index] ?? "";
    if (character === '"') return { index: index + 1, isFault: false };
    if (character < " ") return { index, isFault: true };
    if (character !== "\\") continue;
    const escaped = source.slice(index + 1, index + 6);
    if (/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(escaped)) index += escaped.startsWith("u") ? 5 : 1;
    else if (index + 1 + escaped.length < source.length || !/^u?[0-9a-fA-F]*$/.test(escaped)) {
      return { index, isFault: true };
    }
  }
  return { index: source.length, isFault: true };
}

function faultAt(source: string, index: number, isCutOff: boolean): SyntaxFault {
  let line = 1;
  let lineStart = 0;
  for (let at = source.indexOf("\n"); at >= 0 && at < index; at = source.indexOf("\n", at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { index, line, column: index - lineStart + 1, isCutOff };
}
