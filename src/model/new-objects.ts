import { initialValues, type NodeKind } from "./fields.ts";
import type {
  Connection,
  ContentPiece,
  Id,
  JourneyMap,
  MapNode,
  Measure,
  Person,
  Point,
  Stage,
} from "./journey-map.ts";

export const DEFAULT_STAGE_WIDTH = 340;

/** A map with nothing in it. `at`: ISO 8601, UTC. */
export function emptyMap(id: Id, title: string, at: string): JourneyMap {
  return {
    id,
    title,
    description: "",
    createdAt: at,
    updatedAt: at,
    maintainerId: null,
    reviewOn: null,
    stages: [],
    people: {},
    nodes: {},
    connections: {},
    contents: {},
    measures: {},
    dismissals: {},
  };
}

/** A node of a kind with the initial value of every field that `values` leaves out. */
export function newNode<K extends NodeKind>(
  kind: K,
  id: Id,
  position: Point,
  values: Partial<Extract<MapNode, { kind: K }>> = {},
): Extract<MapNode, { kind: K }> {
  // The field table holds what the kinds differ in; TypeScript cannot follow the lookup by kind.
  return { ...initialValues(kind), ...values, id, kind, position } as unknown as Extract<
    MapNode,
    { kind: K }
  >;
}

export function newStage(id: Id, name: string): Stage {
  return { id, name, description: "", width: DEFAULT_STAGE_WIDTH };
}

export function newPerson(id: Id, name: string): Person {
  return { id, name, discipline: null, role: "", email: "" };
}

export function newConnection(id: Id, from: Id, to: Id): Connection {
  return { id, from, to, label: "", handover: null };
}

export function newMeasure(id: Id, values: Partial<Omit<Measure, "id">> = {}): Measure {
  return {
    title: "",
    touchpointIds: [],
    owner: null,
    managerId: null,
    startOn: null,
    dueOn: null,
    budget: "",
    desiredResult: "",
    status: "open",
    ...values,
    id,
  };
}

export function newContent(id: Id, values: Partial<Omit<ContentPiece, "id">> = {}): ContentPiece {
  return {
    title: "",
    format: "",
    personaIds: [],
    touchpointIds: [],
    trigger: "",
    automated: false,
    owner: null,
    managerId: null,
    status: "",
    ...values,
    id,
  };
}
