import * as z from "zod";
import type { Id } from "#model/journey-map.ts";
import type { OpenMap, Viewport } from "#ui/services.ts";
import { type KeptTexts, readItem, writeItem } from "./settings.ts";

const schema = z.object({ x: z.number(), y: z.number(), zoom: z.number().positive() });

export const viewportKeyOf = (id: Id) => `dreiklang.viewport.${id}`;

/** Where a map was last looked at in this browser. */
export function rememberedViewport(storage: KeptTexts, id: Id): OpenMap["viewport"] {
  const key = viewportKeyOf(id);
  return {
    read: () => parseViewport(readItem(storage, key)),
    write: (viewport) => writeItem(storage, key, JSON.stringify(viewport)),
  };
}

export function parseViewport(text: string | null): Viewport | null {
  try {
    return text === null ? null : (schema.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null;
  }
}
