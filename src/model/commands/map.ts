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
      Object.assign(draft, values);
    },
  };
}
