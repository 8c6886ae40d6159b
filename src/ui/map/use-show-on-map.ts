import { useCallback, useRef } from "react";
import { useLocation } from "wouter";
import type { Finding } from "#model/audit/audit.ts";
import type { Id } from "#model/journey-map.ts";
import type { CanvasHandle } from "../action.ts";
import { useServices } from "../services.ts";
import { type Guide, leadToFinding, type ShowPlace } from "./lead-to-finding.ts";
import { useOpenMap } from "./open-map.ts";

/** The ways to places on the map, from wherever the map is looked at. `onCanvas`: who else wants to know the canvas. */
export function useShowOnMap(canvas: CanvasHandle | null, onCanvas: (handle: CanvasHandle | null) => void) {
  const { editor } = useOpenMap();
  const { settings } = useServices();
  const [, navigate] = useLocation();
  // Asked for while something else is shown: done as soon as the canvas is there.
  const wanted = useRef<ShowPlace | null>(null);
  const receiveCanvas = useCallback(
    (handle: CanvasHandle | null) => {
      onCanvas(handle);
      const show = wanted.current;
      if (!handle || !show) return;
      wanted.current = null;
      // The flow sets its view in its own first frame.
      requestAnimationFrame(() => requestAnimationFrame(() => show(handle)));
    },
    [onCanvas],
  );

  const address = () => `/map/${editor.store.getState().map.id}`;
  const showOnCanvas = (place: ShowPlace) => {
    if (canvas) place(canvas);
    else {
      wanted.current = place;
      navigate(address());
    }
  };
  const guide: Guide = {
    select: (selection) => editor.select(selection),
    show: showOnCanvas,
    showOnCanvas,
    openLine: (id) => navigate(`${address()}/plan/${id}`),
    openDetails: () => settings.setState({ areDetailsOpen: true }),
  };
  const bring = (nodeIds: readonly Id[]) => showOnCanvas((handle) => handle.bringIntoView(nodeIds));
  return {
    receiveCanvas,
    /** Brings nodes into view on the canvas. */
    bringIntoView: bring,
    /** Selects nodes and shows them on the canvas. */
    showNodes(nodeIds: readonly Id[]) {
      editor.select({ nodeIds, connectionIds: [] });
      bring(nodeIds);
    },
    /** Selects a connection and shows its ends on the canvas. */
    showConnection(id: Id, nodeIds: readonly Id[]) {
      editor.select({ nodeIds: [], connectionIds: [id] });
      bring(nodeIds);
    },
    /** Opens the details of a connection, in which its handover is agreed on. */
    agreeOn(id: Id) {
      editor.select({ nodeIds: [], connectionIds: [id] });
      guide.openDetails();
      const { from, to } = editor.store.getState().map.connections[id] ?? {};
      canvas?.bringIntoView([from, to].filter((end) => end !== undefined));
    },
    /** Selects what a finding is about and shows it on the canvas. */
    showFinding: (finding: Finding) => leadToFinding(finding, guide),
    /** The same from beside the map: where that is a list, what is selected shows in it. */
    showFindingBeside: (finding: Finding) =>
      leadToFinding(finding, { ...guide, show: (place) => canvas && place(canvas) }),
  };
}
