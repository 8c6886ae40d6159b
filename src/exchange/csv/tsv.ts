import { guarded } from "./write-csv.ts";

/**
 * Rows as spreadsheets exchange them over the clipboard: cells between tabs, rows between line breaks, a cell with
 * either of them, or with a quotation mark, between quotation marks. What a spreadsheet would run is made harmless.
 */
export function tsvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(written).join("\t")).join("\r\n");
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
  // A cell that begins with a quotation mark ends with the next single one; any other one ends at a tab or line break.
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/guy;
  for (;;) {
    const match = cell.exec(text);
    if (!match) break;
    const [, quoted, plain, end] = match;
    row.push(readable(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"')));
    if (end === "\t") continue;
    rows.push(row);
    row = [];
    if (end === "" || cell.lastIndex >= text.length) break;
  }
  return rows;
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
