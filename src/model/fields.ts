import * as z from "zod";
import { disciplines } from "./discipline.ts";

// Under a strict content security policy zod must not try `new Function`.
z.config({ jitless: true });

/** Which kind of input edits a field. The interface has one part per control; a new one is rarely needed. */
export type FieldControl =
  | "text"
  | "multiline"
  | "choice"
  | "rating"
  | "flag"
  | "list"
  | "disappointments"
  | "duration"
  | "owner"
  | "manager"
  | "journey"
  | "stage"
  | "length";

/** The part of the inspector in which a field stands. */
export const fieldSections = ["responsibility", "content", "experience", "effort", "more"] as const;
export type FieldSection = (typeof fieldSections)[number];

/**
 * One field of a node: everything that the schema, the type, the inspector and the search derive from.
 * `initial` is the value of a new node and of a file that lacks the field.
 */
export interface Field<T> {
  readonly schema: z.ZodType<T>;
  readonly initial: T;
  readonly control: FieldControl;
  readonly section: FieldSection;
  /** The values of a `choice`, each with a text `option.<field>.<value>`; `colorOptions` likewise. */
  readonly options?: readonly string[];
  /** `choice`: whether nothing may be chosen. `length`: the least value in map units. */
  readonly nullable?: boolean;
  readonly minimum?: number;
  /** Name of a list of suggestions that the interface may offer while typing. */
  readonly suggestions?: "channels";
  /** Whether the search looks into it. */
  readonly searchable: boolean;
}

const text = (section: FieldSection, more: Partial<Field<string>> = {}): Field<string> => ({
  schema: z.string(),
  initial: "",
  control: "text",
  section,
  searchable: true,
  ...more,
});

const multiline = (section: FieldSection): Field<string> => ({ ...text(section), control: "multiline" });

const list = (section: FieldSection): Field<readonly string[]> => ({
  schema: z.array(z.string()).readonly(),
  initial: [],
  control: "list",
  section,
  searchable: true,
});

const choice = <const O extends readonly [string, ...string[]]>(
  section: FieldSection,
  options: O,
  initial: O[number],
): Field<O[number]> => ({
  schema: z.enum(options) as z.ZodType<O[number]>,
  initial,
  control: "choice",
  section,
  options,
  searchable: false,
});

const optionalChoice = <const O extends readonly [string, ...string[]]>(
  section: FieldSection,
  options: O,
): Field<O[number] | null> => ({
  schema: z.enum(options).nullable() as z.ZodType<O[number] | null>,
  initial: null,
  control: "choice",
  section,
  options,
  nullable: true,
  searchable: false,
});

/** From -2 (disappointing) over 0 (okay) to +2 (delightful); null: nobody has said. */
const rating = (): Field<number | null> => ({
  schema: z.int().min(-2).max(2).nullable(),
  initial: null,
  control: "rating",
  section: "experience",
  searchable: false,
});

/** Minutes. */
const duration = (): Field<number | null> => ({
  schema: z.number().min(0).nullable(),
  initial: null,
  control: "duration",
  section: "effort",
  searchable: false,
});

const reference = (control: FieldControl, section: FieldSection): Field<string | null> => ({
  schema: z.string().nullable(),
  initial: null,
  control,
  section,
  searchable: false,
});

const disappointment = z.object({ text: z.string(), burden: z.enum(["customer", "company"]) });
export type Disappointment = Readonly<z.infer<typeof disappointment>>;

const common = {
  title: text("responsibility"),
  owner: {
    schema: z.enum(disciplines).nullable(),
    initial: null,
    control: "owner",
    section: "responsibility",
    searchable: false,
  } satisfies Field<(typeof disciplines)[number] | null> as Field<(typeof disciplines)[number] | null>,
  managerId: reference("manager", "responsibility"),
  description: multiline("content"),
  tags: list("more"),
};

/** Map units. */
const MINIMUM_LANE_HEIGHT = 160;
export const MAXIMUM_LANE_HEIGHT = 100_000;

/** The paper colours of a note; the first is that of a new one. */
export const noteColors = ["yellow", "red", "green", "blue", "violet", "grey"] as const;

/**
 * The table of fields: one entry here gives a field its type, its check, its default, its place in the
 * inspector, in the search and in the file. Its label is the text `field.<name>`.
 */
export const nodeFields = {
  persona: {
    ...common,
    segment: text("content"),
    quote: multiline("content"),
    goals: list("experience"),
    needs: list("experience"),
    frustrations: list("experience"),
    informationNeeds: list("experience"),
    channels: list("experience"),
  },
  journey: {
    ...common,
    trigger: text("content"),
    outcome: text("content"),
    state: choice("content", ["current", "target"], "current"),
    height: {
      schema: z.number().min(MINIMUM_LANE_HEIGHT).max(MAXIMUM_LANE_HEIGHT),
      initial: 420,
      control: "length",
      section: "more",
      minimum: MINIMUM_LANE_HEIGHT,
      searchable: false,
    } as Field<number>,
  },
  touchpoint: {
    ...common,
    journeyId: reference("journey", "content"),
    stageId: reference("stage", "content"),
    channel: text("content", { suggestions: "channels" }),
    contactForm: optionalChoice("content", ["personal", "mediated"]),
    control: optionalChoice("content", ["controlled", "partly", "uncontrolled"]),
    perceivedSender: text("content"),
    momentOfTruth: {
      schema: z.boolean(),
      initial: false,
      control: "flag",
      section: "experience",
      searchable: false,
    } as Field<boolean>,
    customerRating: rating(),
    teamRating: rating(),
    evidence: choice("experience", ["assumed", "observed", "measured"], "assumed"),
    // Who said so: how many were asked, where and when.
    evidenceSource: text("experience"),
    customerNeed: multiline("experience"),
    customerAction: multiline("experience"),
    companyAction: multiline("experience"),
    disappointments: {
      schema: z.array(disappointment).readonly(),
      initial: [],
      control: "disappointments",
      section: "effort",
      searchable: true,
    } as Field<readonly Disappointment[]>,
    delights: list("effort"),
    expectedResponse: duration(),
    actualResponse: duration(),
    systems: list("more"),
  },
  note: {
    ...common,
    color: choice("content", noteColors, "yellow"),
  },
} as const;

export const nodeKinds = ["persona", "journey", "touchpoint", "note"] as const;
export type NodeKind = (typeof nodeKinds)[number];

export type FieldValues<F> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** The fields of a kind by name, in the order of the inspector. */
export function fieldsOf(kind: NodeKind): Readonly<Record<string, Field<unknown>>> {
  // The table's precise type serves the node types; whoever iterates needs the general one.
  return nodeFields[kind] as unknown as Readonly<Record<string, Field<unknown>>>;
}

/** A fresh record of the initial values of all fields of a kind. */
export function initialValues<K extends NodeKind>(kind: K): FieldValues<(typeof nodeFields)[K]> {
  const entries = Object.entries(fieldsOf(kind)).map(([name, field]) => [name, field.initial]);
  return Object.fromEntries(entries) as FieldValues<(typeof nodeFields)[K]>;
}
