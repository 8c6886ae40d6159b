const steps = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["week", 7 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** "3 hours ago" in the reader's language; null for what is less than a minute away. Both times ISO 8601. */
export function relativeTime(at: string, now: string, locale: string): string | null {
  const seconds = (Date.parse(at) - Date.parse(now)) / 1000;
  const step = steps.find(([, length]) => Math.abs(seconds) >= length);
  if (!step) return null;
  const [unit, length] = step;
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.trunc(seconds / length), unit);
}

/** The full date and time as the reader writes it. */
export function exactTime(at: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "short" }).format(Date.parse(at));
}
