import { ReactFlowProvider } from "@xyflow/react";
import { useCallback, useEffect, useState } from "react";
import { useStore } from "zustand";
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
import { hideSettled } from "../panels/audit/settled-notice.tsx";
import { Details } from "../panels/details/Details.tsx";
import { PlanPage } from "../plan/PlanPage.tsx";
import { hidePlanned } from "../plan/planned-notice.tsx";
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
import { useShowOnMap } from "./use-show-on-map.ts";
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
  const ways = useShowOnMap(canvas, onCanvas);
  const { announce } = context;
  useRefusals(announce);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the lists of findings are other ones in each view.
  useEffect(() => hideSettled, [view]);
  // The way back from the plan to the findings is of no use on a third page.
  useEffect(() => (view === "plan" ? hidePlanned : undefined), [view]);
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
          <Outline onShow={ways.bringIntoView} />
        ) : view === "history" ? (
          <VersionsPage onShow={ways.showNodes} />
        ) : view === "report" ? (
          <ReportPage />
        ) : view === "table" ? (
          <TablePage onShowNodes={ways.showNodes} />
        ) : view === "plan" ? (
          <CalmPart className={classes.desk}>
            <PlanPage onShowNodes={ways.showNodes} />
          </CalmPart>
        ) : view === "audit" ? (
          <CalmPart className={classes.desk}>
            <AuditPage
              onShowNodes={ways.showNodes}
              onShowFinding={ways.showFinding}
              onShowConnection={ways.showConnection}
            />
          </CalmPart>
        ) : (
          <Canvas
            onReady={ways.receiveCanvas}
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
              onShowFinding={ways.showFindingBeside}
              onAgree={ways.agreeOn}
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
