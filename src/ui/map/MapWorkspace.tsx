import { ReactFlowProvider } from "@xyflow/react";
import { useCallback, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useStore } from "zustand";
import type { Finding } from "#model/audit/audit.ts";
import type { Id } from "#model/journey-map.ts";
import type { CanvasHandle, DialogName } from "../action.ts";
import { AuditPage } from "../audit/AuditPage.tsx";
import { Canvas } from "../canvas/Canvas.tsx";
import {
  CanvasStoreProvider,
  createCanvasStore,
  useCanvasState,
  useCanvasStore,
} from "../canvas/canvas-state.ts";
import { Outline } from "../outline/Outline.tsx";
import { AuditPanel } from "../panels/audit/AuditPanel.tsx";
import { Details } from "../panels/details/Details.tsx";
import { PlanPage } from "../plan/PlanPage.tsx";
import { ReportPage } from "../reports/ReportPage.tsx";
import { useServices } from "../services.ts";
import { ActionRunner } from "../shell/ActionRunner.tsx";
import { useRunner } from "../shell/runner.ts";
import { useAfterPaint } from "../shell/use-after-paint.ts";
import { TablePage } from "../table/TablePage.tsx";
import { VersionsPage } from "../versions/VersionsPage.tsx";
import { CalmPart } from "./CalmPart.tsx";
import { ContextMenu, type ScreenPoint } from "./ContextMenu.tsx";
import { MapDialogs } from "./MapDialogs.tsx";
import { MapHeader } from "./MapHeader.tsx";
import type { MapView } from "./MapPage.tsx";
import classes from "./MapWorkspace.module.css";
import { useOpenMap } from "./open-map.ts";
import { Toolbar } from "./Toolbar.tsx";
import { ToolsRoom } from "./ToolsRoom.tsx";
import { useClipboard } from "./use-clipboard.ts";
import { useRefusals } from "./use-refusals.ts";
import { ZoomControls } from "./ZoomControls.tsx";

/** The page of an open map: header, tools, the map in one of its views, details and audit beside it. */
export function MapWorkspace({ view }: { readonly view: MapView }) {
  const openMap = useOpenMap();
  const [canvasStore] = useState(createCanvasStore);
  const [canvas, setCanvas] = useState<CanvasHandle | null>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const isPlaced = useStore(canvasStore, ({ region }) => region !== null);
  const isPainted = useAfterPaint(isPlaced || view !== "map");
  return (
    <CanvasStoreProvider value={canvasStore}>
      <ReactFlowProvider>
        <ActionRunner
          openMap={openMap}
          canvas={canvas}
          onOpenDialog={setDialog}
          isReading={view !== "map" && view !== "outline"}
          isPainted={isPainted}
        >
          <Workspace
            view={view}
            isPainted={isPainted}
            canvas={canvas}
            onCanvas={setCanvas}
            onOpenDialog={setDialog}
          />
          {isPainted && (
            <CalmPart>
              <MapDialogs dialog={dialog} onClose={() => setDialog(null)} canvas={canvas} />
            </CalmPart>
          )}
        </ActionRunner>
      </ReactFlowProvider>
    </CanvasStoreProvider>
  );
}

interface WorkspaceProps {
  readonly view: MapView;
  /** What stands beside the map waits for its first picture. */
  readonly isPainted: boolean;
  readonly canvas: CanvasHandle | null;
  onCanvas(handle: CanvasHandle | null): void;
  onOpenDialog(name: DialogName): void;
}

function Workspace({ view, isPainted, canvas, onCanvas, onOpenDialog }: WorkspaceProps) {
  const { settings } = useServices();
  const [, navigate] = useLocation();
  const { editor } = useOpenMap();
  const { context } = useRunner();
  const canvasStore = useCanvasStore();
  const showGaps = useCanvasState((state) => state.showGaps);
  const { areDetailsOpen, isAuditOpen } = useStore(settings);
  const [menuPoint, setMenuPoint] = useState<ScreenPoint | null>(null);
  // The history shows other states of the map as well: there is nothing to select in it and nothing to add to.
  const isReading = view === "history";
  useClipboard(context, view === "map" || view === "outline");

  const pickManager = useCallback(() => onOpenDialog("managers"), [onOpenDialog]);
  const closeMenu = useCallback(() => setMenuPoint(null), []);
  // Asked for while the outline is shown: done as soon as the canvas is there.
  const wanted = useRef<readonly Id[] | null>(null);
  const receiveCanvas = useCallback(
    (handle: CanvasHandle | null) => {
      onCanvas(handle);
      const nodeIds = wanted.current;
      if (!handle || !nodeIds) return;
      wanted.current = null;
      // The flow sets its view in its own first frame.
      requestAnimationFrame(() => requestAnimationFrame(() => handle.bringIntoView(nodeIds)));
    },
    [onCanvas],
  );
  const showOnCanvas = (nodeIds: readonly Id[]) => {
    if (canvas) canvas.bringIntoView(nodeIds);
    else {
      wanted.current = nodeIds;
      navigate(`/map/${editor.store.getState().map.id}`);
    }
  };
  const { announce } = context;
  useRefusals(announce);
  const showOnMap = (nodeIds: readonly Id[]) => {
    editor.select({ nodeIds, connectionIds: [] });
    showOnCanvas(nodeIds);
  };
  /** A handover is agreed upon in the details of its connection. */
  const showConnection = (id: Id, nodeIds: readonly Id[]) => {
    editor.select({ nodeIds: [], connectionIds: [id] });
    showOnCanvas(nodeIds);
  };
  const showFinding = ({ nodeIds, subject, connectionIds: [connection] = [] }: Finding) => {
    // A line of the plan that no touchpoint has is nowhere on the map; what is about the map stands in its details.
    const isLine = subject?.kind === "measure" || subject?.kind === "content";
    if (connection !== undefined) showConnection(connection, nodeIds);
    else if (isLine && nodeIds.length === 0)
      navigate(`/map/${editor.store.getState().map.id}/plan/${subject.id}`);
    else showOnMap(nodeIds);
  };
  // The pages of the desk need the whole width.
  const hasPanels = view === "map" || view === "outline";
  const hasAudit = isAuditOpen && hasPanels;
  const hasDetails = areDetailsOpen && hasPanels;
  return (
    <div
      className={classes.page}
      data-details={hasDetails || undefined}
      data-audit={hasAudit || undefined}
      data-areas
    >
      <CalmPart as="header" className={classes.head}>
        <MapHeader view={view} />
        {/* Over the canvas it would always lie on some part of the map. */}
        {!isReading && (
          <ToolsRoom isPainted={isPainted || view !== "map"}>
            <Toolbar isDesk={!hasPanels}>{view === "map" && <ZoomControls />}</Toolbar>
          </ToolsRoom>
        )}
      </CalmPart>
      <main className={classes.main}>
        {view === "outline" ? (
          <Outline onShow={showOnCanvas} />
        ) : view === "history" ? (
          <VersionsPage onShow={showOnMap} />
        ) : view === "report" ? (
          <ReportPage />
        ) : view === "table" ? (
          <TablePage onShowNodes={showOnMap} />
        ) : view === "plan" ? (
          <CalmPart className={classes.desk}>
            <PlanPage onShowNodes={showOnMap} />
          </CalmPart>
        ) : view === "audit" ? (
          <CalmPart className={classes.desk}>
            <AuditPage
              onShowNodes={showOnMap}
              onShowFinding={showFinding}
              onShowConnection={showConnection}
            />
          </CalmPart>
        ) : (
          <Canvas
            onReady={receiveCanvas}
            onContextMenu={setMenuPoint}
            onPickManager={pickManager}
            announce={announce}
          />
        )}
        <ContextMenu point={menuPoint} onClose={closeMenu} />
      </main>
      {hasAudit && (
        <CalmPart className={classes.audit}>
          {isPainted && (
            <AuditPanel
              onShow={(nodeIds) => canvas?.bringIntoView(nodeIds)}
              showGaps={showGaps}
              onShowGapsChange={(on) => canvasStore.setState({ showGaps: on })}
            />
          )}
        </CalmPart>
      )}
      {hasDetails && <CalmPart className={classes.details}>{isPainted && <Details />}</CalmPart>}
    </div>
  );
}
