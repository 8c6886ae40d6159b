import { type Connection as FlowConnection, type OnConnectEnd, useReactFlow } from "@xyflow/react";
import { type RefObject, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { connect, connectionProblem } from "#model/commands/connections.ts";
import { addNode } from "#model/commands/nodes.ts";
import { CARD } from "#model/geometry.ts";
import type { Id } from "#model/journey-map.ts";
import { newConnection, newNode } from "#model/new-objects.ts";
import { useEditor } from "../map/open-map.ts";
import { useServices } from "../services.ts";
import { useCanvasStore } from "./canvas-state.ts";
import { nodeAt } from "./node-at.ts";

/** Drawing a connection from a handle: onto a node, or onto the empty canvas to create the next touchpoint. */
export function useConnecting(box: RefObject<HTMLElement | null>, announce: (text: string) => void) {
  const editor = useEditor();
  const canvas = useCanvasStore();
  const { newId } = useServices();
  const { screenToFlowPosition } = useReactFlow();
  const { t } = useTranslation();
  return useMemo(() => {
    const map = () => editor.store.getState().map;

    function connectNodes(from: Id, to: Id): void {
      const problem = connectionProblem(map(), from, to);
      if (problem) announce(t(`reason.${problem}`));
      else editor.dispatch(connect(newConnection(newId(), from, to)));
    }

    const onConnect = ({ source, target }: FlowConnection) => connectNodes(source, target);

    const onConnectStart = () => {
      // Past React for those that have their handles: no node has to ask for that.
      if (box.current) box.current.dataset.connecting = "";
      canvas.setState({ isConnecting: true });
    };

    const onConnectEnd: OnConnectEnd = (event, { fromNode, toNode, isValid }) => {
      delete box.current?.dataset.connecting;
      canvas.setState({ isConnecting: false });
      if (!fromNode || toNode || isValid) return;
      const pointer = "changedTouches" in event ? event.changedTouches[0] : event;
      if (!pointer) return;
      const point = screenToFlowPosition({ x: pointer.clientX, y: pointer.clientY });
      const target = nodeAt(map(), point);
      if (target !== null) {
        // Dropped on the body of a card, not on one of its handles: that is meant all the same.
        if (target !== fromNode.id) connectNodes(fromNode.id, target);
        return;
      }
      const id = newId();
      const position = { x: point.x - CARD.width / 2, y: point.y - CARD.height / 2 };
      const connectFrom = { nodeId: fromNode.id, connectionId: newId() };
      const added = addNode(newNode("touchpoint", id, position), { connectFrom });
      if (!editor.dispatch(added, [id])) return;
      canvas.setState({ editing: { nodeId: id, text: null } });
    };

    const isValidConnection = ({ source, target }: { source: string; target: string }) =>
      connectionProblem(map(), source, target) === null;

    return { onConnect, onConnectStart, onConnectEnd, isValidConnection };
  }, [box, editor, canvas, newId, screenToFlowPosition, announce, t]);
}
