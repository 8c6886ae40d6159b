/** What parts the whole from the rest of a number. `language`: BCP 47. */
export function decimalSign(language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(0.5);
  return parts.find(({ type }) => type === "decimal")?.value ?? ".";
}
