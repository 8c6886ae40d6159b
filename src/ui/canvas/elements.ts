import { useMemo } from "react";
import type { Selection } from "#editor/selection.ts";
import { derived } from "#model/derive.ts";
import { overlaps, type Rectangle, rectangleOf, sizeOf } from "#model/geometry.ts";
import type { Id, JourneyMap, MapNode } from "#model/journey-map.ts";
import { depthOf } from "#scene/draw-map.ts";
import { type CanvasState, useCanvasState } from "./canvas-state.ts";

/** With more elements than this on the screen the hand feels them: then the map is painted. */
export const MOST_ELEMENTS = 150;
/** So many nodes at most are lifted off the painting because they are selected or dragged. */
export const MOST_LIFTED = 40;

/** The nodes that stand on the canvas as elements; null: only those that are lifted do. */
export function elementsOf(
  { nodes }: Pick<JourneyMap, "nodes">,
  { detail, region, isTravelling }: Pick<CanvasState, "detail" | "region" | "isTravelling">,
): ReadonlySet<Id> | null {
  if (detail === "far") return null;
  if (Object.keys(nodes).length <= MOST_ELEMENTS) return new Set(Object.keys(nodes));
  if (isTravelling || !region) return null;
  const inside = nodesWithin(nodes, region);
  return inside.size > MOST_ELEMENTS ? null : inside;
}

/** The nodes that come into a part of the map (map units). */
export function nodesWithin(nodes: JourneyMap["nodes"], region: Rectangle): ReadonlySet<Id> {
  const right = region.x + region.width;
  const bottom = region.y + region.height;
  const inside = new Set<Id>();
  for (const node of Object.values(nodes)) {
    const { x, y } = node.position;
    // Most are out of sight already by their corner.
    if (x >= right || y >= bottom) continue;
    const { width, height } = sizeOf(node);
    if (x + width > region.x && y + height > region.y) inside.add(node.id);
  }
  return inside;
}

/** The nodes that are elements of their own whatever is painted: what the hand, the keyboard or the eye is upon. */
export function liftedNodes(
  { nodeIds }: Pick<Selection, "nodeIds">,
  canvas: Pick<CanvasState, "hoveredId" | "focusedId" | "editing">,
  draggedIds: readonly Id[],
): ReadonlySet<Id> {
  const lifted = new Set(nodeIds.length > MOST_LIFTED ? nodeIds.slice(-1) : nodeIds);
  for (const id of draggedIds) lifted.add(id);
  if (canvas.hoveredId !== null) lifted.add(canvas.hoveredId);
  if (canvas.focusedId !== null) lifted.add(canvas.focusedId);
  if (canvas.editing) lifted.add(canvas.editing.nodeId);
  return lifted;
}

/** The place of each node in the order of the map, in which they lie upon each other. */
export const placesOf = derived(
  (nodes: JourneyMap["nodes"]): ReadonlyMap<Id, number> =>
    new Map(Object.keys(nodes).map((id, place) => [id, place])),
);

/** The nodes that lie upon lifted ones: painted below the elements they would be covered. */
export function nodesUpon(nodes: JourneyMap["nodes"], lifted: ReadonlySet<Id>): readonly Id[] {
  if (lifted.size === 0) return [];
  const raised = [...lifted].flatMap((id) => nodes[id] ?? []);
  const heightOf = heightsIn(nodes);
  return Object.values(nodes).flatMap((node) => {
    if (lifted.has(node.id)) return [];
    const isUpon = raised.some(
      (other) => overlaps(rectangleOf(other), rectangleOf(node)) && heightOf(other) < heightOf(node),
    );
    return isUpon ? [node.id] : [];
  });
}

/** How high each node lies: what is higher covers what is lower. */
function heightsIn(nodes: JourneyMap["nodes"]): (node: MapNode) => number {
  const places = placesOf(nodes);
  return (node) => depthOf(node) * places.size + (places.get(node.id) ?? 0);
}

/** The elements whose picture is painted: all but those that are lifted, and what lies upon one of these. */
export function withoutPicture(
  nodes: JourneyMap["nodes"],
  shown: ReadonlySet<Id>,
  lifted: ReadonlySet<Id>,
): ReadonlySet<Id> {
  const raised = [...lifted].flatMap((id) => nodes[id] ?? []);
  const heightOf = heightsIn(nodes);
  const liesUpon = (node: MapNode) =>
    raised.some(
      (other) => heightOf(other) < heightOf(node) && overlaps(rectangleOf(other), rectangleOf(node)),
    );
  const painted = new Set<Id>();
  for (const id of shown) {
    const node = nodes[id];
    if (node && !lifted.has(id) && !liesUpon(node)) painted.add(id);
  }
  return painted;
}

const nothing: CanvasState["dragged"] = new Map();

/** Where nodes are that are dragged as elements; in a painted map many at once are painted. */
export function useDraggedElements(isPainted: boolean): CanvasState["dragged"] {
  return useCanvasState(({ dragged }) => (!isPainted || dragged.size <= MOST_LIFTED ? dragged : nothing));
}

/** Where nodes are while a lane is dragged among them: its ground goes along, whatever else is an element. */
export function useDraggedLanes(map: JourneyMap): CanvasState["dragged"] {
  return useCanvasState(({ dragged }) => {
    for (const id of dragged.keys()) if (map.nodes[id]?.kind === "journey") return dragged;
    return nothing;
  });
}

/** Where nodes are that are dragged in such numbers that they are painted. */
export function useDraggedPainting(): CanvasState["dragged"] {
  return useCanvasState(({ dragged }) => (dragged.size > MOST_LIFTED ? dragged : nothing));
}

/** Which nodes are dragged, if they are not more: the very same list from the start of the drag to its end. */
export function useDraggedIds(most = MOST_LIFTED): readonly Id[] {
  const ids = useCanvasState(({ dragged }) => (dragged.size <= most ? [...dragged.keys()].join("\n") : ""));
  return useMemo(() => (ids === "" ? [] : ids.split("\n")), [ids]);
}
