import { useEffect, useState } from "react";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { type MapVersion, useServices } from "../services.ts";

export interface VersionsState {
  /** The newest first; null until they were read. */
  readonly rows: readonly MapVersion[] | null;
  readonly hasProblem: boolean;
}

const nothingYet: VersionsState = { rows: null, hasProblem: false };

/** The versions of a map, also those that are kept while one looks. */
export function useVersions(mapId: Id): VersionsState {
  const { versions } = useServices();
  const [state, setState] = useState(nothingYet);
  useEffect(() => {
    setState(nothingYet);
    return versions.follow(mapId, {
      next: (rows) => setState({ rows, hasProblem: false }),
      error(problem) {
        console.error(problem);
        setState((before) => ({ ...before, hasProblem: true }));
      },
    });
  }, [versions, mapId]);
  return state;
}

/** What a version says: undefined while it is being read, null when it cannot be read. `id` null: no version. */
export function useVersionDocument(id: number | null): JourneyMap | null | undefined {
  const { versions } = useServices();
  const [read, setRead] = useState<{ readonly id: number; readonly map: JourneyMap | null } | null>(null);
  useEffect(() => {
    if (id === null) return;
    let isWanted = true;
    versions
      .read(id)
      .catch((error: unknown) => {
        console.error(error);
        return null;
      })
      .then((map) => {
        if (isWanted) setRead({ id, map });
      });
    return () => {
      isWanted = false;
    };
  }, [versions, id]);
  return read?.id === id ? read?.map : undefined;
}
