/** As a reader counts characters. Longer is no title but a text. */
const LONGEST_TITLE = 200;

export interface LineTitle {
  readonly title: string;
  /** The whole line where the title could not hold it, else empty. */
  readonly description: string;
}

/** A line of pasted text as the title of a node; of a long one the beginning, at the end of a word. */
export function titleOfLine(line: string): LineTitle {
  // As many code units have never more characters.
  if (line.length <= LONGEST_TITLE) return { title: line, description: "" };
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
  let count = 0;
  let end = 0;
  // Segments come one by one: of megabytes only the beginning is looked at.
  for (const { index } of segmenter.segment(line)) {
    if (count === LONGEST_TITLE - 1) end = index;
    if (count === LONGEST_TITLE) return { title: cutAtWord(line, end), description: line };
    count += 1;
  }
  return { title: line, description: "" };
}

/** `end`: where the room for the title ends, one character before its full length. */
function cutAtWord(line: string, end: number): string {
  const room = line.slice(0, end);
  const isWhole = line[end] === " ";
  const lastSpace = isWhole ? end : room.lastIndexOf(" ");
  // Some scripts write no spaces, and a title of one short word would tell nothing.
  const cut = lastSpace > end / 2 ? lastSpace : end;
  return `${room.slice(0, cut).trimEnd()}…`;
}
