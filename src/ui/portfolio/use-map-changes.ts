import { useStore } from "zustand";
import type { Command } from "#model/commands/command.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { useServices } from "../services.ts";
import { type ChangeWords, changeManyMaps, isUnderWay, mapChanges } from "./map-changes.ts";

/** One change after the other is done in many maps. */
export function useMapChanges() {
  const { openMap } = useServices();
  const changes = useStore(mapChanges);
  return {
    changes,
    isChanging: isUnderWay(changes),
    change: (words: ChangeWords, mapIds: readonly Id[], commandFor: (map: JourneyMap) => Command) =>
      changeManyMaps(openMap, words, mapIds, commandFor),
  };
}
