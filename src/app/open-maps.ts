import type { Id } from "#model/journey-map.ts";
import type { OpenMap } from "#ui/services.ts";
import { openSession, type SessionOptions } from "./map-session.ts";

/** Opens maps, each once at a time. */
export function createOpenMaps(options: SessionOptions): (id: Id) => Promise<OpenMap | null> {
  // What could not be written exists nowhere else: it stays in memory for when its map is opened again.
  const unsaved = new Map<Id, OpenMap>();
  // Whoever comes back at once must find the last changes, and may not be taken for a second writer.
  const closing = new Map<Id, Promise<void>>();

  return async function openMap(id) {
    await closing.get(id);
    const kept = unsaved.get(id);
    if (kept) return kept;
    const session = await openSession(id, options);
    if (!session) return null;
    const open: OpenMap = {
      ...session.openMap,
      close() {
        const closed = close().finally(() => closing.delete(id));
        closing.set(id, closed);
        return closed;
      },
    };

    async function close(): Promise<void> {
      if (await session?.end()) unsaved.delete(id);
      else unsaved.set(id, open);
    }
    return open;
  };
}
