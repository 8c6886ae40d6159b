import type { ContentCounts } from "./content-hash.ts";
import type { Id } from "./journey-map.ts";

/** Why a version was kept; each has a text `versions.cause.<it>`. */
export const versionCauses = [
  "named",
  "activity",
  "closed",
  "beforeRestore",
  "beforeMigration",
  "beforeBulkDelete",
  "beforeTakeOver",
] as const;
export type VersionCause = (typeof versionCauses)[number];

/** What is known of a version without reading it: a whole state of a map, kept whatever becomes of the map. */
export interface MapVersion {
  /** Grows with every version that is kept, of whatever map. */
  readonly id: number;
  readonly mapId: Id;
  /** Of the map when it was kept. */
  readonly rev: number;
  /** ISO 8601, UTC; for display only, since clocks jump. */
  readonly at: string;
  readonly cause: VersionCause;
  /** What the user called it; null: nobody did, and it goes when others cover its time. */
  readonly name: string | null;
  readonly counts: ContentCounts;
}

/** The newest first: by revision, never by the clock. */
export function newestFirst(a: Pick<MapVersion, "rev" | "id">, b: Pick<MapVersion, "rev" | "id">): number {
  return b.rev - a.rev || b.id - a.id;
}

/** Kept before something that could do harm: such a one stays longer than those that were kept by the way. */
export function isPinned({ cause }: Pick<MapVersion, "cause">): boolean {
  return cause.startsWith("before");
}
