import { changedParts } from "./changed-parts.ts";
import { derived } from "./derive.ts";
import { fieldsOf, type NodeKind } from "./fields.ts";
import type {
  Connection,
  Handover,
  Id,
  JourneyMap,
  MapNode,
  Measure,
  Note,
  Person,
  Persona,
  Touchpoint,
} from "./journey-map.ts";
import { nodesInReadingOrder } from "./reading-order.ts";
import { valuesOf } from "./values.ts";

export function isKind<K extends NodeKind>(
  node: MapNode | undefined,
  kind: K,
): node is Extract<MapNode, { kind: K }> {
  return node?.kind === kind;
}

/** Without a language, so that an order is the same everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** People by name, then id. The comparison knows no language, so that a file is the same everywhere. */
export const peopleInOrder = derived((map: JourneyMap): readonly Person[] =>
  Object.values(map.people).sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id)),
);

export interface NodeConnections {
  readonly incoming: readonly Connection[];
  readonly outgoing: readonly Connection[];
}
const noConnections: NodeConnections = { incoming: [], outgoing: [] };

type ConnectionsByNode = ReadonlyMap<Id, NodeConnections>;

let newestByNode: { readonly of: JourneyMap["connections"]; readonly byNode: ConnectionsByNode } | null =
  null;

const connectionsByNode = derived((connections: JourneyMap["connections"]): ConnectionsByNode => {
  const byNode = (newestByNode && withChanges(newestByNode, connections)) ?? groupedByNode(connections);
  newestByNode = { of: connections, byNode };
  return byNode;
});

/** Null where very many changed: a connection that is drawn, or a handover written down, is one of thousands. */
function withChanges(
  { of, byNode }: NonNullable<typeof newestByNode>,
  connections: JourneyMap["connections"],
): ConnectionsByNode | null {
  const changes = changedParts(of, connections);
  if (!changes) return null;
  const touched = new Set(changes.flat().flatMap((one) => (one ? [one.from, one.to] : [])));
  const result = new Map(byNode);
  for (const id of touched) result.delete(id);
  for (const [id, connectionsThere] of groupedByNode(connections, touched)) result.set(id, connectionsThere);
  return result;
}

/** Of all nodes, or of some. */
function groupedByNode(connections: JourneyMap["connections"], nodeIds?: ReadonlySet<Id>): ConnectionsByNode {
  const result = new Map<Id, { incoming: Connection[]; outgoing: Connection[] }>();
  const add = (id: Id, side: keyof NodeConnections, connection: Connection) => {
    if (nodeIds && !nodeIds.has(id)) return;
    const found = result.get(id) ?? { incoming: [], outgoing: [] };
    result.set(id, found);
    found[side].push(connection);
  };
  for (const connection of valuesOf(connections)) {
    add(connection.from, "outgoing", connection);
    add(connection.to, "incoming", connection);
  }
  return result;
}

export function connectionsOf(map: JourneyMap, nodeId: Id): NodeConnections {
  return connectionsByNode(map.connections).get(nodeId) ?? noConnections;
}

const touchpointsByJourney = derived((nodes: JourneyMap["nodes"]) => {
  const result = new Map<Id | null, Touchpoint[]>();
  for (const node of valuesOf(nodes)) {
    if (node.kind !== "touchpoint") continue;
    const found = result.get(node.journeyId);
    if (found) found.push(node);
    else result.set(node.journeyId, [node]);
  }
  return result;
});

/** In no particular order. `null`: those that belong to no journey. */
export function touchpointsOf(map: JourneyMap, journeyId: Id | null): readonly Touchpoint[] {
  return touchpointsByJourney(map.nodes).get(journeyId) ?? [];
}

/** The personas that are connected with a journey, in either direction, from top to bottom. */
export function personasOf(map: JourneyMap, journeyId: Id): readonly Persona[] {
  const { incoming, outgoing } = connectionsOf(map, journeyId);
  const ids = new Set([...incoming.map(({ from }) => from), ...outgoing.map(({ to }) => to)]);
  return [...ids]
    .map((id) => map.nodes[id])
    .filter((node) => isKind(node, "persona"))
    .sort((a, b) => a.position.y - b.position.y || compareText(a.id, b.id));
}

/** Whether it says which information goes along: only then there is something that its receiver may confirm. */
export function isWrittenDown(handover: Handover | null): handover is Handover {
  return handover !== null && handover.information.trim() !== "";
}

export type HandoverState = "open" | "agreed" | "confirmed";

/**
 * Whether a connection hands the customer from one owner to another, and how far that is agreed:
 * no information written down (open), written down (agreed), or confirmed by the receiver. Null: no change of owner.
 */
export function handoverState(map: JourneyMap, connection: Connection): HandoverState | null {
  const from = map.nodes[connection.from];
  const to = map.nodes[connection.to];
  if (!isKind(from, "touchpoint") || !isKind(to, "touchpoint")) return null;
  if (from.owner === null || to.owner === null || from.owner === to.owner) return null;
  if (connection.handover?.confirmed) return "confirmed";
  return isWrittenDown(connection.handover) ? "agreed" : "open";
}

export interface Attachments {
  readonly contents: number;
  readonly measures: number;
}
const noAttachments: Attachments = { contents: 0, measures: 0 };

const attachmentsByTouchpoint = derived((map: JourneyMap) => {
  const result = new Map<Id, { contents: number; measures: number }>();
  const count = (ids: readonly Id[], what: keyof Attachments) => {
    for (const id of ids) {
      const entry = result.get(id) ?? { contents: 0, measures: 0 };
      entry[what] += 1;
      result.set(id, entry);
    }
  };
  for (const content of Object.values(map.contents)) count(content.touchpointIds, "contents");
  for (const measure of Object.values(map.measures)) count(measure.touchpointIds, "measures");
  return result;
});

/** How many content pieces and measures are linked to a touchpoint. */
export function attachmentsOf(map: JourneyMap, touchpointId: Id): Attachments {
  return attachmentsByTouchpoint(map).get(touchpointId) ?? noAttachments;
}

const measuresByTouchpoint = derived((measures: JourneyMap["measures"]) => {
  const result = new Map<Id, Measure[]>();
  for (const measure of Object.values(measures)) {
    for (const id of measure.touchpointIds) {
      const known = result.get(id);
      if (known) known.push(measure);
      else result.set(id, [measure]);
    }
  }
  return result;
});

const noMeasures: readonly Measure[] = [];

/** The measures that are linked to a touchpoint. */
export function measuresAt(map: JourneyMap, touchpointId: Id): readonly Measure[] {
  return measuresByTouchpoint(map.measures).get(touchpointId) ?? noMeasures;
}

/** The places in which a person is named; `nodes` are those that the audit counts, the notes stand apart. */
export interface PlacesOfPerson {
  readonly nodes: readonly MapNode[];
  readonly notes: readonly MapNode[];
  readonly others: number;
}

export function placesOfPerson(map: JourneyMap, personId: Id): PlacesOfPerson {
  const managed = nodesInReadingOrder(map).filter((node) => node.managerId === personId);
  const named = [...Object.values(map.contents), ...Object.values(map.measures)];
  const others = named.filter(({ managerId }) => managerId === personId).length;
  return {
    nodes: managed.filter(isCounted),
    notes: managed.filter((node) => !isCounted(node)),
    others: others + (map.maintainerId === personId ? 1 : 0),
  };
}

/** Notes are workshop cards without meaning yet: neither the audit nor any figure counts them. */
export function isCounted(node: MapNode): node is Exclude<MapNode, Note> {
  return node.kind !== "note";
}

/** For searching without regard to case and to how accents are written. */
export function foldForSearch(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** All words in any searchable field of a node, and the names of its manager. */
export function searchTextOf(map: JourneyMap, node: MapNode): string {
  const parts: string[] = [];
  const values = node as unknown as Readonly<Record<string, unknown>>;
  for (const [name, field] of Object.entries(fieldsOf(node.kind))) {
    if (!field.searchable) continue;
    const value = values[name];
    if (typeof value === "string") parts.push(value);
    else if (Array.isArray(value))
      parts.push(...value.map((item) => (typeof item === "string" ? item : String(item.text ?? ""))));
  }
  if (node.managerId !== null) parts.push(map.people[node.managerId]?.name ?? "");
  return foldForSearch(parts.join("\n"));
}
