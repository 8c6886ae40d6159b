import type { TextOf } from "#i18n/i18n.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";

/** What a column of touchpoints is called; null: those without a stage, which is not the same as a stage without a name. */
export function stageName(t: TextOf, { stages }: JourneyMap, id: Id | null): string {
  if (id === null) return t("scene.noStage");
  return stages.find((stage) => stage.id === id)?.name.trim() || t("kind.untitled");
}
