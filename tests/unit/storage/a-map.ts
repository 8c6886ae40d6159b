import { contentHash } from "#model/content-hash.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { FORMAT_VERSION } from "#model/migrations.ts";
import { emptyMap, newNode } from "#model/new-objects.ts";

export const AT = "2026-03-01T10:00:00.000Z";

/** A map of a note, a touchpoint with an owner and one without. */
export function aMap(id = "map1", title = "Service"): JourneyMap {
  const place = { x: 0, y: 0 };
  const nodes = [
    newNode("touchpoint", "t1", place, { title: "Hotline", owner: "sales" }),
    newNode("touchpoint", "t2", place, { title: "Invoice" }),
    newNode("note", "n1", place, { title: "Ask IT" }),
  ];
  return { ...emptyMap(id, title, AT), nodes: Object.fromEntries(nodes.map((node) => [node.id, node])) };
}

/** What the copy of a map says of it without being read. */
export function copyFacts(map: JourneyMap, rev: number) {
  return { mapId: map.id, rev, at: AT, deletedAt: null, hash: contentHash(map), version: FORMAT_VERSION };
}
