import { type OnNodeDrag, type SelectionDragHandler, useStoreApi } from "@xyflow/react";
import { useMemo } from "react";
import type { FlowNode } from "./flow-nodes.ts";

/**
 * The flow moves the view within 40 screen pixels of an edge, but looks only with the next movement after it may: a
 * quick hand must not come to the edge with a single one.
 */
const NEAR = 160;

interface EdgePan {
  readonly autoPanOnNodeDrag: boolean;
  readonly onNodeDrag: OnNodeDrag<FlowNode>;
  readonly onSelectionDrag: SelectionDragHandler<FlowNode>;
}

/** Lets the flow look whether the view is to follow only where it could be: it asks in every frame of every drag. */
export function useEdgePan(): EdgePan {
  const flow = useStoreApi();
  return useMemo(() => {
    const look = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => {
      const { domNode, autoPanOnNodeDrag } = flow.getState();
      const box = domNode?.getBoundingClientRect();
      if (!box) return;
      const isNear =
        clientX < box.left + NEAR ||
        clientX > box.right - NEAR ||
        clientY < box.top + NEAR ||
        clientY > box.bottom - NEAR;
      if (isNear !== autoPanOnNodeDrag) flow.setState({ autoPanOnNodeDrag: isNear });
    };
    return {
      autoPanOnNodeDrag: false,
      onNodeDrag: (event) => look(pointerOf(event)),
      onSelectionDrag: (event) => look(event),
    };
  }, [flow]);
}

/** A finger is no mouse. */
function pointerOf(event: MouseEvent | TouchEvent): { readonly clientX: number; readonly clientY: number } {
  const touch = "touches" in event ? event.touches[0] : event;
  return touch ?? { clientX: Number.NaN, clientY: Number.NaN };
}
