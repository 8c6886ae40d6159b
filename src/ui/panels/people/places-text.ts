import type { TextOf } from "#i18n/i18n.ts";
import type { PlacesOfPerson } from "#model/queries.ts";

/** "4 nodes and 1 note": the first figure is that of the audit, which does not count notes. */
export function placesText(
  t: TextOf,
  language: string,
  { nodes, notes }: Pick<PlacesOfPerson, "nodes" | "notes">,
): string {
  const parts = [
    ...(nodes.length > 0 || notes.length === 0 ? [t("things.node", { count: nodes.length })] : []),
    ...(notes.length > 0 ? [t("things.note", { count: notes.length })] : []),
  ];
  return new Intl.ListFormat(language, { type: "conjunction" }).format(parts);
}
