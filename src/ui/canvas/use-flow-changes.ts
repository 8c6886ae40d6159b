import type { EdgeChange, NodeChange } from "@xyflow/react";
import { useEffect, useMemo } from "react";
import { guestsOfLanes } from "#model/commands/lanes.ts";
import { moveNodes } from "#model/commands/moves.ts";
import { GRID, journeysInOrder } from "#model/geometry.ts";
import type { Id, JourneyMap, Point } from "#model/journey-map.ts";
import { touchpointsOf } from "#model/queries.ts";
import { useEditor } from "../map/open-map.ts";
import { useCanvasStore } from "./canvas-state.ts";
import type { FlowEdge } from "./flow-edges.ts";
import type { FlowNode } from "./flow-nodes.ts";

function afterChanges(ids: readonly Id[], changes: readonly { id: Id; selected: boolean }[]): readonly Id[] {
  const gone = new Set(changes.filter(({ selected }) => !selected).map(({ id }) => id));
  const added = changes.filter(({ id, selected }) => selected && !ids.includes(id)).map(({ id }) => id);
  return gone.size === 0 && added.length === 0 ? ids : [...ids.filter((id) => !gone.has(id)), ...added];
}

/** What React Flow reports: selecting goes to the editor, dragging into a passing state, dropping is a command. */
export function useFlowChanges() {
  const editor = useEditor();
  const canvas = useCanvasStore();
  // A canvas that goes in the middle of a drag hears no drop: its nodes would stay aside for good.
  useEffect(() => () => canvas.setState({ dragged: new Map() }), [canvas]);
  return useMemo(() => {
    function onNodesChange(changes: NodeChange<FlowNode>[]): void {
      const selects = changes.filter((change) => change.type === "select");
      const { selection, map } = editor.store.getState();
      const nodeIds = afterChanges(selection.nodeIds, selects);
      if (nodeIds !== selection.nodeIds) editor.select({ nodeIds });
      const moves = changes.filter((change) => change.type === "position");
      const moved = new Map<Id, Point>();
      for (const { id, position, dragging } of moves) if (dragging && position) moved.set(id, position);
      if (moved.size > 0) canvas.setState({ dragged: withCompanions(map, moved) });
    }

    function onEdgesChange(changes: EdgeChange<FlowEdge>[]): void {
      const selects = changes.filter((change) => change.type === "select");
      const { selection } = editor.store.getState();
      const connectionIds = afterChanges(selection.connectionIds, selects);
      if (connectionIds !== selection.connectionIds) editor.select({ connectionIds });
    }

    function drop(isFree: boolean, nodes: readonly FlowNode[]): void {
      const { map } = editor.store.getState();
      const { dragged } = canvas.getState();
      if (dragged.size === 0) return;
      const moves = nodes.map(({ id, position }) => ({ id, position: dragged.get(id) ?? position }));
      canvas.setState({ dragged: new Map() });
      // Out and back again is no move, though the hand does not meet the very same pixel.
      const isBack = moves.every(({ id, position }) => isNear(map.nodes[id]?.position, position));
      if (!isBack) editor.dispatch(moveNodes(map, moves, !isFree));
    }

    return { onNodesChange, onEdgesChange, drop };
  }, [editor, canvas]);
}

function isNear(was: Point | undefined, is: Point): boolean {
  return was !== undefined && Math.abs(was.x - is.x) < GRID && Math.abs(was.y - is.y) < GRID;
}

/** A dragged lane shows at once what it takes along; a lane among lanes moves up and down only. */
function withCompanions(map: JourneyMap, moved: ReadonlyMap<Id, Point>): ReadonlyMap<Id, Point> {
  const result = new Map(moved);
  const isAlone = journeysInOrder(map).length < 2;
  const guests = guestsOfLanes(map);
  for (const [id, position] of moved) {
    const journey = map.nodes[id];
    if (journey?.kind !== "journey") continue;
    const dx = isAlone ? position.x - journey.position.x : 0;
    const dy = position.y - journey.position.y;
    result.set(id, { x: journey.position.x + dx, y: position.y });
    const guestIds = [...guests].filter(([, lane]) => lane === id).map(([guest]) => guest);
    for (const companion of [...touchpointsOf(map, id).map((touchpoint) => touchpoint.id), ...guestIds]) {
      const node = map.nodes[companion];
      if (node && !moved.has(companion)) {
        result.set(companion, { x: node.position.x + dx, y: node.position.y + dy });
      }
    }
  }
  return result;
}
