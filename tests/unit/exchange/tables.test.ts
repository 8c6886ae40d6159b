import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "#exchange/csv/write-csv.ts";
import { icsOf } from "#exchange/ics/write-ics.ts";
import { markdownOf, plain } from "#exchange/markdown/write-markdown.ts";
import type { Cell } from "#exchange/report.ts";

const tableOf = (rows: readonly (readonly Cell[])[]) => ({ title: "T", columns: ["A", "B"], rows });

/** Reads what RFC 4180 says, so that what was written can be compared. */
function parse(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  let at = 1;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at += 1; !(text[at] === '"' && text[at + 1] !== '"'); at += 1) {
        if (text[at] === '"') at += 1;
        cell += text[at];
      }
      at += 1;
    } else while (text[at] !== separator && text[at] !== "\r") cell += text[at++];
    rows.at(-1)?.push(cell);
    if (text[at] === "\r") {
      at += 2;
      if (at < text.length) rows.push([]);
    } else at += 1;
  }
  return rows;
}

describe("a table as CSV", () => {
  it("is UTF-8 with a mark, separated by what a spreadsheet of the language expects", () => {
    const table = tableOf([["Größe", -1.5]]);
    expect(csvOf(table, "de")).toBe('\ufeff"A";"B"\r\n"Größe";-1,5\r\n');
    expect(csvOf(table, "en")).toBe('\ufeff"A","B"\r\n"Größe",-1.5\r\n');
    expect(csvOf(table, "de-CH")).toContain('"Größe";-1.5');
  });

  it.each([
    "=1+1",
    "+49 30",
    "-2",
    "@SUM(A1)",
    "\t=1",
    " =cmd|' /C calc'!A0",
    "\r\n=1",
    "\uff1d1+1",
    "\u200b=1",
    "\u0000=1+1",
    "\u2060\u00ad=1",
    "\ufe66=1",
  ])("does not let %j run as a formula", (text) => {
    const [, row] = parse(csvOf(tableOf([[text, null]]), "en"), ",");
    expect(row?.[0]).toBe(`'${text}`);
  });

  it("keeps every other text as it is", () => {
    const harmless = fc.string({ unit: "grapheme" }).filter((text) => /^[\p{L}\p{N}"';,]/u.test(text));
    fc.assert(
      fc.property(harmless, harmless, (one, other) => {
        expect(parse(csvOf(tableOf([[one, other]]), "de"), ";")).toEqual([
          ["A", "B"],
          [one, other],
        ]);
      }),
    );
  });

  it("has a line for every row, whatever is in it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.string()), { maxLength: 5 }),
        (rows) => {
          expect(parse(csvOf(tableOf(rows), "en"), ",")).toHaveLength(rows.length + 1);
        },
      ),
    );
  });
});

describe("due days as a calendar", () => {
  const day = { id: "m-1", date: "2026-11-30", summary: "Call, back; now\nor never", description: "" };
  const text = icsOf([day], "2026-10-01T08:00:00.000Z");

  it("are events of a whole day that a calendar recognises when they come again", () => {
    expect(text).toContain("BEGIN:VEVENT\r\nUID:m-1@dreiklang\r\nDTSTAMP:20261001T080000Z\r\n");
    expect(text).toContain("DTSTART;VALUE=DATE:20261130\r\n");
    expect(text).toContain("SUMMARY:Call\\, back\\; now\\nor never\r\n");
    expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  });

  it("remind at nine in the morning a week and a day before", () => {
    const alarm = (trigger: string) =>
      `BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Call\\, back\\; now\\nor never\r\nTRIGGER:${trigger}\r\nEND:VALARM\r\n`;
    expect(text).toContain(`TRANSP:TRANSPARENT\r\n${alarm("-P6DT15H")}${alarm("-PT15H")}END:VEVENT\r\n`);
  });

  it.each([
    ["2026-10-01T08:00:00+02:00", "20261001T060000Z"],
    ["2026-10-01T00:30:00.123456-05:30", "20261001T060000Z"],
    ["2026-12-31T23:59:59.999Z", "20261231T235959Z"],
  ])("are stamped in UTC, whatever offset the map has: %s", (at, stamp) => {
    expect(icsOf([day], at)).toContain(`\r\nDTSTAMP:${stamp}\r\n`);
  });

  it("have no control characters", () => {
    const odd = "a\u0000b\u0007c\td\u001b[0m\u007fe\u0085f\r\ng";
    expect(icsOf([{ ...day, summary: odd }], "2026-10-01T08:00:00Z")).toContain(
      "\r\nSUMMARY:abc\td[0mef\\ng\r\n",
    );
  });

  it("have no line of more than 75 bytes, and lose nothing by that", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 60, maxLength: 300 }), (words) => {
        const summary = words.replace(/[\\;,]|\p{Cc}/gu, "x");
        const long = icsOf([{ ...day, summary }], "2026-10-01T08:00:00.000Z");
        for (const line of long.split("\r\n"))
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(long.replaceAll("\r\n ", "")).toContain(`SUMMARY:${summary}\r\n`);
      }),
    );
  });
});

it("what people have written is no markup in Markdown", () => {
  const table = tableOf([["a | b", "<img src=x> [link](javascript:1)\nnext"]]);
  const text = markdownOf({ title: "# One", description: "", figures: ["1 of 2"], tables: [table] });
  expect(text).toContain("# \\# One");
  expect(text).toContain("| a \\| b | \\<img src=x\\> \\[link\\](javascript:1)<br>next |");
  expect(text).toContain("- 1 of 2");
});

describe("a text in Markdown", () => {
  /** What begins markup by CommonMark or GitHub's additions, in a line in which every escaped sign is a dot. */
  const markup = [
    /[\\`*_[\]<>|#~@]/u,
    /&#?[\p{L}\p{N}]+;/u,
    /(?:https?|ftp|mailto|xmpp):|www\./iu,
    /^\s|\s$|\s\s/u,
    /^[-+](?:\s|$)|^\d{1,9}[.)](?:\s|$)/u,
    /^(?:-+|=+)(?:\s|$)/u,
    /^-[\s-]*-[\s-]*-[\s-]*$/u,
  ];
  const starts = [
    ...["~~~", "- ", "+ ", "1. ", "12) ", "---", "===", "> ", "# ", "```", "    ", "\t", "- - -", "+", "1."],
    ...["~~x~~", "&lt;", "&#60;", "https://a.bc", "WWW.a.bc", "a@b.cd", "mailto:a", "[x]: y", "![a](b)", "|"],
    ...[
      "*",
      "_",
      "\\",
      "<b>",
      "<!--",
      "[^1]",
      "[ ] ",
      "http",
      ":",
      "//",
      "5",
      "x",
      " ",
      "\n",
      "\r\n\r\n",
      ".",
    ],
  ];
  const hostile = fc
    .array(fc.oneof(fc.constantFrom(...starts), fc.string({ maxLength: 3 })), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(""));

  it("has no markup, and is the same words once it is read", () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const text = plain(words);
        const escaped = /\\([!-/:-@[-`{-~])/gu;
        expect(text.replace(escaped, "$1")).toBe(words.replace(/\s+/gu, " ").trim());
        for (const sign of markup) expect(text.replace(escaped, "•")).not.toMatch(sign);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["- bought", "\\- bought"],
    ["1. call", "1\\. call"],
    ["===", "\\==="],
    ["~~gone~~ &lt; &#60;", "\\~\\~gone\\~\\~ \\&lt; &\\#60;"],
    ["see https://example.com, www.example.com or ask@example.com", null],
  ])("is escaped where it would be markup: %j", (words, text) => {
    expect(plain(words)).toBe(text ?? "see https\\://example.com, www\\.example.com or ask\\@example.com");
  });

  it.each(["R&D, 24-hour service", "-5 %", "1.5 days: (at most) 3!", "a + b = c", "2026-12-24"])(
    "stays readable where it would be none: %j",
    (words) => expect(plain(words)).toBe(words),
  );

  it("is none for a number: that stays one, as in CSV", () => {
    const table = tableOf([[-5, "-"]]);
    const report = { title: "", description: "", figures: [], tables: [table] };
    expect(markdownOf(report)).toContain("| -5 | \\- |");
    expect(csvOf(table, "en")).toContain(`-5,"'-"`);
  });
});
