import { useEffect, useState } from "react";
import type { Id } from "#model/journey-map.ts";
import { useServices } from "../services.ts";
import { useVersions } from "../versions/use-versions.ts";
import { goneInVersions } from "./gone-in-versions.ts";

const nothing: ReadonlySet<string> = new Set();

/** The ids of findings that were gone between two kept versions; none before all of them were read. */
export function useGoneInVersions(mapId: Id): ReadonlySet<string> {
  const { versions } = useServices();
  const { rows } = useVersions(mapId);
  const [gone, setGone] = useState(nothing);
  useEffect(() => {
    let isWanted = true;
    goneInVersions(versions, rows ?? [], () => isWanted)
      .then((found) => found && setGone(found))
      .catch((error: unknown) => console.error(error));
    return () => {
      isWanted = false;
    };
  }, [versions, rows]);
  return gone;
}
