import { type ReactFlowInstance, useReactFlow, useStoreApi } from "@xyflow/react";
import { useMemo } from "react";
import { boundsOf, cellRectangle, centreOf, columnsOf, lanesLeft, type Rectangle } from "#model/geometry.ts";
import type { Id } from "#model/journey-map.ts";
import { boundsOfMap } from "#scene/draw-map.ts";
import type { CanvasHandle } from "../action.ts";
import { useEditor } from "../map/open-map.ts";
import { useCanvasStore } from "./canvas-state.ts";
import { rectanglesOf } from "./flow-nodes.ts";

/** The stage headers cover this much of the top, in rem: they grow with the size of the type. */
const HEADER_REM = 2.875;
const MARGIN = 28;
/** The button that adds a stage stands beside the last one, in rem. */
const ADD_STAGE_REM = 2.25;
export const MINIMUM_ZOOM = 0.015;
export const MAXIMUM_ZOOM = 3;

function pixelsOf(rem: number): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return rem * (size || 16);
}

function headerHeight(): number {
  return pixelsOf(HEADER_REM);
}

interface Flow {
  readonly instance: ReactFlowInstance;
  /** Screen pixels. */
  size(): { readonly width: number; readonly height: number };
}

function calmDuration(): number {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 220;
}

/** Shows a rectangle of the map as large as it fits, but not larger than `largest`; `beside` stays free at its right. */
function show(flow: Flow, rectangle: Rectangle, largest: number, duration: number, beside = 0): void {
  const { width, height } = flow.size();
  const header = headerHeight();
  const room = { width: width - 2 * MARGIN - beside, height: height - header - 2 * MARGIN };
  if (room.width <= 0 || room.height <= 0) return;
  const fitting = Math.min(room.width / rectangle.width, room.height / rectangle.height, largest);
  const zoom = Math.max(fitting, MINIMUM_ZOOM);
  const shown = rectangle.width * zoom;
  const x = Math.min((width - shown) / 2, width - MARGIN - beside - shown) - rectangle.x * zoom;
  const y = header + MARGIN + (room.height - rectangle.height * zoom) / 2 - rectangle.y * zoom;
  void flow.instance.setViewport({ x, y, zoom }, { duration });
}

/** What actions may ask of the canvas; `element` is the box that holds it. */
export function useCanvasHandle(element: React.RefObject<HTMLElement | null>): CanvasHandle & {
  /** Without the soft movement: for the first sight of a map. */
  fitMapAtOnce(): void;
} {
  const instance = useReactFlow();
  const store = useStoreApi();
  const editor = useEditor();
  const canvas = useCanvasStore();
  return useMemo(() => {
    const flow: Flow = { instance: instance as ReactFlowInstance, size: () => store.getState() };
    const map = () => editor.store.getState().map;
    const showMap = (duration: number) => {
      const bounds = boundsOfMap(map()) ?? { x: -40, y: -40, width: 1200, height: 600 };
      show(flow, bounds, 1.1, duration, pixelsOf(ADD_STAGE_REM));
    };
    const focus = (nodeId?: Id, tries = 12): void => {
      const target =
        nodeId === undefined
          ? element.current
          : element.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`);
      // A new node needs a frame or two before it is there.
      if (target) target.focus({ preventScroll: true });
      else if (tries > 0) requestAnimationFrame(() => focus(nodeId, tries - 1));
    };
    const bringStageIntoView = (stageId: Id) => {
      const column = columnsOf(map()).find((other) => other.stageId === stageId);
      if (column) bringColumnIntoView(flow, lanesLeft(map()) + column.offset, column.width);
    };
    return {
      zoomIn: () => void instance.zoomIn({ duration: calmDuration() }),
      zoomOut: () => void instance.zoomOut({ duration: calmDuration() }),
      zoomTo: (zoom: number) => void instance.zoomTo(zoom, { duration: calmDuration() }),
      fitMap: () => showMap(calmDuration()),
      fitMapAtOnce: () => showMap(0),
      zoomToSelection: () => {
        const bounds = boundsOf(rectanglesOf(map(), editor.store.getState().selection.nodeIds));
        if (bounds) show(flow, bounds, 1.5, calmDuration());
      },
      bringIntoView: (nodeIds: readonly Id[]) => bringIntoView(flow, boundsOf(rectanglesOf(map(), nodeIds))),
      visibleRectangle: () => {
        const { width, height } = flow.size();
        const { x, y, zoom } = instance.getViewport();
        const top = headerHeight();
        return { x: -x / zoom, y: (top - y) / zoom, width: width / zoom, height: (height - top) / zoom };
      },
      editTitle: (nodeId: Id) => canvas.setState({ editing: { nodeId, text: null } }),
      bringCellIntoView: (journeyId: Id, stageId: Id) => {
        const journey = map().nodes[journeyId];
        if (journey?.kind === "journey") bringIntoView(flow, cellRectangle(map(), journey, stageId));
      },
      showStage: (stageId: Id) => {
        bringStageIntoView(stageId);
        const header = element.current?.querySelector<HTMLElement>(`[data-stage="${CSS.escape(stageId)}"]`);
        // The row of headers moves with the view and must not be scrolled.
        header?.focus({ preventScroll: true });
      },
      editStageName: (stageId: Id) => {
        bringStageIntoView(stageId);
        canvas.setState({ renamingStageId: stageId });
      },
      focus: (nodeId?: Id) => focus(nodeId),
    };
  }, [instance, store, editor, canvas, element]);
}

/** Moves the view only when the rectangle is not in sight already, and never so far out that it is a dot. */
function bringIntoView(flow: Flow, rectangle: Rectangle | null): void {
  if (!rectangle) return;
  const { width, height } = flow.size();
  const { x, y, zoom } = flow.instance.getViewport();
  const left = rectangle.x * zoom + x;
  const top = rectangle.y * zoom + y;
  // A lane header is taller than many a view: its upper part is enough.
  const tall = Math.min(rectangle.height, 300) * zoom;
  const isInSight =
    left >= 8 &&
    top >= headerHeight() &&
    left + rectangle.width * zoom <= width - 8 &&
    top + tall <= height - 8;
  if (isInSight && zoom >= 0.26) return;
  const centre = centreOf({ ...rectangle, height: Math.min(rectangle.height, 300) });
  void flow.instance.setCenter(centre.x, centre.y, { zoom: Math.max(zoom, 0.5), duration: calmDuration() });
}

/** Moves the view sideways, and only when the column is not in sight already. */
function bringColumnIntoView(flow: Flow, left: number, columnWidth: number): void {
  const { x, y, zoom } = flow.instance.getViewport();
  const { width } = flow.size();
  const start = left * zoom + x;
  const end = start + columnWidth * zoom;
  if (start >= 8 && end <= width - 8) return;
  const toLeftEdge = MARGIN - start;
  const shift = start < 8 ? toLeftEdge : Math.max(width - MARGIN - end, toLeftEdge);
  void flow.instance.setViewport({ x: x + shift, y, zoom }, { duration: calmDuration() });
}
