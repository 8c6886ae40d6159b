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

function splitLongWord(word: string, box: TextBox, measure: Measure): Part[] {
  const parts: Part[] = [];
  const room = box.width - measure("-", box);
  let rest = measure(word, box) <= box.width ? [word] : graphemes(word);
  while (rest.length > 1 && measure(rest.join(""), box) > box.width) {
    let fitting = 1;
    while (fitting < rest.length && measure(rest.slice(0, fitting + 1).join(""), box) <= room) fitting += 1;
    const end = syllableEnd(rest, fitting);
    const text = rest.slice(0, end).join("");
    parts.push({ text: text.endsWith("-") ? text : `${text}-`, isBroken: true });
    rest = rest.slice(end);
  }
  if (rest.length > 0) parts.push({ text: rest.join(""), isBroken: false });
  return parts;
}

const vowel = /^[aeiouyäöüáàâéèêëíìîïóòôúùû]/iu;
const inseparable = /^(?:ch|ck|ph|th|sh|qu)$/iu;
const LEAST_PART = 3;

/**
 * Where a word may be broken at the latest, not beyond `fitting`: after a hyphen or a slash, else before a consonant
 * that a vowel follows, which is right for most words of German and English. `fitting` itself if there is none.
 */
function syllableEnd(letters: readonly string[], fitting: number): number {
  for (let end = fitting; end >= LEAST_PART; end -= 1) {
    if (/[-/]/u.test(letters[end - 1] ?? "") || mayBreak(letters, end)) return end;
  }
  return fitting;
}

function mayBreak(letters: readonly string[], end: number): boolean {
  const [before = "", first = "", second = ""] = letters.slice(Math.max(end - 1, 0), end + 2);
  if (end < LEAST_PART || letters.length - end < LEAST_PART) return false;
  if (vowel.test(first) || !/^\p{L}/u.test(first)) return false;
  return vowel.test(second) && !inseparable.test(before + first);
}

const SOFT_HYPHEN = "\u00ad";
const LONG_WORD = 10;

/** Long words with soft hyphens, for text that a browser wraps: few of them know where a German word may break. */
export function withSoftHyphens(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const letters = graphemes(word);
    if (letters.length < LONG_WORD) return word;
    return letters
      .map((letter, index) => (mayBreak(letters, index) ? SOFT_HYPHEN + letter : letter))
      .join("");
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
  const letters = [first, last].map((word) => (word === undefined ? "" : (graphemes(word)[0] ?? "")));
  return letters.join("").toUpperCase() || "?";
}
