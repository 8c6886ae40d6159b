import { type LanguageCode, languages } from "./languages.ts";

/**
 * The language of the table that suits a reader best. `wanted`: BCP 47, the dearest first, as
 * `navigator.languages` gives them. An exact match counts more than one of the language alone.
 */
export function preferredLanguage(wanted: readonly string[]): LanguageCode {
  for (const tag of wanted) {
    const exact = languages.find(({ code }) => code.toLowerCase() === tag.toLowerCase());
    const [base] = tag.toLowerCase().split("-");
    const match = exact ?? languages.find(({ code }) => code === base);
    if (match) return match.code;
  }
  return languages[0].code;
}
