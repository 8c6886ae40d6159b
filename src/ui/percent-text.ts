/** "73%", or with a space that does not break where the language wants one. `language`: BCP 47. */
export function percentText(percent: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "percent" }).format(percent / 100);
}
