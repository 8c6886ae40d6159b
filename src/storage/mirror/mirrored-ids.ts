import type { Id } from "#model/journey-map.ts";

/** A store of the browser, which may refuse every call. */
export type KeptTexts = Pick<Storage, "getItem" | "setItem">;

const KEY = "dreiklang.mirrored";

/** The maps that a copy was made of: when there is none of such a map any more, it was lost. */
export interface MirroredIds {
  list(): readonly Id[];
  has(mapId: Id): boolean;
  add(mapId: Id): void;
  remove(mapId: Id): void;
}

/** Other tabs write too, so every call reads anew. */
export function mirroredIds(texts: KeptTexts): MirroredIds {
  function read(): readonly Id[] {
    try {
      const ids: unknown = JSON.parse(texts.getItem(KEY) ?? "[]");
      return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
    } catch {
      return [];
    }
  }

  function write(ids: readonly Id[]): void {
    try {
      texts.setItem(KEY, JSON.stringify(ids));
    } catch {
      // Where nothing is kept, nothing will be missed.
    }
  }

  return {
    list: read,
    has: (mapId) => read().includes(mapId),
    add(mapId) {
      const ids = read();
      if (!ids.includes(mapId)) write([...ids, mapId]);
    },
    remove: (mapId) => write(read().filter((id) => id !== mapId)),
  };
}
