import type { TextOf } from "#i18n/i18n.ts";
import { type Column, FINDINGS, KIND } from "./columns.ts";

export function columnLabel(t: TextOf, { name }: Column): string {
  if (name === KIND) return t("table.kind");
  return name === FINDINGS ? t("table.findings") : t(`field.${name}`);
}

/** What stands for nothing in a list of the values of a column: nobody where the column says who. */
export function emptyLabel(t: TextOf, name: string): string {
  return name === "owner" || name === "managerId" ? t("common.discipline.nobody") : t("table.empty");
}
