import type { Field } from "#model/fields.ts";
import type { Id } from "#model/journey-map.ts";
import type { Different } from "./shared-value.ts";

/** What a control gets: one field of one or several nodes. */
export interface ControlProps<T> {
  readonly name: string;
  readonly label: string;
  readonly field: Field<unknown>;
  readonly ids: readonly Id[];
  readonly value: T | Different;
  readonly onChange: (value: T) => void;
  /** What comes next is an undo step of its own. */
  readonly onLeave: () => void;
}
