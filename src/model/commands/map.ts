import { isDate } from "../dates.ts";
import type { JourneyMap } from "../journey-map.ts";
import type { Command } from "./command.ts";

/** The map's own texts and dates. A date that no file could hold, or a person who is not there, changes nothing. */
export function changeMap(
  values: Partial<Pick<JourneyMap, "title" | "description" | "maintainerId" | "reviewOn">>,
): Command {
  return {
    label: { key: "changeMap" },
    mergeKey: `map:${Object.keys(values).join()}`,
    apply(draft) {
      const { maintainerId, reviewOn } = draft;
      Object.assign(draft, values);
      if (draft.maintainerId !== null && !draft.people[draft.maintainerId]) draft.maintainerId = maintainerId;
      if (draft.reviewOn !== reviewOn && draft.reviewOn !== null && !isDate(draft.reviewOn))
        draft.reviewOn = reviewOn;
    },
  };
}
