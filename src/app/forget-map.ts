import type { Id } from "#model/journey-map.ts";
import { lateKeysOf } from "#storage/late-texts.ts";
import { viewportKeyOf } from "./remembered-viewport.ts";
import { forgetItem, type KeptTexts } from "./settings.ts";

/** Takes away all that is kept of a map beside the database, once it is removed for good. */
export function forgetMap(storage: KeptTexts, id: Id): void {
  for (const key of [viewportKeyOf(id), ...lateKeysOf(id)]) forgetItem(storage, key);
}
