import type { TextOf } from "#i18n/i18n.ts";
import { type Column, FINDINGS, KIND } from "./columns.ts";

export function columnLabel(t: TextOf, { name }: Column): string {
  if (name === KIND) return t("table.kind");
  return name === FINDINGS ? t("table.findings") : t(`field.${name}`);
}
