import "@xyflow/react/dist/style.css";
import { ConnectionMode, type EdgeTypes, type NodeTypes, ReactFlow, SelectionMode } from "@xyflow/react";
import { type MouseEvent, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import type { Connection, Id, MapNode } from "#model/journey-map.ts";
import type { CanvasHandle } from "../action.ts";
import { LiveRegion, useAnnouncement } from "../LiveRegion.tsx";
import { useEditorState, useOpenMap } from "../map/open-map.ts";
import { useServices } from "../services.ts";
import classes from "./Canvas.module.css";
import { ConnectionView } from "./ConnectionView.tsx";
import { MAXIMUM_ZOOM, MINIMUM_ZOOM, useCanvasHandle } from "./canvas-handle.ts";
import { CanvasKeysProvider } from "./canvas-keys.ts";
import { useCanvasState, useCanvasStore } from "./canvas-state.ts";
import { DropHint } from "./DropHint.tsx";
import { EmptyHint } from "./EmptyHint.tsx";
import { FarCanvas } from "./FarCanvas.tsx";
import { createFlowEdges } from "./flow-edges.ts";
import { createFlowNodes } from "./flow-nodes.ts";
import { LaneHeaders } from "./LaneHeaders.tsx";
import { Lanes } from "./Lanes.tsx";
import { MapNodeView } from "./MapNodeView.tsx";
import { Minimap } from "./Minimap.tsx";
import { PenProvider, usePagePen } from "./pen.ts";
import { StageHeaders } from "./StageHeaders.tsx";
import { useCanvasKeyboard } from "./use-canvas-keyboard.ts";
import { useConnecting } from "./use-connecting.ts";
import { useDoubleClick } from "./use-double-click.ts";
import { useDropInSight } from "./use-drop-in-sight.ts";
import { useFarPointer } from "./use-far-pointer.ts";
import { useFlowChanges } from "./use-flow-changes.ts";
import { useKeptFocus } from "./use-kept-focus.ts";
import { useViewport } from "./use-viewport.ts";

const nodeTypes: NodeTypes = { mapNode: MapNodeView };
const edgeTypes: EdgeTypes = { connection: ConnectionView };
const panButtons = [1, 2];
const addKeys = ["Shift", "Meta", "Control"];
/** From so many nodes on only those in view are mounted; with fewer, mounting while panning costs more. */
const CULLING_FROM = 150;

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
  const map = useEditorState((state) => state.map);
  const selection = useEditorState((state) => state.selection);
  const canvas = useCanvasStore();
  const { detail, dragged, showGaps, hoveredId, editing } = useCanvasState((state) => state);
  const handle = useCanvasHandle(box);
  const [said, say] = useAnnouncement();
  const keyboard = useCanvasKeyboard(handle, onPickManager, say);
  const changes = useFlowChanges();
  const drops = useDropInSight(handle, changes.drop);
  const connecting = useConnecting(announce);
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

  const selectedNodeIds = useMemo(() => new Set(selection.nodeIds), [selection.nodeIds]);
  const selectedConnectionIds = useMemo(() => new Set(selection.connectionIds), [selection.connectionIds]);
  const lifted = useMemo(() => {
    const ids = new Set<Id>([...selection.nodeIds, ...dragged.keys()]);
    if (hoveredId !== null) ids.add(hoveredId);
    if (editing) ids.add(editing.nodeId);
    return ids;
  }, [selection.nodeIds, dragged, hoveredId, editing]);
  const isFar = detail === "far";
  const only = isFar ? lifted : null;

  const nameOf = useCallback(
    (node: MapNode) =>
      t("canvas.nodeName", { kind: t(`kind.${node.kind}`), title: node.title || t("scene.noTitle") }),
    [t],
  );
  const nameOfConnection = useCallback(
    (from: MapNode, to: MapNode) =>
      t("canvas.connectionName", {
        from: from.title || t("scene.noTitle"),
        to: to.title || t("scene.noTitle"),
      }),
    [t],
  );
  const [makeNodes] = useState(createFlowNodes);
  const [makeEdges] = useState(createFlowEdges);
  const nodes = useMemo(
    () => makeNodes({ map, selectedIds: selectedNodeIds, dragged, only, showGaps, nameOf }),
    [makeNodes, map, selectedNodeIds, dragged, only, showGaps, nameOf],
  );
  const edges = useMemo(
    () =>
      makeEdges({
        map,
        selectedIds: selectedConnectionIds,
        dragged,
        only,
        isFaded: showGaps,
        nameOf: nameOfConnection,
      }),
    [makeEdges, map, selectedConnectionIds, dragged, only, showGaps, nameOfConnection],
  );
  const farPointer = useFarPointer(isFar);
  const addByDoubleClick = useDoubleClick(handle, farPointer.connectionUnder);

  function openMenu(
    event: MouseEvent | globalThis.MouseEvent,
    nodeId?: Id,
    connection?: Connection["id"],
  ): void {
    event.preventDefault();
    if (nodeId !== undefined && !selectedNodeIds.has(nodeId))
      editor.select({ nodeIds: [nodeId], connectionIds: [] });
    if (connection !== undefined) editor.select({ nodeIds: [], connectionIds: [connection] });
    onContextMenu({ x: event.clientX, y: event.clientY });
  }

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
          {...farPointer.handlers}
        >
          {/* Before all else in the canvas, so that Tab comes to it first. */}
          {isEmpty && <EmptyHint map={map} textId={hintId} />}
          {isFar && (
            <FarCanvas
              map={map}
              lifted={lifted}
              selectedConnectionIds={selectedConnectionIds}
              showGaps={showGaps}
            />
          )}
          <ReactFlow
            nodes={nodes}
            edges={edges}
            nodeTypes={nodeTypes}
            edgeTypes={edgeTypes}
            onNodesChange={changes.onNodesChange}
            onEdgesChange={changes.onEdgesChange}
            {...drops}
            {...connecting}
            {...farPointer.selection}
            {...viewport}
            onNodeContextMenu={(event, node) => openMenu(event, node.id)}
            onEdgeContextMenu={(event, edge) => openMenu(event, undefined, edge.id)}
            onPaneContextMenu={(event) =>
              openMenu(event, undefined, farPointer.connectionUnder(event) ?? undefined)
            }
            onSelectionContextMenu={(event) => openMenu(event)}
            onPaneClick={(event) => {
              canvas.setState({ editing: null });
              farPointer.onPaneClick(event);
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
            onlyRenderVisibleElements={!isFar && nodes.length > CULLING_FROM}
            attributionPosition="bottom-left"
            ariaLabelConfig={{
              "node.a11yDescription.default": t("canvas.nodeHelp"),
              "node.a11yDescription.keyboardDisabled": t("canvas.nodeHelp"),
              "edge.a11yDescription.default": t("canvas.connectionHelp"),
            }}
          >
            {!isFar && <Lanes map={map} />}
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
