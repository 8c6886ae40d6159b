import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvOf } from "#exchange/csv/write-csv.ts";
import { type Table, tableIds } from "#exchange/report.ts";
import { createTexts, type TextOf } from "#i18n/i18n.ts";
import { reportTools } from "#ui/reports/report-tools.ts";
import { sampleMap } from "../builders.ts";
import { type SheetCell, sheetOf } from "./flat-sheet.ts";

// The scripts are plain JavaScript without types.
const script = new URL("../../../scripts/libreoffice.mjs", import.meta.url);
const { findLibreOffice } = (await import(script.href)) as { findLibreOffice(): string | null };
const program = findLibreOffice();

const catalogues = {
  en: async () => (await import("#i18n/en.ts")).en,
  de: async () => (await import("#i18n/de.ts")).de,
};
type Language = keyof typeof catalogues;

/** What colleagues and customers may have written: formulas in every disguise, and what breaks a line or a cell. */
const hostile = [
  '=HYPERLINK("https://example.org";"Klick")',
  '=HYPERLINK("https://example.org","click")',
  "=1+1",
  "+1",
  "-2+3",
  "@SUM(A1)",
  "=cmd|' /C calc'!A0",
  "\t=1+1",
  "\r\n=1+1",
  " =1+1",
  'He said "=1+1", and; then',
  "one\ntwo\n=3",
  "Größe, Maße; Übergabe 🚀 👩‍👩‍👧 ẞ",
  "a;b,c\td",
];
const hostileTable: Table = {
  title: "Hostile",
  columns: ["Text", "Zahl", "Noch ein Text"],
  rows: hostile.map((text, index) => [text, index + 0.5, text]),
};

/**
 * How LibreOffice is told to read: separator, quotes, UTF-8, from the first line, and the language whose decimal sign
 * counts. Its dialog finds encoding and separator by itself, but without the dialog it takes Western European and the
 * comma, whatever the file begins with. So it is told here what the dialog would find. The last one lets it run
 * formulas: the worst that a reader can have chosen.
 */
const filters: Readonly<Record<Language, string>> = {
  en: "CSV:44,34,76,1,,1033,false,false,false,false,false,0,true",
  de: "CSV:59,34,76,1,,1031,false,false,false,false,false,0,true",
};

const folder = mkdtempSync(join(tmpdir(), "dreiklang-office-"));
const tables = new Map<string, Table>();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the tables and has them all converted in one go, since the program takes long to start. */
async function convert(language: Language): Promise<void> {
  const i18n = createTexts();
  i18n.addResourceBundle(language, "translation", await catalogues[language]());
  await i18n.changeLanguage(language);
  const { tableOf } = reportTools(i18n.t as unknown as TextOf, language, "2026-10-15");
  const out = join(folder, language);
  mkdirSync(out);
  const write = (name: string, table: Table, text = csvOf(table, language)) => {
    tables.set(`${language}/${name}`, table);
    writeFileSync(join(out, `${name}.csv`), text);
    return join(out, `${name}.csv`);
  };
  const files = [
    ...tableIds.map((id) => write(id, tableOf(sampleMap(), id))),
    write("hostile", hostileTable),
    // What happens where nobody takes care: without it, the absence of formulas would prove nothing.
    write("unguarded", hostileTable, "=1+1\r\n"),
  ];
  const { status, stderr } = spawnSync(
    program ?? "",
    [
      // A profile of its own: neither the settings nor an open window of whoever runs this have a say.
      `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`,
      "--headless",
      `--infilter=${filters[language]}`,
      "--convert-to",
      "fods",
      "--outdir",
      out,
      ...files,
    ],
    { encoding: "utf8", timeout: 240_000 },
  );
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`);
}

describe.skipIf(program === null).each(["de", "en"] as const)(
  "the tables in %s, in LibreOffice",
  (language) => {
    beforeAll(() => convert(language), 300_000);

    const xmlOf = (name: string) => readFileSync(join(folder, language, `${name}.fods`), "utf8");
    const sheetNamed = (name: string) => sheetOf(xmlOf(name));

    it("would run a formula that nobody takes care of", () => {
      expect(sheetNamed("unguarded")).toEqual([[{ text: "2", number: 2, formula: "of:=1+1" }]]);
    });

    it.each([...tableIds, "hostile"])("%s: the same columns, rows and words, and no formula", (name) => {
      expect(xmlOf(name)).not.toContain("table:formula");
      const table = tables.get(`${language}/${name}`);
      const sheet = sheetNamed(name);
      expect(sheet[0]?.map(({ text }) => text)).toEqual(table?.columns);
      expect(sheet).toHaveLength((table?.rows.length ?? 0) + 1);
      table?.rows.forEach((row, index) => {
        row.forEach((cell, column) => {
          const found = sheet[index + 1]?.[column];
          if (typeof cell === "number") expect(found?.number).toBe(cell);
          else expectSameText(found, cell ?? "");
        });
      });
    });

    it("keeps umlauts and signs beyond the first plane", () => {
      const texts = sheetNamed("hostile").map(([first]) => first?.text);
      expect(texts).toContain("Größe, Maße; Übergabe 🚀 👩‍👩‍👧 ẞ");
    });
  },
);

/** A date is kept as a date; every other text as it is, but for the apostrophe before what looks like a formula. */
function expectSameText(found: SheetCell | undefined, text: string): void {
  if (found?.date !== undefined) expect(found.date).toBe(text);
  else expect(plain(found?.text ?? "").replace(/^'/u, "")).toBe(plain(text));
}

/** What kind of line break, and how many blanks at the ends, no spreadsheet keeps. */
const plain = (text: string) => text.replace(/\r\n?/gu, "\n");
