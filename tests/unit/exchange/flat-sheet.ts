/** A cell of a spreadsheet, as far as the tests ask. */
export interface SheetCell {
  /** As it is shown. */
  readonly text: string;
  readonly number?: number;
  /** ISO date. */
  readonly date?: string;
  readonly formula?: string;
}

/**
 * The cells of the only sheet of a flat OpenDocument spreadsheet (.fods), row by row. Empty ones at the end of a row, and
 * empty rows at the end, are left out.
 */
export function sheetOf(xml: string): readonly (readonly SheetCell[])[] {
  const [, table = ""] = /<table:table\b[^>]*>(.*?)<\/table:table>/su.exec(xml) ?? [];
  const rows = elements(table, "table:table-row").flatMap(({ attributes, content }) => {
    const cells = elements(content, "table:table-cell").flatMap((cell) =>
      repeated(cellOf(cell), cell.attributes["table:number-columns-repeated"]),
    );
    const last = cells.findLastIndex(({ text }) => text !== "");
    return repeated(cells.slice(0, last + 1), attributes["table:number-rows-repeated"]);
  });
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

interface Element {
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string;
}

/** The elements of a name that do not lie in one another. */
function elements(xml: string, name: string): readonly Element[] {
  const pattern = new RegExp(`<${name}\\b([^>]*?)(?:/>|>(.*?)</${name}>)`, "gsu");
  return [...xml.matchAll(pattern)].map(([, attributes = "", content = ""]) => ({
    attributes: Object.fromEntries(
      [...attributes.matchAll(/([\w:-]+)="([^"]*)"/gu)].map(([, key = "", value = ""]) => [
        key,
        unescaped(value),
      ]),
    ),
    content,
  }));
}

function cellOf({ attributes, content }: Element): SheetCell {
  const { "office:value": value, "office:date-value": date, "table:formula": formula } = attributes;
  return {
    text: elements(content, "text:p").map(textOf).join("\n"),
    ...(value === undefined ? {} : { number: Number(value) }),
    ...(date === undefined ? {} : { date }),
    ...(formula === undefined ? {} : { formula }),
  };
}

function textOf({ content }: Element): string {
  const text = content
    // As XML is laid out, unless it says that it means a blank.
    .replace(/<text:s(?: text:c="(\d+)")?\/>/gu, (_, count = "1") => " ".repeat(Number(count)))
    .replace(/<text:tab\/>/gu, "\t")
    .replace(/<text:line-break\/>/gu, "\n")
    .replace(/<[^>]*>/gu, "");
  return unescaped(text);
}

const names: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu,
    (_, hex?: string, decimal?: string, name = "") =>
      hex || decimal
        ? String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
        : (names[name] ?? ""),
  );
}

/** No table of ours repeats so often: what does is the emptiness around it. */
const MOST = 1000;

function repeated<T>(value: T, times = "1"): readonly T[] {
  return Number(times) > MOST ? [] : Array.from({ length: Number(times) }, () => value);
}
