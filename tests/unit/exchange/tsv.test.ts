import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsOfTsv, tsvOf } from "#exchange/csv/tsv.ts";

describe("cells over the clipboard", () => {
  it("are written as spreadsheets write them", () => {
    expect(
      tsvOf([
        ["a", "b"],
        ["c", ""],
      ]),
    ).toBe("a\tb\r\nc\t\r\n");
    expect(tsvOf([["two\nlines", 'a "quote"', "a\ttab"]])).toBe('"two\nlines"\t"a ""quote"""\t"a\ttab"\r\n');
  });

  it("come back as they were, whatever is in them", () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[ab"'=\t\r\n+@-]{0,6}$/u));
    const row = fc.array(text, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        expect(rowsOfTsv(tsvOf(rows))).toEqual(rows);
      }),
    );
  });

  it("are as many as were copied, however many of them are empty", () => {
    for (const rows of [[[""]], [["a"], [""]], [[""], [""]], [["", ""]], [["a"], ["", ""]]])
      expect(rowsOfTsv(tsvOf(rows))).toEqual(rows);
  });

  it("may have 9 MB each, be it in quotation marks or with one that is never closed", () => {
    const long = 'a "quoted" line\n'.repeat(600_000);
    expect(rowsOfTsv(tsvOf([[long, "b"]])) as unknown).toEqual([[long, "b"]]);
    const open = '"""never closed\t""even\n'.repeat(300_000);
    expect(rowsOfTsv(open)).toHaveLength(300_000);
  });

  it.each(["=1+1", "@SUM(A1)", "-2+cmd", "+x", "\t=1"])("let no spreadsheet run %j", (text) => {
    expect(tsvOf([[text]]).replace(/^"/u, "")).toMatch(/^'/u);
  });

  it.each(["+2", "-1"])("leave the rating %s a number", (text) => {
    expect(tsvOf([[text]])).toBe(`${text}\r\n`);
  });

  it("are read from Excel, Calc and plain text alike", () => {
    expect(rowsOfTsv("a\tb\r\nc\td\r\n")).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
    expect(rowsOfTsv("a\nb")).toEqual([["a"], ["b"]]);
    expect(rowsOfTsv("a\t\t\n")).toEqual([["a", "", ""]]);
    expect(rowsOfTsv('"two\nlines"\tb\n')).toEqual([["two\nlines", "b"]]);
    // A quotation mark in the middle, or one that is never closed, is a part of the text.
    expect(rowsOfTsv('5" pipe\tb')).toEqual([['5" pipe', "b"]]);
    expect(rowsOfTsv('"open\tb')).toEqual([['"open', "b"]]);
  });
});
