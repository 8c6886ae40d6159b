import { coverageOf } from "./audit/audit.ts";
import type { Id, JourneyMap } from "./journey-map.ts";

/** A row of the library: what can be said of a map without loading it. */
export interface MapSummary {
  readonly id: Id;
  readonly title: string;
  readonly description: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Nodes of all kinds. */
  readonly nodeCount: number;
  /** Nodes that the audit counts, and how many of them have an owner. */
  readonly counted: number;
  readonly withOwner: number;
  /** When the map was put into the bin, ISO 8601; null when it was not. */
  readonly deletedAt: string | null;
}

export function summaryOf(map: JourneyMap, deletedAt: string | null): MapSummary {
  const { id, title, description, createdAt, updatedAt } = map;
  const { counted, withOwner } = coverageOf(map);
  const nodeCount = Object.keys(map.nodes).length;
  return { id, title, description, createdAt, updatedAt, nodeCount, counted, withOwner, deletedAt };
}
