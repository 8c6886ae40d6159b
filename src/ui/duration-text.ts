const units = [
  { unit: "day", minutes: 1440 },
  { unit: "hour", minutes: 60 },
  { unit: "minute", minutes: 1 },
] as const;

/** So many minutes in words: "1 day 3 hours". `language`: BCP 47. */
export function durationText(minutes: number, language: string): string {
  let rest = Math.max(0, minutes);
  const parts: string[] = [];
  for (const { unit, minutes: size } of units) {
    const amount = size === 1 ? rest : Math.floor(rest / size);
    rest -= amount * size;
    if (amount === 0 && (size > 1 || parts.length > 0)) continue;
    const format = { style: "unit", unit, unitDisplay: "long", maximumFractionDigits: 1 } as const;
    parts.push(new Intl.NumberFormat(language, format).format(amount));
  }
  return parts.join(" ");
}
