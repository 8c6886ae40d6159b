import type { Id } from "#model/journey-map.ts";

/** What is asked about a person before it is done. */
export interface PersonQuestion {
  readonly kind: "merge" | "remove";
  readonly personId: Id;
}
