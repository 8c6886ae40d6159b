import { journeysInOrder } from "#model/geometry.ts";
import type { Id, JourneyMap, MapNode, Stage } from "#model/journey-map.ts";
import { touchpointsInPathOrder } from "#model/path-order.ts";
import { touchpointsOf } from "#model/queries.ts";

export const outlineGroups = ["personas", "journeys", "withoutJourney", "notes"] as const;
export type OutlineGroup = (typeof outlineGroups)[number];

/** What a row of the outline stands for. */
export type OutlineContent =
  | { readonly type: "group"; readonly group: OutlineGroup }
  | { readonly type: "node"; readonly node: MapNode }
  /** A stage within one journey; null: the touchpoints without a stage. */
  | { readonly type: "stage"; readonly journeyId: Id; readonly stage: Stage | null };

interface OutlineItem {
  readonly key: string;
  readonly content: OutlineContent;
  readonly children: readonly OutlineItem[];
}

export interface OutlineRow {
  readonly key: string;
  readonly content: OutlineContent;
  /** From 1, as `aria-level` counts. */
  readonly level: number;
  readonly parentKey: string | null;
  /** From 1, among its siblings. */
  readonly position: number;
  readonly siblings: number;
  readonly children: number;
  readonly isFolded: boolean;
}

/** The rows that are in sight, from top to bottom. */
export function outlineRows(map: JourneyMap, folded: ReadonlySet<string>): readonly OutlineRow[] {
  const rows: OutlineRow[] = [];
  const add = (items: readonly OutlineItem[], level: number, parentKey: string | null) => {
    items.forEach(({ key, content, children }, index) => {
      const isFolded = folded.has(key);
      rows.push({
        key,
        content,
        level,
        parentKey,
        position: index + 1,
        siblings: items.length,
        children: children.length,
        isFolded,
      });
      if (!isFolded) add(children, level + 1, key);
    });
  };
  add(outlineOf(map), 1, null);
  return rows;
}

function outlineOf(map: JourneyMap): readonly OutlineItem[] {
  const homeless = fromTop(touchpointsOf(map, null));
  const ofKind = (kind: MapNode["kind"]) =>
    fromTop(Object.values(map.nodes).filter((node) => node.kind === kind));
  return [
    group("personas", ofKind("persona").map(nodeItem)),
    group(
      "journeys",
      journeysInOrder(map).map((journey) => ({ ...nodeItem(journey), children: stagesOf(map, journey.id) })),
    ),
    ...(homeless.length > 0 ? [group("withoutJourney", homeless.map(nodeItem))] : []),
    group("notes", ofKind("note").map(nodeItem)),
  ];
}

function group(name: OutlineGroup, children: readonly OutlineItem[]): OutlineItem {
  return { key: `group:${name}`, content: { type: "group", group: name }, children };
}

function nodeItem(node: MapNode): OutlineItem {
  return { key: nodeKey(node.id), content: { type: "node", node }, children: [] };
}

export function nodeKey(id: Id): string {
  return `node:${id}`;
}

function stagesOf(map: JourneyMap, journeyId: Id): readonly OutlineItem[] {
  const touchpoints = touchpointsInPathOrder(map, journeyId);
  const item = (stage: Stage | null): OutlineItem => ({
    key: `stage:${journeyId}:${stage?.id ?? ""}`,
    content: { type: "stage", journeyId, stage },
    children: touchpoints.filter(({ stageId }) => stageId === (stage?.id ?? null)).map(nodeItem),
  });
  const hasHomeless = touchpoints.some(({ stageId }) => stageId === null);
  return [...map.stages.map(item), ...(hasHomeless || map.stages.length === 0 ? [item(null)] : [])];
}

/** As they stand on the map, from top to bottom. */
function fromTop<N extends MapNode>(nodes: readonly N[]): readonly N[] {
  return [...nodes].sort(
    (a, b) => a.position.y - b.position.y || a.position.x - b.position.x || (a.id < b.id ? -1 : 1),
  );
}

/** The keys of the rows above a node, so that it can be unfolded into sight. */
export function keysAbove(map: JourneyMap, nodeId: Id): readonly string[] {
  const node = map.nodes[nodeId];
  if (!node) return [];
  if (node.kind === "persona") return ["group:personas"];
  if (node.kind === "note") return ["group:notes"];
  if (node.kind === "journey") return ["group:journeys"];
  if (node.journeyId === null) return ["group:withoutJourney"];
  return ["group:journeys", nodeKey(node.journeyId), `stage:${node.journeyId}:${node.stageId ?? ""}`];
}
