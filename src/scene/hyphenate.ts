import { compoundParts } from "./compound-parts.ts";

/** Where a word may be broken: before the letter at `at`; `isSeam` between two words of a compound. */
export interface Break {
  readonly at: number;
  readonly isSeam: boolean;
}

const LEAST_PART = 3;
/** Longer than any word that somebody would want to read in a card. */
const LONGEST = 60;
const MOST_KEPT = 5000;
const kept = new Map<string, readonly Break[]>();

/**
 * The places at which a word of letters may be broken, from left to right. By rules for German, which are good enough
 * for English: seams of compounds by a list of their parts and by the linking s, else before the consonants that begin
 * a syllable. Positions count UTF-16 units of the word as it is.
 */
export function breaksOf(word: string): readonly Break[] {
  const known = kept.get(word);
  if (known) return known;
  const breaks = findBreaks(word);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(word, breaks);
  return breaks;
}

function findBreaks(word: string): readonly Break[] {
  const lower = word.toLowerCase();
  if (word.length > LONGEST) return [];
  // Lower case is longer than upper case in a few scripts: positions would no longer meet.
  if (lower.length !== word.length) return [];
  const seams = seamsOf(lower);
  const breaks: Break[] = [];
  let start = 0;
  for (const end of [...seams, word.length]) {
    if (start > 0) breaks.push({ at: start, isSeam: true });
    const part = lower.slice(start, end);
    for (const at of syllablesOf(part)) breaks.push({ at: start + at, isSeam: false });
    start = end;
  }
  return breaks.filter(({ at }) => at >= LEAST_PART && word.length - at >= LEAST_PART);
}

const hasVowel = /[aeiouyäöü]/u;
/** What may follow a part without being a word of its own: endings. */
const ending = /^(?:e|en|er|ern|es|in|innen|n|s|te|ten|ung|ungen|lich|liche|lichen|los|bar|isch)$/u;
const withPrefix = /^(?:an|auf|aus|ab|ein|er|ent|un|über|unter)[bcdfghjklmnpqrstvwxzß]/u;
const withConsonant = /^(?:sch|st|sp|[bdfgkp][lr]|[bdfghjklptvwz])[aeiouyäöü]/u;
const linked =
  /(?:ung|heit|keit|schaft|tät|ion|tum|ling)s(?=\p{L}{3})|(?:arbeit|eignis|geschäft|leben)s(?=\p{L}{4})/gu;
const parts = [...compoundParts].sort((one, other) => other.length - one.length);

/** Between the words of a compound; a linking "s" belongs to the word before it. */
function seamsOf(word: string): number[] {
  const found = new Set<number>();
  for (const match of word.matchAll(linked)) found.add(match.index + match[0].length);
  for (const { start, end } of partsIn(word)) {
    found.add(start);
    const rest = word.slice(end);
    if (beginsWord(rest)) found.add(end);
    else if (rest.startsWith("s") && beginsWord(rest.slice(1))) found.add(end + 1);
  }
  return [...found]
    .filter((at) => isSeam(word, at))
    .sort((one, other) => one - other)
    .filter((at, index, all) => at - (all[index - 1] ?? -LEAST_PART) >= LEAST_PART);
}

/** After a known part: what begins so is the next word, not an ending of the part. */
function beginsWord(rest: string): boolean {
  return partAt(rest) !== null || withPrefix.test(rest) || withConsonant.test(rest);
}

function isSeam(word: string, at: number): boolean {
  const [before, after] = [word.slice(0, at), word.slice(at)];
  if (before.length < LEAST_PART || after.length < LEAST_PART) return false;
  return hasVowel.test(before) && hasVowel.test(after) && !ending.test(after) && !isTorn(word, at);
}

interface Found {
  readonly start: number;
  readonly end: number;
}

/** The known parts of a word from left to right, the longest first, none within another. */
function partsIn(word: string): Found[] {
  const found: Found[] = [];
  for (let start = 0; start < word.length; start += 1) {
    const part = partAt(word.slice(start));
    if (part === null || (start > 0 && isTorn(word, start))) continue;
    found.push({ start, end: start + part.length });
    start += part.length - 1;
  }
  return found;
}

function partAt(text: string): string | null {
  return parts.find((part) => text.startsWith(part)) ?? null;
}

/** Letters that are one sound stay together. */
function isTorn(word: string, at: number): boolean {
  return /^(?:ch|ck|ph|th|sh|qu|sc)$/u.test(word.slice(at - 1, at + 1));
}

/** Consonants that begin a syllable together. */
const onset =
  /(?:schr|schl|schm|schn|schw|sch|pfl|pfr|pf|str|spr|spl|[bdfgkpt]r|chr|[bfgkp]l|kn|zw|ch|ph|th|sh|qu|[bcdfghjklmnpqrstvwxzß])$/u;
/** All that a word may begin with; "st" and "sp" are torn only within a word. */
const wholeOnset = new RegExp(`^(?:st|sp|${onset.source.slice(0, -1)})$`, "u");
/** After these a syllable begins with all consonants that follow: "be-stellen", not "bes-tellen". */
const prefix =
  /^(?:be|ge|er|ver|zer|ent|vor|an|ab|auf|aus|ein|um|un|über|unter|nach|mit|her|hin|zu|in|wieder|weiter)$/u;
const prefixBeforeVowel = /^(?:ver|vor|aus|auf|mit|ent|über|unter)$/u;
const suffix = /^(?:lich|ling|los|lein|lung)/u;

/** Before the consonants with which the syllables of one word begin. */
function syllablesOf(word: string): number[] {
  const places: number[] = [];
  for (const { 0: consonants, index } of word.matchAll(
    /[^aeiouyäöüàáâéèêëíóôúû]+(?=[aeiouyäöüàáâéèêëíóôúû])/gu,
  )) {
    if (index === 0) continue;
    const end = index + consonants.length;
    const at = beginOfSyllable(word, index, end);
    if (at > 1 && word.length - at > 2 && !isTorn(word, at)) places.push(at);
  }
  return places;
}

function beginOfSyllable(word: string, index: number, end: number): number {
  if (prefixBeforeVowel.test(word.slice(0, end))) return end;
  for (let at = index; at < end; at += 1) {
    if (prefix.test(word.slice(0, at)) && wholeOnset.test(word.slice(at, end))) return at;
    if (at > index && suffix.test(word.slice(at))) return at;
  }
  const begin = word.slice(index, end).match(onset)?.[0];
  return begin === undefined ? -1 : end - begin.length;
}
