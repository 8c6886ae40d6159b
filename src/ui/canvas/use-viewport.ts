import { useOnViewportChange, useStoreApi, type Viewport } from "@xyflow/react";
import { useEffect, useMemo, useState } from "react";
import { useOpenMap } from "../map/open-map.ts";
import { detailOfZoom, useCanvasStore } from "./canvas-state.ts";
import { elementsOf } from "./elements.ts";
import { holds, partInView, type View } from "./painted-view.ts";

/** The view rests when it has not moved for so long, milliseconds. */
const REST = 120;
/** Nodes are elements so far beyond each side of the screen, as a share of it. */
const ELEMENTS_REACH = 0.25;

/**
 * Opens a map where it was last looked at, remembers where that is, and tells the level of detail and which part of
 * the map is near. While the view moves as little as possible changes: the level is held until the hand rests.
 */
export function useViewport(handle: { fitMapAtOnce(): void }) {
  const { viewport, editor } = useOpenMap();
  const canvas = useCanvasStore();
  const flow = useStoreApi();
  const [remembered] = useState(() => viewport.read());
  const camera = useMemo(() => {
    let rest = 0;
    let restingZoom = 0;
    let looked: { readonly state: unknown; readonly nodes: unknown; readonly isPainted: boolean } | null =
      null;
    const viewOf = ([x, y, zoom]: readonly [number, number, number]): View => ({ x, y, zoom });
    const part = (view: View, reach?: number) => partInView(view, flow.getState(), reach);

    /** Asked for in every frame: looked at again only when something has changed. */
    function isPainted(): boolean {
      const state = canvas.getState();
      const { nodes } = editor.store.getState().map;
      if (looked?.state !== state || looked.nodes !== nodes)
        looked = { state, nodes, isPainted: elementsOf({ nodes }, state) === null };
      return looked.isPainted;
    }

    function settle(): void {
      clearTimeout(rest);
      const view = viewOf(flow.getState().transform);
      const { detail, region, isTravelling } = canvas.getState();
      const isNear = region !== null && view.zoom === restingZoom && holds(region, part(view));
      restingZoom = view.zoom;
      if (isNear && !isTravelling && detail === detailOfZoom(view.zoom)) return;
      canvas.setState({
        detail: detailOfZoom(view.zoom),
        region: part(view, ELEMENTS_REACH),
        isTravelling: false,
      });
    }

    function move(view: View): void {
      clearTimeout(rest);
      rest = window.setTimeout(settle, REST);
      const state = canvas.getState();
      const isZooming = view.zoom !== restingZoom;
      if (isPainted() && isZooming) {
        // Few elements stand in a painted map: they go along with what is painted.
        const detail = detailOfZoom(view.zoom);
        if (!state.isTravelling || state.detail !== detail) canvas.setState({ isTravelling: true, detail });
      } else if (!state.region || !holds(state.region, part(view))) {
        if (isZooming) canvas.setState({ isTravelling: true });
        else canvas.setState({ region: part(view, ELEMENTS_REACH) });
      }
    }
    return { move, settle, stop: () => clearTimeout(rest) };
  }, [canvas, flow, editor]);
  useEffect(() => camera.stop, [camera]);
  useEffect(() => {
    // The flow tells that it is ready by a timer, after a first frame: a view that is known can be painted in that one.
    if (remembered && flow.getState().width > 0) camera.settle();
  }, [remembered, flow, camera]);
  useEffect(
    // The room for the map changes with the window and with the panels beside it.
    () =>
      flow.subscribe(({ width, height }, before) => {
        if (width !== before.width || height !== before.height) camera.settle();
      }),
    [flow, camera],
  );
  useOnViewportChange({
    onChange: ({ x, y, zoom }: Viewport) => camera.move({ x, y, zoom }),
    onEnd: (last: Viewport) => viewport.write(last),
  });
  return useMemo(
    () => ({
      ...(remembered ? { defaultViewport: remembered } : {}),
      onInit: () => {
        if (!remembered) handle.fitMapAtOnce();
        camera.settle();
      },
    }),
    [remembered, handle, camera],
  );
}
