import type { DocumentChange } from "#editor/editor.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { VersionCause } from "#model/map-version.ts";
import { noWork, type VersionEvent, versionDue, type WorkSinceVersion } from "#storage/version-due.ts";
import type { Versions } from "#ui/services.ts";
import type { OpenMapListener } from "./open-map-listener.ts";

export interface AutomaticVersions {
  readonly listener: Required<Pick<OpenMapListener, "onChange" | "onKept" | "onTakenOver" | "onClosed">>;
  /** For whoever keeps versions for another reason: what is kept so need not be kept again by itself. */
  readonly keep: Versions["keep"];
}

/** Keeps versions of the maps that are edited here without being asked. */
export function automaticVersions(versions: Pick<Versions, "keep">): AutomaticVersions {
  const work = new Map<Id, WorkSinceVersion>();
  const revs = new Map<Id, number>();

  function hear(map: JourneyMap, event: VersionEvent): void {
    const { state, cause } = versionDue(work.get(map.id) ?? noWork, event);
    work.set(map.id, state);
    if (cause !== null) keep(map, cause);
  }

  function keep(map: JourneyMap, cause: VersionCause): void {
    versions.keep(map, cause).catch((error: unknown) => {
      // The map itself is kept in any case, and the next occasion comes soon.
      console.warn("A version could not be kept", error);
    });
  }

  return {
    listener: {
      // What goes on with the step before, as typing does, takes nothing away.
      onChange: ({ before, after, move }) =>
        hear(before, { type: "deleting", count: move === "merge" ? 0 : removedIn(before, after) }),
      onKept(map, rev) {
        // Several changes may have been kept together.
        const count = Math.max(1, rev - (revs.get(map.id) ?? rev - 1));
        revs.set(map.id, rev);
        hear(map, { type: "changed", at: performance.now(), count });
      },
      onTakenOver: (map) => hear(map, { type: "takingOver" }),
      onClosed: (map) => hear(map, { type: "closing" }),
    },
    async keep(map, cause, name) {
      await versions.keep(map, cause, name);
      hear(map, { type: "kept" });
    },
  };
}

/** How many nodes and connections a change takes away; a move in the history counts as well. */
function removedIn(before: DocumentChange["before"], after: DocumentChange["after"]): number {
  const removed = (name: "nodes" | "connections") => {
    if (before[name] === after[name]) return 0;
    let count = 0;
    for (const id in before[name]) if (!(id in after[name])) count += 1;
    return count;
  };
  return removed("nodes") + removed("connections");
}
