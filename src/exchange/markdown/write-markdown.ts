import type { Cell, Report, Table } from "../report.ts";

/** A report as Markdown: what there is to say in general, then each table in which there is anything. */
export function markdownOf({ title, description, figures, tables }: Report): string {
  const parts = [
    `# ${plain(title)}`,
    ...(description.trim() === "" ? [] : [plain(description)]),
    figures.map((figure) => `- ${plain(figure)}`).join("\n"),
    ...tables.filter(({ rows }) => rows.length > 0).map(tableText),
  ];
  return `${parts.join("\n\n")}\n`;
}

function tableText({ title, columns, rows }: Table): string {
  const used = columns.map((_, index) => rows.some((row) => (row[index] ?? "") !== ""));
  const line = (cells: readonly string[]) => `| ${cells.filter((_, index) => used[index]).join(" | ")} |`;
  return [
    `## ${plain(title)}`,
    "",
    line(columns.map(plain)),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(row.map(cellText))),
  ].join("\n");
}

function cellText(cell: Cell): string {
  if (typeof cell !== "string") return String(cell ?? "");
  // Several things in one cell; a line of a table has no other way to begin a new one.
  return cell
    .split(/[\r\n]+/u)
    .map(plain)
    .filter((line) => line !== "")
    .join("<br>");
}

/**
 * What people have written is words, not markup of CommonMark or GitHub: it may neither begin a list, a line or a fence,
 * nor end a cell, nor make a link, a tag or another sign. What is harmless where it stands stays readable as it is.
 */
export function plain(text: string): string {
  return (
    text
      .replace(/\s+/gu, " ")
      .trim()
      .replace(/[\\`*_[\]<>|#~@]/gu, "\\$&")
      // An entity, as `&lt;`.
      .replace(/&(?=#?[\p{L}\p{N}]+;)/giu, "\\&")
      // Addresses without brackets around them.
      .replace(/(?:https?|ftp|mailto|xmpp)(?=:)|www(?=\.)/giu, "$&\\")
      // Lists, lines and underlined titles.
      .replace(/^[-+=](?![\p{L}\p{N}])/u, "\\$&")
      .replace(/^(\d{1,9})([.)])(?= |$)/u, "$1\\$2")
  );
}
