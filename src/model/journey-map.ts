import type { AuditSettings } from "./audit-settings.ts";
import type { Discipline, Owner } from "./discipline.ts";
import type { FieldValues, NodeKind, nodeFields } from "./fields.ts";
import type { RaciPart, RaciRole } from "./raci-parts.ts";

export type Id = string;

/** Map units: one unit is one CSS pixel at 100 %. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Placed<K extends NodeKind> {
  readonly id: Id;
  readonly kind: K;
  /** Top left corner, absolute, in map units. */
  readonly position: Point;
}

/** Parts in a touchpoint that differ from what is derived; `none`: no part at all. */
export type RaciChanges = Readonly<Partial<Record<RaciRole, RaciPart | "none">>>;

export interface Persona extends Placed<"persona">, FieldValues<typeof nodeFields.persona> {}
export interface Journey extends Placed<"journey">, FieldValues<typeof nodeFields.journey> {}
export interface Touchpoint extends Placed<"touchpoint">, FieldValues<typeof nodeFields.touchpoint> {
  /** Not there: nobody has changed what follows from owners, manager and handovers. */
  readonly raci?: RaciChanges;
}
export interface Note extends Placed<"note">, FieldValues<typeof nodeFields.note> {}

export type MapNode = Persona | Journey | Touchpoint | Note;

export interface Stage {
  readonly id: Id;
  readonly name: string;
  readonly description: string;
  /** Map units. */
  readonly width: number;
}

export interface Person {
  readonly id: Id;
  readonly name: string;
  readonly discipline: Owner;
  readonly role: string;
  readonly email: string;
}

export interface Handover {
  readonly information: string;
  readonly promise: string;
  /** Minutes, or null when none is agreed. */
  readonly timeLimit: number | null;
  readonly confirmed: boolean;
}

export interface Connection {
  readonly id: Id;
  readonly from: Id;
  readonly to: Id;
  readonly label: string;
  readonly handover: Handover | null;
}

export interface ContentPiece {
  readonly id: Id;
  readonly title: string;
  readonly format: string;
  readonly personaIds: readonly Id[];
  readonly touchpointIds: readonly Id[];
  readonly trigger: string;
  readonly automated: boolean;
  readonly owner: Owner;
  readonly managerId: Id | null;
  readonly status: string;
}

export const measureStatuses = ["open", "doing", "done", "dropped"] as const;

export interface Measure {
  readonly id: Id;
  readonly title: string;
  readonly touchpointIds: readonly Id[];
  readonly owner: Owner;
  readonly managerId: Id | null;
  /** ISO dates without time, or null. */
  readonly startOn: string | null;
  readonly dueOn: string | null;
  readonly budget: string;
  readonly desiredResult: string;
  readonly status: (typeof measureStatuses)[number];
}

export interface Dismissal {
  readonly findingId: string;
  readonly reason: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Something that the finding is about has changed since: it counts no longer, but the reason is still known. */
  readonly isLapsed?: boolean;
}

/**
 * The document: plain, immutable data. Stages are a list, because their order means something; all other
 * collections are records by id, whose key order means nothing.
 */
export interface JourneyMap {
  readonly id: Id;
  readonly title: string;
  readonly description: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly maintainerId: Id | null;
  /** ISO date without time, or null. */
  readonly reviewOn: string | null;
  readonly stages: readonly Stage[];
  readonly people: Readonly<Record<Id, Person>>;
  readonly nodes: Readonly<Record<Id, MapNode>>;
  readonly connections: Readonly<Record<Id, Connection>>;
  readonly contents: Readonly<Record<Id, ContentPiece>>;
  readonly measures: Readonly<Record<Id, Measure>>;
  /** Not there: the usual settings. */
  readonly audit?: Partial<AuditSettings>;
  /** By finding id. */
  readonly dismissals: Readonly<Record<string, Dismissal>>;
}

export type { Discipline, Owner };
