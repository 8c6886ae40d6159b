import { useStoreApi } from "@xyflow/react";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Selection } from "#editor/selection.ts";
import type { Rectangle } from "#model/geometry.ts";
import type { Id, JourneyMap, MapNode } from "#model/journey-map.ts";
import { useToday } from "../today.ts";
import { useCanvasState, useCanvasStore } from "./canvas-state.ts";
import {
  elementsOf,
  liftedNodes,
  MOST_ELEMENTS,
  nodesUpon,
  useDraggedIds,
  withoutPicture,
} from "./elements.ts";
import { atDraggedPlaces, createFlowNodes, type FlowNode } from "./flow-nodes.ts";

/** A part that nothing comes into. */
const nowhere: Rectangle = {
  x: Number.POSITIVE_INFINITY,
  y: Number.POSITIVE_INFINITY,
  width: 0,
  height: 0,
};

export interface FlowContent {
  readonly nodes: FlowNode[];
  /** The map is painted; only lifted nodes have a picture of their own. */
  readonly isPainted: boolean;
  readonly lifted: ReadonlySet<Id>;
  /** The part of the map whose connections are elements; null: all of it. */
  readonly part: Rectangle | null;
}

/** What is an element on the canvas: what is near, and what the hand is upon. */
export function useFlowContent(map: JourneyMap, { nodeIds }: Selection): FlowContent {
  const detail = useCanvasState((state) => state.detail);
  const region = useCanvasState((state) => state.region);
  const isTravelling = useCanvasState((state) => state.isTravelling);
  const hoveredId = useCanvasState((state) => state.hoveredId);
  const focusedId = useCanvasState((state) => state.focusedId);
  const editing = useCanvasState((state) => state.editing);
  const showGaps = useCanvasState((state) => state.showGaps);
  const draggedIds = useDraggedIds();
  const today = useToday();
  const nameOf = useNames();
  const selectedIds = useMemo(() => new Set(nodeIds), [nodeIds]);
  const lifted = useMemo(
    () => liftedNodes({ nodeIds }, { hoveredId, focusedId, editing }, draggedIds),
    [nodeIds, hoveredId, focusedId, editing, draggedIds],
  );
  const elements = useMemo(
    () => elementsOf({ nodes: map.nodes }, { detail, region, isTravelling }),
    [map.nodes, detail, region, isTravelling],
  );
  const isWhole = Object.keys(map.nodes).length <= MOST_ELEMENTS;
  // A picture in each element would cost more than one of them all, whenever the view moves or a key is pressed.
  const isPainted = elements === null || !isWhole;
  const shown = useMemo(
    () => new Set([...(elements ?? nodesUpon(map.nodes, lifted)), ...lifted]),
    [elements, map.nodes, lifted],
  );
  const painted = useMemo(
    () => (isPainted ? withoutPicture(map.nodes, shown, lifted) : new Set<Id>()),
    [isPainted, map.nodes, shown, lifted],
  );
  const part = elements === null ? nowhere : isWhole ? null : region;
  const [makeNodes] = useState(createFlowNodes);
  const nodes = useMemo(
    () => makeNodes({ map, selectedIds, shown, painted, showGaps, today, nameOf }),
    [makeNodes, map, selectedIds, shown, painted, showGaps, today, nameOf],
  );
  useDraggedPlaces(map, nodes);
  return { nodes, isPainted, lifted, part };
}

/**
 * Moves dragged nodes past React: a rendering of the whole canvas for each step of the hand would cost more than all
 * the rest of it.
 */
function useDraggedPlaces(map: JourneyMap, nodes: FlowNode[]): void {
  const flow = useStoreApi();
  const canvas = useCanvasStore();
  const latest = useRef(nodes);
  useLayoutEffect(() => {
    latest.current = nodes;
  }, [nodes]);
  useEffect(() => {
    // The flow has just been given the nodes where they rest.
    const { dragged } = canvas.getState();
    if (dragged.size === 0) return;
    // Another window may have removed what the hand holds: then nobody will drop it.
    if ([...dragged.keys()].some((id) => !map.nodes[id])) canvas.setState({ dragged: new Map() });
    else flow.getState().setNodes(atDraggedPlaces(nodes, dragged));
  }, [map, nodes, flow, canvas]);
  useEffect(
    () =>
      canvas.subscribe(({ dragged }, before) => {
        if (dragged !== before.dragged) flow.getState().setNodes(atDraggedPlaces(latest.current, dragged));
      }),
    [flow, canvas],
  );
}

/** The accessible names of nodes. */
function useNames() {
  const { t } = useTranslation();
  return useCallback(
    (node: MapNode) =>
      t("canvas.nodeName", { kind: t(`kind.${node.kind}`), title: node.title || t("scene.noTitle") }),
    [t],
  );
}
