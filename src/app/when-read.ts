import type { SummariesState } from "#storage/follow-summaries.ts";
import type { MapRepository } from "#storage/map-repository.ts";

/** The rows of the library as soon as they were read for the first time, or that they cannot be. */
export function whenRead({ summaries }: Pick<MapRepository, "summaries">): Promise<SummariesState> {
  return new Promise((resolve) => {
    const look = () => {
      const state = summaries.getState();
      if (state.rows === null && state.problem === null) return;
      unsubscribe();
      resolve(state);
    };
    const unsubscribe = summaries.subscribe(look);
    look();
  });
}
