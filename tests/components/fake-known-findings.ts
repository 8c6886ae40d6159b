import type { KnownFindings } from "#model/audit/gone-findings.ts";
import type { FindingsMemory } from "#ui/services.ts";

const nothing: KnownFindings = { seen: new Set(), gone: new Set() };

/** What is known of findings, in memory; `known`: of any map, at first. */
export function fakeFindings(known = nothing): FindingsMemory {
  const byMap = new Map<string, KnownFindings>();
  return {
    read: async (mapId) => byMap.get(mapId) ?? known,
    keep: (mapId, now) => void byMap.set(mapId, now),
  };
}
