import { useEffect, useMemo, useState } from "react";
import type { Id } from "#model/journey-map.ts";
import { useServices } from "../services.ts";
import { goneInVersions } from "./gone-in-versions.ts";

const nothing: ReadonlySet<string> = new Set();

/** It waits for a moment in which nothing else is to do, but no longer than this, milliseconds. */
const LATEST = 3000;

/** Nothing is wrong with the map: its findings lack the mark that they are back, for as long as the store is away. */
const withoutMarks = (problem: unknown) =>
  console.warn("What was found earlier cannot be looked at", problem);

/** The ids of findings that were gone once before this session, as far as it is known; null before anything is. */
export function useGoneBefore(mapId: Id): ReadonlySet<string> | null {
  const { gone } = useServices();
  const inVersions = useGoneInVersions(mapId);
  const [kept, setKept] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => {
    let isOver = false;
    gone.read(mapId).then((ids) => isOver || setKept(ids), withoutMarks);
    return () => {
      isOver = true;
      setKept(null);
    };
  }, [gone, mapId]);
  return useMemo(() => kept && new Set([...kept, ...inVersions]), [kept, inVersions]);
}

/**
 * Those that were gone between two kept versions; none before all of them were read. That begins when the page has
 * nothing else to do: it must not hold up a map that is being opened.
 */
function useGoneInVersions(mapId: Id): ReadonlySet<string> {
  const { versions } = useServices();
  const [gone, setGone] = useState(nothing);
  useEffect(() => {
    let reads = 0;
    let unfollow = () => {};
    const cancel = whenIdle(() => {
      unfollow = versions.follow(mapId, {
        next(rows) {
          reads += 1;
          const mine = reads;
          goneInVersions(versions, rows, () => mine === reads)
            .then((found) => found && setGone(found))
            .catch(withoutMarks);
        },
        error: withoutMarks,
      });
    });
    return () => {
      cancel();
      unfollow();
      reads += 1;
      setGone(nothing);
    };
  }, [versions, mapId]);
  return gone;
}

/** Returns what calls it off. */
function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(work);
    return () => clearTimeout(timer);
  }
  const request = requestIdleCallback(work, { timeout: LATEST });
  return () => cancelIdleCallback(request);
}
