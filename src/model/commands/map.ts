import type { JourneyMap } from "../journey-map.ts";
import type { Command } from "./command.ts";

/** The map's own texts and dates. */
export function changeMap(
  values: Partial<Pick<JourneyMap, "title" | "description" | "maintainerId" | "reviewOn">>,
): Command {
  return {
    label: { key: "changeMap" },
    mergeKey: `map:${Object.keys(values).join()}`,
    apply(draft) {
      const before = draft.maintainerId;
      Object.assign(draft, values);
      const { maintainerId } = draft;
      if (maintainerId !== null && !draft.people[maintainerId]) draft.maintainerId = before;
    },
  };
}
