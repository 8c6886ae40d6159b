import { decimalSign } from "../decimal-sign.ts";
import type { Cell, Table } from "../report.ts";

/** By it programs know that a file is UTF-8; without it Excel takes it for something else. */
const BYTE_ORDER_MARK = "\ufeff";

/**
 * A table as text with separators, RFC 4180. Where numbers are written with a comma, and in all of German, Swiss German
 * with its point included, the separator is a semicolon, as spreadsheets there expect it. `language`: BCP 47.
 */
export function csvOf({ columns, rows }: Table, language: string): string {
  const decimal = decimalSign(language);
  const separator = decimal === "," || language.startsWith("de") ? ";" : ",";
  const lines = [columns, ...rows].map((row) => row.map((cell) => written(cell, decimal)).join(separator));
  return `${BYTE_ORDER_MARK}${lines.join("\r\n")}\r\n`;
}

function written(cell: Cell, decimal: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", decimal);
  return `"${guarded(cell).replaceAll('"', '""')}"`;
}

/**
 * What begins a formula, also full width or small, behind what is not seen: LibreOffice drops a U+0000 and runs what
 * follows.
 */
const FORMULA = /^[\s\p{C}]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]/u;

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe before it, as the OWASP page on CSV injection has
 * it: what colleagues and customers have written must not run on somebody's computer.
 */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
