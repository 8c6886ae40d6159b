import { foldForSearch } from "../queries.ts";

/** A text as it is compared between maps: without case, accents, punctuation and spaces too many. Empty: nothing to compare. */
export function normalised(text: string): string {
  const folded = foldForSearch(text).replaceAll("ß", "ss").replace(/\s+/gu, " ").trim();
  const words = folded.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  // A text that is made of nothing but signs still says something.
  return words === "" ? folded : words;
}

/** A name, also where the family name was written first. */
export function normalisedName(name: string): string {
  const parts = name.split(",");
  return normalised(parts.length === 2 ? `${parts[1]} ${parts[0]}` : name);
}

export function normalisedEmail(email: string): string {
  return email.trim().toLowerCase();
}
