import { fieldsOf, initialValues, type NodeKind, nodeKinds } from "#model/fields.ts";
import type { JourneyMap, MapNode } from "#model/journey-map.ts";
import { migrate } from "#model/migrations.ts";
import type { StoredMap } from "./database.ts";

const collections = ["people", "nodes", "connections", "contents", "measures", "dismissals"] as const;

/**
 * The document of a row, brought to the present version, or null when it is none. Only the shape is looked at,
 * so that opening stays quick: what lies here was written by this program, not by a stranger.
 */
export function readDocument({ id, version, document }: StoredMap): JourneyMap | null {
  const map: unknown = migrate(document, version);
  if (!isRecord(map) || map.id !== id || typeof map.title !== "string") return null;
  if (!Array.isArray(map.stages) || !map.stages.every(isRecord)) return null;
  for (const name of collections) {
    const collection = map[name];
    if (!isRecord(collection) || !Object.values(collection).every(isRecord)) return null;
  }
  if (!Object.values(map.nodes as Record<string, unknown>).every(isNode)) return null;
  // Checked above as far as a program of another release could have written it differently.
  return withAllFields(map as unknown as JourneyMap);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNode(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value.position)) return false;
  const { x, y } = value.position;
  return nodeKinds.includes(value.kind as NodeKind) && Number.isFinite(x) && Number.isFinite(y);
}

/** A field that came into the table after the map was written gets its initial value. */
function withAllFields(map: JourneyMap): JourneyMap {
  const lacking = Object.values(map.nodes).filter((node) =>
    Object.keys(fieldsOf(node.kind)).some((name) => !Object.hasOwn(node, name)),
  );
  if (lacking.length === 0) return map;
  const completed = lacking.map((node) => [node.id, { ...initialValues(node.kind), ...node } as MapNode]);
  return { ...map, nodes: { ...map.nodes, ...Object.fromEntries(completed) } };
}
