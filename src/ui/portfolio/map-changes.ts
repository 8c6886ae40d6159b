import { createStore } from "zustand/vanilla";
import type { Command } from "#model/commands/command.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import type { Services } from "../services.ts";
import { changeMaps, type Outcome } from "./change-maps.ts";

/** What a change of many maps is, in words. */
export interface ChangeWords {
  /** Claims nothing: for as long as it is not done in all maps. */
  readonly about: string;
  readonly done: string;
}

/** A change of many maps, under way or done. */
export interface MapChanges {
  readonly words: ChangeWords;
  readonly total: number;
  readonly done: number;
  /** Null while it is under way. */
  readonly outcomes: ReadonlyMap<Id, Outcome> | null;
}

/**
 * The last change of many maps. It goes on while its page is left, so that it is none of the page's: whoever comes back
 * sees how far it is, or what has become of it, and begins no second one beside it.
 */
export const mapChanges = createStore<MapChanges | null>(() => null);

export const isUnderWay = (changes: MapChanges | null) => changes !== null && changes.outcomes === null;

/** Does it in one map after the other; nothing while another one is under way. */
export async function changeManyMaps(
  openMap: Services["openMap"],
  words: ChangeWords,
  mapIds: readonly Id[],
  commandFor: (map: JourneyMap) => Command,
): Promise<void> {
  if (isUnderWay(mapChanges.getState())) return;
  const started: MapChanges = { words, total: mapIds.length, done: 0, outcomes: null };
  mapChanges.setState(started, true);
  const outcomes = await changeMaps(openMap, mapIds, commandFor, (done) =>
    mapChanges.setState({ ...started, done }, true),
  );
  mapChanges.setState({ ...started, done: mapIds.length, outcomes }, true);
}

/** Somebody has seen what has become of it. */
export function putAwayResult(): void {
  if (!isUnderWay(mapChanges.getState())) mapChanges.setState(null, true);
}
