import { type OnNodeDrag, type SelectionDragHandler, useReactFlow } from "@xyflow/react";
import { type MouseEvent as ReactMouseEvent, useMemo } from "react";
import type { Rectangle } from "#model/geometry.ts";
import type { Point } from "#model/journey-map.ts";
import type { CanvasHandle } from "../action.ts";
import { useCanvasStore } from "./canvas-state.ts";
import type { FlowNode } from "./flow-nodes.ts";

interface Drops {
  readonly onNodeDragStop: OnNodeDrag<FlowNode>;
  readonly onSelectionDragStop: SelectionDragHandler<FlowNode>;
}

type DropEvent = MouseEvent | TouchEvent | ReactMouseEvent;

/** Whoever lets go beside the canvas, or beside the window, meant the edge over which the pointer has left. */
export function useDropInSight(
  handle: CanvasHandle,
  drop: (isFree: boolean, nodes: readonly FlowNode[]) => void,
): Drops {
  const canvas = useCanvasStore();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    function stop(event: DropEvent, nodes: readonly FlowNode[]): void {
      const pointer = "changedTouches" in event ? event.changedTouches[0] : event;
      const point = pointer && screenToFlowPosition({ x: pointer.clientX, y: pointer.clientY });
      const shift = point ? wayInto(handle.visibleRectangle(), point) : { x: 0, y: 0 };
      if (shift.x !== 0 || shift.y !== 0) {
        const { dragged } = canvas.getState();
        const shifted = [...dragged].map(
          ([id, { x, y }]) => [id, { x: x + shift.x, y: y + shift.y }] as const,
        );
        canvas.setState({ dragged: new Map(shifted) });
      }
      drop(event.altKey, nodes);
    }
    return {
      onNodeDragStop: (event, _node, nodes) => stop(event, nodes),
      onSelectionDragStop: stop,
    };
  }, [handle, drop, canvas, screenToFlowPosition]);
}

/** How far a point must move to lie in a rectangle. */
export function wayInto({ x, y, width, height }: Rectangle, point: Point): Point {
  return {
    x: Math.min(Math.max(point.x, x), x + width) - point.x,
    y: Math.min(Math.max(point.y, y), y + height) - point.y,
  };
}
