import { guarded } from "./write-csv.ts";

/**
 * Rows as spreadsheets exchange them over the clipboard: cells between tabs, rows between line breaks, a cell with
 * either of them, or with a quotation mark, between quotation marks. What a spreadsheet would run is made harmless. The
 * last row ends with a line break, too: otherwise an empty one would be none.
 */
export function tsvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(written).join("\t")}\r\n`).join("");
}

function written(text: string): string {
  // A number with a sign is one for a spreadsheet, too.
  const safe = isRisky(text) && !/^[+-]\d+$/u.test(text) ? `'${text}` : text;
  return /[\t\r\n"]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The rows of such a text. The line break at its end, which spreadsheets write, begins no row of its own. */
export function rowsOfTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const quotedEnd = endOfQuoted(text, at);
    const end = quotedEnd ?? endOfPlain(text, at);
    const cell = quotedEnd === null ? text.slice(at, end) : text.slice(at + 1, end - 1).replaceAll('""', '"');
    row.push(readable(cell));
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
    if (text[end] === "\t") continue;
    rows.push(row);
    row = [];
    if (at >= text.length) return rows;
  }
}

/**
 * Where a cell ends that begins with a quotation mark: behind the next single one. Null where it does not begin with one,
 * or where that one is followed by more: then it is a part of the text.
 */
function endOfQuoted(text: string, start: number): number | null {
  if (text[start] !== '"') return null;
  let mark = text.indexOf('"', start + 1);
  while (mark >= 0 && text[mark + 1] === '"') mark = text.indexOf('"', mark + 2);
  if (mark < 0) return null;
  return endOfPlain(text, mark + 1) === mark + 1 ? mark + 1 : null;
}

/** Where the next tab or line break is, or the end. */
function endOfPlain(text: string, start: number): number {
  const ends = /[\t\r\n]/gu;
  ends.lastIndex = start;
  return ends.exec(text)?.index ?? text.length;
}

/** Without the apostrophe that made a text harmless. */
function readable(text: string): string {
  return text.startsWith("'") && isRisky(text) ? text.slice(1) : text;
}

/** Behind apostrophes of its own as well: or those that were written could not be told from those that were added. */
function isRisky(text: string): boolean {
  const bare = text.replace(/^'+/u, "");
  return guarded(bare) !== bare;
}
