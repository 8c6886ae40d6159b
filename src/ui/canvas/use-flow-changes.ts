import { type NodeChange, useStoreApi } from "@xyflow/react";
import { useEffect, useMemo } from "react";
import { guestsOfLanes } from "#model/commands/lanes.ts";
import { moveNodes } from "#model/commands/moves.ts";
import { GRID, journeysInOrder } from "#model/geometry.ts";
import type { Id, JourneyMap, Point } from "#model/journey-map.ts";
import { touchpointsOf } from "#model/queries.ts";
import { useEditor } from "../map/open-map.ts";
import { useCanvasStore } from "./canvas-state.ts";
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
  const flow = useStoreApi();
  // A canvas that goes in the middle of a drag hears no drop: its nodes would stay aside for good.
  useEffect(() => () => canvas.setState({ dragged: new Map() }), [canvas]);
  return useMemo(() => {
    function onNodesChange(changes: NodeChange<FlowNode>[]): void {
      const selects = changes.filter((change) => change.type === "select");
      const { selection, map } = editor.store.getState();
      const { multiSelectionActive, userSelectionActive } = flow.getState();
      const added = selects.filter((change) => change.selected).map(({ id }) => id);
      // Of what was selected before the flow takes back only what it knows of.
      const isAlone = added.length > 0 && !multiSelectionActive && !userSelectionActive;
      const nodeIds = isAlone ? added : afterChanges(selection.nodeIds, selects);
      if (nodeIds !== selection.nodeIds) editor.select({ nodeIds });
      const moves = changes.filter((change) => change.type === "position");
      const moved = new Map<Id, Point>();
      for (const { id, position, dragging } of moves) if (dragging && position) moved.set(id, position);
      if (moved.size > 0)
        canvas.setState({ dragged: withCompanions(map, withSelected(map, nodeIds, moved)) });
    }

    function drop(isFree: boolean, nodes: readonly FlowNode[]): void {
      const { map } = editor.store.getState();
      const { dragged } = canvas.getState();
      if (dragged.size === 0) return;
      const { nodeIds } = editor.store.getState().selection;
      const heldIds = nodes.map(({ id }) => id);
      // What was selected went along, also where the flow does not know of it.
      const ids = heldIds.some((id) => nodeIds.includes(id)) ? new Set([...heldIds, ...nodeIds]) : heldIds;
      const moves = [...ids].flatMap((id) => {
        const position = dragged.get(id);
        return position ? [{ id, position }] : [];
      });
      canvas.setState({ dragged: new Map() });
      // Out and back again is no move, though the hand does not meet the very same pixel.
      const isBack = moves.every(({ id, position }) => isNear(map.nodes[id]?.position, position));
      if (!isBack) editor.dispatch(moveNodes(map, moves, !isFree));
    }

    return { onNodesChange, drop };
  }, [editor, canvas, flow]);
}

function isNear(was: Point | undefined, is: Point): boolean {
  return was !== undefined && Math.abs(was.x - is.x) < GRID && Math.abs(was.y - is.y) < GRID;
}

/** Selected nodes go along that the flow does not know of, because they are out of sight or painted. */
function withSelected(
  map: JourneyMap,
  selectedIds: readonly Id[],
  moved: ReadonlyMap<Id, Point>,
): ReadonlyMap<Id, Point> {
  const [held] = moved;
  const from = held && map.nodes[held[0]]?.position;
  if (!from || !selectedIds.includes(held[0]) || moved.size >= selectedIds.length) return moved;
  const [dx, dy] = [held[1].x - from.x, held[1].y - from.y];
  const result = new Map(moved);
  for (const id of selectedIds) {
    const node = map.nodes[id];
    if (node && !moved.has(id)) result.set(id, { x: node.position.x + dx, y: node.position.y + dy });
  }
  return result;
}

/** A dragged lane shows at once what it takes along; a lane among lanes moves up and down only. */
function withCompanions(map: JourneyMap, moved: ReadonlyMap<Id, Point>): ReadonlyMap<Id, Point> {
  if (![...moved.keys()].some((id) => map.nodes[id]?.kind === "journey")) return moved;
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
