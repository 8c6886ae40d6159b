import type { VersionCause } from "#model/map-version.ts";

/** What has been done in an open map since its last version. */
export interface WorkSinceVersion {
  readonly changes: number;
  /** When the first of them was made; null when there is none. Milliseconds of a clock that never jumps. */
  readonly since: number | null;
}

/** Something after which, or before which, a version may be worth keeping. */
export type VersionEvent =
  /** A change was made, or `count` of them. `at`: milliseconds of a clock that never jumps (`performance.now()`). */
  | { readonly type: "changed"; readonly at: number; readonly count?: number }
  /** A version was kept for whatever reason. */
  | { readonly type: "kept" }
  | { readonly type: "closing" }
  | { readonly type: "restoring" }
  | { readonly type: "migrating" }
  | { readonly type: "takingOver" }
  /** `count`: nodes and connections that are about to go at once. */
  | { readonly type: "deleting"; readonly count: number };

export interface VersionDue {
  readonly state: WorkSinceVersion;
  /** Why a version is to be kept now; null: none is. */
  readonly cause: VersionCause | null;
}

export const noWork: WorkSinceVersion = { changes: 0, since: null };

const LONGEST_WORK = 5 * 60_000;
const MOST_CHANGES = 200;
/** Who deletes more at once gets a version of how it was. */
export const BULK = 20;

/** When a version is kept by itself: a pure answer to everything that happens in an open map. */
export function versionDue(state: WorkSinceVersion, event: VersionEvent): VersionDue {
  switch (event.type) {
    case "changed":
      return afterChange(state, event.at, event.count ?? 1);
    case "kept":
      return { state: noWork, cause: null };
    case "closing":
      return state.changes > 0 ? { state: noWork, cause: "closed" } : { state, cause: null };
    case "restoring":
      return { state: noWork, cause: "beforeRestore" };
    case "migrating":
      return { state: noWork, cause: "beforeMigration" };
    case "takingOver":
      return { state: noWork, cause: "beforeTakeOver" };
    case "deleting":
      return event.count > BULK ? { state: noWork, cause: "beforeBulkDelete" } : { state, cause: null };
  }
}

function afterChange({ changes, since }: WorkSinceVersion, at: number, count: number): VersionDue {
  const state = { changes: changes + count, since: since ?? at };
  const isDue = state.changes >= MOST_CHANGES || at - state.since >= LONGEST_WORK;
  return isDue ? { state: noWork, cause: "activity" } : { state, cause: null };
}
