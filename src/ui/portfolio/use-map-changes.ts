import { useRef, useState } from "react";
import type { Command } from "#model/commands/command.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { useServices } from "../services.ts";
import { changeMaps, type Outcome } from "./change-maps.ts";

/** A change of many maps, under way or done. */
export interface MapChanges {
  /** What is done, in words. */
  readonly what: string;
  readonly total: number;
  readonly done: number;
  /** Null while it is under way. */
  readonly outcomes: ReadonlyMap<Id, Outcome> | null;
}

/** One change after the other is done in many maps; what has become of the last one is told. */
export function useMapChanges() {
  const { openMap } = useServices();
  const [changes, setChanges] = useState<MapChanges | null>(null);
  const isRunning = useRef(false);

  async function change(
    what: string,
    mapIds: readonly Id[],
    commandFor: (map: JourneyMap) => Command,
  ): Promise<void> {
    if (isRunning.current) return;
    isRunning.current = true;
    const started = { what, total: mapIds.length, done: 0, outcomes: null };
    setChanges(started);
    const outcomes = await changeMaps(openMap, mapIds, commandFor, (done) =>
      setChanges({ ...started, done }),
    );
    setChanges({ ...started, done: mapIds.length, outcomes });
    isRunning.current = false;
  }

  return { changes, isChanging: changes !== null && changes.outcomes === null, change };
}
