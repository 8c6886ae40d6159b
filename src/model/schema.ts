import * as z from "zod";
import { auditLimits, defaultAuditSettings, nearestSetting } from "./audit-settings.ts";
import { isoDate } from "./dates.ts";
import { disciplines } from "./discipline.ts";
import { fieldsOf, type NodeKind, nodeKinds } from "./fields.ts";
import { measureStatuses } from "./journey-map.ts";
import { FORMAT_VERSION } from "./migrations.ts";
import { DEFAULT_STAGE_WIDTH } from "./new-objects.ts";
import { raciParts } from "./raci-parts.ts";

export const FORMAT_NAME = "dreiklang-map";

/** Ids are property names of the records of a map, so nothing that an object has of its own may be one. */
export const ID_PATTERN = /^[A-Za-z0-9_-]{1,64}$/;

/** Beyond this a node is lost rather than far away. Map units. */
export const FARTHEST = 1_000_000;

export type ObjectKind =
  | "map"
  | "stage"
  | "person"
  | NodeKind
  | "connection"
  | "content"
  | "measure"
  | "dismissal";
export type ReferenceTarget = "person" | "stage" | "node" | NodeKind;

/** One field of a row of a file besides its `id`. */
export interface RowField {
  readonly schema: z.ZodType;
  /** The value where the file has none; without it, the field is required. */
  readonly initial?: unknown;
  /** What the id, or the list of ids, in this field must name. */
  readonly refersTo?: ReferenceTarget;
  /** Map units: a length outside of these becomes the initial one; the file is not refused for it. */
  readonly limits?: { readonly minimum: number; readonly maximum: number };
  /** Numbers within it, for each what it becomes where it is not possible; the file is not refused for it. */
  readonly nearest?: Readonly<Record<string, (value: number | null) => number>>;
  /** How it is told that a text is not what it should be: it becomes none, and the file is not refused for it. */
  readonly whenOdd?: "oddDate" | "oddTime";
  /** It may be missing, and then stays so. */
  readonly isOptional?: boolean;
  /** Whoever opens the file wants to hear that this was missing. */
  readonly isNotable?: boolean;
}
export type RowFields = Readonly<Record<string, RowField>>;

const text = { schema: z.string(), initial: "" };
const owner = { schema: z.enum(disciplines).nullable(), initial: null };
const manager = { schema: z.string().nullable(), initial: null, refersTo: "person" } as const;
const date = { schema: isoDate.nullable(), initial: null, whenOdd: "oddDate" } as const;
/** Empty only where the file says nothing that is one: then it is the time of opening. */
const moment = { schema: z.iso.datetime({ offset: true }), initial: "", whenOdd: "oddTime" } as const;
const ids = (refersTo: ReferenceTarget): RowField => ({ schema: z.array(z.string()), initial: [], refersTo });

const handover = z.looseObject({
  information: z.string().default(""),
  promise: z.string().default(""),
  timeLimit: z.number().min(0).nullable().default(null),
  confirmed: z.boolean().default(false),
});

function auditNumber(name: keyof typeof auditLimits) {
  const { minimum, maximum } = auditLimits[name];
  return z.int().min(minimum).max(maximum).default(defaultAuditSettings[name]);
}

const auditSettings = z.looseObject({
  rulesOff: z.array(z.string()).default([]),
  mostTouchpoints: auditNumber("mostTouchpoints"),
  mostMoments: auditNumber("mostMoments"),
});

const raciPart = z.enum([...raciParts, "none"]).optional();
/** Only what differs from what is derived. */
const raciChanges = z.looseObject({
  marketing: raciPart,
  sales: raciPart,
  it: raciPart,
  manager: raciPart,
});

const position = z.looseObject({
  x: z.number().min(-FARTHEST).max(FARTHEST),
  y: z.number().min(-FARTHEST).max(FARTHEST),
});

const LONGEST = 100_000;
/** The order of the fields in a file, where it is not that of the inspector. */
const leading = ["title", "description", "position", "owner", "managerId", "tags"];
const touchpointOrder = [
  "journeyId",
  "stageId",
  "channel",
  "contactForm",
  "control",
  "customerNeed",
  "customerAction",
  "companyAction",
  "customerRating",
  "teamRating",
  "evidence",
  "evidenceSource",
  "momentOfTruth",
  "disappointments",
  "delights",
  "expectedResponse",
  "actualResponse",
  "systems",
  "perceivedSender",
];

function nodeRow(kind: NodeKind): RowFields {
  const fields: Record<string, RowField> = { position: { schema: position, initial: null } };
  for (const [name, field] of Object.entries(fieldsOf(kind))) {
    const { schema, initial, control } = field;
    const refersTo = control === "manager" ? "person" : control;
    const isReference = refersTo === "person" || refersTo === "journey" || refersTo === "stage";
    fields[name] = {
      schema,
      initial,
      ...(isReference ? { refersTo } : {}),
      ...(control === "length" ? { limits: { minimum: field.minimum ?? 0, maximum: LONGEST } } : {}),
    };
  }
  const order = new Set([
    ...leading,
    ...(kind === "touchpoint" ? touchpointOrder : []),
    ...Object.keys(fields),
  ]);
  const row: Record<string, RowField> = { kind: { schema: z.literal(kind) } };
  for (const name of order) {
    const field = fields[name];
    if (field) row[name] = field;
  }
  if (kind === "touchpoint") row.raci = { schema: raciChanges, isOptional: true };
  return row;
}

/** The rows of a file, each with its fields besides `id` in the order in which they are written. */
export const rowFields: Readonly<Record<ObjectKind, RowFields>> = {
  map: {
    title: { ...text, isNotable: true },
    description: text,
    createdAt: moment,
    updatedAt: moment,
    maintainerId: manager,
    reviewOn: date,
    audit: {
      schema: auditSettings,
      isOptional: true,
      nearest: {
        mostTouchpoints: (value) => nearestSetting("mostTouchpoints", value),
        mostMoments: (value) => nearestSetting("mostMoments", value),
      },
    },
  },
  stage: {
    name: { ...text, isNotable: true },
    description: text,
    width: {
      schema: z.number().min(100).max(LONGEST),
      initial: DEFAULT_STAGE_WIDTH,
      limits: { minimum: 100, maximum: LONGEST },
    },
  },
  person: { name: { ...text, isNotable: true }, discipline: owner, role: text, email: text },
  persona: nodeRow("persona"),
  journey: nodeRow("journey"),
  touchpoint: nodeRow("touchpoint"),
  note: nodeRow("note"),
  connection: {
    from: { schema: z.string(), refersTo: "node" },
    to: { schema: z.string(), refersTo: "node" },
    label: text,
    handover: { schema: handover.nullable(), initial: null },
  },
  content: {
    title: text,
    format: text,
    personaIds: ids("persona"),
    touchpointIds: ids("touchpoint"),
    trigger: text,
    automated: { schema: z.boolean(), initial: false },
    owner,
    managerId: manager,
    status: text,
  },
  measure: {
    title: text,
    touchpointIds: ids("touchpoint"),
    owner,
    managerId: manager,
    startOn: date,
    dueOn: date,
    budget: text,
    desiredResult: text,
    status: { schema: z.enum(measureStatuses), initial: "open" },
  },
  dismissal: {
    findingId: { schema: z.string().min(1) },
    reason: text,
    at: moment,
    isLapsed: { schema: z.boolean(), isOptional: true },
  },
};

/** The collections of a map in the order of the file. The kind of a node is said by the node itself. */
export const collections = {
  stages: "stage",
  people: "person",
  nodes: "node",
  connections: "connection",
  contents: "content",
  measures: "measure",
  dismissals: "dismissal",
} as const satisfies Record<string, ObjectKind | "node">;
export type CollectionName = keyof typeof collections;

/** Whether a row says nothing without this field. */
export function isNeeded(name: string, { initial, isOptional }: RowField): boolean {
  return (initial === undefined && !isOptional) || name === "position";
}

function rowSchema(kind: ObjectKind): z.ZodObject {
  const id = kind === "dismissal" ? {} : { id: z.string().regex(ID_PATTERN) };
  const fields = Object.entries(rowFields[kind]).map(([name, field]) => [
    name,
    isNeeded(name, field) ? field.schema : field.schema.optional(),
  ]);
  return z.looseObject({ ...id, ...Object.fromEntries(fields) });
}

/** The whole file as one schema, for those who check a file elsewhere; the parser goes row by row instead. */
export function fileSchema(): z.ZodType {
  const lists = Object.entries(collections).map(([name, kind]) => [
    name,
    z.array(kind === "node" ? z.union(nodeKinds.map(rowSchema)) : rowSchema(kind)).optional(),
  ]);
  return z.looseObject({
    format: z.literal(FORMAT_NAME),
    version: z.literal(FORMAT_VERSION),
    map: rowSchema("map").extend(Object.fromEntries(lists)),
  });
}
