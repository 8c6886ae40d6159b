import { type Break, breaksOf } from "./hyphenate.ts";

/** The width of one line of text in map units. Whoever draws passes it in: a canvas, or an estimate in tests. */
export type Measure = (text: string, font: { readonly size: number; readonly weight: number }) => number;

export interface TextBox {
  readonly width: number;
  readonly size: number;
  readonly weight: number;
  readonly lines: number;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/**
 * Breaks a text into at most so many lines of a width: between words, inside of a word only where it does not fit
 * into a line of its own (German has such words). What does not fit at all ends in "…".
 */
export function wrapText(text: string, box: TextBox, measure: Measure): string[] {
  const lines: string[] = [];
  const parts = splitWords(text.slice(0, 2000), box, measure);
  let line = "";
  for (const [index, part] of parts.entries()) {
    // A part that goes on in the next line ends its own: it is never joined with what follows.
    const isContinued = parts[index - 1]?.isBroken === true;
    const longer = line === "" ? part.text : `${line} ${part.text}`;
    if (line === "" || (!isContinued && measure(longer, box) <= box.width)) {
      line = longer;
      continue;
    }
    if (lines.length === box.lines - 1)
      return [...lines, shortenText(line + restOf(parts, index), box, measure)];
    lines.push(line);
    line = part.text;
  }
  if (line !== "") lines.push(shortenText(line, box, measure));
  return lines;
}

interface Part {
  /** With the hyphen where it is broken. */
  readonly text: string;
  /** Whether the word goes on in the next part. */
  readonly isBroken: boolean;
}

/** What did not fit, so that its beginning stands before the "…". */
function restOf(parts: readonly Part[], index: number): string {
  return parts
    .slice(index)
    .map(({ text }, place) => (parts[index + place - 1]?.isBroken ? text : ` ${text}`))
    .join("");
}

function splitWords(text: string, box: TextBox, measure: Measure): Part[] {
  return text
    .split(/\s+/u)
    .filter((word) => word !== "")
    .flatMap((word) => splitLongWord(word, box, measure));
}

/** A word in parts that each fit into a line; the last one is whatever is left. */
function splitLongWord(word: string, box: TextBox, measure: Measure): Part[] {
  const parts: Part[] = [];
  const fits = (text: string) => measure(text, box) <= box.width;
  let rest = word;
  while (!fits(rest)) {
    const end = bestBreak(rest, fits) ?? lastFitting(rest, fits);
    if (end >= rest.length) break;
    const text = rest.slice(0, end);
    parts.push({ text: withHyphen(text), isBroken: true });
    rest = rest.slice(end);
  }
  if (rest !== "") parts.push({ text: rest, isBroken: false });
  return parts;
}

function withHyphen(text: string): string {
  return text.endsWith("-") ? text : `${text}-`;
}

/**
 * The last place where the beginning of a word fits with its hyphen. A hyphen of its own and a seam between two words
 * of a compound come first where the rest then fits into one line: that reads better than the fullest line.
 */
function bestBreak(word: string, fits: (text: string) => boolean): number | null {
  const possible = wordBreaks(word).filter(({ at }) => fits(withHyphen(word.slice(0, at))));
  const seam = possible.findLast(({ at, isSeam }) => isSeam && fits(word.slice(at)));
  return (seam ?? possible.at(-1))?.at ?? null;
}

/** After its own hyphens and slashes, and within each of the words that they join. */
function wordBreaks(word: string): Break[] {
  return [...word.matchAll(/[\p{L}\p{M}]+|[-/](?=.)/gu)].flatMap(({ 0: piece, index }) =>
    /^[-/]$/u.test(piece)
      ? [{ at: index + 1, isSeam: true }]
      : breaksOf(piece).map(({ at, isSeam }) => ({ at: index + at, isSeam })),
  );
}

/** Where nothing better is known: as many characters as fit, at least one. */
function lastFitting(word: string, fits: (text: string) => boolean): number {
  let end = 0;
  for (const letter of graphemes(word)) {
    if (end > 0 && !fits(`${word.slice(0, end)}${letter}-`)) break;
    end += letter.length;
  }
  return end;
}

const SOFT_HYPHEN = "\u00ad";
/** Shorter words get a line of their own: a browser fills lines up with parts of them even where it need not. */
const LONG_WORD = 12;

/** Long words with soft hyphens, for text that a browser wraps: few of them know where a German word may break. */
export function withSoftHyphens(text: string): string {
  return softlyHyphenated(text)
    .map(({ bare, hyphenated, isShort }) => (isShort ? bare : hyphenated))
    .join("");
}

export interface SoftPiece {
  readonly bare: string;
  readonly hyphenated: string;
  /** A word that only a very narrow place may break. */
  readonly isShort: boolean;
}

/** A text in words and what stands between them, for places that may become too narrow for a short word. */
export function softlyHyphenated(text: string): readonly SoftPiece[] {
  return (text.match(/[\p{L}\p{M}]+|[^\p{L}\p{M}]+/gu) ?? []).map((bare) => {
    const hyphenated = breaksOf(bare).reduceRight(
      (result, { at }) => result.slice(0, at) + SOFT_HYPHEN + result.slice(at),
      bare,
    );
    return { bare, hyphenated, isShort: hyphenated !== bare && bare.length < LONG_WORD };
  });
}

/** One line, cut at a grapheme with "…" where it is too long; empty when not even that fits. */
export function shortenText(text: string, box: Omit<TextBox, "lines">, measure: Measure): string {
  if (measure(text, box) <= box.width) return text;
  const parts = graphemes(text.slice(0, 400));
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${parts.slice(0, middle).join("").trimEnd()}…`, box) <= box.width) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? "" : `${parts.slice(0, low).join("").trimEnd()}…`;
}

/** The first letters of the first and the last name; "?" for a person without a name. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => word !== "");
  const first = words[0];
  const last = words.length > 1 ? words.at(-1) : undefined;
  const letters = [first, last].map((word) =>
    // The first character alone: all of a word without an end would take seconds.
    word === undefined ? "" : (segmenter.segment(word).containing(0)?.segment ?? ""),
  );
  return letters.join("").toUpperCase() || "?";
}
