import type { Id, JourneyMap } from "../journey-map.ts";
import type { Finding } from "./audit.ts";

/** Whoever answers for what a finding is about: of a measure the one who does it, of the map who maintains it. */
export function managerOf(map: JourneyMap, { nodeIds, subject }: Finding): Id | null {
  if (subject?.kind === "person") return subject.id;
  if (subject?.kind === "measure") return map.measures[subject.id]?.managerId ?? null;
  if (subject?.kind === "content") return map.contents[subject.id]?.managerId ?? null;
  if (nodeIds.length === 0) return map.maintainerId;
  return map.nodes[nodeIds[0] ?? ""]?.managerId ?? null;
}
