import { useReactFlow } from "@xyflow/react";
import { type MouseEvent, type PointerEvent, useMemo, useRef } from "react";
import { overlaps, rectangleOf } from "#model/geometry.ts";
import type { Id, Point } from "#model/journey-map.ts";
import { batonMarkAt } from "#scene/draw-baton.ts";
import { useEditor } from "../map/open-map.ts";
import { useCanvasStore } from "./canvas-state.ts";
import { connectionAt } from "./connection-at.ts";
import { nodeAt } from "./node-at.ts";

/** So many screen pixels beside its line a connection is still hit. */
const REACH = 8;

interface Pointer {
  readonly clientX: number;
  readonly clientY: number;
}

/**
 * A large map is painted, any map from afar. What the pointer comes upon is lifted into a node with a picture of its own
 * before it can be pressed; connections are found by where their line is, and a box of selection is drawn around painted nodes.
 */
export function usePaintedPointer(isPainted: boolean) {
  const editor = useEditor();
  const canvas = useCanvasStore();
  const { screenToFlowPosition, getZoom } = useReactFlow();
  const start = useRef<Point | null>(null);
  return useMemo(() => {
    const map = () => editor.store.getState().map;
    const pointOf = ({ clientX, clientY }: Pointer) => screenToFlowPosition({ x: clientX, y: clientY });

    /** The painted connection under the pointer. */
    function connectionUnder(event: Pointer): Id | null {
      return isPainted ? connectionAt(map(), pointOf(event), REACH / getZoom()) : null;
    }

    /** The flow sees the empty canvas where something is painted. */
    function onPaneClick(event: MouseEvent): void {
      const mark = batonMarkAt(map(), pointOf(event));
      if (mark) {
        const { connectionId, touchpointId } = mark;
        if (connectionId === null) editor.select({ nodeIds: [touchpointId], connectionIds: [] });
        else editor.select({ nodeIds: [], connectionIds: [connectionId] });
        return;
      }
      const { nodeIds, connectionIds } = editor.store.getState().selection;
      // The flow takes back only what it knows of.
      const leave = (kept: readonly Id[]) => {
        if (nodeIds.length > 0 || connectionIds.length > kept.length)
          editor.select({ nodeIds: [], connectionIds: kept });
      };
      if (!isPainted) {
        leave([]);
        return;
      }
      const nodeId = nodeAt(map(), pointOf(event));
      if (nodeId !== null) {
        editor.select({ nodeIds: [nodeId], connectionIds: [] });
        return;
      }
      const id = connectionUnder(event);
      const kept = isAdding(event) ? connectionIds.filter((other) => other !== id) : [];
      if (id !== null) editor.select({ nodeIds: [], connectionIds: [...kept, id] });
      else leave(kept);
    }

    /** A press may begin a drag of all that is selected; one that was none chooses what was pressed. */
    function onNodeClick(event: MouseEvent, { id }: { readonly id: Id }): void {
      const { nodeIds } = editor.store.getState().selection;
      if (nodeIds.length > 1 && nodeIds.includes(id) && !isAdding(event))
        editor.select({ nodeIds: [id], connectionIds: [] });
    }

    /** The flow does not know of connections, so they would stay selected beside the node. */
    function pressNode(event: PointerEvent<HTMLElement>): void {
      const isNode = event.target instanceof Element && event.target.closest(".react-flow__node") !== null;
      if (!isNode || event.button !== 0 || isAdding(event)) return;
      if (editor.store.getState().selection.connectionIds.length > 0) editor.select({ connectionIds: [] });
    }

    function lift(event: PointerEvent<HTMLElement>): void {
      if (!isPainted || event.buttons !== 0) return;
      // A handle reaches out of its card.
      const handle = event.target instanceof Element ? event.target.closest(".react-flow__handle") : null;
      const id =
        handle?.closest<HTMLElement>(".react-flow__node")?.dataset.id ?? nodeAt(map(), pointOf(event));
      if (canvas.getState().hoveredId !== id) canvas.setState({ hoveredId: id });
    }

    /** A finger hovers over nothing: the first touch of what is only painted selects, the second can drag. */
    function touch(event: PointerEvent<HTMLElement>): void {
      const isPane = event.target instanceof Element && event.target.matches(".react-flow__pane");
      if (!isPainted || !isPane || event.pointerType === "mouse") return;
      const id = nodeAt(map(), pointOf(event));
      if (id !== null) editor.select({ nodeIds: [id], connectionIds: [] });
    }

    const selection = {
      onSelectionStart() {
        const { nodeIds, connectionIds } = editor.store.getState().selection;
        if (nodeIds.length + connectionIds.length > 0) editor.select({ nodeIds: [], connectionIds: [] });
      },
      onSelectionEnd(event: MouseEvent) {
        const from = start.current;
        start.current = null;
        if (!isPainted || !from) return;
        const to = pointOf(event);
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
    const onPointerDownCapture = (event: PointerEvent<HTMLElement>) => {
      // A box begins where it was pressed: when the flow calls it one, a quick hand is far away already.
      start.current = pointOf(event);
      touch(event);
      pressNode(event);
    };
    return {
      handlers: { onPointerMove: lift, onPointerDownCapture },
      selection,
      onPaneClick,
      onNodeClick,
      connectionUnder,
    };
  }, [isPainted, editor, canvas, screenToFlowPosition, getZoom]);
}

function isAdding({ shiftKey, ctrlKey, metaKey }: MouseEvent | PointerEvent<HTMLElement>): boolean {
  return shiftKey || ctrlKey || metaKey;
}
