import "@xyflow/react/dist/style.css";
import { ConnectionMode, type NodeTypes, ReactFlow, SelectionMode } from "@xyflow/react";
import { type FocusEvent, type MouseEvent, useCallback, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { Connection, Id } from "#model/journey-map.ts";
import type { CanvasHandle } from "../action.ts";
import { LiveRegion, useAnnouncement } from "../LiveRegion.tsx";
import { useOpenMap } from "../map/open-map.ts";
import { useServices } from "../services.ts";
import classes from "./Canvas.module.css";
import { ConnectionLayer } from "./ConnectionLayer.tsx";
import { MAXIMUM_ZOOM, MINIMUM_ZOOM, useCanvasHandle } from "./canvas-handle.ts";
import { CanvasKeysProvider } from "./canvas-keys.ts";
import { useCanvasState, useCanvasStore } from "./canvas-state.ts";
import { DropHint } from "./DropHint.tsx";
import { EmptyHint } from "./EmptyHint.tsx";
import { LaneHeaders } from "./LaneHeaders.tsx";
import { Lanes } from "./Lanes.tsx";
import { MapNodeView } from "./MapNodeView.tsx";
import { Minimap } from "./Minimap.tsx";
import { PaintedMap } from "./PaintedMap.tsx";
import { PenProvider, usePagePen } from "./pen.ts";
import { StageHeaders } from "./StageHeaders.tsx";
import { useCanvasKeyboard } from "./use-canvas-keyboard.ts";
import { useCanvasMap } from "./use-canvas-map.ts";
import { useConnecting } from "./use-connecting.ts";
import { useDoubleClick } from "./use-double-click.ts";
import { useDropInSight } from "./use-drop-in-sight.ts";
import { useEdgePan } from "./use-edge-pan.ts";
import { useFlowChanges } from "./use-flow-changes.ts";
import { useFlowContent } from "./use-flow-content.ts";
import { useKeptFocus } from "./use-kept-focus.ts";
import { usePaintedPointer } from "./use-painted-pointer.ts";
import { useViewport } from "./use-viewport.ts";

const nodeTypes: NodeTypes = { mapNode: MapNodeView };
const panButtons = [1, 2];
const addKeys = ["Shift", "Meta", "Control"];

interface CanvasProps {
  onReady(handle: CanvasHandle | null): void;
  onContextMenu(point: { readonly x: number; readonly y: number }): void;
  onPickManager(): void;
  announce(text: string): void;
}

/** The map as it is drawn: React Flow for what the hand touches, the scene for how it looks. */
export function Canvas({ onReady, onContextMenu, onPickManager, announce }: CanvasProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLElement>(null);
  const { editor } = useOpenMap();
  const { map, selection } = useCanvasMap();
  const canvas = useCanvasStore();
  const detail = useCanvasState((state) => state.detail);
  const handle = useCanvasHandle(box);
  const [said, say] = useAnnouncement();
  const keyboard = useCanvasKeyboard(handle, onPickManager, say);
  const changes = useFlowChanges();
  const drops = useDropInSight(handle, changes.drop);
  const edgePan = useEdgePan();
  const connecting = useConnecting(box, announce);
  const viewport = useViewport(handle);
  const pen = usePagePen();
  const isMinimapOpen = useStore(useServices().settings, (settings) => settings.isMinimapOpen);

  const hintId = useId();
  const isEmpty = Object.keys(map.nodes).length === 0;

  useEffect(() => {
    onReady(handle);
    return () => onReady(null);
  }, [handle, onReady]);

  useKeptFocus(handle, keyboard, map, selection);

  const { nodes, isPainted, lifted, part } = useFlowContent(map, selection);
  const pointer = usePaintedPointer(isPainted);
  const addByDoubleClick = useDoubleClick(handle, pointer.connectionUnder);

  /** What has the focus stays an element wherever the view goes. */
  function keepFocused({ target }: FocusEvent): void {
    const focusedId = target.closest<HTMLElement>(".react-flow__node")?.dataset.id ?? null;
    const focusedConnectionId = target.closest<SVGElement>("[data-connection]")?.dataset.connection ?? null;
    const before = canvas.getState();
    if (before.focusedId !== focusedId || before.focusedConnectionId !== focusedConnectionId)
      canvas.setState({ focusedId, focusedConnectionId });
  }

  const openMenu = useCallback(
    (event: MouseEvent | globalThis.MouseEvent, nodeId?: Id, connection?: Connection["id"]) => {
      event.preventDefault();
      const { nodeIds } = editor.store.getState().selection;
      if (nodeId !== undefined && !nodeIds.includes(nodeId))
        editor.select({ nodeIds: [nodeId], connectionIds: [] });
      if (connection !== undefined) editor.select({ nodeIds: [], connectionIds: [connection] });
      onContextMenu({ x: event.clientX, y: event.clientY });
    },
    [editor, onContextMenu],
  );
  const openConnectionMenu = useCallback(
    (event: MouseEvent, id: Id) => openMenu(event, undefined, id),
    [openMenu],
  );

  return (
    <CanvasKeysProvider value={keyboard}>
      <PenProvider value={pen}>
        <section
          ref={box}
          className={classes.canvas}
          aria-label={t("canvas.name")}
          {...(isEmpty ? { "aria-describedby": hintId } : {})}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the canvas itself takes keys (Enter makes the first touchpoint).
          tabIndex={0}
          onKeyDown={keyboard.onKeyDown}
          // The menu key while no node has the focus; the pointer always meets something inside.
          onContextMenu={(event) => event.target === event.currentTarget && openMenu(event)}
          onDoubleClick={addByDoubleClick}
          data-detail={detail}
          onFocus={keepFocused}
          onBlur={() => canvas.setState({ focusedId: null, focusedConnectionId: null })}
          {...pointer.handlers}
        >
          {/* Before all else in the canvas, so that Tab comes to it first. */}
          {isEmpty && <EmptyHint map={map} textId={hintId} />}
          {isPainted && <PaintedMap map={map} lifted={lifted} selection={selection} />}
          <ReactFlow
            nodes={nodes}
            nodeTypes={nodeTypes}
            onNodesChange={changes.onNodesChange}
            {...drops}
            {...edgePan}
            {...connecting}
            {...pointer.selection}
            {...viewport}
            onNodeClick={pointer.onNodeClick}
            onNodeContextMenu={(event, node) => openMenu(event, node.id)}
            onPaneContextMenu={(event) =>
              openMenu(event, undefined, pointer.connectionUnder(event) ?? undefined)
            }
            onSelectionContextMenu={(event) => openMenu(event)}
            onPaneClick={(event) => {
              canvas.setState({ editing: null });
              pointer.onPaneClick(event);
            }}
            connectionMode={ConnectionMode.Loose}
            connectionRadius={28}
            selectionOnDrag
            selectionMode={SelectionMode.Partial}
            panOnDrag={panButtons}
            panActivationKeyCode="Space"
            multiSelectionKeyCode={addKeys}
            selectionKeyCode={null}
            deleteKeyCode={null}
            disableKeyboardA11y
            zoomOnDoubleClick={false}
            minZoom={MINIMUM_ZOOM}
            maxZoom={MAXIMUM_ZOOM}
            nodeDragThreshold={3}
            elevateNodesOnSelect={false}
            attributionPosition="bottom-left"
            ariaLabelConfig={{
              "node.a11yDescription.default": t("canvas.nodeHelp"),
              "node.a11yDescription.keyboardDisabled": t("canvas.nodeHelp"),
            }}
          >
            {!isPainted && <Lanes map={map} />}
            <ConnectionLayer
              map={map}
              selectedIds={selection.connectionIds}
              part={part}
              isPainted={isPainted}
              onContextMenu={openConnectionMenu}
            />
            <DropHint map={map} />
          </ReactFlow>
          <StageHeaders map={map} />
          <LaneHeaders map={map} />
          <LiveRegion text={said} />
          {isMinimapOpen && !isEmpty && <Minimap map={map} />}
        </section>
      </PenProvider>
    </CanvasKeysProvider>
  );
}
