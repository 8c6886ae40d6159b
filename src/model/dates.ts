const DAY = 24 * 60 * 60 * 1000;

/** The date so many days after another one; both ISO, without time. */
export function laterDate(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}
