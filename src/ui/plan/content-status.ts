import type { TextOf } from "#i18n/i18n.ts";

/** How far a content piece is, in the words of the team; these are usual, and are called `plan.contentStatus.<it>`. */
export const usualStatuses = ["idea", "draft", "live"] as const;

/** What a status is called: the usual ones in the language of the reader, whatever else as it was written. */
export function contentStatusName(t: TextOf, status: string): string {
  const usual = usualStatuses.find((known) => known === status.toLowerCase());
  return usual ? t(`plan.contentStatus.${usual}`) : status;
}

/** What is kept of a status that was written: the usual ones mean the same in every language. */
export function contentStatusOf(t: TextOf, written: string): string {
  const folded = written.toLowerCase();
  return usualStatuses.find((known) => contentStatusName(t, known).toLowerCase() === folded) ?? written;
}

/** By what statuses are sorted: the usual ones as a content piece goes through them, then those of the team; "" for none. */
export function contentStatusOrder(t: TextOf, written: string): string {
  const status = contentStatusOf(t, written.trim());
  const usual: readonly string[] = usualStatuses;
  const place = usual.indexOf(status.toLowerCase());
  if (status === "") return "";
  return place < 0 ? `${usual.length} ${status}` : String(place);
}
