import { changesBetween, MOST_CHANGES } from "./changed-parts.ts";
import { derived } from "./derive.ts";
import { derivedOfItems } from "./derived-lists.ts";
import type { Id, JourneyMap, MapNode } from "./journey-map.ts";
import { isSameStageOrder } from "./stage-order.ts";

interface Order {
  readonly map: Pick<JourneyMap, "stages" | "nodes">;
  readonly ids: readonly Id[];
}

let newest: Order | null = null;

/** The ids of the nodes in reading order; the same object for as long as nothing comes, goes or moves. */
export const idsInReadingOrder = derived((map: JourneyMap): readonly Id[] => {
  const { stages, nodes } = map;
  const comesBefore = readingOrder(stages);
  const ids =
    (newest && withMoves(newest, map, comesBefore)) ??
    Object.values(nodes)
      .sort(comesBefore)
      .map(({ id }) => id);
  newest = { map: { stages, nodes }, ids };
  return ids;
});

/** By place of the stage (none comes first), x, y, id: the order of a file and of every list of nodes. */
export const nodesInReadingOrder = derivedOfItems<Id, MapNode>({
  listsOf: (map) => [idsInReadingOrder(map)],
  idsOf: (id) => [id],
  isOfPlaces: true,
  make: ({ nodes }, id) => nodes[id] as MapNode,
});

type Compare = (a: MapNode, b: MapNode) => number;

function readingOrder(stages: JourneyMap["stages"]): Compare {
  const stageIndex = new Map(stages.map((stage, index) => [stage.id, index]));
  const place = (node: MapNode) => stageIndex.get(stageOf(node) ?? "") ?? -1;
  return (a, b) =>
    place(a) - place(b) ||
    a.position.x - b.position.x ||
    a.position.y - b.position.y ||
    (a.id < b.id ? -1 : 1);
}

function stageOf(node: MapNode): Id | null {
  return node.kind === "touchpoint" ? node.stageId : null;
}

/** Null where so much is different that it is put in order sooner from the start. */
function withMoves({ map: before, ids }: Order, after: Order["map"], compare: Compare): readonly Id[] | null {
  if (!isSameStageOrder(before.stages, after.stages)) return null;
  const changes = changesBetween(before.nodes, after.nodes);
  if (!changes) return null;
  const moved = [...changes.changed.filter((change) => !isSamePlace(...change)), ...changes.moved];
  const areTheSame = moved.every(([old, now]) => old && now);
  if (areTheSame && (moved.length === 0 || isInOrder(ids, after.nodes, compare))) return ids;
  if (moved.length > MOST_CHANGES) return null;
  const movedIds = new Set(moved.flatMap((change) => change.flatMap((node) => node?.id ?? [])));
  const result = ids.filter((id) => !movedIds.has(id));
  for (const [, node] of moved) {
    if (node) result.splice(placeFor(node, result, after.nodes, compare), 0, node.id);
  }
  return result;
}

/** Whether they still stand as they stood: all that a new stage moves stands in the same order as before. */
function isInOrder(ids: readonly Id[], nodes: JourneyMap["nodes"], compare: Compare): boolean {
  return ids.every((id, place) => {
    const [before, node] = [nodes[ids[place - 1] ?? ""], nodes[id]];
    return !before || !node || compare(before, node) < 0;
  });
}

function placeFor(node: MapNode, ids: readonly Id[], nodes: JourneyMap["nodes"], compare: Compare): number {
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = nodes[ids[middle] ?? ""];
    if (other && compare(other, node) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isSamePlace(before: MapNode | null, after: MapNode | null): boolean {
  if (!before || !after) return false;
  return (
    before.position.x === after.position.x &&
    before.position.y === after.position.y &&
    stageOf(before) === stageOf(after)
  );
}
