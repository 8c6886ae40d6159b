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
  const line = (cells: readonly Cell[]) =>
    `| ${cells
      .filter((_, index) => used[index])
      .map((cell) => plain(String(cell ?? "")))
      .join(" | ")} |`;
  return [`## ${plain(title)}`, "", line(columns), line(columns.map(() => "---")), ...rows.map(line)].join(
    "\n",
  );
}

/** What people have written is words, not markup: it may neither end a cell nor make a link or a tag. */
function plain(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*_[\]<>|#]/gu, (sign) => (text === "---" ? sign : `\\${sign}`));
}
