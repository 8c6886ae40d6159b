import type { TextOf } from "#i18n/i18n.ts";
import type { Touchpoint } from "#model/journey-map.ts";

/**
 * What a measure against a disappointment is called until somebody says what is done. It says more than what disappoints:
 * that alone reads like a plan to disappoint.
 */
export function measureTitle(
  t: TextOf,
  { title }: Pick<Touchpoint, "title">,
  disappointment: string,
): string {
  if (disappointment.trim() !== "") return t("plan.against", { disappointment: disappointment.trim() });
  return t("plan.betterAt", { touchpoint: title.trim() || t("kind.untitled") });
}
