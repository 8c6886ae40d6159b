import * as z from "zod";

/** A day as maps keep it: ISO, without time, with a year of four digits. */
export const isoDate = z.iso.date();

/** The last day that can be written like that. Without it a field for a date takes years of six digits. */
export const LAST_DATE = "9999-12-31";

export function isDate(value: unknown): boolean {
  return isoDate.safeParse(value).success;
}

const DAY = 24 * 60 * 60 * 1000;

/** The date so many days after another one; both ISO, without time. */
export function laterDate(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}
