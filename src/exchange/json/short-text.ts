const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The text itself, or its beginning with a mark that something is missing; a character as it is read stays whole. */
export function shortText(text: string, most: number): string {
  if (text.length <= most) return text;
  // Not one by one: of a long text that would take seconds. One more, so that half of an emoji is not taken for whole.
  let end = segmenter.segment(text.slice(0, most + 1)).containing(most - 1)?.index ?? 0;
  // A first character of so many parts that nothing would be left; but half of an emoji is no character at all.
  if (end === 0) end = isHighSurrogate(text, most - 2) ? most - 2 : most - 1;
  return `${text.slice(0, end)}…`;
}

function isHighSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xd800 && code <= 0xdbff;
}
