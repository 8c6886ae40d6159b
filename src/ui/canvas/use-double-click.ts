import { useReactFlow } from "@xyflow/react";
import { type MouseEvent, useMemo } from "react";
import { addNode } from "#model/commands/nodes.ts";
import { CARD, cellAt, NOTE, snapToGrid } from "#model/geometry.ts";
import type { Id, JourneyMap, Point } from "#model/journey-map.ts";
import { newNode } from "#model/new-objects.ts";
import type { CanvasHandle } from "../action.ts";
import { useEditor } from "../map/open-map.ts";
import { useServices } from "../services.ts";
import { useCanvasStore } from "./canvas-state.ts";
import { nodeAt } from "./node-at.ts";

/** A double click on the empty canvas: a touchpoint in the cell there, or a note where no journey is. */
export function useDoubleClick(
  handle: CanvasHandle,
  paintedConnectionUnder: (event: MouseEvent) => Id | null,
): (event: MouseEvent) => void {
  const editor = useEditor();
  const canvas = useCanvasStore();
  const { newId } = useServices();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(
    () => (event) => {
      const { map } = editor.store.getState();
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      // Nodes and connections lie in the pane; from afar they are painted, and seem to be the pane.
      const isPane = event.target instanceof Element && event.target.matches(".react-flow__pane");
      if (!isPane || nodeAt(map, point) !== null || paintedConnectionUnder(event) !== null) return;
      const node = nodeFor(map, newId(), point);
      if (!editor.dispatch(addNode(node), [node.id])) return;
      handle.bringIntoView([node.id]);
      canvas.setState({ editing: { nodeId: node.id, text: null } });
    },
    [editor, canvas, newId, screenToFlowPosition, handle, paintedConnectionUnder],
  );
}

function nodeFor(map: JourneyMap, id: Id, point: Point) {
  const isInJourney = cellAt(map, point).journeyId !== null;
  const { width, height } = isInJourney ? CARD : NOTE;
  const position = snapToGrid({ x: point.x - width / 2, y: point.y - height / 2 });
  return newNode(isInJourney ? "touchpoint" : "note", id, position);
}
