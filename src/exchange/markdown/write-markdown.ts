import type { JourneyMap } from "#model/journey-map.ts";
import { type Cell, type ReportTools, type Table, tableIds } from "../report.ts";

/** All that an audit says about a map as Markdown: figures, then a table of each kind. */
export function markdownOf(map: JourneyMap, tools: ReportTools): string {
  const parts = [
    `# ${plain(map.title)}`,
    ...(map.description.trim() === "" ? [] : [plain(map.description)]),
    tools
      .figuresOf(map)
      .map((figure) => `- ${plain(figure)}`)
      .join("\n"),
    ...tableIds
      .map((id) => tools.tableOf(map, id))
      .filter(({ rows }) => rows.length > 0)
      .map(tableText),
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
