import type { ComponentType } from "react";
import type { FieldControl } from "#model/fields.ts";
import type { Id } from "#model/journey-map.ts";
import { ChoiceControl, FlagControl } from "./ChoiceControls.tsx";
import type { ControlProps } from "./control-props.ts";
import { DisappointmentsControl } from "./DisappointmentsControl.tsx";
import { DurationControl } from "./DurationInput.tsx";
import { LengthControl } from "./LengthControl.tsx";
import { ManagerControl } from "./ManagerControl.tsx";
import { OwnerControl } from "./OwnerControl.tsx";
import { JourneyControl, StageControl } from "./PlaceControls.tsx";
import { RatingControl } from "./RatingControl.tsx";
import { ListControl, MultilineControl, TextControl } from "./TextControls.tsx";

interface Entry {
  readonly component: ComponentType<ControlProps<unknown>>;
  /** Typed letter by letter: what follows at once in the same field becomes one undo step. */
  readonly isTyped: boolean;
}

// The schema of the field is what makes sure that its control gets a value of its type.
const entry = <T,>(component: ComponentType<ControlProps<T>>, isTyped = false): Entry => ({
  component: component as ComponentType<ControlProps<unknown>>,
  isTyped,
});

/** The table of controls: which component edits the fields of which control. */
export const fieldControls: Readonly<Record<FieldControl, Entry>> = {
  text: entry<string>(TextControl, true),
  multiline: entry<string>(MultilineControl, true),
  choice: entry<string | null>(ChoiceControl),
  rating: entry<number | null>(RatingControl),
  flag: entry<boolean>(FlagControl),
  list: entry<readonly string[]>(ListControl, true),
  disappointments: entry(DisappointmentsControl, true),
  duration: entry<number | null>(DurationControl, true),
  owner: entry(OwnerControl),
  manager: entry<Id | null>(ManagerControl),
  journey: entry<Id | null>(JourneyControl),
  stage: entry<Id | null>(StageControl),
  length: entry<number>(LengthControl, true),
};
