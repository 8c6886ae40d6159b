import type { DueDay } from "../report.ts";

/** A line of a calendar has so many bytes at most, RFC 5545, 3.1. */
const LINE = 75;

/**
 * When a calendar reminds: at nine in the morning a week before, in time to do something, and once more the day before.
 * Counted back from the midnight with which the day begins.
 */
const reminders = ["-P6DT15H", "-PT15H"];

/** Days on which something is due as a calendar file, RFC 5545. `at`: ISO 8601, when the map said so. */
export function icsOf(days: readonly DueDay[], at: string): string {
  const stamp = stampOf(at);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Dreiklang//Dreiklang//EN",
    "CALSCALE:GREGORIAN",
    ...days.flatMap(({ id, date, summary, description }) => [
      "BEGIN:VEVENT",
      `UID:${id}@dreiklang`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${date.replaceAll("-", "")}`,
      `SUMMARY:${escaped(summary)}`,
      ...(description === "" ? [] : [`DESCRIPTION:${escaped(description)}`]),
      "TRANSP:TRANSPARENT",
      ...reminders.flatMap((trigger) => [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        `DESCRIPTION:${escaped(summary)}`,
        `TRIGGER:${trigger}`,
        "END:VALARM",
      ]),
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** The moment in UTC, whatever offset it is written with: a stamp may have none. RFC 5545, 3.8.7.2. */
function stampOf(at: string): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/gu, "");
}

/** A text has no control characters but the tab; line breaks are written as `\n`. RFC 5545, 3.1 and 3.3.11. */
function escaped(text: string): string {
  return text
    .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/gu, "\\n")
    .replace(/(?!\t)\p{Cc}/gu, "");
}

/** Long lines go on in the next one, which begins with a space; no character is torn apart. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let result = "";
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > LINE) {
      result += "\r\n ";
      bytes = 1;
    }
    result += character;
    bytes += size;
  }
  return result;
}
