import { fieldsOf, initialValues, type NodeKind, nodeKinds } from "#model/fields.ts";
import type { Id, JourneyMap, MapNode } from "#model/journey-map.ts";
import { collections } from "#model/map-change.ts";
import { migrate } from "#model/migrations.ts";

/**
 * A stored document, brought to the present version, or null when it is none. Only the shape is looked at, so that
 * opening stays quick: what lies here was written by this program, not by a stranger.
 */
export function readDocument(stored: unknown, version: number, mapId: string): JourneyMap | null {
  if (!hasShape(stored)) return null;
  const map: unknown = migrate(stored, version);
  if (!hasShape(map) || map.id !== mapId) return null;
  if (!Object.values(map.nodes).every(isNode)) return null;
  return withAllFields(map);
}

/** Whether changes may be applied to it: the skeleton of a document, of whatever version. */
export function hasShape(value: unknown): value is JourneyMap {
  if (!isRecord(value) || typeof value.id !== "string" || typeof value.title !== "string") return false;
  if (!Array.isArray(value.stages) || !value.stages.every(isRecord)) return false;
  return collections.every((name) => isRecord(value[name]) && Object.values(value[name]).every(isRecord));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNode(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.position)) return false;
  const { x, y } = value.position;
  return nodeKinds.includes(value.kind as NodeKind) && Number.isFinite(x) && Number.isFinite(y);
}

/** A field that came into the table after the map was written gets its initial value. `ids`: the nodes to look at. */
export function withAllFields(map: JourneyMap, ids: readonly Id[] = Object.keys(map.nodes)): JourneyMap {
  const lacking = ids
    .map((id) => map.nodes[id])
    .filter((node) => node !== undefined)
    .filter((node) => Object.keys(fieldsOf(node.kind)).some((name) => !Object.hasOwn(node, name)));
  if (lacking.length === 0) return map;
  const completed = lacking.map((node) => [node.id, { ...initialValues(node.kind), ...node } as MapNode]);
  return { ...map, nodes: { ...map.nodes, ...Object.fromEntries(completed) } };
}
