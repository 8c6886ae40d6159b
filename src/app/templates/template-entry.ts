import type { Owner } from "#model/discipline.ts";
import type { Touchpoint } from "#model/journey-map.ts";

export type TemplateTouchpoint = Pick<Touchpoint, "owner" | "customerRating" | "teamRating"> &
  Partial<
    Pick<Touchpoint, "contactForm" | "control" | "momentOfTruth" | "expectedResponse" | "actualResponse">
  > & {
    readonly stage: string;
    /** Its text is `template.channel.<it>`. */
    readonly channel: string;
    /** Who carries each disappointment; the texts are the lines of `pains`. */
    readonly burdens?: readonly ("customer" | "company")[];
    /** Whether there is a text `delights`. */
    readonly hasDelights?: boolean;
  };

/**
 * The structure of a template. All names in it are keys of its texts below `template.<id>`; the customer's
 * path runs through the touchpoints as they stand here.
 */
export interface TemplateEntry {
  readonly id: string;
  readonly stages: readonly string[];
  readonly journey: { readonly owner: Owner };
  readonly personas: Readonly<Record<string, { readonly owner: Owner }>>;
  readonly touchpoints: Readonly<Record<string, TemplateTouchpoint>>;
  /** What is agreed on the way from one touchpoint to the next; `timeLimit` in minutes. */
  readonly handovers: Readonly<
    Record<string, { readonly from: string; readonly to: string; readonly timeLimit: number | null }>
  >;
}
