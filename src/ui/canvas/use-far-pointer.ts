import { useReactFlow } from "@xyflow/react";
import { type MouseEvent, type PointerEvent, useMemo, useRef } from "react";
import { overlaps, rectangleOf } from "#model/geometry.ts";
import type { Point } from "#model/journey-map.ts";
import { useEditor } from "../map/open-map.ts";
import { useCanvasStore } from "./canvas-state.ts";
import { nodeAt } from "./node-at.ts";

/**
 * At the far level the nodes are painted. What the pointer comes upon is lifted into a real node before it can be
 * pressed, and a box of selection is drawn around painted nodes as well.
 */
export function useFarPointer(isFar: boolean) {
  const editor = useEditor();
  const canvas = useCanvasStore();
  const { screenToFlowPosition } = useReactFlow();
  const start = useRef<Point | null>(null);
  return useMemo(() => {
    const map = () => editor.store.getState().map;

    function lift(event: PointerEvent<HTMLElement>): void {
      if (!isFar || event.buttons !== 0) return;
      const id = nodeAt(map(), screenToFlowPosition({ x: event.clientX, y: event.clientY }));
      if (canvas.getState().hoveredId !== id) canvas.setState({ hoveredId: id });
    }

    /** A finger hovers over nothing: the first touch selects, the second can drag. */
    function touch(event: PointerEvent<HTMLElement>): void {
      if (!isFar || event.pointerType === "mouse") return;
      const id = nodeAt(map(), screenToFlowPosition({ x: event.clientX, y: event.clientY }));
      if (id !== null) editor.select({ nodeIds: [id], connectionIds: [] });
    }

    const selection = {
      onSelectionStart(event: MouseEvent) {
        start.current = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      },
      onSelectionEnd(event: MouseEvent) {
        const from = start.current;
        start.current = null;
        if (!isFar || !from) return;
        const to = screenToFlowPosition({ x: event.clientX, y: event.clientY });
        const box = {
          x: Math.min(from.x, to.x),
          y: Math.min(from.y, to.y),
          width: Math.abs(from.x - to.x),
          height: Math.abs(from.y - to.y),
        };
        const inside = Object.values(map().nodes).filter((node) => overlaps(rectangleOf(node), box));
        editor.select({ nodeIds: inside.map(({ id }) => id), connectionIds: [] });
      },
    };
    return { handlers: { onPointerMove: lift, onPointerDownCapture: touch }, selection };
  }, [isFar, editor, canvas, screenToFlowPosition]);
}
