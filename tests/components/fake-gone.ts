import type { GoneFindings } from "#ui/services.ts";

/** What was gone once, in memory. */
export function fakeGone(): GoneFindings {
  const ids = new Map<string, ReadonlySet<string>>();
  return {
    read: async (mapId) => ids.get(mapId) ?? new Set(),
    keep: (mapId, gone) => void ids.set(mapId, gone),
  };
}
